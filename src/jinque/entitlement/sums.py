"""What benefits come to: tiers and shares, what was drawn already, which one of a group is taken.

Every sum is a range; a fact that is told later only narrows it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from jinque.entitlement.circumstances import yuan
from jinque.locale import NOTHING as NO_WORDS
from jinque.locale import Sentence, say
from jinque.model.criterion import Criterion
from jinque.model.entitlement.answer import (
    NOTHING,
    Amount,
    Applicant,
    BenefitFound,
    Judged,
    SumStep,
)
from jinque.model.entitlement.rules import (
    Benefit,
    Deduction,
    Exclusion,
    Points,
    RuleLine,
    RuleSet,
    Tier,
)
from jinque.model.person import Outcome

JudgeOne = Callable[[Criterion], Judged]


def amount_words(amount: Amount) -> Sentence:
    """Return a sum in yuan, a range as one."""
    if amount.high is None:
        low = yuan(amount.low)
        return say("{low} CNY or more, no known end", low=low)
    if amount.is_exact:
        return say("{yuan} CNY", yuan=yuan(amount.low))
    return say("{yuan} to {yuan_amount} CNY", yuan=yuan(amount.low), yuan_amount=yuan(amount.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one benefit is worth by itself, before it competes with others of its group.

    Attributes:
        printed: the sum for somebody to whom it is given.
        left: the same after deductions.
    """

    printed: Amount
    left: Amount
    steps: tuple[SumStep, ...]
    turns_on: frozenset[str]


def count_points(rules: Iterable[RuleLine], judge_one: JudgeOne) -> tuple[Amount, frozenset[str]]:
    """Return the points of all headings as a range, and the facts that they turn on."""
    total, looks = NOTHING, frozenset[str]()
    for line in rules:
        if isinstance(line.rule, Points):
            rows = [(row.when, Amount(low=row.points, high=row.points)) for row in line.rule.rows]
            found, facts = _first_met(rows, judge_one)
            total, looks = total.plus(found), looks | facts
    return total, looks


def _first_met(
    rows: Sequence[tuple[Criterion | None, Amount]], judge_one: JudgeOne
) -> tuple[Amount, frozenset[str]]:
    """Return the amount of the first row that is met; what may be met widens the range."""
    possible: list[Amount] = []
    looks = frozenset[str]()
    for when, amount in rows:
        judged = judge_one(when) if when is not None else None
        outcome = judged.bearing if judged else Outcome.MET
        looks |= judged.turns_on if judged else frozenset()
        if outcome is not Outcome.NOT_MET:
            possible.append(amount)
        if outcome is Outcome.MET:
            break
    else:
        possible.append(NOTHING)
    highs = [each.high for each in possible]
    high = None if None in highs else max(each for each in highs if each is not None)
    return Amount(low=min(each.low for each in possible), high=high), looks


def worth_of(
    line: RuleLine, benefit: Benefit, rules: RuleSet, applicant: Applicant, judge_one: JudgeOne
) -> Worth:
    """Return what a benefit is worth to an applicant, recognition taken for granted.

    Args:
        line: of the benefit.
        benefit: its rule.
        rules: for the deductions that are taken off it on the day of the judge.
        applicant: who told the facts.
        judge_one: judges a criterion for the applicant.
    """
    printed, looks = _printed(benefit, applicant, judge_one)
    printed = printed.at_most(benefit.cap)
    left, steps = printed, []
    for other in rules.lines:
        rule = other.rule
        if not isinstance(rule, Deduction) or rule.benefit != benefit.id:
            continue
        if not _holds_beside(other, line):
            continue
        drawn = _told_amount(applicant, rule.fact).at_most(rule.cap)
        left = left.less(drawn)
        looks |= {rule.fact}
        steps.append(_deducted(other, rule, drawn, left))
    return Worth(printed=printed, left=left, steps=tuple(steps), turns_on=looks)


def _holds_beside(other: RuleLine, line: RuleLine) -> bool:
    begins = max((day for day in (line.effective_from, other.effective_from) if day), default=None)
    return begins is None or (other.holds_on(begins) and line.holds_on(begins))


def _printed(
    benefit: Benefit, applicant: Applicant, judge_one: JudgeOne
) -> tuple[Amount, frozenset[str]]:
    if benefit.share_of:
        whole = _told_amount(applicant, benefit.share_of)
        share = Amount(
            low=whole.low * benefit.share_permille // 1000,
            high=None if whole.high is None else whole.high * benefit.share_permille // 1000,
        )
        return share, frozenset({benefit.share_of})
    rows = [(tier.when, _tier_amount(tier, benefit)) for tier in benefit.tiers]
    return _first_met(rows, judge_one) if rows else (NOTHING, frozenset())


def _tier_amount(tier: Tier, benefit: Benefit) -> Amount:
    return Amount(low=tier.amount * benefit.times_low, high=tier.high * benefit.times)


def _told_amount(applicant: Applicant, fact: str) -> Amount:
    told = applicant.facts.get(fact)
    if isinstance(told, int) and not isinstance(told, bool):
        return Amount(low=told, high=told)
    return Amount(low=0, high=None)


def _deducted(line: RuleLine, rule: Deduction, drawn: Amount, left: Amount) -> SumStep:
    off, rest = amount_words(drawn), amount_words(left)
    cap = NO_WORDS
    if rule.cap is not None:
        cap = say(" (at most {sum} CNY)", sum=yuan(rule.cap))
    return SumStep(
        reason=say("less what was drawn, {off}{cap}: {rest}", off=off, rest=rest, cap=cap),
        line=line,
        left=left,
        turns_on=frozenset({rule.fact}),
    )


def groups_in_force(lines: Iterable[RuleLine]) -> dict[str, RuleLine]:
    """Return the groups of which only one benefit may be had, with the line that says so."""
    return {line.rule.group: line for line in lines if isinstance(line.rule, Exclusion)}


def take_best(
    benefits: Sequence[BenefitFound], groups: dict[str, RuleLine]
) -> tuple[tuple[BenefitFound, ...], Amount]:
    """Take of each group the benefit that leaves most, by the net sums; return the sum of all.

    Which one is taken stays undecided where the ranges do not tell.
    """
    found = list(benefits)
    total = NOTHING
    for place, each in enumerate(found):
        rule = each.line.rule
        group = rule.group if isinstance(rule, Benefit) else ""
        if not group or group not in groups:
            total = total.plus(each.net)
            continue
        rivals = [
            (at, other)
            for at, other in enumerate(benefits)
            if at != place
            and isinstance(other.line.rule, Benefit)
            and other.line.rule.group == group
        ]
        taken = _is_taken(place, each, rivals)
        names = tuple(
            other.line.rule.id for _, other in rivals if isinstance(other.line.rule, Benefit)
        )
        found[place] = replace(each, taken=taken, rivals=names)
        is_first = all(at > place for at, _ in rivals)
        if is_first:
            best = each.net
            for _, other in rivals:
                best = best.or_more_of(other.net)
            total = total.plus(best)
    return tuple(found), total


def _is_taken(
    place: int, each: BenefitFound, rivals: Sequence[tuple[int, BenefitFound]]
) -> Outcome:
    """Tell whether a benefit leaves most in its group; of equal ones the first printed is taken."""
    low, high = each.net.low, each.net.high
    if high == 0:
        return Outcome.NOT_MET
    for at, other in rivals:
        wins_ties = at < place
        if high is not None and (other.net.low > high or (wins_ties and other.net.low == high)):
            return Outcome.NOT_MET
    for at, other in rivals:
        wins_ties = at < place
        top = other.net.high
        if top is None or top > low or (wins_ties and top == low and top > 0):
            return Outcome.UNKNOWN
    return Outcome.MET if low > 0 else Outcome.UNKNOWN


__all__ = [
    "JudgeOne",
    "Worth",
    "amount_words",
    "count_points",
    "groups_in_force",
    "take_best",
    "worth_of",
]
