"""An answer of the bridge shortened to what a roster shows, and when its person may apply."""

from jinque.criteria import add_years
from jinque.model import Words
from jinque.model.bridge import BridgeAnswer, BridgeStatus, Step
from jinque.model.bridge_roster import RosterVerdict, Timing
from jinque.model.fact import MissingFact
from jinque.model.finding import Outcome

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


def _short(step: Step) -> tuple[Words, ...]:
    short = [finding for finding in step.findings if finding.outcome is Outcome.NOT_MET]
    return tuple(
        Words(
            zh=f"{finding.reason.zh}（{finding.clause}）",
            en=f"{finding.reason.en} ({finding.clause})",
        )
        for finding in short
    )
