"""A question about a person, sent to the site without a server."""

import asyncio
import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

import httpx
from litestar.types import ASGIApp

Send = Callable[..., httpx.Response]

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"

ELECTRICIAN = {
    "place": "浙江",
    "occupation": "电工",
    "skill_level": "技师",
    "obtained_on": "2022-11-01",
    "on": "2025-11-20",
}
ALL_KNOWN = {
    **ELECTRICIAN,
    "in_post_since": "2021-01-01",
    "appraisal_2022": "yes",
    "appraisal_2023": "yes",
    "appraisal_2024": "yes",
    "observes_law": "yes",
    "is_public_institution_staff": "no",
}


def sender(app: ASGIApp) -> Send:
    """Return what posts fields, or a body as it stands, to the site."""

    async def answer(path: str, body: str, kind: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            headers = {"content-type": kind}
            return await client.post(path, content=body.encode(), headers=headers)

    def sent(path: str, fields: Mapping[str, object] | str, kind: str = FORM) -> httpx.Response:
        if isinstance(fields, str):
            return asyncio.run(answer(path, fields, kind))
        body = urlencode(fields, doseq=True) if kind == FORM else json.dumps(fields)
        return asyncio.run(answer(path, body, kind))

    return sent
