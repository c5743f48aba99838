"""The site put together.

What holds for every request, before any page is chosen.

The site with the pages of an office: accounts, drafts, history.

Style sheet, script and icon.

How each request is received, and how each error is answered.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any
from urllib.parse import quote

from litestar import Litestar, Response, Router, get
from litestar.config.compression import CompressionConfig
from litestar.di import NamedDependency, Provide
from litestar.enums import ScopeType
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Schema
from litestar.params import FromPath
from litestar.plugins import OpenAPISchemaPlugin
from litestar.response import Redirect
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
from litestar.typing import FieldDefinition

from jinque import api
from jinque.api import review
from jinque.api.review import Shelf
from jinque.errors import NotSignedInError
from jinque.locale import LANGUAGES, Sentence, Translator, Words, say
from jinque.model.decision import Actor
from jinque.web.described import NounSchemas
from jinque.web.desk import Desk, OfficeSite, desk_of
from jinque.web.pages.assess.pages import (
    assess_page,
    assess_post_again,
    assess_post_page,
    assess_sheet_file,
    assess_start_page,
)
from jinque.web.pages.coding import code_page, code_table
from jinque.web.pages.comparison import COMPARISON_PAGES
from jinque.web.pages.conversion import convert_page, convert_table
from jinque.web.pages.editions import (
    clauses_page,
    edition_page,
    export_file,
    issues_page,
    row_filters,
)
from jinque.web.pages.entitlement import ENTITLEMENT_PAGES
from jinque.web.pages.general import (
    OpenapiContext,
    about_page,
    catalogues_page,
    openapi_context,
    openapi_page,
    start_page,
)
from jinque.web.pages.ladder.check import ladder_check_again, ladder_check_page
from jinque.web.pages.ladder.pages import (
    ladder_occupation_page,
    ladder_occupations_page,
    ladder_page,
    ladder_rules_page,
)
from jinque.web.pages.occupations import occupation_page, occupations_page
from jinque.web.pages.office.drafts import (
    decide,
    draft_history_page,
    draft_issue_page,
    draft_issues_page,
    draft_page,
    draft_row_page,
    draft_rows_page,
    office_page,
    reading_page,
    upload,
)
from jinque.web.pages.office.entrance import (
    change_password,
    office_history_page,
    password_page,
    sign_in,
    sign_in_page,
    sign_out,
)
from jinque.web.pages.posts import post_page
from jinque.web.pages.publishing.office import NEXT_PAGES
from jinque.web.pages.publishing.public import FEED_PAGES, PETITION_PAGES
from jinque.web.pages.rosters import (
    ASSESS_ROSTER_PAGES,
    ladder_roster_page,
    ladder_roster_screened,
    ladder_roster_template,
    ladder_roster_workbook,
)
from jinque.web.pages.search import search_filters, search_page, suggest_page
from jinque.web.pages.shortage import SHORTAGE_PAGES
from jinque.web.pages.teaching import TEACHING_PAGES
from jinque.web.readings import Progress, Readings
from jinque.web.rendering import AnyRequest, Renderer, View, asset, view_of
from jinque.web.v1.routes import REQUESTS_A_MINUTE, v1_router
from jinque.web.visit import AnswerCache, Site, Visit, as_fault, fault_response

POLICY = (
    b"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    b"object-src 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

HTTPS_HEADERS = ((b"strict-transport-security", b"max-age=31536000"),)
LONGEST_ADDRESS = 8 * 1024
TOO_LONG = say("The address is longer than 8 KB and was not read; shorten what is asked for.")

TWIN = ".json"


class Doorway:
    """Turn the address of a JSON twin into a wish for JSON, answer HEAD, add safety headers.

    `/posts/x.json` becomes `/posts/x` with `Accept: application/json`, `/index.json` becomes `/`;
    a HEAD is answered as its GET without the body. An address longer than 8 KiB is refused.

    Args:
        app: what answers.
        is_https: browsers reach the site by https, and are told to use nothing else.
    """

    def __init__(self, app: ASGIApp, *, is_https: bool = False) -> None:
        self.app = app
        self.headers = HTTPS_HEADERS if is_https else ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one event of the server's life."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            await _refuse_address(send)
            return
        is_head = scope["method"] == "HEAD"
        headers = (*HEADERS, *self.headers)

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *headers]
            elif message["type"] == "http.response.body" and is_head:
                message["body"] = b""
            await send(message)

        await self.app(_resolved(scope), receive, send_safely)


async def _refuse_address(send: Send) -> None:
    body = "".join(f"{Translator(each)(TOO_LONG)}\n" for each in LANGUAGES).encode()
    headers = (
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *HEADERS,
    )
    await send({"type": "http.response.start", "status": 414, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _resolved(scope: HTTPScope) -> HTTPScope:
    resolved = scope.copy()
    if scope["method"] == "HEAD":
        resolved["method"] = "GET"
    path = scope["path"]
    if path.endswith(TWIN):
        stem = path.removesuffix(TWIN)
        resolved["path"] = "/" if stem == "/index" else stem
        resolved["raw_path"] = resolved["path"].encode()
        others = [(name, value) for name, value in scope["headers"] if name != b"accept"]
        resolved["headers"] = [*others, (b"accept", b"application/json")]
    return resolved


ONE_YEAR = "public, max-age=31536000, immutable"


@get("/assets/{name:str}", include_in_schema=False)
async def asset_file(name: FromPath[str]) -> Response[bytes]:
    """Return a file that pages name with the tag of the release behind it."""
    found = asset(name)
    if found is None:
        raise NotFoundException
    body, media_type = found
    return Response(body, media_type=media_type, headers={"cache-control": ONE_YEAR})


def visitor(site: Site) -> Callable[[AnyRequest], Visit]:
    """Return what makes a visit of a request."""

    def visit(request: AnyRequest) -> Visit:
        known = request.headers.get("if-none-match", "")
        etags = frozenset(tag.strip() for tag in known.split(","))
        return Visit(site=site, view=view_of(request), known_etags=etags)

    return visit


def refuser(site: Site) -> Callable[[AnyRequest, Exception], Response[bytes] | Redirect]:
    """Return what makes an answer of an error: in words, in JSON, or the form of signing in."""

    def refuse(request: AnyRequest, error: Exception) -> Response[bytes] | Redirect:
        view = view_of(request)
        if isinstance(error, NotSignedInError) and _is_a_look(request, view):
            back = quote(view.address({}), safe="")
            return Redirect(f"/office/sign-in?to={back}", status_code=303)
        told, status = as_fault(request, error)
        return fault_response(site, view, told, status)

    return refuse


def _is_a_look(request: AnyRequest, view: View) -> bool:
    return request.method == "GET" and not view.wants_json


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
    *SHORTAGE_PAGES,
    *FEED_PAGES,
    assess_start_page,
    assess_page,
    assess_post_page,
    assess_post_again,
    assess_sheet_file,
    *ASSESS_ROSTER_PAGES,
    *ENTITLEMENT_PAGES,
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
    api.preload()
    return site_app(api.open_workspace())


def site_app(
    workspace: api.Workspace,
    office: Sequence[Router] = (),
    *,
    close_before: Sequence[Callable[[], None]] = (),
    requests_a_minute: int = REQUESTS_A_MINUTE,
    is_https: bool = False,
) -> ASGIApp:
    """Return the site over an open workspace, which is closed when the site stops.

    Args:
        workspace: what it shows.
        office: the pages of an office; without them the site is for reading only.
        close_before: what is closed before the workspace when the site stops.
        requests_a_minute: how many requests one address may send to `/api/v1`.
        is_https: browsers reach it by https alone.
    """
    renderer = Renderer(has_office=bool(office))
    site = Site(workspace=workspace, renderer=renderer, cache=AnswerCache())

    app = Litestar(
        [*PAGES, v1_router(site, requests_a_minute=requests_a_minute), *office],
        dependencies=_provided(visitor(site)),
        exception_handlers={Exception: refuser(site)},
        on_shutdown=[*close_before, workspace.close],
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=6),
        openapi_config=None,
    )
    return Doorway(app, is_https=is_https)


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
    app = Litestar(
        PAGES,
        dependencies=_provided(nobody),
        openapi_config=config,
        plugins=[NounSchemas(), _Sentences()],
    )
    return openapi_context(app.openapi_schema)


class _Sentences(OpenAPISchemaPlugin):
    """Describes a sentence as JSON has it: in the words of both languages."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:  # noqa: ANN401 - any annotation
        """Tell whether a key holds a sentence."""
        return value is Sentence

    def to_openapi_schema(
        self,
        field_definition: FieldDefinition,  # noqa: ARG002 - it is always a sentence
        schema_creator: Any,  # noqa: ANN401 - its class is private to Litestar
    ) -> Schema:
        """Return the shape of `Words`."""
        words: Schema = schema_creator.for_field_definition(FieldDefinition.from_annotation(Words))
        return words


ADDRESS_SETTING = "JINQUE_PUBLIC_ADDRESS"
MOST_HASHES = 2

OFFICE_PAGES = (
    sign_in_page,
    sign_in,
    sign_out,
    password_page,
    change_password,
    office_history_page,
    office_page,
    upload,
    reading_page,
    draft_page,
    draft_issues_page,
    draft_issue_page,
    draft_rows_page,
    draft_row_page,
    draft_history_page,
    decide,
    *NEXT_PAGES,
    *PETITION_PAGES,
)


def create_office() -> ASGIApp:
    """Return the site with the office, over the record that the environment names."""
    api.preload()
    workspace = api.open_workspace()
    address = os.environ.get(ADDRESS_SETTING, "")
    return office_app(workspace, api.open_office(workspace), address=address)


def office_app(workspace: api.Workspace, office: api.Office, *, address: str = "") -> ASGIApp:
    """Return the site with the office over an open workspace.

    Args:
        workspace: is closed when the site stops.
        office: its accounts.
        address: the site's address in browsers, `https://lists.example.org`; empty takes the one
            that each request names.
    """

    def read(data: bytes, name: str, actor: Actor, tell: Progress) -> str:
        return review.review_bytes(workspace, data, name, actor, progress=tell).id

    site = OfficeSite(
        office=office,
        shelf=Shelf(workspace),
        readings=Readings(read),
        hashing=ThreadPoolExecutor(max_workers=MOST_HASHES, thread_name_prefix="hashing"),
        address=address,
    )
    return site_app(
        workspace,
        [office_router(site)],
        close_before=[site.readings.close],
        is_https=address.startswith("https://"),
    )


def office_router(site: OfficeSite) -> Router:
    """Return the routes of the office with what their pages need."""

    def desk(visit: NamedDependency[Visit], request: AnyRequest) -> Desk:
        return desk_of(visit, site, request)

    def given_site() -> OfficeSite:
        return site

    return Router(
        path="/",
        route_handlers=OFFICE_PAGES,
        dependencies={
            "desk": Provide(desk, sync_to_thread=True),
            "site": Provide(given_site, sync_to_thread=False),
        },
    )
