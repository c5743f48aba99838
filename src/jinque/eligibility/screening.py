"""A roster in a spreadsheet: counted by the kernel, and explained where it is worth reading."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from jinque.eligibility.assessing import assess
from jinque.eligibility.kernel import Kernel, Screened
from jinque.eligibility.kernel_plan import plan_of
from jinque.eligibility.people import coded
from jinque.eligibility.person_rows import people_table
from jinque.eligibility.roster_nearness import Relevance
from jinque.eligibility.roster_reading import read_roster
from jinque.model import Document
from jinque.model.person import Person
from jinque.model.post_criteria import CriteriaAnswer
from jinque.model.screening import PersonScreened, PostTotals, RosterPerson, ScreeningAnswer

Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

WORTH_READING = 20
"""Posts explained for each person at most."""

_AT_ONCE = 500
_MOST_UNMET = 1


def screen_document(
    document: Document,
    answers: Sequence[CriteriaAnswer],
    *,
    where: str,
    on: date,
    progress: Progress | None = None,
) -> ScreeningAnswer:
    """Hold everybody of a roster against all posts.

    Args:
        document: the roster as read.
        answers: the posts, those without requirements among them.
        where: name of the file, for an error.
        on: the day as of which years count.
        progress: called every 500 people, and once at the end.

    Raises:
        NothingFoundError: no sheet has a heading row.
        NotReadableError: two columns mean the same.
        PersonalDataError: it holds identity card or phone numbers.
    """
    people, rejects, unread = read_roster(document, where)
    screening = Screening(answers, on)
    found: list[PersonScreened] = []
    for start in range(0, len(people), _AT_ONCE):
        if progress:
            progress(start, len(people))
        found += screening.screen(people[start : start + _AT_ONCE])
    if progress:
        progress(len(people), len(people))
    return ScreeningAnswer(
        on=on,
        people=tuple(found),
        rejects=tuple(rejects),
        posts=screening.totals(),
        no_stated=screening.plan.no_stated,
        unread=tuple(unread),
    )


class Screening:
    """Screens people in portions and adds up what they come to.

    Args:
        answers: the posts.
        on: the day as of which years count.
    """

    def __init__(self, answers: Sequence[CriteriaAnswer], on: date) -> None:
        self.plan = plan_of(answers, on)
        self._stated = [each for each in answers if each.reading.states_requirements]
        self._kernel = Kernel(self.plan, nearest=max(len(self.plan.posts), 1))
        self._relevance = Relevance(self._stated, on)
        self._counts = np.zeros((len(self.plan.posts), 3), np.int64)

    def screen(self, people: Sequence[RosterPerson]) -> list[PersonScreened]:
        """Return what each person comes to, in order."""
        known = [coded(each.person) for each in people]
        table = people_table(("", person) for person in known).combine_chunks()
        [batch] = table.to_batches()
        screened = self._kernel.screen(batch)
        self._counts += screened.counts()
        return [self._one(who, known[row], screened, row) for row, who in enumerate(people)]

    def totals(self) -> tuple[PostTotals, ...]:
        """Return how many people match each post so far, are undecided, do not match."""
        return tuple(
            PostTotals(
                post_id=post.post_id,
                name=post.name,
                matches=int(counts[0]),
                undecided=int(counts[1]),
                not_matching=int(counts[2]),
            )
            for post, counts in zip(self.plan.posts, self._counts, strict=True)
        )

    def _one(
        self, who: RosterPerson, person: Person, screened: Screened, row: int
    ) -> PersonScreened:
        nearest = screened.nearest
        if nearest is None:
            raise ValueError("a screening names the nearest posts")
        unmet, undecided = nearest.unmet[row], nearest.undecided[row]
        near = [int(post) for post in nearest.posts[row][unmet <= _MOST_UNMET]]
        met = int(((unmet == 0) & (undecided == 0)).sum())
        possible = int((unmet == 0).sum())
        chosen = self._relevance.worth_reading(person, near, met)[:WORTH_READING]
        return PersonScreened(
            who=who,
            counts=(met, possible - met, len(self.plan.posts) - possible),
            worth_reading=tuple(
                replace(assess(person, self._stated[post], self.plan.on), nearness=nearness)
                for post, nearness in chosen
            ),
        )
