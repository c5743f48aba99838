"""Counts over a roster put to the ladder."""

from collections import Counter

from jinque.model import Words
from jinque.model.bridge_roster import RosterAnswer, RosterGroup, RosterVerdict, Timing
from jinque.model.rule import Direction
from jinque.roster.counts import SMALLEST_SHOWN, protect

TIMING_NAMES = {
    Timing.NOW: Words(zh="现在可申报", en="may apply now"),
    Timing.WITHIN_A_YEAR: Words(
        zh="一年内可申报（未知条件另计）", en="within a year, unknowns aside"
    ),
    Timing.LATER: Words(zh="一年以后到期", en="later than in a year"),
    Timing.NOT_BY_TIME: Words(zh="还不能（不只是时间未到）", en="not yet, and not by time alone"),
    Timing.FACTS_MISSING: Words(zh="缺少事实", en="facts missing"),
    Timing.NOT_LISTED: Words(zh="未列明，由评委会确定", en="not listed: a committee decides"),
    Timing.NOT_APPLICABLE: Words(zh="本规则不适用（地区）", en="the rules do not apply there"),
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
