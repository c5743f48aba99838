"""Start, catalogues, about."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency

from jinque.web.contexts.about import AboutContext, about_context
from jinque.web.contexts.catalogues import CataloguesContext, catalogues_context
from jinque.web.contexts.start import StartContext, start_context
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit


@get("/", media_type=MediaType.JSON, operation_id="start", responses=FAULTS)
async def start_page(visit: NamedDependency[Visit]) -> Response[StartContext]:
    """What the site holds and where each group of users begins."""
    return visit.answer("start.html", start_context)


@get("/catalogues", media_type=MediaType.JSON, operation_id="catalogues", responses=FAULTS)
async def catalogues_page(visit: NamedDependency[Visit]) -> Response[CataloguesContext]:
    """All editions, built-in ones first."""
    return visit.answer("catalogues.html", catalogues_context)


@get("/about", media_type=MediaType.JSON, operation_id="about", responses=FAULTS)
async def about_page(visit: NamedDependency[Visit]) -> Response[AboutContext]:
    """What the site is, what it does not decide, and its sources with checksums."""
    return visit.answer("about.html", about_context)
