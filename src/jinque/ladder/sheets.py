"""The first sheet of the answer for a roster: counts, what it is not, what it rests on.

The answer for a roster as tables for people.

The empty roster that an employer fills in, with explanations and lists to choose from.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from jinque.dataset import Sheet
from jinque.ladder.roster import TIMING_NAMES, summarise
from jinque.ladder.rules import Rulebook
from jinque.ladder.wording import STATUS_NAMES
from jinque.locale import Sentence, clauses, say, say_in, sentences
from jinque.model.ladder import Direction
from jinque.model.roster import RosterAnswer, RosterResult, RosterVerdict, Timing
from jinque.parameters import RosterColumn, load_roster_terms

DIRECTION_NAMES = {
    Direction.SKILL_TO_TITLE: say("apply for a title"),
    Direction.TITLE_TO_SKILL: say("take a skill assessment"),
}
_HIDDEN = say("too few people to be told")


def summary_sheet(answer: RosterAnswer) -> Sheet:
    """Return the counts with what the result is not, and what it rests on."""
    return Sheet(
        name=say_in("roster", "Summary"),
        headings=(say("Item"), say("People, or a remark")),
        rows=tuple(_summary(answer)),
        widths=(44, 80),
    )


def _summary(answer: RosterAnswer) -> Iterator[tuple[Sentence, Sentence | str | int | date]]:
    yield say("Remark"), answer.notice
    yield say_in("roster", "As of"), answer.on
    yield say("Rows of the roster"), len(answer.results) + len(answer.rejects)
    yield say("With a result"), len(answer.results)
    yield say("Not read (see “Not read”)"), len(answer.rejects)
    for group in summarise(answer):
        name = DIRECTION_NAMES[group.direction]
        for timing, count in group.counts.items():
            told = say("{direction}: {timing}", direction=name, timing=TIMING_NAMES[timing])
            yield told, _HIDDEN if count is None else count
        for question, people in group.missing:
            told = say("{direction}: “{question}” is missing", direction=name, question=question)
            yield told, _HIDDEN if people is None else people
    for unread in answer.unread:
        yield say("Sheet or column not read"), unread
    for document in answer.documents:
        title = " ".join(filter(None, (document.document_number, document.title)))
        rests_on = say(
            "{document} (in force from {effective_from}; {basis})",
            document=title,
            effective_from=document.effective_from,
            basis=document.basis,
        )
        yield say("Rests on"), rests_on


Row = tuple[Sentence | str | int | date | None, ...]

_PERSON = (
    say("Position"),
    say("Staff number"),
    say_in("person", "Name"),
    say_in("ladder", "Occupation"),
)
_VERDICT = (
    say("Result of the self-check (not a decision)"),
    say("When"),
    say_in("ladder", "Level"),
    say("Title series"),
    say("Clause"),
    say("Words of the clause"),
    say("Earliest day"),
    say("Conditions not met"),
    say_in("heading", "Facts missing"),
    say("Next level"),
    say("Earliest day of the next level"),
)
_SOON = (Timing.NOW, Timing.WITHIN_A_YEAR)
_VERDICT_WIDTHS = (18, 22, 10, 18, 14, 40, 14, 40, 40, 10, 16)


def result_sheets(answer: RosterAnswer) -> tuple[Sheet, ...]:
    """Return the summary, who may apply soon, every person, what is missing, rows not read."""
    return (
        summary_sheet(answer),
        _soon_sheet(answer),
        people_sheet(answer),
        _missing_sheet(answer),
        rejects_sheet(answer),
    )


def people_sheet(answer: RosterAnswer) -> Sheet:
    """Return one row for each person, in the order of the roster."""
    headings = [
        say("{direction}: {heading}", direction=DIRECTION_NAMES[direction], heading=heading)
        for direction in Direction
        for heading in _VERDICT
    ]
    rows = tuple((*_person(each), *_both(each)) for each in answer.results)
    return Sheet(
        name=say("Results"),
        headings=(*_PERSON, *headings),
        rows=rows,
        widths=(12, 12, 12, 18, *_VERDICT_WIDTHS, *_VERDICT_WIDTHS),
    )


def rejects_sheet(answer: RosterAnswer) -> Sheet:
    """Return one row for each cell at fault of the rows that were not read."""
    return Sheet(
        name=say_in("roster", "Not read"),
        headings=(
            say_in("roster", "Row"),
            say("Staff number"),
            say_in("person", "Name"),
            say("Cell"),
            say_in("roster", "Column"),
            say_in("fault", "Why"),
        ),
        rows=tuple(
            (
                *(row.place.address, row.staff_id, row.name),
                *(fault.place.address, fault.heading, fault.message),
            )
            for row in answer.rejects
            for fault in row.faults
        ),
        widths=(12, 12, 12, 12, 20, 70),
    )


def _soon_sheet(answer: RosterAnswer) -> Sheet:
    found = [
        (*_person(result), DIRECTION_NAMES[verdict.direction], *_verdict(verdict))
        for timing in _SOON
        for result in answer.results
        for verdict in result.verdicts
        if verdict.timing is timing
    ]
    return Sheet(
        name=say("Now and within a year"),
        headings=(*_PERSON, say("Direction"), *_VERDICT),
        rows=found,
        widths=(12, 12, 12, 18, 14, *_VERDICT_WIDTHS),
    )


def _missing_sheet(answer: RosterAnswer) -> Sheet:
    return Sheet(
        name=say("Facts missing"),
        headings=(*_PERSON, say("Direction"), say("Still to be known")),
        rows=tuple(
            (*_person(result), DIRECTION_NAMES[verdict.direction], fact.question)
            for result in answer.results
            for verdict in result.verdicts
            for fact in verdict.missing
        ),
        widths=(12, 12, 12, 18, 14, 70),
    )


def _person(result: RosterResult) -> Row:
    occupation = result.verdicts[0].occupation if result.verdicts else None
    return result.place.address, result.staff_id, result.name, occupation


def _both(result: RosterResult) -> Iterator[Sentence | str | int | date | None]:
    """Yield the cells of both directions; blank where one was not asked."""
    by_direction = {verdict.direction: verdict for verdict in result.verdicts}
    for direction in Direction:
        found = by_direction.get(direction)
        yield from _verdict(found) if found else (None,) * len(_VERDICT)


def _verdict(verdict: RosterVerdict) -> Row:
    return (
        STATUS_NAMES[verdict.status],
        TIMING_NAMES[verdict.timing],
        verdict.to_level,
        verdict.series,
        verdict.clause,
        verdict.quote,
        verdict.earliest_date,
        clauses(verdict.short),
        sentences(fact.question for fact in verdict.missing),
        verdict.next_level,
        verdict.next_date,
    )


_YES_NO = ("是", "否")
_WIDTH = 18
_ADVICE = (
    say("No identity card or phone numbers: a roster with such a column or cell is not read."),
    say(
        "One row a person; leave blank what is not known: blank is “unknown”, not “no”. The "
        "roster is not kept."
    ),
)


def template_sheets(books: Sequence[Rulebook]) -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column.

    Args:
        books: the rules whose levels and series can be chosen.
    """
    columns = load_roster_terms().columns
    lists = [_choices(column, books) for column in columns]
    roster = Sheet(
        name=say_in("sheet", "Roster"),
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
        dates=tuple(number for number, column in enumerate(columns) if column.is_day),
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name=say("How to fill it in"),
        headings=(say_in("roster", "Column"), say("What to write"), say("Choices")),
        rows=(*(("", advice, "") for advice in _ADVICE), *explained),
        widths=(26, 80, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, Sentence, str]:
    return column.heading, column.meaning, "、".join(choices)


def _choices(column: RosterColumn, books: Sequence[Rulebook]) -> tuple[str, ...]:
    if column.is_yes_no:
        return _YES_NO
    series = (one.name for book in books for row in book.rows.values() for one in row.series)
    found = {
        "skill_level": (level for book in books for level in book.ladder.skill_order),
        "title": (level for book in books for level in book.ladder.title_order),
        "series": series,
    }
    return tuple(dict.fromkeys(found.get(column.key, ())))
