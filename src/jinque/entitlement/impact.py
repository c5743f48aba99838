"""What a change of rules would do, on made-up people: who moves, how many, how much money."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np

from jinque.entitlement.days import WorkingDays
from jinque.entitlement.kernel import (
    NO_END,
    NOT_MET,
    OUTCOMES,
    RosterEntitled,
    Whole,
    entitle_roster,
)
from jinque.locale import Sentence, printed
from jinque.model.entitlement.answer import Amount, Applicant
from jinque.model.entitlement.impact import Impact, LineMoved, Move
from jinque.model.entitlement.rules import Condition, RuleLine, RuleSet

_MOST_EXAMPLES = 5


def impact(
    old: RuleSet, new: RuleSet, people: Sequence[Applicant], on: date, days: WorkingDays
) -> Impact:
    """Compare two rule sets on the same people.

    Args:
        old: the rules as they are.
        new: as they would be.
        people: see `made_up_people`, or a bureau's own made-up list.
        on: the day asked about.
        days: the calendar.
    """
    before = entitle_roster(old, people, on, days)
    after = entitle_roster(new, people, on, days)
    return Impact(
        old=old.id,
        new=new.id,
        on=on,
        people=len(people),
        moves=_moves(before, after, people),
        before=_total(before.low, before.high),
        after=_total(after.low, after.high),
        gain=_count(before, after, is_gain=True),
        loss=_count(before, after, is_gain=False),
        lines=_lines(old, new, before, after),
        changed=_changed(old, new),
    )


def _moves(
    before: RosterEntitled, after: RosterEntitled, people: Sequence[Applicant]
) -> tuple[Move, ...]:
    pairs = Counter(zip(before.recognition.tolist(), after.recognition.tolist(), strict=True))
    found = []
    for (first, second), count in sorted(pairs.items(), reverse=True):
        rows = np.flatnonzero((before.recognition == first) & (after.recognition == second))
        names = tuple(people[int(row)].name for row in rows[:_MOST_EXAMPLES])
        found.append(
            Move(
                before=OUTCOMES[first],
                after=OUTCOMES[second],
                people=count,
                examples=names,
                money_before=_total(before.low[rows], before.high[rows]),
                money_after=_total(after.low[rows], after.high[rows]),
            )
        )
    return tuple(found)


def _total(low: Whole, high: Whole) -> Amount:
    has_end = not bool((high == NO_END).any())
    return Amount(low=int(low.sum()), high=int(high.sum()) if has_end else None)


def _count(before: RosterEntitled, after: RosterEntitled, *, is_gain: bool) -> int:
    """Return how many are surely better, or surely worse, off."""
    first, second = (before, after) if is_gain else (after, before)
    return int((second.low > first.high).sum())


def _lines(
    old: RuleSet, new: RuleSet, before: RosterEntitled, after: RosterEntitled
) -> tuple[LineMoved, ...]:
    """Return for each condition how many it keeps out, before and after."""
    names = {line.id: line for line in (*old.lines, *new.lines) if isinstance(line.rule, Condition)}
    found = []
    for name, line in names.items():
        out_before, out_after = _kept_out(before, name), _kept_out(after, name)
        if out_before != out_after:
            found.append(
                LineMoved(line=name, words=_name(line), out_before=out_before, out_after=out_after)
            )
    return tuple(found)


def _kept_out(found: RosterEntitled, name: str) -> int:
    rows = [place for place, each in enumerate(found.lines) if each == name]
    if not rows:
        return 0
    return int((found.by_line[rows].min(axis=0) == NOT_MET).sum())


def _name(line: RuleLine) -> Sentence:
    rule = line.rule
    return rule.name if isinstance(rule, Condition) else printed(line.id)


def _changed(old: RuleSet, new: RuleSet) -> tuple[str, ...]:
    """Return the identifiers of lines that differ in rule or time."""

    def keyed(rules: RuleSet) -> dict[tuple[str, date | None], tuple[object, date | None]]:
        return {
            (each.id, each.effective_from): (each.rule, each.effective_to) for each in rules.lines
        }

    first, second = keyed(old), keyed(new)
    names = {key[0]: None for key in (*first, *second) if first.get(key) != second.get(key)}
    return tuple(names)
