"""A roster beside one rule set: whole columns, with the meaning of the evaluation of one person.

Nothing is judged here. Of each thing that is to be judged — a condition, a benefit's worth — the
distinct cases among the people are found by the facts that it looks at, the evaluation of one
person is asked about each case once, and its answers are spread over the rows. Sums, exclusions
and the recognition of a row are whole-array arithmetic.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator
from jinque.entitlement.judge import judge_applicant, person_fields
from jinque.entitlement.sums import groups_in_force, worth_of
from jinque.model.criterion import Criterion
from jinque.model.entitlement.answer import Amount, Applicant
from jinque.model.entitlement.criteria import (
    AgeLimit,
    InsuredMonths,
    ListedPost,
    MajorIs,
    PointsReach,
    RelatedYears,
    Study,
)
from jinque.model.entitlement.rules import (
    Benefit,
    CatalogueDay,
    Condition,
    Deduction,
    Exclusion,
    Points,
    RuleLine,
    RuleSet,
    Window,
)
from jinque.model.person import Outcome

NOT_MET, UNKNOWN, MET = range(3)
"""An outcome in a column; all of several is their least."""
OUTCOMES = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
NO_END = int(np.iinfo(np.int64).max)
"""The high end of a sum whose end is not known."""

_STATE = {outcome: state for state, outcome in enumerate(OUTCOMES)}
_LISTING = "listing"
_INSURED = ("insured_months_continuous", "insured_months_total", "insured_months_back_paid")
_DAYS_TOLD = ("hired_on", "second_hired_on", "tax_year")

States = NDArray[np.uint8]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntitled:
    """What came of a roster, one row a person.

    Attributes:
        recognition: states.
        low, high: the net sum in fen; `NO_END` where its end is not known.
        gross_low, gross_high: the same before exclusions and deductions.
        lines: identifiers of the conditions, in printed order.
        by_line: state of each condition, shape (lines, people); MET where a line does not hold on
            a person's day of application.
    """

    recognition: States
    low: Whole
    high: Whole
    gross_low: Whole
    gross_high: Whole
    lines: tuple[str, ...]
    by_line: States

    def counts(self) -> dict[str, int]:
        """Return how many people are `met`, `unknown`, `not_met`."""
        return {
            outcome.value: int((self.recognition == state).sum())
            for state, outcome in reversed(list(enumerate(OUTCOMES)))
        }

    def total(self) -> Amount:
        """Return the net sums of all together."""
        has_end = not bool((self.high == NO_END).any())
        return Amount(low=int(self.low.sum()), high=int(self.high.sum()) if has_end else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    low: Whole
    high: Whole

    def plus(self, other: "_Sums") -> "_Sums":
        has_end = (self.high != NO_END) & (other.high != NO_END)
        high = np.where(has_end, self.high + np.where(has_end, other.high, 0), NO_END)
        return _Sums(low=self.low + other.low, high=high)

    def if_met(self, states: States) -> "_Sums":
        return _Sums(
            low=np.where(states == MET, self.low, 0),
            high=np.where(states == NOT_MET, 0, self.high),
        )

    def or_more_of(self, other: "_Sums") -> "_Sums":
        return _Sums(low=np.maximum(self.low, other.low), high=np.maximum(self.high, other.high))


def entitle_roster(
    rules: RuleSet, people: Sequence[Applicant], on: date, days: WorkingDays
) -> RosterEntitled:
    """Return what the rules come to for each of many people.

    Args:
        rules: the set.
        people: of a roster, in order.
        on: the day asked about; the day of application of those who tell none.
        days: the calendar.
    """
    evaluator = Evaluator(rules, on, days)
    lines = [line for line in rules.lines if isinstance(line.rule, Condition)]
    count = len(people)
    found = RosterEntitled(
        recognition=np.zeros(count, np.uint8),
        low=np.zeros(count, np.int64),
        high=np.zeros(count, np.int64),
        gross_low=np.zeros(count, np.int64),
        gross_high=np.zeros(count, np.int64),
        lines=tuple(line.id for line in lines),
        by_line=np.full((len(lines), count), MET, np.uint8),
    )
    by_day: dict[date, list[int]] = {}
    for row, each in enumerate(people):
        by_day.setdefault(evaluator.day_of(each), []).append(row)
    for day, rows in by_day.items():
        block = _Block(evaluator, [people[row] for row in rows], day)
        _fill(found, np.array(rows, np.int64), block, lines)
    return found


def _fill(found: RosterEntitled, rows: Whole, block: "_Block", lines: Sequence[RuleLine]) -> None:
    recognition = np.full(len(rows), MET, np.uint8)
    for place, line in enumerate(lines):
        if isinstance(line.rule, Condition) and line.holds_on(block.day):
            states = block.states(line.rule.criterion)
            found.by_line[place, rows] = states
            recognition = np.minimum(recognition, states)
    gross, net = _sums(block, recognition)
    found.recognition[rows] = recognition
    found.low[rows], found.high[rows] = net.low, net.high
    found.gross_low[rows], found.gross_high[rows] = gross.low, gross.high


def _sums(block: "_Block", recognition: States) -> tuple[_Sums, _Sums]:
    """Return the sums before and after deductions and exclusions."""
    rules = block.evaluator.rules
    groups = groups_in_force(rules.lines_of(Exclusion, block.day))
    gross, net = block.nothing(), block.nothing()
    best: dict[str, _Sums] = {}
    for line in rules.lines_of(Benefit, block.day):
        benefit = line.rule
        if not isinstance(benefit, Benefit):
            continue
        given = recognition
        if benefit.when is not None:
            given = np.minimum(given, block.states(benefit.when))
        printed, left = block.worth(line, benefit)
        gross = gross.plus(printed.if_met(given))
        own = left.if_met(given)
        if benefit.group in groups:
            held = best.get(benefit.group)
            best[benefit.group] = own if held is None else held.or_more_of(own)
        else:
            net = net.plus(own)
    for each in best.values():
        net = net.plus(each)
    return gross, net


class _Block:
    """People of one day of application; codes of facts and answers are worked out once."""

    def __init__(self, evaluator: Evaluator, people: Sequence[Applicant], day: date) -> None:
        self.evaluator, self.day = evaluator, day
        self._people = people
        self._codes: dict[str, Whole] = {}
        self._states: dict[Criterion, States] = {}

    def nothing(self) -> _Sums:
        """Return no sum for anybody."""
        zero = np.zeros(len(self._people), np.int64)
        return _Sums(low=zero, high=zero)

    def states(self, criterion: Criterion) -> States:
        """Return the bearing of a criterion for each person."""
        if criterion not in self._states:
            self._states[criterion] = self._judged(criterion)
        return self._states[criterion]

    def _judged(self, criterion: Criterion) -> States:
        rules = self.evaluator.rules

        has_points = any(isinstance(each, PointsReach) for each in _parts(criterion))

        def answer(each: Applicant) -> int:
            at = self.evaluator.circumstances(each, with_points=has_points)
            return _STATE[judge_applicant(criterion, each, at).bearing]

        distinct, codes = self._cases(looks_of(criterion, rules))
        return np.array([answer(each) for each in distinct], np.uint8)[codes]

    def worth(self, line: RuleLine, benefit: Benefit) -> tuple[_Sums, _Sums]:
        """Return what a benefit is worth to each, before and after deductions."""
        rules = self.evaluator.rules

        def answer(each: Applicant) -> tuple[Amount, Amount]:
            at = self.evaluator.circumstances(each, with_points=False)
            worth = worth_of(line, benefit, rules, each, lambda one: judge_applicant(one, each, at))
            return worth.printed, worth.left

        distinct, codes = self._cases(_looks_of_benefit(benefit, rules))
        answers = [answer(each) for each in distinct]
        return _spread([one for one, _ in answers], codes), _spread(
            [other for _, other in answers], codes
        )

    def _cases(self, looks: Iterable[str]) -> tuple[list[Applicant], Whole]:
        """Return one person of each distinct case, and for each row which case it is."""
        keys = [self._codes_of(name) for name in sorted(looks)]
        if not keys:
            return [self._people[0]], np.zeros(len(self._people), np.int64)
        code = keys[0]
        for key in keys[1:]:
            width = int(key.max(initial=0)) + 1
            _, code = np.unique(code * width + key, return_inverse=True)
        _, first, places = np.unique(code, return_index=True, return_inverse=True)
        return [self._people[int(row)] for row in first], places.astype(np.int64)

    def _codes_of(self, name: str) -> Whole:
        if name not in self._codes:
            known: dict[Hashable, int] = {}
            read = _reader(name)
            codes = [known.setdefault(read(each), len(known)) for each in self._people]
            self._codes[name] = np.array(codes, np.int64)
        return self._codes[name]


def _spread(answers: Sequence[Amount], codes: Whole) -> _Sums:
    low = np.array([each.low for each in answers], np.int64)
    high = np.array([NO_END if each.high is None else each.high for each in answers], np.int64)
    return _Sums(low=low[codes], high=high[codes])


def _reader(name: str) -> Callable[[Applicant], Hashable]:
    """Return what reads one thing of an applicant, so that equal things are equal keys."""
    if name == _LISTING:
        return lambda each: each.listings
    if name.startswith(_PERSON):
        field = name.removeprefix(_PERSON)
        return lambda each: getattr(each.person, field)

    def told(each: Applicant) -> Hashable:
        value = each.facts.get(name)
        return (type(value).__name__, value)

    return told


_PERSON = "person."


def looks_of(criterion: Criterion, rules: RuleSet) -> frozenset[str]:
    """Return everything of an applicant that the judge of a criterion looks at."""
    found: set[str] = set()
    for each in _parts(criterion):
        found |= _looks_of_one(each, rules)
    return frozenset(found)


def looks_of_set(rules: RuleSet) -> tuple[str, ...]:
    """Return everything of an applicant that a rule set looks at, in the order of its lines."""
    found: dict[str, None] = {}
    for line in rules.lines:
        rule = line.rule
        for each in _parts(rule):
            found |= dict.fromkeys(sorted(_looks_of_one(each, rules)))
        if isinstance(rule, Benefit) and rule.share_of:
            found[rule.share_of] = None
        if isinstance(rule, Deduction):
            found[rule.fact] = None
        if isinstance(rule, Window) and rule.year_of:
            found[rule.year_of] = None
    return tuple(found)


def named_facts(rules: RuleSet) -> frozenset[str]:
    """Return the facts that the criteria of a set name themselves, codes of majors among them."""
    every = [each for line in rules.lines for each in _parts(line.rule)]
    found = {str(getattr(each, "fact", "")) for each in every}
    if any(isinstance(each, MajorIs) and each.codes for each in every):
        found.add("major_code")
    return frozenset(found - {""})


def _parts(node: object) -> Iterator[Criterion]:
    if isinstance(node, Criterion):
        yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _parts(each)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _parts(getattr(node, field.name))


def _looks_of_one(each: Criterion, rules: RuleSet) -> set[str]:
    if isinstance(each, ListedPost):
        return {_LISTING, *_DAYS_TOLD} if _has_day(rules) else {_LISTING}
    if isinstance(each, PointsReach):
        rows = [line.rule for line in rules.lines if isinstance(line.rule, Points)]
        return set().union(*(looks_of(row.when, rules) for one in rows for row in one.rows))
    fact = getattr(each, "fact", "")
    told = {fact} if isinstance(fact, str) and fact else set()
    if isinstance(each, AgeLimit):
        return {"born"}
    if isinstance(each, InsuredMonths):
        return set(_INSURED)
    if isinstance(each, Study | MajorIs | RelatedYears):
        return {*_STUDY, *told, "major_code"}
    is_group = hasattr(each, "part") or hasattr(each, "parts")
    return told or (set() if is_group else {f"{_PERSON}{name}" for name in person_fields(each)})


_STUDY = (f"{_PERSON}educations", f"{_PERSON}open_lists")


def _has_day(rules: RuleSet) -> bool:
    return any(isinstance(line.rule, CatalogueDay) for line in rules.lines)


def _looks_of_benefit(benefit: Benefit, rules: RuleSet) -> frozenset[str]:
    found = {benefit.share_of} if benefit.share_of else set()
    for tier in benefit.tiers:
        if tier.when is not None:
            found |= looks_of(tier.when, rules)
    for line in rules.lines:
        if isinstance(line.rule, Deduction) and line.rule.benefit == benefit.id:
            found.add(line.rule.fact)
    return frozenset(found)
