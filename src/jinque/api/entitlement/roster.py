"""A roster beside the rules of every place: each person by the best of their listed posts."""

from collections.abc import Mapping, Sequence
from datetime import date

from jinque.api.entitlement.answers import best_listing, rules_of_place
from jinque.api.entitlement.rules import calendar, rule_sets
from jinque.api.entitlement.shapes import amount_words, authority_lines, state_words
from jinque.dataset import Sheet
from jinque.entitlement import Evaluator
from jinque.entitlement.kernel import entitle_roster
from jinque.locale import Sentence, Translator, clauses, say, say_in
from jinque.model import Document
from jinque.model.entitlement.answer import Applicant, FactValue
from jinque.model.entitlement.roster import PersonEntitled, RosterGiven, SetTotals
from jinque.model.entitlement.rules import FactAsked, RuleSet
from jinque.model.matching import Assessment
from jinque.model.roster import PersonScreened
from jinque.parameters.entitlement.facts import fact_names, load_facts, read_value, wanted
from jinque.parameters.words import load_screening_columns
from jinque.roster import SMALLEST_SHOWN, lines_of, pages_of, protect
from jinque.text import fold

Row = tuple[str | None, int]
"""Sheet and row of a person."""

_MOST_UNREAD = 200
_CHINESE = Translator("zh")


def given_to_roster(
    document: Document, people: Sequence[PersonScreened], on: date, where: str
) -> RosterGiven:
    """Return what the rules of the posts' places come to for everybody of a roster.

    Facts of rules stand in further columns, by any of their names; they are as of the day asked
    about. A cell that cannot be read counts as not told, and is told.

    Args:
        document: the roster.
        people: as they were screened.
        on: the day asked about.
        where: name of the file, for an error.
    """
    known = tuple(
        dict.fromkeys((*load_facts(), *(fact for each in rule_sets() for fact in each.facts)))
    )
    facts, headings, unread = _facts(document, known, where)
    by_set: dict[str, tuple[RuleSet, list[tuple[PersonScreened, Assessment, Applicant]]]] = {}
    for each in people:
        told = facts.get((each.who.place.sheet, each.who.place.row), {})
        for rules, found in _sets_of(each).items():
            applicant = Applicant(
                person=each.who.person,
                facts=told,
                listings=tuple(
                    best_listing(several, edition) for edition, several in found[1].items()
                ),
                name=each.who.staff_id,
            )
            by_set.setdefault(rules, (found[0], []))[1].append((each, _first(found[1]), applicant))
    given: list[PersonEntitled] = []
    totals: list[SetTotals] = []
    for rules_of, rows in by_set.values():
        totals.append(_total(rules_of, [applicant for _, _, applicant in rows], on))
        judge = Evaluator(rules_of, on, calendar())
        given += [
            PersonEntitled(who=one.who, post=post.post.id, found=judge.entitle(applicant))
            for one, post, applicant in rows
        ]
    return RosterGiven(
        people=tuple(given),
        totals=tuple(totals),
        facts=headings,
        unread=tuple(unread[:_MOST_UNREAD]),
    )


def _first(editions: Mapping[str, list[Assessment]]) -> Assessment:
    return next(iter(editions.values()))[0]


def _sets_of(
    each: PersonScreened,
) -> dict[str, tuple[RuleSet, dict[str, list[Assessment]]]]:
    """Return the rule sets of the places of a person's posts, with these posts by edition."""
    found: dict[str, tuple[RuleSet, dict[str, list[Assessment]]]] = {}
    for one in each.worth_reading:
        for rules in rules_of_place([one.edition.metadata.place.value, one.post.region]):
            editions = found.setdefault(rules.id, (rules, {}))[1]
            editions.setdefault(one.edition.id, []).append(one)
    return found


def _total(rules: RuleSet, people: Sequence[Applicant], on: date) -> SetTotals:
    found = entitle_roster(rules, people, on, calendar())
    counts = found.counts()
    shown = protect(counts)
    have = counts["met"] + counts["unknown"]
    return SetTotals(
        rules=rules.id,
        name=rules.name.zh,
        met=shown["met"],
        unknown=shown["unknown"],
        not_met=shown["not_met"],
        net=None if 0 < have < SMALLEST_SHOWN else found.total(),
    )


def _facts(
    document: Document, known: tuple[FactAsked, ...], where: str
) -> tuple[dict[Row, dict[str, FactValue]], tuple[str, ...], list[str]]:
    """Read the columns whose heading is the name of a fact."""
    names = fact_names(known)
    pages, _ = pages_of(lines_of(document), load_screening_columns(), where, "jinque screen")
    found: dict[Row, dict[str, FactValue]] = {}
    headings: dict[str, None] = {}
    unread: list[str] = []
    for page in pages:
        columns = {
            number: names[fold(text)]
            for number, text in page.heading.cells.items()
            if fold(text) in names and number not in page.columns
        }
        headings |= dict.fromkeys(page.heading.cells[number] for number in columns)
        for line in page.lines:
            told: dict[str, FactValue] = {}
            for number, fact in columns.items():
                text = line.cells.get(number, "")
                value = read_value(fact, text.split(" ")[0] if fact.kind == "day" else text)
                if value is not None:
                    told[fact.id] = value
                elif text:
                    unread.append(f"{line.place(number).address}：{_CHINESE(wanted(fact))}")
            found[line.sheet, line.row] = told
    return found, tuple(headings), unread


def given_sheet(given: RosterGiven) -> Sheet:
    """Return one row for each person and rule set."""
    return Sheet(
        name=say_in("roster", "What being listed gives"),
        headings=(
            say_in("roster", "Identifier"),
            say_in("roster", "Post"),
            say_in("roster", "Rules"),
            say_in("roster", "Force"),
            say_in("roster", "Recognition"),
            say_in("roster", "Net sum (CNY)"),
            say_in("roster", "Before exclusions and deductions (CNY)"),
            say_in("roster", "Decided by"),
            say_in("roster", "Window"),
            say_in("roster", "Still unmet"),
            say_in("roster", "Still to answer"),
        ),
        rows=tuple(map(_sheet_row, given.people)),
        widths=(12, 30, 36, 30, 12, 26, 26, 36, 40, 50, 50),
    )


def _sheet_row(each: PersonEntitled) -> tuple[Sentence | str, ...]:
    from jinque.api.entitlement.shapes import FORCE_NAMES

    found = each.found
    return (
        each.who.staff_id,
        each.post,
        found.rules.name,
        FORCE_NAMES[found.rules.force.value],
        state_words(found.recognition),
        amount_words(found.net),
        amount_words(found.gross),
        clauses(authority_lines(found)),
        clauses(each.reason for each in found.windows) if found.windows else say("not stated"),
        clauses(step.words for step in found.road),
        clauses(question.question for question in found.missing),
    )


def given_dict(given: RosterGiven) -> dict[str, object]:
    """Return the same as a JSON object (docs/reference/rules.md#a-roster)."""
    from jinque.api.entitlement.shapes import amount_dict

    return {
        "facts": list(given.facts),
        "unread": list(given.unread),
        "totals": [
            {
                "rules": each.rules,
                "name": each.name,
                "met": each.met,
                "unknown": each.unknown,
                "not_met": each.not_met,
                "net": amount_dict(each.net) if each.net else None,
            }
            for each in given.totals
        ],
        "people": [
            {
                "staff_id": each.who.staff_id,
                "row": each.who.place.row,
                "post": each.post,
                "rules": each.found.rules.id,
                "recognition": each.found.recognition.value,
                "net": amount_dict(each.found.net),
                "gross": amount_dict(each.found.gross),
                "authorities": [_CHINESE(line) for line in authority_lines(each.found)],
                "earliest_date": each.found.earliest_date.isoformat()
                if each.found.earliest_date
                else None,
                "unmet": [one.line.id for one in each.found.unmet],
                "missing": [one.fact for one in each.found.missing],
            }
            for each in given.people
        ],
    }
