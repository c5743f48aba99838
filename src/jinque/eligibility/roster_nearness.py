"""Which of several posts a person reads first: those near to what they do or have studied."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from jinque.eligibility.nearness import Field, Neighbourhood, field_of
from jinque.eligibility.validity import standing_on
from jinque.model.assessment import Assessment, Verdict
from jinque.model.nearness import Distance, Nearness
from jinque.model.person import Person
from jinque.model.post_criteria import CriteriaAnswer

_MOST_FIELDS = 10_000


class Relevance:
    """Tells how near posts are; people who do the same share the answer.

    Args:
        answers: the posts.
        on: the day asked about.
    """

    def __init__(self, answers: Sequence[CriteriaAnswer], on: date) -> None:
        self._names = [each.post.name for each in answers]
        self._posts = [_unread(each, on) for each in answers]
        self._of_field = lru_cache(_MOST_FIELDS)(self._nearness)

    def worth_reading(
        self, person: Person, posts: Sequence[int], matches: int
    ) -> list[tuple[int, Nearness]]:
        """Return posts by nearness of occupation, those equally near in the order given.

        A far post is left out unless it matches, or no post is nearer.

        Args:
            person: with coded work, see `coded`.
            posts: places among all.
            matches: how many of the first ones match.
        """
        near = self._of_field(field_of(person, None))
        found = [(post, near[post]) for post in posts]
        close = [
            (post, nearness)
            for turn, (post, nearness) in enumerate(found)
            if turn < matches or nearness.distance is not Distance.FAR
        ]
        return sorted(close or found, key=lambda each: each[1].distance)

    def _nearness(self, field: Field) -> tuple[Nearness, ...]:
        place = Neighbourhood(field, self._names)
        return tuple(place.nearness(each) for each in self._posts)


def _unread(answer: CriteriaAnswer, on: date) -> Assessment:
    """Return the post without findings: nearness by occupation needs none."""
    return Assessment(
        post=answer.post,
        edition=answer.edition,
        on=on,
        verdict=Verdict.INCOMPLETE,
        standing=standing_on(answer.edition.metadata, on),
    )
