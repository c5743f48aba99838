"""`/api/v1` put together: limits, and what lets pages of other hosts read it."""

from functools import cache
from typing import Any

from litestar import Litestar, Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig

from jinque.web.pages.search import search_filters
from jinque.web.site import Site
from jinque.web.v1.answers import JSON, Call
from jinque.web.v1.routes import ROUTES
from jinque.web.view import AnyRequest

PATH = "/api/v1"
REQUESTS_A_MINUTE = 600
"""From one address, where nobody says otherwise."""

_READABLE = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "etag, last-modified, link, ratelimit-limit, "
    "ratelimit-remaining, ratelimit-reset",
    "cross-origin-resource-policy": "cross-origin",
}


def v1_router(site: Site, *, requests_a_minute: int = REQUESTS_A_MINUTE) -> Router:
    """Return the addresses below `/api/v1`.

    Args:
        site: what they read from.
        requests_a_minute: how many one address may ask; what is more gets 429 until the minute
            is over. Behind a proxy that hides the clients, all of them are one address.
    """

    def call(request: AnyRequest) -> Call:
        return Call(site=site, request=request, address=str(request.url))

    limit = RateLimitConfig(rate_limit=("minute", requests_a_minute))
    return _router(
        call,
        middleware=[limit.middleware],
        before_request=lambda request: call(request).held(),
    )


@get("/openapi", operation_id="v1_openapi", include_in_schema=False)
async def description(call: NamedDependency[Call]) -> Response[dict[str, Any]]:
    """The OpenAPI document of these addresses."""
    call.format_of(JSON)
    return call.json(document())


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of `/api/v1`, made from an application never served."""

    def nobody() -> Call:
        raise NotImplementedError

    config = OpenAPIConfig(title="Jinque", version="1", use_handler_docstrings=True)
    shared = {"chosen": Provide(search_filters, sync_to_thread=False)}
    app = Litestar([_router(nobody)], dependencies=shared, openapi_config=config)
    return app.openapi_schema.to_schema()


def _router(call: Any, **more: Any) -> Router:  # noqa: ANN401 - Litestar's own signature
    return Router(
        path=PATH,
        route_handlers=[*ROUTES, description],
        dependencies={
            "call": Provide(call, sync_to_thread=False),
        },
        after_request=_let_others_read,
        **more,
    )


def _let_others_read(response: Response[Any]) -> Response[Any]:
    response.headers.update(_READABLE)
    return response
