"""Strong Kleene logic over outcomes: what is decided stays decided, whatever is learnt."""

from collections.abc import Iterable

from jinque.model.finding import Outcome

_NEGATED = {
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return NOT_MET if any is, else UNKNOWN if any is, else MET (also for none at all)."""
    seen = set(outcomes)
    if Outcome.NOT_MET in seen:
        return Outcome.NOT_MET
    return Outcome.UNKNOWN if Outcome.UNKNOWN in seen else Outcome.MET


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return MET if any is, else UNKNOWN if any is, else NOT_MET (also for none at all)."""
    return negate(all_of(negate(outcome) for outcome in outcomes))


def negate(outcome: Outcome) -> Outcome:
    """Exchange MET and NOT_MET; UNKNOWN stays."""
    return _NEGATED[outcome]
