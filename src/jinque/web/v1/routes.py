"""The addresses of `/api/v1`.

An answer in the format that the client accepts, with what it needs to ask again cheaply.

Where the next page of a list begins: a text that only the server reads.

From what the verbs answer to what `/api/v1` answers.

`/api/v1` put together: limits, and what lets pages of other hosts read it.
"""

import base64
import hashlib
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from litestar import Litestar, MediaType, Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.params import FromPath, JSONBody, QueryParameter

from jinque import api
from jinque.errors import FormatNotOfferedError, StaleCursorError
from jinque.locale import joined, say
from jinque.model import EditionSummary, EditionVersions, Issue, Post, SearchAnswer, SearchRequest
from jinque.web.described import NounSchemas
from jinque.web.pages.assess.pages import MOST_BYTES, worked
from jinque.web.pages.entitlement import (
    entitlement_context,
    entitlement_question,
    entitlements_context,
)
from jinque.web.pages.search import FACETS, search_filters
from jinque.web.rendering import AnyRequest, release
from jinque.web.visit import FAULTS_OF_A_LIST, FAULTS_OF_DATA, FAULTS_OF_ONE_OBJECT, Site, etag_of

JSON = "application/json"
CSV = "text/csv"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFERED = (JSON, CSV, WORKBOOK)
Answer = TypeVar("Answer")
_NAMES = {CSV: "rows.csv", WORKBOOK: "rows.xlsx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request for data.

    Attributes:
        address: the whole address as the client gave it.
    """

    site: Site
    request: AnyRequest
    address: str

    @property
    def revision(self) -> str:
        """The state of the record, which every list depends on."""
        return api.revision(self.site.workspace)

    def format_of(self, *offered: str) -> str:
        """Return the offered format that the client likes best, the first where it does not say.

        Raises:
            FormatNotOfferedError: it accepts none of them.
        """
        best = self.request.accept.best_match(list(offered))
        if best is None:
            raise FormatNotOfferedError(
                say("The format that is asked for is not offered here."),
                where="Accept",
                hint=say("The formats are: {offered}.", offered=joined(offered)),
            )
        return best

    def headers(self, media_type: str) -> dict[str, str]:
        """Return the headers of an answer that may be kept and must be asked about again."""
        newest = max(each.published_at for each in api.catalogues(self.site.workspace))
        return {
            "etag": self._etag(media_type),
            "last-modified": format_datetime(datetime.fromisoformat(newest), usegmt=True),
            "cache-control": "no-cache",
            "vary": "accept",
        }

    def held(self) -> Response[bytes] | None:
        """Return 304 where the client holds this very answer already, before it is worked out."""
        media_type = self.request.accept.best_match(list(OFFERED))
        known = self.request.headers.get("if-none-match", "")
        tags = {tag.strip() for tag in known.split(",")}
        if media_type is None or self._etag(media_type) not in tags:
            return None
        return Response(b"", status_code=304, headers=self.headers(media_type))

    def json(self, answer: Answer) -> Response[Answer]:
        """Return an answer as JSON."""
        body = api.to_json_bytes(answer)
        return cast("Response[Answer]", Response(body, media_type=JSON, headers=self.headers(JSON)))

    def file(self, posts: Sequence[Post], media_type: str, more: str | None) -> Response[Answer]:
        """Return rows as CSV or as a workbook; the next page stands in the header `link`."""
        headers = self.headers(media_type)
        headers["content-disposition"] = f'attachment; filename="{_NAMES[media_type]}"'
        if more is not None:
            headers["link"] = f'<{more}>; rel="next"'
        body = api.rows_csv(posts) if media_type == CSV else api.rows_workbook(posts)
        return cast("Response[Answer]", Response(body, media_type=media_type, headers=headers))

    def _etag(self, media_type: str) -> str:
        state = api.rules_revision() if "/rules" in self.address else ""
        return etag_of((release(), self.revision, state, self.address, media_type))


_DIGEST_LENGTH = 10
LARGEST_OFFSET = 100_000


def write_cursor(offset: int, *asked: str) -> str:
    """Return the cursor of the page that begins at `offset`, counted from 0.

    Args:
        offset: number of entries before it.
        asked: what the list depends on: the state of the record and every filter.
    """
    plain = f"{_digest(asked)}:{offset}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(cursor: str, *asked: str) -> int:
    """Return the offset that a cursor stands for; 0 for an empty one.

    Raises:
        StaleCursorError: it is none of ours, or of another list: the filters are others, or
            something was published since.
    """
    if not cursor:
        return 0
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        digest, _, offset = base64.urlsafe_b64decode(padded.encode()).decode().partition(":")
    except (Error, UnicodeError):
        digest, offset = "", ""
    is_number = offset.isascii() and offset.isdigit() and len(offset) <= len(str(LARGEST_OFFSET))
    if digest != _digest(asked) or not is_number:
        raise StaleCursorError(
            say("The cursor is not of this list: the filters are others, or the record changed."),
            where="cursor",
            hint=say("Leave the cursor out and begin with the first page."),
        )
    return min(int(offset), LARGEST_OFFSET)


def _digest(asked: tuple[str, ...]) -> str:
    return hashlib.sha256(chr(0).join(asked).encode()).hexdigest()[:_DIGEST_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage:
    """All editions, built-in ones first, each the newest version."""

    editions: tuple[EditionVersions, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """Issues of an edition in printed order; `next` is null on the last page."""

    total: int
    issues: tuple[Issue, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """Rows that match, best first where words are looked for.

    Attributes:
        total: rows that match, on all pages.
        facets: by filter, values with the number of matching rows, falling.
        next: address of the next page; null on the last.
    """

    total: int
    rows: tuple[Post, ...]
    facets: dict[str, dict[str, int]]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """All rule sets in short, and the years whose working days are announced in the data."""

    rules: list[dict[str, object]]
    years: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementQuestion:
    """Who asks what of which rules.

    Attributes:
        rules: identifier of a rule set.
        person: keys of a person's file and facts of the rules, see docs/reference/rules.md.
        on: the day of application; null is today.
        post: identifier of a post; null looks at the posts near to the person's occupation.
    """

    rules: str
    person: dict[str, object]
    on: str | None = None
    post: str | None = None


def with_versions(workspace: api.Workspace, summary: EditionSummary) -> EditionVersions:
    """Return an edition with the numbers of all its versions."""
    versions = tuple(each.version for each in api.versions(workspace, summary.id))
    return EditionVersions(summary=summary, versions=versions)


def row_page(found: SearchAnswer, more: str | None) -> RowPage:
    """Return a page of rows; `more` is the address of the next one."""
    return RowPage(
        total=found.total,
        rows=tuple(hit.post for hit in found.hits),
        facets=api.to_json(found)["facets"],
        next=more,
    )


def next_address(address: str, cursor: str | None) -> str | None:
    """Return the address of the next page; None where there is none."""
    if cursor is None:
        return None
    parts = urlsplit(address)
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name != "cursor"
    ]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("cursor", cursor)])))


Chosen = dict[str, tuple[str, ...]]
Limit = Annotated[int, QueryParameter(ge=1, le=200, description="Entries a page.")]
Cursor = Annotated[
    str, QueryParameter(max_length=60, description="From `next`; empty for the first.")
]
Sentence = Annotated[
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
    found = tuple(with_versions(workspace, each) for each in api.catalogues(workspace))
    return call.json(EditionPage(editions=found))


@get(
    "/editions/{edition_id:str}",
    media_type=MediaType.JSON,
    operation_id="v1_edition",
    responses=FAULTS_OF_ONE_OBJECT,
)
async def edition(
    call: NamedDependency[Call], edition_id: FromPath[str], version: Version = None
) -> Response[EditionVersions]:
    """One edition; an earlier version stays reachable by its number."""
    call.format_of(JSON)
    found = api.edition(call.site.workspace, edition_id, version).summary
    return call.json(with_versions(call.site.workspace, found))


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
            issues=found[offset:behind],
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
    q: Sentence = "",
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
async def row(call: NamedDependency[Call], row_id: FromPath[str]) -> Response[Post]:
    """One row by its identifier."""
    call.format_of(JSON)
    found = api.show(call.site.workspace, row_id).post
    return call.json(found)


@get("/rules", media_type=MediaType.JSON, operation_id="v1_rules", responses=FAULTS_OF_DATA)
async def rules(call: NamedDependency[Call]) -> Response[RulesPage]:
    """All rule sets of recognition and benefit, in short."""
    call.format_of(JSON)
    found = await worked(entitlements_context)
    return call.json(RulesPage(rules=list(found.sets), years=list(found.years)))


@get(
    "/rules/{rules_id:str}",
    media_type=MediaType.JSON,
    operation_id="v1_rule_set",
    responses=FAULTS_OF_ONE_OBJECT,
)
async def rule_set(
    call: NamedDependency[Call], rules_id: FromPath[str]
) -> Response[dict[str, Any]]:
    """One rule set: every line with its citation and time, and the facts that it asks."""
    call.format_of(JSON)
    found = await worked(entitlement_context, call.site.workspace, rules_id, None)
    return call.json(found.rules)


@post(
    "/entitlements",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="v1_entitlements",
    responses=FAULTS_OF_ONE_OBJECT,
    request_max_body_size=MOST_BYTES,
)
async def entitlements(
    call: NamedDependency[Call], data: JSONBody[EntitlementQuestion]
) -> Response[dict[str, Any]]:
    """What a rule set comes to for somebody; nothing that is sent is kept."""
    call.format_of(JSON)
    found = await worked(entitlement_question, call.site.workspace, data)
    return Response(found, media_type=JSON, headers={"cache-control": "no-store"})


ROUTES = (editions, edition, issues, rows, row, rules, rule_set, entitlements)


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
    app = Litestar(
        [_router(nobody)], dependencies=shared, openapi_config=config, plugins=[NounSchemas()]
    )
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
