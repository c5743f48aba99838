"""The start page."""

from dataclasses import dataclass

from jinque import api
from jinque.model import EditionSummary
from jinque.web.contexts.cards import EditionCard


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

    editions: tuple[EditionCard, ...]
    totals: Totals
    groups: tuple[Group, ...]


def start_context(workspace: api.Workspace) -> StartContext:
    """Gather the start page."""
    editions = api.catalogues(workspace)
    cards = tuple(EditionCard.of(edition) for edition in editions)
    totals = Totals(
        editions=len(cards),
        rows=sum(card.rows for card in cards),
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
