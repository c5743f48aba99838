"""Rows of a roster become questions to the bridge; what cannot be read is told cell by cell.

Puts every person of a roster to the bridge; every row is a result or a reject.

Counts over a roster put to the ladder.

An answer of the bridge shortened to what a roster shows, and when its person may apply.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from jinque.criteria import add_years
from jinque.errors import InvalidOptionError
from jinque.ladder.answer import answer
from jinque.ladder.rules import Rulebook, rules_in_force
from jinque.locale import Sentence, say
from jinque.model import Document
from jinque.model.ladder import BridgeAnswer, BridgeRequest, BridgeStatus, Direction, Step
from jinque.model.person import MissingFact, Outcome, Person, Skill, Title
from jinque.model.roster import (
    RejectedRow,
    RosterAnswer,
    RosterEntry,
    RosterFault,
    RosterGroup,
    RosterResult,
    RosterVerdict,
    Timing,
)
from jinque.parameters import load_roster_terms
from jinque.roster import (
    SMALLEST_SHOWN,
    Cells,
    Line,
    Page,
    lines_of,
    pages_of,
    protect,
    read_appraisals,
    read_awards,
    read_day,
    read_years,
    read_yes_no,
    refuse_headings,
    refuse_values,
)


def read_line(page: Page, line: Line, *, place: str | None, on: date) -> RosterEntry | RejectedRow:
    """Return the person of a row, or everything that is wrong with the row.

    Args:
        page: the sheet.
        line: the row.
        place: where who names no place works; None is unknown.
        on: the day asked about.
    """
    cells = Cells(page, line)
    entry = _entry(cells, place, on)
    if not line.cells.keys() & page.columns.keys():
        words = say("nothing of it stands in a column of the roster")
        cells.faults.append(RosterFault(place=line.place(), heading="", message=words))
    if not cells.faults:
        return entry
    return RejectedRow(
        place=line.place(),
        staff_id=entry.staff_id,
        name=entry.name,
        faults=tuple(cells.faults),
    )


def _entry(cells: Cells, place: str | None, on: date) -> RosterEntry:
    person = _person(cells, place)
    directions = [Direction.SKILL_TO_TITLE] if person.skills or not person.titles else []
    directions += [Direction.TITLE_TO_SKILL] if person.titles else []
    levels = {key: cells.text(key) for key in ("skill_level", "title")}
    return RosterEntry(
        place=cells.line.place(),
        staff_id=cells.text("staff_id") or "",
        name=cells.text("name") or "",
        requests=tuple(
            BridgeRequest(
                direction=direction, person=person, occupation=cells.text("occupation"), on=on
            )
            for direction in directions
        ),
        levels={
            typed: (cells.place(key), cells.headings[key]) for key, typed in levels.items() if typed
        },
    )


def _person(cells: Cells, place: str | None) -> Person:
    skills, titles = _levels(cells)
    return Person(
        place=cells.text("place") or place,
        skills=skills,
        titles=titles,
        in_post_since=cells.read("in_post_since", read_day),
        appraisals=cells.read(
            "appraisals", lambda typed, where: read_appraisals(typed, where, bare_is_passed=False)
        )
        or (),
        awards=cells.read("awards", lambda typed, _: read_awards(typed)),
        observes_law=cells.read("good_conduct", read_yes_no),
        works_in_occupation=cells.read("in_occupation", read_yes_no),
        is_public_institution_staff=cells.read("public_institution", read_yes_no),
        meets_post_rules=cells.read("post_rules", read_yes_no),
        is_front_line_master=cells.read("front_line", read_yes_no),
    )


def _levels(
    cells: Cells,
) -> tuple[tuple[Skill, ...] | None, tuple[Title, ...] | None]:
    """Return skill level and title; day and years are of the title only where it is alone."""
    skill, title, series = cells.text("skill_level"), cells.text("title"), cells.text("series")
    day, years = cells.read("obtained", read_day), cells.read("years", read_years)
    skills = (Skill(level=skill, obtained_on=day, years_worked=years),) if skill else None
    if title is None:
        return skills, None
    if skill:
        return skills, (Title(level=title, series=series),)
    return None, (Title(level=title, series=series, obtained_on=day, years_worked=years),)


_TIMINGS = {
    BridgeStatus.MAY_APPLY: Timing.NOW,
    BridgeStatus.NOT_LISTED: Timing.NOT_LISTED,
    BridgeStatus.FACTS_MISSING: Timing.FACTS_MISSING,
    BridgeStatus.NOT_APPLICABLE: Timing.NOT_APPLICABLE,
}


def shorten(answer: BridgeAnswer) -> RosterVerdict:
    """Keep of an answer what a roster shows."""
    step, above = answer.step, answer.next_step
    return RosterVerdict(
        direction=answer.request.direction,
        status=answer.status,
        timing=timing_of(answer),
        headline=answer.headline,
        occupation=answer.request.occupation,
        to_level=step.to_level if step else None,
        series=answer.row.printed if answer.row else None,
        clause=step.rule.clause if step else None,
        quote=step.rule.quote if step else None,
        short=_short(step) if step else (),
        earliest_date=step.earliest_date if step else None,
        next_level=above.to_level if above else None,
        next_date=above.earliest_date if above else None,
        missing=_missing(answer),
    )


def timing_of(answer: BridgeAnswer) -> Timing:
    """Tell when the person may apply; within a year counts the day itself one year on."""
    if answer.status in _TIMINGS:
        return _TIMINGS[answer.status]
    earliest = answer.step.earliest_date if answer.step else None
    if earliest is None:
        return Timing.NOT_BY_TIME
    is_soon = earliest <= add_years(answer.request.on, 1)
    return Timing.WITHIN_A_YEAR if is_soon else Timing.LATER


def _missing(answer: BridgeAnswer) -> tuple[MissingFact, ...]:
    """Return what the deciding rung wants, not what only remarks beside it ask."""
    return answer.step.missing if answer.step else answer.missing


def _short(step: Step) -> tuple[Sentence, ...]:
    short = [finding for finding in step.findings if finding.outcome is Outcome.NOT_MET]
    return tuple(
        say("{reason} ({clause})", clause=finding.clause, reason=finding.reason)
        for finding in short
    )


Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

ROSTER_NOTICE = say(
    "This is a self-check by the words of the rules, not a decision: to be allowed to "
    "apply is not to hold, and the authority's rules of the year prevail. It must not by "
    "itself be the ground of a hiring, promotion or dismissal."
)
_STEP = 200
_TEMPLATE = "jinque screen --bridge --template"
_REMEMBERED = 4096


def screen_roster(
    books: Sequence[Rulebook],
    document: Document,
    *,
    where: str,
    on: date,
    place: str | None = None,
    progress: Progress | None = None,
) -> RosterAnswer:
    """Answer for every person of a roster.

    Args:
        books: rules of any number of places.
        document: the roster as read.
        where: name of the file, for an error.
        on: the day asked about.
        place: where who names no place works; None is unknown.
        progress: called every 200 people, and once at the end.

    Raises:
        NothingFoundError: no sheet has a heading row.
        NotReadableError: two columns mean the same.
        PersonalDataError: it holds identity card or phone numbers.
    """
    sheets = lines_of(document)
    refuse_values(line for lines in sheets.values() for line in lines)
    pages, others = pages_of(sheets, load_roster_terms().columns, where, _TEMPLATE)
    refuse_headings(pages)
    results, rejects = _sort(books, pages, place, on, progress)
    return RosterAnswer(
        on=on,
        results=tuple(results),
        rejects=tuple(rejects),
        unread=(*others, *(heading for page in pages for heading in page.strange)),
        documents=tuple(rules_in_force(book) for book in books),
        notice=ROSTER_NOTICE,
    )


def _sort(
    books: Sequence[Rulebook],
    pages: Sequence[Page],
    place: str | None,
    on: date,
    progress: Progress | None,
) -> tuple[list[RosterResult], list[RejectedRow]]:
    ask = _asking(books)
    rows: list[tuple[Page, Line]] = [(page, line) for page in pages for line in page.lines]
    results: list[RosterResult] = []
    rejects: list[RejectedRow] = []
    for done, (page, line) in enumerate(rows):
        if progress and done % _STEP == 0:
            progress(done, len(rows))
        entry = read_line(page, line, place=place, on=on)
        outcome = _screen(entry, ask) if isinstance(entry, RosterEntry) else entry
        if isinstance(outcome, RosterResult):
            results.append(outcome)
        else:
            rejects.append(outcome)
    if progress:
        progress(len(rows), len(rows))
    return results, rejects


def _asking(books: Sequence[Rulebook]) -> Callable[[BridgeRequest], RosterVerdict]:
    """Return a way to ask that remembers equal questions; it is forgotten with the roster."""

    @lru_cache(maxsize=_REMEMBERED)
    def ask(request: BridgeRequest) -> RosterVerdict:
        return shorten(answer(books, request))

    return ask


def _screen(
    entry: RosterEntry, ask: Callable[[BridgeRequest], RosterVerdict]
) -> RosterResult | RejectedRow:
    try:
        verdicts = tuple(ask(request) for request in entry.requests)
    except InvalidOptionError as error:
        place, heading = entry.levels.get(error.where, (entry.place, ""))
        fault = RosterFault(place=place, heading=heading, message=error.told)
        return RejectedRow(
            place=entry.place, staff_id=entry.staff_id, name=entry.name, faults=(fault,)
        )
    return RosterResult(
        place=entry.place, staff_id=entry.staff_id, name=entry.name, verdicts=verdicts
    )


TIMING_NAMES = {
    Timing.NOW: say("may apply now"),
    Timing.WITHIN_A_YEAR: say("within a year, unknowns aside"),
    Timing.LATER: say("later than in a year"),
    Timing.NOT_BY_TIME: say("not yet, and not by time alone"),
    Timing.FACTS_MISSING: say("facts missing"),
    Timing.NOT_LISTED: say("not listed: a committee decides"),
    Timing.NOT_APPLICABLE: say("the rules do not apply there"),
}


def summarise(answer: RosterAnswer) -> tuple[RosterGroup, ...]:
    """Count the people in each direction that was asked of anybody."""
    verdicts = [verdict for result in answer.results for verdict in result.verdicts]
    directions = [each for each in Direction if any(v.direction is each for v in verdicts)]
    return tuple(
        _group(direction, [each for each in verdicts if each.direction is direction])
        for direction in directions
    )


def _group(direction: Direction, verdicts: list[RosterVerdict]) -> RosterGroup:
    counts = Counter(verdict.timing for verdict in verdicts)
    facts = Counter(fact.fact for verdict in verdicts for fact in dict.fromkeys(verdict.missing))
    questions = {fact.fact: fact.question for v in verdicts for fact in v.missing}
    return RosterGroup(
        direction=direction,
        counts=protect({timing: counts[timing] for timing in Timing}),
        missing=tuple(
            (questions[fact], count if count >= SMALLEST_SHOWN else None)
            for fact, count in facts.most_common()
        ),
    )
