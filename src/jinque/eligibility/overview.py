"""One person beside all posts of all cities."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jinque.eligibility.asking import next_facts
from jinque.eligibility.assessing import assess
from jinque.eligibility.nearness import Neighbourhood, field_of
from jinque.eligibility.paths import career_paths
from jinque.eligibility.people import coded
from jinque.eligibility.wanted import wanted_lists
from jinque.model import PublishedEdition
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_overview import Overview
from jinque.model.person import Person
from jinque.model.post_criteria import CriteriaAnswer

_ORDER = tuple(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What of all posts a person wants to see.

    Attributes:
        aim: occupation or code aimed at; None takes the person's own work.
        verdicts: none given means all.
    """

    aim: str | None = None
    verdicts: Collection[Verdict] = ()


def overview(
    person: Person,
    answers: Sequence[CriteriaAnswer],
    editions: Sequence[PublishedEdition],
    on: date,
    wish: Wish,
) -> Overview:
    """Assess a person for every post and put the posts in order.

    Args:
        person: as told; their occupations are coded here.
        answers: the posts, in the order of their catalogues.
        editions: whose lists of wanted majors and certificates are looked through.
        on: the day as of which years count.
        wish: what to show.
    """
    known = coded(person)
    every = _ranked(known, [assess(known, answer, on) for answer in answers], wish.aim)
    stated = [each for each in every if each.verdict is not Verdict.NO_STATED_REQUIREMENTS]
    counts = Counter(each.verdict for each in every)
    shown = [each for each in every if not wish.verdicts or each.verdict in wish.verdicts]
    return Overview(
        on=on,
        aim=wish.aim,
        assessments=tuple(e for e in shown if e.verdict is not Verdict.NO_STATED_REQUIREMENTS),
        no_stated=tuple(e for e in shown if e.verdict is Verdict.NO_STATED_REQUIREMENTS),
        counts={verdict: counts[verdict] for verdict in Verdict},
        next_facts=next_facts(stated, person),
        paths=career_paths(stated, known, on),
        wanted=wanted_lists(person, editions),
    )


def _ranked(person: Person, found: Iterable[Assessment], aim: str | None) -> list[Assessment]:
    several = list(found)
    place = Neighbourhood(field_of(person, aim), [each.post.name for each in several])
    near = [replace(each, nearness=place.nearness(each)) for each in several]
    return sorted(near, key=_rank)


def _rank(each: Assessment) -> tuple[bool, int, int, int, int]:
    """Rank by scope, nearness, verdict, then near misses; equal ones stay in printed order."""
    verdict, distance = _ORDER.index(each.verdict), int(each.nearness.distance)
    return (not each.is_in_scope, distance, verdict, len(each.unmet), len(each.undecided))
