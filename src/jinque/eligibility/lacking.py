"""The fewest facts that settle a post."""

from collections.abc import Sequence
from datetime import date

from jinque.criteria import judge
from jinque.eligibility.demands import Demand
from jinque.model.assessment import PostFinding
from jinque.model.criterion import AnyOf
from jinque.model.fact import Fact, MissingFact
from jinque.model.finding import Outcome
from jinque.model.person import Person


def fewest_facts(
    demands: Sequence[Demand], findings: Sequence[PostFinding], person: Person, on: date
) -> tuple[MissingFact, ...]:
    """Return the fewest facts that would meet all that is undecided.

    Of alternatives one is enough: the one that adds the fewest facts to those needed anyway.

    Returns:
        Facts in the order of `Fact`, each once.
    """
    open_ones = [
        (demand, found)
        for demand, found in zip(demands, findings, strict=True)
        if found.bearing is Outcome.UNKNOWN
    ]
    fixed = [pair for pair in open_ones if not isinstance(pair[0].deciding, AnyOf)]
    needed = dict.fromkeys(fact for _, found in fixed for fact in found.missing)
    for demand, _ in open_ones:
        if isinstance(demand.deciding, AnyOf):
            options = _options(demand.deciding, person, on)
            best = min(options, key=lambda facts: len([*facts - needed.keys()]), default=set())
            needed |= dict.fromkeys(best)
    return tuple(sorted(needed, key=lambda each: (_ORDER.index(each.fact), each.about)))


def _options(criterion: AnyOf, person: Person, on: date) -> list[set[MissingFact]]:
    parts = (judge(part, person, on) for part in criterion.parts)
    return [set(part.missing) for part in parts if part.missing]


_ORDER = tuple(Fact)
