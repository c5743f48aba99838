"""Puts every person of a roster to the bridge; every row is a result or a reject."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from jinque.bridge.answering import answer
from jinque.bridge.roster_reading import read_line
from jinque.bridge.roster_verdict import shorten
from jinque.bridge.rulebook import Rulebook
from jinque.bridge.validity import rules_in_force
from jinque.errors import InvalidOptionError
from jinque.model import Document, Words
from jinque.model.bridge import BridgeRequest
from jinque.model.bridge_roster import RosterAnswer, RosterResult, RosterVerdict
from jinque.model.bridge_roster_row import RejectedRow, RosterEntry, RosterFault
from jinque.parameters import load_roster_terms
from jinque.roster.cells import message_of
from jinque.roster.lines import Line, Page, lines_of, pages_of
from jinque.roster.privacy import refuse_headings, refuse_values

Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

ROSTER_NOTICE = Words(
    zh="本结果仅按规则文字自查，不是认定结论；可以申报不等于取得，以受理机关当年规定为准。"
    "不得单独作为录用、晋升、解聘依据。",
    en="This is a self-check by the words of the rules, not a decision: to be allowed to apply is "
    "not to hold, and the authority's rules of the year prevail. It must not by itself be the "
    "ground of a hiring, promotion or dismissal.",
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
        fault = RosterFault(place=place, heading=heading, message=message_of(error))
        return RejectedRow(
            place=entry.place, staff_id=entry.staff_id, name=entry.name, faults=(fault,)
        )
    return RosterResult(
        place=entry.place, staff_id=entry.staff_id, name=entry.name, verdicts=verdicts
    )
