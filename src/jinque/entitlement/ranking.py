"""Who is taken where places are few: ranked by points, undecided where nothing parts equals."""

from collections.abc import Sequence

from jinque.entitlement.evaluate import Evaluator
from jinque.model.entitlement.answer import Amount, Applicant
from jinque.model.entitlement.rules import Quota
from jinque.model.person import Outcome

Keys = tuple[Amount, ...]
_UNKNOWN = Amount(low=0, high=None)


def rank(evaluator: Evaluator, people: Sequence[Applicant]) -> list[Outcome]:
    """Return for each of some people of one employer whether a place is theirs.

    MET: a place is theirs whatever is still learnt; NOT_MET: the places are taken by others, or
    they are not recognised; UNKNOWN: a fact is missing, or people are equal at the last place and
    the rules say nothing that parts them.
    """
    found = [evaluator.entitle(each) for each in people]
    states = [each.recognition for each in found]
    lines = evaluator.rules.lines_of(Quota, found[0].on) if found else ()
    rule = lines[0].rule if lines else None
    if not isinstance(rule, Quota):
        return states
    keys = [
        (each.points or _UNKNOWN, *(_told(one, fact) for fact in rule.ranked_by))
        for one, each in zip(people, found, strict=True)
    ]
    return [_place(at, states, keys, rule.at_most) for at in range(len(states))]


def _told(applicant: Applicant, fact: str) -> Amount:
    value = applicant.facts.get(fact)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return Amount(low=value, high=value) if isinstance(value, int) and is_number else _UNKNOWN


def _place(at: int, states: Sequence[Outcome], keys: Sequence[Keys], places: int) -> Outcome:
    if states[at] is Outcome.NOT_MET:
        return Outcome.NOT_MET
    others = [place for place in range(len(keys)) if place != at]
    surely = sum(
        states[other] is Outcome.MET and _is_before(keys[other], keys[at]) is True
        for other in others
    )
    perhaps = sum(
        states[other] is not Outcome.NOT_MET and _is_before(keys[other], keys[at]) is not False
        for other in others
    )
    if surely >= places:
        return Outcome.NOT_MET
    return states[at] if perhaps < places else Outcome.UNKNOWN


def _is_before(one: Keys, other: Keys) -> bool | None:
    """Tell whether one ranks before another; None where it is open or nothing parts them."""
    for first, second in zip(one, other, strict=True):
        if second.high is not None and first.low > second.high:
            return True
        if first.high is not None and first.high < second.low:
            return False
        if not (first.is_exact and second.is_exact):
            return None
    return None
