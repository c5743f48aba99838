"""The site put together."""

from collections.abc import Callable, Sequence
from functools import cache

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.types import ASGIApp

from jinque import api
from jinque.web.cache import AnswerCache
from jinque.web.contexts.openapi import OpenapiContext, openapi_context
from jinque.web.doorway import Doorway
from jinque.web.pages.assess import (
    assess_page,
    assess_post_again,
    assess_post_page,
    assess_sheet_file,
    assess_start_page,
)
from jinque.web.pages.assess_roster import ASSESS_ROSTER_PAGES
from jinque.web.pages.assets import asset_file
from jinque.web.pages.coding import code_page, code_table
from jinque.web.pages.comparison import COMPARISON_PAGES
from jinque.web.pages.conversion import convert_page, convert_table
from jinque.web.pages.editions import clauses_page, edition_page, issues_page, row_filters
from jinque.web.pages.export import export_file
from jinque.web.pages.general import about_page, catalogues_page, start_page
from jinque.web.pages.ladder import (
    ladder_occupation_page,
    ladder_occupations_page,
    ladder_page,
    ladder_rules_page,
)
from jinque.web.pages.ladder_check import ladder_check_again, ladder_check_page
from jinque.web.pages.ladder_roster import (
    ladder_roster_page,
    ladder_roster_screened,
    ladder_roster_template,
    ladder_roster_workbook,
)
from jinque.web.pages.occupations import occupation_page, occupations_page
from jinque.web.pages.openapi import openapi_page
from jinque.web.pages.posts import post_page
from jinque.web.pages.search import search_filters, search_page, suggest_page
from jinque.web.pages.teaching import TEACHING_PAGES
from jinque.web.receiving import refuser, visitor
from jinque.web.rendering import Renderer
from jinque.web.site import Site, Visit
from jinque.web.v1.router import REQUESTS_A_MINUTE, v1_router

PAGES = (
    start_page,
    catalogues_page,
    edition_page,
    issues_page,
    clauses_page,
    export_file,
    post_page,
    occupations_page,
    occupation_page,
    code_page,
    code_table,
    convert_page,
    convert_table,
    search_page,
    suggest_page,
    *COMPARISON_PAGES,
    *TEACHING_PAGES,
    assess_start_page,
    assess_page,
    assess_post_page,
    assess_post_again,
    assess_sheet_file,
    *ASSESS_ROSTER_PAGES,
    ladder_page,
    ladder_rules_page,
    ladder_occupations_page,
    ladder_occupation_page,
    ladder_check_page,
    ladder_check_again,
    ladder_roster_page,
    ladder_roster_screened,
    ladder_roster_workbook,
    ladder_roster_template,
    about_page,
    openapi_page,
    asset_file,
)


def create_app() -> ASGIApp:
    """Return the site over the record that the environment names, its corpus loaded."""
    return site_app(api.open_workspace())


def site_app(
    workspace: api.Workspace,
    office: Sequence[Router] = (),
    *,
    requests_a_minute: int = REQUESTS_A_MINUTE,
) -> ASGIApp:
    """Return the site over an open workspace, which is closed when the site stops.

    Args:
        workspace: what it shows.
        office: the pages of an office; without them the site is for reading only.
        requests_a_minute: how many requests one address may send to `/api/v1`.
    """
    renderer = Renderer(has_office=bool(office))
    site = Site(workspace=workspace, renderer=renderer, cache=AnswerCache())

    app = Litestar(
        [*PAGES, v1_router(site, requests_a_minute=requests_a_minute), *office],
        dependencies=_provided(visitor(site)),
        exception_handlers={Exception: refuser(site)},
        on_shutdown=[workspace.close],
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=6),
        openapi_config=None,
    )
    return Doorway(app)


def _provided(visit: Callable[..., Visit]) -> dict[str, Provide]:
    return {
        "visit": Provide(visit, sync_to_thread=False),
        "filters": Provide(row_filters, sync_to_thread=False),
        "chosen": Provide(search_filters, sync_to_thread=False),
        "described": Provide(described, sync_to_thread=False),
    }


@cache
def described() -> OpenapiContext:
    """Return the description of all pages.

    It comes from an application that is never served: Litestar serves a description together
    with pages of its own, which load files from other hosts.
    """

    def nobody() -> Visit:
        raise NotImplementedError

    config = OpenAPIConfig(title="Jinque", version="1", use_handler_docstrings=True)
    app = Litestar(PAGES, dependencies=_provided(nobody), openapi_config=config)
    return openapi_context(app.openapi_schema)
