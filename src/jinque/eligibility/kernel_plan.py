"""What a roster is held against: posts as lists of distinct criteria, the same for every engine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jinque.eligibility.demands import demands_of
from jinque.model.criterion import Criterion
from jinque.model.post_criteria import CriteriaAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPost:
    """One post.

    Attributes:
        deciding: what its verdict rests on, as often as it is printed; empty where only people
            judge.
    """

    post_id: str
    name: str
    deciding: tuple[Criterion, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The posts that state requirements, in the order of their catalogues.

    Attributes:
        on: the day as of which years count.
        no_stated: how many posts state none; they are no part of the plan.
    """

    on: date
    posts: tuple[PlannedPost, ...]
    no_stated: int = 0

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Each criterion of any post once."""
        return tuple(dict.fromkeys(each for post in self.posts for each in post.deciding))

    @cached_property
    def members(self) -> tuple[tuple[int, ...], ...]:
        """For each post the places of its criteria in `criteria`, repeated as it repeats them."""
        places = {criterion: place for place, criterion in enumerate(self.criteria)}
        return tuple(tuple(places[each] for each in post.deciding) for post in self.posts)


def plan_of(answers: Iterable[CriteriaAnswer], on: date) -> Plan:
    """Return the plan for posts with the reading of their requirements."""
    posts, no_stated = [], 0
    for answer in answers:
        if not answer.reading.states_requirements:
            no_stated += 1
            continue
        deciding = [demand.deciding for demand in demands_of(answer)]
        posts.append(
            PlannedPost(
                post_id=answer.post.id,
                name=answer.post.name,
                deciding=tuple(each for each in deciding if each is not None),
            )
        )
    return Plan(on=on, posts=tuple(posts), no_stated=no_stated)
