"""The ladder between skill levels and titles, and the form that asks how far one is.

All rules of a ladder by clause, as printed and as read.

One occupation of a ladder's table, with its ladder.

The occupations of a ladder's table, to search.

The ladder, its rules and its occupations.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque import api
from jinque.errors import UnknownPageError
from jinque.locale import say
from jinque.model import EditionSummary
from jinque.model.ladder import CitedRule, LadderRule, NearName, RulesInForce, TableRow
from jinque.web.forms import FieldError, Filter, Option, Paging
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.ladder.diagram import Diagram, LadderView, draw
from jinque.web.pages.ladder.rules import (
    ChoicesView,
    ClassesView,
    near_rows,
)
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderContext:
    """What `/ladder` shows.

    Attributes:
        place: asked for; empty where none was.
        occupation: chosen for the form; empty where none was.
        ladder: None where there are no rules for the place; the form then is not shown either.
        known_places: first names of the places for which there are rules.
        rules: number of rules.
        occupations: number of rows of the table.
        classes: of technical schools; None where the rules name none.
    """

    place: str
    occupation: str
    ladder: LadderView | None
    known_places: tuple[str, ...]
    rules: int
    occupations: int
    choices: ChoicesView | None
    classes: ClassesView | None

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of the form as they are filled in."""
        return {"occupation": (self.occupation,)} if self.occupation else {}

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Return none: nothing was sent yet."""
        return ()

    @property
    def diagram(self) -> Diagram | None:
        """Return the drawing, with nobody on it."""
        return draw(self.ladder, {}) if self.ladder else None


def ladder_context(workspace: api.Workspace, place: str, occupation: str) -> LadderContext:
    """Gather the ladder of a place, or say that there is none."""
    book = api.ladder(workspace, place or None)
    return LadderContext(
        place=place,
        occupation=occupation,
        ladder=LadderView.of(book) if book else None,
        known_places=known_places(workspace),
        rules=len(book.cited) if book else 0,
        occupations=len(book.rows) if book else 0,
        choices=ChoicesView.of(book) if book else None,
        classes=ClassesView.of(workspace, book) if book else None,
    )


def known_places(workspace: api.Workspace) -> tuple[str, ...]:
    """Return the first name of each place for which there are rules."""
    return tuple(book.ladder.places[0] for book in workspace.rulebooks())


def book_of(workspace: api.Workspace, place: str) -> api.Rulebook:
    """Return the rules of a place, of any if it is empty.

    Raises:
        UnknownPageError: there are none.
    """
    book = api.ladder(workspace, place or None)
    if book:
        return book
    known = "、".join(known_places(workspace))
    raise UnknownPageError(
        say("No rules for “{place}” are at hand", place=place),
        where="place",
        hint=say("There are rules for {known}", known=known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReading:
    """A rule and how it was read; fields as in `LadderRule`.

    Attributes:
        clause_order: place of the paragraph in the edition's clauses, counted from 1; None where
            the words stand in a note.
    """

    rule: CitedRule
    clause_order: int | None
    from_levels: tuple[str, ...]
    from_printed: str
    to_level: str | None
    years: int | None
    conditions: tuple[str, ...]
    open_conditions: tuple[str, ...]
    listed: tuple[str, ...]
    is_open_list: bool
    graduate_of: str
    counts_as: str
    only_for: str
    exempts: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseGroup:
    """Rules of one clause, in printed order."""

    clause: str
    rules: tuple[RuleReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRulesContext:
    """What `/ladder/rules` shows; `total` counts the rules."""

    edition: EditionSummary
    document: RulesInForce
    groups: tuple[ClauseGroup, ...]
    total: int


def ladder_rules_context(workspace: api.Workspace, place: str) -> LadderRulesContext:
    """Gather the rules of a place.

    Raises:
        UnknownPageError: there are none for it.
    """
    book = book_of(workspace, place)
    groups: dict[str, list[RuleReading]] = {}
    for rule in book.ladder.rules:
        groups.setdefault(rule.clause, []).append(_reading(book, rule))
    summary = api.edition(workspace, book.ladder.edition_id).summary
    return LadderRulesContext(
        edition=summary,
        document=api.rules_in_force(book),
        groups=tuple(
            ClauseGroup(clause=clause, rules=tuple(rules)) for clause, rules in groups.items()
        ),
        total=len(book.ladder.rules),
    )


def _reading(book: api.Rulebook, rule: LadderRule) -> RuleReading:
    cited = book.cited[rule.id]
    spans = ((each.order, each.citation.span) for each in book.edition.clauses)
    start, end = cited.citation.span.start, cited.citation.span.end
    orders = (order for order, span in spans if span.start <= start and end <= span.end)
    return RuleReading(
        rule=cited,
        clause_order=next(orders, None),
        from_levels=rule.from_levels,
        from_printed=rule.from_printed,
        to_level=rule.to_level,
        years=rule.years,
        conditions=rule.conditions,
        open_conditions=rule.open_conditions,
        listed=rule.listed,
        is_open_list=rule.is_open_list,
        graduate_of=rule.graduate_of,
        counts_as=rule.counts_as,
        only_for=rule.only_for,
        exempts=rule.exempts,
        pairs=rule.pairs,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderOccupationContext:
    """What `/ladder/occupations/{serial}` shows.

    Attributes:
        ladder: the same for every occupation.
        near: other listed names like this one.
        table_rule: the rule that refers to the table.
    """

    edition: EditionSummary
    mapping: TableRow
    ladder: LadderView
    near: tuple[NearName, ...]
    table_rule: CitedRule
    previous_serial: int | None
    next_serial: int | None

    @property
    def diagram(self) -> Diagram:
        """Return the drawing, with nobody on it."""
        return draw(self.ladder, {})


def ladder_occupation_context(
    workspace: api.Workspace, place: str, serial: int
) -> LadderOccupationContext:
    """Gather one row with its ladder.

    Raises:
        UnknownPageError: there are no rules for the place, or no such row.
    """
    book = book_of(workspace, place)
    rows = tuple(book.rows.values())
    serials = [row.serial for row in rows]
    if serial not in serials:
        raise _unknown(serial, serials)
    row = rows[serials.index(serial)]
    return LadderOccupationContext(
        edition=api.edition(workspace, book.ladder.edition_id).summary,
        mapping=row,
        ladder=LadderView.of(book),
        near=near_rows(row.name, [other for other in rows if other.serial != serial]),
        table_rule=book.cited[book.ladder.table.rule],
        previous_serial=max((each for each in serials if each < serial), default=None),
        next_serial=min((each for each in serials if each > serial), default=None),
    )


def _unknown(serial: int, serials: list[int]) -> UnknownPageError:
    first, last = min(serials, default=0), max(serials, default=0)
    return UnknownPageError(
        say("The table has no number {serial}", serial=str(serial)),
        where=str(serial),
        hint=say("Its numbers are {first} to {last}", first=str(first), last=str(last)),
    )


PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderOccupationsContext:
    """What `/ladder/occupations` shows.

    Attributes:
        filters: `series`, as printed.
        total: rows that match.
        of: rows of the table.
        near: listed names like the words looked for; only where no name holds them.
        note: the rule on what the table does not list.
    """

    edition: EditionSummary
    query: str
    filters: tuple[Filter, ...]
    rows: tuple[TableRow, ...]
    total: int
    of: int
    paging: Paging
    near: tuple[NearName, ...]
    note: CitedRule


def ladder_occupations_context(
    workspace: api.Workspace, place: str, query: str, series: str, page: int
) -> LadderOccupationsContext:
    """Gather the rows whose name holds the words and whose series are those printed.

    A name that is the words comes first, the others follow in printed order.

    Raises:
        UnknownPageError: there are no rules for the place.
        InvalidOptionError: there is no such page.
    """
    book = book_of(workspace, place)
    rows = tuple(book.rows.values())
    named = [row for row in rows if _folded(query) in _folded(row.name)]
    named.sort(key=lambda row: _folded(row.name) != _folded(query))
    found = [row for row in named if not series or row.printed == series]
    paging = Paging.of(len(found), page, PER_PAGE)
    shown = found[paging.offset : paging.offset + PER_PAGE]
    return LadderOccupationsContext(
        edition=api.edition(workspace, book.ladder.edition_id).summary,
        query=query,
        filters=(_series_filter(named, series),),
        rows=tuple(shown),
        total=len(found),
        of=len(rows),
        paging=paging,
        near=() if named else near_rows(query, rows),
        note=book.cited[book.ladder.table.note_rule],
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")


def _series_filter(rows: Iterable[TableRow], chosen: str) -> Filter:
    counts = Counter(row.printed for row in rows)
    options = tuple(
        Option(value=value, count=count, is_chosen=value == chosen)
        for value, count in counts.most_common()
    )
    return Filter(name="series", chosen=(chosen,) if chosen else (), options=options)


@get("/ladder", media_type=MediaType.JSON, operation_id="ladder", responses=FAULTS)
async def ladder_page(
    visit: NamedDependency[Visit], place: FromQuery[str] = "", occupation: FromQuery[str] = ""
) -> Response[LadderContext]:
    """The ladder between skill levels and titles, and what it takes to climb it."""
    where, chosen = place.strip(), occupation.strip()
    return visit.answer("ladder.html", lambda workspace: ladder_context(workspace, where, chosen))


@get(
    "/ladder/rules",
    media_type=MediaType.JSON,
    operation_id="ladder_rules",
    responses=FAULTS_OF_ONE,
)
async def ladder_rules_page(
    visit: NamedDependency[Visit], place: FromQuery[str] = ""
) -> Response[LadderRulesContext]:
    """All rules of the ladder by clause, with their words and from when they hold."""
    return visit.answer(
        "ladder_rules.html", lambda workspace: ladder_rules_context(workspace, place.strip())
    )


@get(
    "/ladder/occupations",
    media_type=MediaType.JSON,
    operation_id="ladder_occupations",
    responses=FAULTS_OF_ONE,
)
async def ladder_occupations_page(
    visit: NamedDependency[Visit],
    place: FromQuery[str] = "",
    q: FromQuery[str] = "",
    series: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[LadderOccupationsContext]:
    """The occupations of the table with their title series, page by page."""
    where, query = place.strip(), q.strip()
    return visit.answer(
        "ladder_occupations.html",
        lambda workspace: ladder_occupations_context(workspace, where, query, series, page),
    )


@get(
    "/ladder/occupations/{serial:int}",
    media_type=MediaType.JSON,
    operation_id="ladder_occupation",
    responses=FAULTS_OF_ONE,
)
async def ladder_occupation_page(
    visit: NamedDependency[Visit], serial: FromPath[int], place: FromQuery[str] = ""
) -> Response[LadderOccupationContext]:
    """An occupation with its title series and its ladder."""
    return visit.answer(
        "ladder_occupation.html",
        lambda workspace: ladder_occupation_context(workspace, place.strip(), serial),
    )
