"""The description of the JSON twins."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency

from jinque.web.contexts.openapi import OpenapiContext
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit


@get("/openapi", media_type=MediaType.JSON, operation_id="openapi", responses=FAULTS)
async def openapi_page(
    visit: NamedDependency[Visit], described: NamedDependency[OpenapiContext]
) -> Response[OpenapiContext]:
    """Every JSON address with its parameters; the twin is the OpenAPI document."""
    return visit.answer("openapi.html", lambda _: described)
