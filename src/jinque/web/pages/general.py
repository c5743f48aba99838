"""Start, catalogues, about.

What the site is and what it is not.

The list of all editions.

The description of the JSON twins, read by people and by programs.

The start page.

The description of the JSON twins.
"""

from dataclasses import dataclass

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPI

from jinque import api
from jinque.model import (
    EditionSummary,
)
from jinque.web.visit import FAULTS, Visit

# Rules of honesty, in the order in which the page states them; the words stand in the catalogues.
RULES = ("verbatim", "scales", "unknown", "not_stated", "names", "authority", "validity")


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutContext:
    """What `/about` shows: the rules by the key of their words, the sources with checksums."""

    rules: tuple[str, ...]
    editions: tuple[EditionSummary, ...]


def about_context(workspace: api.Workspace) -> AboutContext:
    """Gather the page about the site."""
    cards = api.catalogues(workspace)
    return AboutContext(rules=RULES, editions=cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguesContext:
    """What `/catalogues` shows."""

    editions: tuple[EditionSummary, ...]
    total: int


def catalogues_context(workspace: api.Workspace) -> CataloguesContext:
    """Gather all editions, built-in ones first."""
    cards = api.catalogues(workspace)
    return CataloguesContext(editions=cards, total=len(cards))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenapiContext:
    """What `/openapi` shows; its twin `/openapi.json` is the OpenAPI document itself."""

    openapi: str
    info: dict[str, object]
    paths: dict[str, dict[str, object]]
    components: dict[str, object]


def openapi_context(schema: OpenAPI) -> OpenapiContext:
    """Turn the schema of the pages into that of their twins: `.json` behind each path."""
    document = schema.to_schema()
    return OpenapiContext(
        openapi=document["openapi"],
        info=document["info"],
        paths={twin_path(path): item for path, item in document["paths"].items()},
        components=document.get("components", {}),
    )


def twin_path(path: str) -> str:
    """Return the address of a page's JSON twin; a download is its own."""
    if path.endswith("/export"):
        return path
    return "/index.json" if path == "/" else f"{path}.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What the record holds: editions, rows of all kinds but clauses, clauses, issues."""

    editions: int
    rows: int
    clauses: int
    issues: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A place where a group of users may begin: `key` names its words, `href` its address."""

    key: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of the five groups of users and where it begins."""

    key: str
    beginnings: tuple[Beginning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartContext:
    """What `/` shows."""

    editions: tuple[EditionSummary, ...]
    totals: Totals
    groups: tuple[Group, ...]


def start_context(workspace: api.Workspace) -> StartContext:
    """Gather the start page."""
    editions = api.catalogues(workspace)
    cards = tuple(editions)
    totals = Totals(
        editions=len(cards),
        rows=sum(
            count for card in cards for kind, count in card.counts.items() if kind != "clause"
        ),
        clauses=sum(card.counts.get("clause", 0) for card in cards),
        issues=sum(sum(card.issues.values()) for card in cards),
    )
    return StartContext(
        editions=cards, totals=totals, groups=_groups(editions, *_ladder(workspace))
    )


def _ladder(workspace: api.Workspace) -> tuple[Beginning, ...]:
    return (Beginning(key="ladder", href="/ladder"),) if api.ladder(workspace) else ()


def _groups(editions: tuple[EditionSummary, ...], *ladder: Beginning) -> tuple[Group, ...]:
    """Return the groups in the order of the first source document."""
    lists = _first(editions, "list_item", "lists", "")
    mapping = _first(editions, "title_mapping", "mappings", "")
    rules = _first(editions, "clause", "clauses", "/clauses")
    catalogues = Beginning(key="catalogues", href="/catalogues")
    search = Beginning(key="search", href="/search")
    posts = Beginning(key="search_posts", href="/search?kind=post")
    occupations = Beginning(key="occupations", href="/occupations")
    code = Beginning(key="code", href="/code")
    data = Beginning(key="data", href="/openapi")
    assess = Beginning(key="assess", href="/assess")
    roster = Beginning(key="roster", href="/assess/roster")
    compare = Beginning(key="compare", href="/compare")
    majors = Beginning(key="majors", href="/majors")
    curriculum = Beginning(key="curriculum", href="/curriculum")
    return (
        Group(key="seekers", beginnings=(assess, posts, catalogues, *ladder)),
        Group(key="employers", beginnings=(search, roster, code, *ladder, *mapping)),
        Group(key="colleges", beginnings=(majors, curriculum, search, *lists)),
        Group(key="bureaus", beginnings=(catalogues, compare, code, data)),
        Group(key="pupils", beginnings=(assess, catalogues, occupations, *ladder, *rules)),
    )


def _first(
    editions: tuple[EditionSummary, ...], kind: str, key: str, page: str
) -> tuple[Beginning, ...]:
    found = [edition.id for edition in editions if edition.counts.get(kind)]
    return tuple(Beginning(key=key, href=f"/editions/{each}{page}") for each in found[:1])


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


@get("/openapi", media_type=MediaType.JSON, operation_id="openapi", responses=FAULTS)
async def openapi_page(
    visit: NamedDependency[Visit], described: NamedDependency[OpenapiContext]
) -> Response[OpenapiContext]:
    """Every JSON address with its parameters; the twin is the OpenAPI document."""
    return visit.answer("openapi.html", lambda _: described)
