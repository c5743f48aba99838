"""A browser without a screen: cookies, the token of forms, the origin of its pages."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import httpx
from litestar.types import ASGIApp

from jinque import api
from jinque.model.account import Role
from jinque.store.sessions import Passwords
from jinque.web.app import office_app

ORIGIN = "http://office.test"
PASSWORD = "four quiet harbours 9"  # noqa: S105 - of the tests
FORM = "application/x-www-form-urlencoded"


class Premises:
    """An office over a record of its own, whose clock tests turn."""

    def __init__(self, workspace: api.Workspace, *, address: str = "") -> None:
        self.now = datetime(2026, 3, 2, 8, tzinfo=UTC)
        weak = Passwords(time_cost=1, memory_kib=64, lanes=1)
        self.workspace = workspace
        self.office = api.open_office(workspace, clock=lambda: self.now, passwords=weak)
        self.app: ASGIApp = office_app(workspace, self.office, address=address)

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def visitor(self, origin: str = ORIGIN) -> "Visitor":
        return Visitor(self.app, origin)

    def signed_in(self, name: str, role: Role) -> "Visitor":
        known = {account.name for account in self.office.accounts.every()}
        if name not in known:
            self.office.accounts.add(name, role, PASSWORD, by="shell:tests")
        visitor = self.visitor()
        answer = visitor.sign_in(name)
        assert answer.status_code == 303, answer.text
        return visitor


class Visitor:
    """Keeps cookies as a browser does, and follows nothing by itself."""

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self._app = app
        self.origin = origin
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self._ask("GET", path, b"", headers)

    def post(
        self, path: str, fields: dict[str, str] | None = None, **headers: str
    ) -> httpx.Response:
        """Send fields as they are."""
        named = {"origin": self.origin, "content-type": FORM} | headers
        return self._ask("POST", path, urlencode(fields or {}).encode(), named)

    def send(self, path: str, body: bytes, **headers: str) -> httpx.Response:
        return self._ask("POST", path, body, {"origin": self.origin} | headers)

    def submit(self, page: str, path: str, /, **fields: str) -> httpx.Response:
        """Send fields with the token that a page gives."""
        return self.post(path, {"form_token": self.token(page), **fields})

    def token(self, page: str = "/office/password") -> str:
        found = re.search(r'name="form_token" value="([^"]+)"', self.get(page).text)
        assert found is not None, page
        return found[1]

    def sign_in(self, name: str, password: str = PASSWORD, to: str = "") -> httpx.Response:
        page = "/office/sign-in"
        return self.submit(page, page, name=name, password=password, to=to)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = asyncio.run(self._sent(method, path, body, named))
        for line in answer.headers.get_list("set-cookie"):
            self._take(line)
        return answer

    async def _sent(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._app)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url=self.origin) as client:
            return await client.request(method, path, content=body, headers=headers)

    def _take(self, line: str) -> None:
        name, _, value = line.partition(";")[0].partition("=")
        if "max-age=0" in line.lower():
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value
