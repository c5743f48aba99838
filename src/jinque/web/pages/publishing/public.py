"""What everybody sees of editions that follow each other: feeds, and a word about a row."""

import asyncio
from dataclasses import dataclass, replace

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque import api
from jinque.api import feeds, publishing
from jinque.errors import WrongCallError
from jinque.web.desk import (
    OfficeSite,
    check_form,
    check_origin,
    form_token,
    new_token,
    sent_form,
)
from jinque.web.pages.office.entrance import Refusal
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS_OF_ONE, Visit, status_of

FORM_BYTES = 32 * 1024
ATOM = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionContext:
    """What `/petition` shows.

    Attributes:
        post_id: the row that it is about.
        name: as printed.
        given: as typed before; empty at the first look.
        number: under which it is kept; empty before.
        form_token: what the form has to carry.
        refusal: why it was not kept; None at the first look.
    """

    post_id: str
    name: str
    given: str
    number: str
    form_token: str
    refusal: Refusal | None


def petition_context(visit: Visit, post_id: str, token: str) -> PetitionContext:
    """Gather what the form shows.

    Raises:
        UnknownPostError: there is no such row.
    """
    found = api.show(visit.site.workspace, post_id).post
    return PetitionContext(
        post_id=found.id,
        name=found.name_printed,
        given="",
        number="",
        form_token=form_token(token),
        refusal=None,
    )


@get("/petition", media_type=MediaType.JSON, operation_id="petition", responses=FAULTS_OF_ONE)
async def petition_page(
    visit: NamedDependency[Visit],
    site: NamedDependency[OfficeSite],
    request: AnyRequest,
    row: FromQuery[str],
) -> Response[PetitionContext]:
    """The form by which everybody may contest a row or propose what it should say."""
    cookies = site.cookies
    token = cookies.token(request.cookies, cookies.door) or new_token()
    context = await asyncio.to_thread(petition_context, visit, row, token)
    made = visit.private("petition.html", context)
    made.set_cookie(cookies.set(cookies.door, token))
    return made


@post(
    "/petition",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="petition_sent",
    responses=FAULTS_OF_ONE,
    request_max_body_size=FORM_BYTES,
)
async def petition_sent(
    visit: NamedDependency[Visit], site: NamedDependency[OfficeSite], request: AnyRequest
) -> Response[PetitionContext]:
    """Take down what is said of a row; nothing of who says it is kept."""
    check_origin(request, site.address)
    given = await sent_form(request)
    door = site.cookies.token(request.cookies, site.cookies.door)
    check_form(given, door)
    row, text = given.get("row", ""), given.get("text", "")
    context = await asyncio.to_thread(petition_context, visit, row, door)
    is_new = given.get("kind") == "propose"
    record = visit.site.workspace
    try:
        number = await asyncio.to_thread(publishing.petition, record, row, text, is_new=is_new)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        refused = replace(context, given=text, refusal=Refusal.of(fault))
        return visit.private("petition.html", refused, status=status_of(fault))
    return visit.private("petition.html", replace(context, number=number))


@get("/feeds/places/{place:str}", include_in_schema=False, responses=FAULTS_OF_ONE)
async def place_feed(
    visit: NamedDependency[Visit], request: AnyRequest, place: FromPath[str]
) -> Response[bytes]:
    """What the editions of a place changed, as Atom."""
    found = await asyncio.to_thread(feeds.place_feed, visit.site.workspace, _stem(place))
    return _atom(visit, request, found)


@get("/feeds/occupations/{code:str}", include_in_schema=False, responses=FAULTS_OF_ONE)
async def occupation_feed(
    visit: NamedDependency[Visit], request: AnyRequest, code: FromPath[str]
) -> Response[bytes]:
    """What all editions changed for an occupation, as Atom."""
    found = await asyncio.to_thread(feeds.occupation_feed, visit.site.workspace, _stem(code))
    return _atom(visit, request, found)


def _stem(name: str) -> str:
    return name.removesuffix(".atom")


def _atom(visit: Visit, request: AnyRequest, found: feeds.Feed) -> Response[bytes]:
    address = str(request.base_url).rstrip("/")
    made = feeds.feed_xml(found, address, visit.view.language)
    return Response(made, media_type=ATOM, headers={"cache-control": "no-cache"})


FEED_PAGES = (place_feed, occupation_feed)
PETITION_PAGES = (petition_page, petition_sent)
