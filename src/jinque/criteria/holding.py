"""Lists of names that are demanded beside those that a person gives: held, not held, not known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinque.criteria.logic import all_of, any_of
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person

OF_TRUTH = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}
"""Outcome of a statement that is true, false, or not known."""

Same = Callable[[str, str], bool | None]
"""Whether a printed and a given name are one; None where people must compare them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How demanded names stand to those held.

    Attributes:
        lacking: names of which nothing is known.
        denied: names that are surely not held.
    """

    outcome: Outcome
    lacking: tuple[str, ...]
    denied: tuple[str, ...]


def holding(
    names: Sequence[str],
    every: bool | None,  # noqa: FBT001 - three-valued
    person: Person,
    fact: Fact,
    same: Same,
) -> Holding:
    """Compare demanded names with a list of the person's.

    Args:
        names: as printed.
        every: whether each is needed; None where the print does not tell, so that some of them
            decide nothing.
        person: whose list of `fact` is looked at, and what they deny.
        fact: names a field of `Person` that is a list of names.
        same: compares two names.
    """
    own: tuple[str, ...] | None = getattr(person, fact)
    is_closed = own is not None and fact not in person.open_lists
    found = [_one(name, own or (), person.denied, same, is_closed=is_closed) for name in names]
    outcomes = [OF_TRUTH[answer] for answer, _ in found]
    pairs = list(zip(names, found, strict=True))
    return Holding(
        outcome=_joined(outcomes, every),
        lacking=tuple(name for name, (_, is_asked) in pairs if is_asked),
        denied=tuple(name for name, (answer, _) in pairs if answer is False),
    )


def _one(
    name: str, own: Sequence[str], denied: Sequence[str], same: Same, *, is_closed: bool
) -> tuple[bool | None, bool]:
    """Tell whether a name is held, and whether the person can still tell."""
    answers = [same(name, each) for each in own]
    if True in answers:
        return True, False
    if any(same(name, each) for each in denied):
        return False, False
    if None in answers:
        return None, False
    return (False, False) if is_closed else (None, True)


def _joined(outcomes: Sequence[Outcome], every: bool | None) -> Outcome:  # noqa: FBT001
    needed, enough = all_of(outcomes), any_of(outcomes)
    if every is not None:
        return needed if every else enough
    return needed if needed is enough else Outcome.UNKNOWN
