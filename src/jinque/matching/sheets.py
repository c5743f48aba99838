"""The first sheet of the answer for a roster: counts, and what they are not.

The answer for a roster as tables for people.

The empty roster that an employer fills in, with explanations and lists to choose from.
"""

from collections.abc import Iterator
from datetime import date

from jinque.criteria.wording import describe
from jinque.dataset import Sheet
from jinque.locale import NOTHING, Sentence, clauses, say, say_in, say_n
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    VERDICT_NAMES,
    Assessment,
    Verdict,
)
from jinque.model.roster import ROSTER_NOTICE, PersonScreened, PostTotals, ScreeningAnswer
from jinque.parameters import RosterColumn
from jinque.parameters.words import load_criteria_words, load_screening_columns
from jinque.roster import SMALLEST_SHOWN, protect

HIDDEN = say("too few people to be told")

_Cell = Sentence | str | int | date | None


_BLANK = (None, None, None, None)


def summary_sheet(answer: ScreeningAnswer) -> Sheet:
    """Return what the result is, whom it counts, and for each post how many match."""
    return Sheet(
        name=say_in("roster", "Summary"),
        headings=(
            say("Item or post"),
            say("In agreement with what is listed"),
            say("Incomplete"),
            say("Not in agreement (years still missing included)"),
            say_in("post", "Identifier"),
        ),
        rows=(*_head(answer), *_posts(answer)),
        widths=(60, 18, 18, 22, 28),
    )


def shown(count: int | None) -> int | Sentence:
    """Return a count, or words where it is too small to be shown."""
    return HIDDEN if count is None else count


def totals_shown(post: PostTotals) -> tuple[int | None, int | None, int | None]:
    """Return the counts of a post; None for numbers that would point at somebody."""
    counts = {"met": post.matches, "open": post.undecided, "unmet": post.not_matching}
    found = protect(counts)
    return found["met"], found["open"], found["unmet"]


def people_with(answer: ScreeningAnswer, verdict: Verdict) -> int | None:
    """Return how many people have a post of a verdict among those explained; None if 1 or 2."""
    found = sum(
        any(each.verdict is verdict for each in person.worth_reading) for person in answer.people
    )
    return None if 0 < found < SMALLEST_SHOWN else found


def _head(answer: ScreeningAnswer) -> Iterator[tuple[_Cell, ...]]:
    yield SELF_CHECK_NOTICE, *_BLANK
    yield ROSTER_NOTICE, *_BLANK
    yield say("Reckoned as of {on}", on=answer.on), *_BLANK
    people, rejects = len(answer.people), len(answer.rejects)
    yield say("Rows of the roster: {n}", n=people + rejects), *_BLANK
    yield say_n("With a result: {n} person", "With a result: {n} people", n=people), *_BLANK
    yield (
        say_n(
            "Not read (see “Not read”): {n} row", "Not read (see “Not read”): {n} rows", n=rejects
        ),
        *_BLANK,
    )
    for verdict in (Verdict.MATCHES, Verdict.NOT_YET, Verdict.INCOMPLETE):
        is_early = verdict is Verdict.NOT_YET
        more = say(" ({condition})", condition=NOT_YET_CONDITION) if is_early else NOTHING
        told = say(
            "People with at least one post “{verdict}”{more}: {people}",
            verdict=VERDICT_NAMES[verdict],
            more=more,
            people=shown(people_with(answer, verdict)),
        )
        yield told, *_BLANK
    told = say("Posts without conditions: {n}, not counted as matches", n=answer.no_stated)
    yield told, *_BLANK
    for unread in answer.unread:
        yield say("Sheet or column not read: {unread}", unread=unread), *_BLANK


def _posts(answer: ScreeningAnswer) -> Iterator[tuple[_Cell, ...]]:
    ordered = sorted(answer.posts, key=lambda post: (-post.matches, -post.undecided))
    for post in ordered:
        yield (post.name, *map(shown, totals_shown(post)), post.post_id)


Row = tuple[Sentence | str | int | date | None, ...]

_PERSON = (say("Position"), say("Staff number"), say_in("person", "Name"))
_PERSON_WIDTHS = (12, 12, 12)
_POST = (
    say_in("heading", "Post"),
    say_in("post", "Identifier"),
    say("Catalogue"),
    say("Result of the self-check (not a decision)"),
)
_POST_WIDTHS = (24, 26, 26, 24)


def result_sheets(answer: ScreeningAnswer) -> tuple[Sheet, ...]:
    """Return the summary, people with posts, near misses, what is missing, clauses, rejects."""
    return (
        summary_sheet(answer),
        posts_sheet(answer),
        _near_misses(answer),
        _missing(answer),
        _clauses(answer),
        rejects_sheet(answer),
    )


def posts_sheet(answer: ScreeningAnswer) -> Sheet:
    """Return one row for each person and post that nothing, or time alone, stands against."""
    return Sheet(
        name=say("People and posts"),
        headings=(
            *_PERSON,
            *_POST,
            say("How near"),
            say("To be shown"),
            say("To be judged"),
            say("Earliest day"),
        ),
        rows=tuple(
            (
                *_of_person(each),
                *_of_post(found),
                found.nearness.reason,
                _quotes(found, "evidence"),
                _quotes(found, "undecided"),
                found.earliest_date,
            )
            for each, found in _worth_reading(answer)
            if found.verdict is not Verdict.DOES_NOT_MATCH
        ),
        widths=(*_PERSON_WIDTHS, *_POST_WIDTHS, 20, 50, 50, 14),
    )


def rejects_sheet(answer: ScreeningAnswer) -> Sheet:
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


def _near_misses(answer: ScreeningAnswer) -> Sheet:
    return Sheet(
        name=say("One clause short"),
        headings=(*_PERSON, *_POST, say("Not met, as printed"), say("Why")),
        rows=tuple(
            (
                *_of_person(each),
                *_of_post(found),
                _quotes(found, "unmet"),
                clauses(one.reason for one in found.unmet),
            )
            for each, found in _worth_reading(answer)
            if found.verdict is Verdict.DOES_NOT_MATCH
        ),
        widths=(*_PERSON_WIDTHS, *_POST_WIDTHS, 40, 60),
    )


def _missing(answer: ScreeningAnswer) -> Sheet:
    """Return for each person the facts that are still wanted, and by how many of their posts."""
    rows: list[Row] = []
    for each in answer.people:
        wanted: dict[Sentence, int] = {}
        for found in each.worth_reading:
            for fact in found.missing:
                wanted[fact.question] = wanted.get(fact.question, 0) + 1
        ordered = sorted(wanted.items(), key=lambda one: -one[1])
        rows += [(*_of_person(each), question, posts) for question, posts in ordered]
    return Sheet(
        name=say("Facts missing"),
        headings=(*_PERSON, say("Still to be known"), say("Posts listed that ask for it")),
        rows=rows,
        widths=(*_PERSON_WIDTHS, 70, 20),
    )


def _clauses(answer: ScreeningAnswer) -> Sheet:
    """Return the printed words of every post that is named, with our reading and the place."""
    posts = {found.post.id: found for _, found in _worth_reading(answer)}
    rows = [
        (
            *(found.post.name, found.post.id, _catalogue(found)),
            *(one.demand.quote, describe(one.demand.criterion)),
            say("line {n}", n=str(one.demand.citation.span.line_start)),
        )
        for _, found in sorted(posts.items())
        for one in found.findings
    ]
    return Sheet(
        name=say_in("sheet", "Clauses"),
        headings=(*_POST[:3], say("Printed words"), say("Our reading (inferred)"), say("Where")),
        rows=rows,
        widths=(24, 26, 26, 60, 60, 12),
    )


def _worth_reading(answer: ScreeningAnswer) -> Iterator[tuple[PersonScreened, Assessment]]:
    for each in answer.people:
        for found in each.worth_reading:
            yield each, found


def _of_person(each: PersonScreened) -> Row:
    return each.who.place.address, each.who.staff_id, each.who.name


def _of_post(found: Assessment) -> Row:
    return found.post.name, found.post.id, _catalogue(found), VERDICT_NAMES[found.verdict]


def _catalogue(found: Assessment) -> str:
    """Return the title of the catalogue, of its file where it prints none."""
    metadata = found.edition.metadata
    return metadata.title.value or metadata.place.value or found.edition.source_name


def _quotes(found: Assessment, which: str) -> str:
    return "；".join(dict.fromkeys(one.demand.quote for one in getattr(found, which)))


_WIDTH = 18
_NONE = "无"
_ADVICE = (
    say("No identity card or phone numbers: a roster with such a column or cell is not read."),
    say(
        "One row a person; leave blank what is not known: blank is “unknown”, not “no”. The "
        "roster is not kept."
    ),
)


def template_sheets() -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column."""
    columns = load_screening_columns()
    lists = [_choices(column) for column in columns]
    roster = Sheet(
        name=say_in("sheet", "Roster"),
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name=say("How to fill it in"),
        headings=(say_in("roster", "Column"), say("What to write"), say("Choices")),
        rows=(*(("", advice, "") for advice in _ADVICE), *explained),
        widths=(30, 90, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, Sentence, str]:
    return column.heading, column.meaning, "、".join(choices)


def _choices(column: RosterColumn) -> tuple[str, ...]:
    words = load_criteria_words()
    if column.is_yes_no:
        return ("是", "否")
    found = {
        "level": (*words.education_ranks, _NONE),
        "degree": (*words.degree_ranks, _NONE),
        "title": (*words.title_ranks, _NONE),
    }
    return found.get(column.key, ())
