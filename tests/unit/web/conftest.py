"""The site over the built-in corpus, asked without a server."""

import asyncio
from collections.abc import Callable, Iterator

import httpx
import pytest

from jinque import api
from jinque.web.app import site_app
from tests.unit.web.asking import Send, sender

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("web")) as opened:
        yield opened


@pytest.fixture(scope="session")
def ask(workspace: api.Workspace) -> Ask:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(path: str, method: str, headers: dict[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.request(method, path, headers=headers)

    def asked(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return asyncio.run(answer(path, method, named))

    return asked


@pytest.fixture(scope="session")
def send(workspace: api.Workspace) -> Send:
    return sender(site_app(workspace))
