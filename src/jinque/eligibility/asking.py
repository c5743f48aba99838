"""Which facts to ask for next."""

from collections import Counter
from collections.abc import Iterable

from jinque.criteria.questions import ask
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_overview import NextFact
from jinque.model.fact import Fact, MissingFact
from jinque.model.person import Person

_LISTS = (Fact.CERTIFICATES, Fact.LANGUAGES, Fact.TOOLS, Fact.AWARDS)


def next_facts(assessments: Iterable[Assessment], person: Person) -> tuple[NextFact, ...]:
    """Return the facts that can still change a verdict, the most useful first.

    The most useful fact is of the nearest posts; then the one that settles most verdicts by itself;
    then the one that bears on most; then the one that stands first in `Fact`. A list of which the
    person told nothing is asked for as a whole, and else by the names that are demanded.
    """
    posts: Counter[MissingFact] = Counter()
    settles: Counter[MissingFact] = Counter()
    nearest: dict[MissingFact, int] = {}
    for each in assessments:
        if each.verdict is not Verdict.INCOMPLETE:
            continue
        facts = {_whole(fact, person) for fact in each.missing}
        posts.update(facts)
        if len(facts) == 1 and not each.to_judge:
            settles.update(facts)
        for fact in facts:
            distance = int(each.nearness.distance)
            nearest[fact] = min(nearest.get(fact, distance), distance)
    found = [
        NextFact(fact=fact, posts=count, settles=settles[fact], nearest=nearest[fact])
        for fact, count in posts.items()
    ]
    return tuple(sorted(found, key=_usefulness))


def _usefulness(each: NextFact) -> tuple[int, int, int, int, str]:
    place = _ORDER.index(each.fact.fact)
    return (each.nearest, -each.settles, -each.posts, place, each.fact.about)


def _whole(fact: MissingFact, person: Person) -> MissingFact:
    is_list = fact.fact in _LISTS
    return ask(fact.fact) if is_list and getattr(person, fact.fact) is None else fact


_ORDER = tuple(Fact)
