"""Whoever is signed in, at a page of the office.

What keeps the office: who is signed in, and that a form is one that this site gave.

Cookies of the office: the token of a session, and the one before there is a session.
"""

import hmac
import secrets
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

from litestar import Response
from litestar.datastructures import Cookie
from litestar.response import Redirect

from jinque import api
from jinque.api.review import Shelf
from jinque.errors import ForeignFormError, InvalidOptionError, JinqueError, NotSignedInError
from jinque.locale import say
from jinque.model.account import Account
from jinque.model.decision import Actor
from jinque.web.readings import Readings
from jinque.web.rendering import AnyRequest
from jinque.web.visit import Visit, fault_response, status_of

_TOKEN_BYTES = 32
_FORM_PURPOSE = b"jinque form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookies:
    """Names and flags of the cookies.

    Attributes:
        is_secure: the browser reaches the site by https: it then sends them by nothing else, and
            lets no other host of the domain set them.
    """

    is_secure: bool

    @property
    def session(self) -> str:
        """Name of the cookie with the token of a session."""
        return self._named("jinque-session")

    @property
    def door(self) -> str:
        """Name of the cookie that the form of signing in belongs to."""
        return self._named("jinque-door")

    def set(self, name: str, token: str) -> Cookie:
        """Return a cookie that ends with the browser and that no script reads."""
        return Cookie(
            key=name,
            value=token,
            path="/",
            httponly=True,
            secure=self.is_secure,
            samesite="strict",
        )

    def gone(self, name: str) -> Cookie:
        """Return what takes a cookie away."""
        return Cookie(
            key=name,
            value="",
            path="/",
            max_age=0,
            httponly=True,
            secure=self.is_secure,
            samesite="strict",
        )

    def token(self, cookies: Mapping[str, str], name: str) -> str:
        """Return the token sent under a name; empty without one."""
        return cookies.get(name, "")

    def _named(self, name: str) -> str:
        return f"__Host-{name}" if self.is_secure else name


def new_token() -> str:
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def form_token(token: str) -> str:
    """Return what a form has to carry beside the cookie with `token`.

    It is made of the token and tells nothing of it: a page may show it.
    """
    return hmac.digest(token.encode(), _FORM_PURPOSE, "sha256").hex()


def is_form_token(given: str, token: str) -> bool:
    """Compare in a time that tells nothing; without a session no form is right."""
    return bool(token) and hmac.compare_digest(given.encode(), form_token(token).encode())


FORM_FIELD = "form_token"
MOST_FIELDS = 200

Form = Mapping[str, str]


def check_origin(request: AnyRequest, address: str) -> None:
    """Refuse what another site's page sends.

    Args:
        request: a POST; every browser names the origin of the page in one.
        address: the site's address in browsers; empty takes the one that the request names.

    Raises:
        ForeignFormError: the origin is another, or there is none.
    """
    origin = request.headers.get("origin", "")
    expected = address or str(request.base_url).rstrip("/")
    if origin and origin == expected:
        return
    raise ForeignFormError(
        say(
            "The request comes from another address ({shown}) and was not carried out.",
            shown=_shown(origin),
        ),
        where="Origin",
        hint=say(
            "Send it again from a page of this site ({expected}); behind a reverse proxy "
            "the site is started with --public-address.",
            expected=expected,
        ),
    )


def check_form(given: Mapping[str, str], token: str) -> None:
    """Refuse a form that was not made for this session.

    Raises:
        ForeignFormError: its token is another's, or missing.
    """
    if is_form_token(given.get(FORM_FIELD, ""), token):
        return
    raise ForeignFormError(
        say("The form was not made by a page of this session and was not carried out."),
        where=FORM_FIELD,
        hint=say("Perhaps one has signed in again since; reload the page and send the form again."),
    )


async def sent_form(request: AnyRequest) -> Form:
    """Return the fields of a short form; of several of one name the last.

    Raises:
        InvalidOptionError: it has more than 200 fields.
    """
    body = (await request.body()).decode(errors="replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as fault:
        raise InvalidOptionError(
            say("The form has more than {most} fields and was not read.", most=MOST_FIELDS),
            where="form",
            hint=say("Go back to the page of the form and send it again."),
        ) from fault


def not_signed_in() -> NotSignedInError:
    """Tell that the page is for accounts."""
    return NotSignedInError(
        say("Sign in first: nobody is signed in, or the session is over."),
        hint=say(
            "A session ends after an hour without use, and after twelve hours in any case. "
            "Accounts are added by `jinque account`."
        ),
    )


def way_back(path: str) -> str:
    """Return a page of the office to go to after signing in; any other address is not followed."""
    parts = urlsplit(path)
    is_ours = not (parts.scheme or parts.netloc) and "\\" not in path
    is_office = parts.path == "/office" or parts.path.startswith("/office/")
    return path if is_ours and is_office and path.isprintable() else "/office"


def _shown(origin: str) -> str:
    return origin[:100] if origin.isprintable() and origin else "-"


Context = TypeVar("Context")

SEE_OTHER: Final = 303


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSite:
    """What all visits to the office share.

    Attributes:
        hashing: computes hashes of passwords: few at a time, because each takes 64 MiB.
        address: the site's address in browsers; empty takes the one that each request names.
    """

    office: api.Office
    shelf: Shelf
    readings: Readings
    hashing: Executor
    address: str

    @property
    def cookies(self) -> Cookies:
        """The cookies, as safe as the address allows."""
        return Cookies(is_secure=self.address.startswith("https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """Who is signed in, as pages and twins tell it.

    Attributes:
        form_token: what every form of this session has to carry.
    """

    name: str
    role: str
    form_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A request of somebody who is signed in."""

    visit: Visit
    site: OfficeSite
    request: AnyRequest
    account: Account
    token: str

    @property
    def workspace(self) -> api.Workspace:
        """The record open for use."""
        return self.visit.site.workspace

    @property
    def actor(self) -> Actor:
        """The person as a review knows it."""
        return Actor(name=self.account.name, role=self.account.role)

    @property
    def shown(self) -> DeskView:
        """What pages tell of it."""
        return DeskView(
            name=self.account.name,
            role=self.account.role.value,
            form_token=form_token(self.token),
        )

    async def form(self) -> Form:
        """Return the fields of a form of this session.

        Raises:
            ForeignFormError: it comes from elsewhere.
        """
        check_origin(self.request, self.site.address)
        given = await sent_form(self.request)
        check_form(given, self.token)
        return given

    def page(self, template: str, context: Context, *, status: int = 200) -> Response[Context]:
        """Return a page or its twin, kept nowhere."""
        return self.visit.private(f"office/{template}", context, status=status)

    def go(self, path: str) -> Redirect:
        """Lead to a page after a form, or to its twin where JSON is wished for."""
        plain, mark, rest = path.partition("#")
        stem, asked, query = plain.partition("?")
        twin = f"{stem}.json" if self.visit.view.wants_json else stem
        return Redirect(f"{twin}{asked}{query}{mark}{rest}", status_code=SEE_OTHER)

    def refusal(self, fault: JinqueError) -> Response[bytes]:
        """Return an error as a page or in the one JSON shape."""
        return fault_response(self.visit.site, self.visit.view, fault, status_of(fault))


def desk_of(visit: Visit, site: OfficeSite, request: AnyRequest) -> Desk:
    """Return the desk of whoever sends a request.

    Raises:
        NotSignedInError: nobody is signed in.
    """
    token = site.cookies.token(request.cookies, site.cookies.session)
    account = site.office.signing.signed_in(token)
    if account is None:
        raise not_signed_in()
    return Desk(visit=visit, site=site, request=request, account=account, token=token)
