"""The addresses of `/api/v1`."""

from typing import Annotated

import msgspec
from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from jinque import api
from jinque.model import SearchRequest
from jinque.web.contexts.search import FACETS
from jinque.web.pages.responses import FAULTS_OF_A_LIST, FAULTS_OF_DATA, FAULTS_OF_ONE_OBJECT
from jinque.web.v1.answers import JSON, OFFERED, Call
from jinque.web.v1.cursor import LARGEST_OFFSET, read_cursor, write_cursor
from jinque.web.v1.issue_shapes import IssuePage
from jinque.web.v1.lists import edition_object, issue_objects, next_address, row_page
from jinque.web.v1.shapes import EditionObject, EditionPage, RowObject, RowPage

Chosen = dict[str, tuple[str, ...]]
Limit = Annotated[int, QueryParameter(ge=1, le=200, description="Entries a page.")]
Cursor = Annotated[
    str, QueryParameter(max_length=60, description="From `next`; empty for the first.")
]
Words = Annotated[
    str, QueryParameter(max_length=200, description="Words to look for; empty lists all.")
]
Version = Annotated[
    int | None, QueryParameter(ge=1, le=10**6, description="Without it the newest.")
]


@get("/editions", media_type=MediaType.JSON, operation_id="v1_editions", responses=FAULTS_OF_DATA)
async def editions(call: NamedDependency[Call]) -> Response[EditionPage]:
    """All editions, each the newest version."""
    call.format_of(JSON)
    workspace = call.site.workspace
    found = [edition_object(workspace, each) for each in api.catalogues(workspace)]
    return call.json(EditionPage(editions=found))


@get(
    "/editions/{edition_id:str}",
    media_type=MediaType.JSON,
    operation_id="v1_edition",
    responses=FAULTS_OF_ONE_OBJECT,
)
async def edition(
    call: NamedDependency[Call], edition_id: FromPath[str], version: Version = None
) -> Response[EditionObject]:
    """One edition; an earlier version stays reachable by its number."""
    call.format_of(JSON)
    found = api.edition(call.site.workspace, edition_id, version).summary
    return call.json(edition_object(call.site.workspace, found))


@get(
    "/editions/{edition_id:str}/issues",
    media_type=MediaType.JSON,
    operation_id="v1_issues",
    responses=FAULTS_OF_A_LIST,
)
async def issues(
    call: NamedDependency[Call], edition_id: FromPath[str], cursor: Cursor = "", limit: Limit = 50
) -> Response[IssuePage]:
    """What the reading of an edition found, in printed order."""
    call.format_of(JSON)
    asked = (call.revision, edition_id)
    offset = read_cursor(cursor, *asked)
    found = api.issues(call.site.workspace, edition_id)
    behind = offset + limit
    more = write_cursor(behind, *asked) if behind < len(found) else None
    return call.json(
        IssuePage(
            total=len(found),
            issues=issue_objects(found[offset:behind]),
            next=next_address(call.address, more),
        )
    )


@get(
    "/rows",
    media_type=MediaType.JSON,
    operation_id="v1_rows",
    responses=FAULTS_OF_A_LIST,
)
async def rows(
    call: NamedDependency[Call],
    chosen: NamedDependency[Chosen],
    q: Words = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Response[RowPage]:
    """Rows of all editions; with `Accept` also as CSV or as a workbook, one page a file."""
    media_type = call.format_of(*OFFERED)
    asked = (call.revision, q, str(sorted(chosen.items())))
    offset = read_cursor(cursor, *asked)
    wanted = {FACETS[name]: values for name, values in chosen.items()}
    request = SearchRequest(query=q.strip(), limit=limit, offset=offset, **wanted)
    found = api.search(call.site.workspace, request)
    behind = offset + limit
    has_more = behind < min(found.total, LARGEST_OFFSET + 1)
    more = next_address(call.address, write_cursor(behind, *asked) if has_more else None)
    if media_type != JSON:
        return call.file([hit.post for hit in found.hits], media_type, more)
    return call.json(row_page(found, more))


@get(
    "/rows/{row_id:str}",
    media_type=MediaType.JSON,
    operation_id="v1_row",
    responses=FAULTS_OF_ONE_OBJECT,
)
async def row(call: NamedDependency[Call], row_id: FromPath[str]) -> Response[RowObject]:
    """One row by its identifier."""
    call.format_of(JSON)
    found = api.show(call.site.workspace, row_id).post
    return call.json(msgspec.convert(api.row_dict(found), RowObject))


ROUTES = (editions, edition, issues, rows, row)
