"""A block of people beside all posts: each distinct criterion once, posts as ANDs of bitmaps."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from jinque.criteria.columns import MET, NOT_MET, PeopleColumns
from jinque.criteria.columns_evaluation import ColumnJudge
from jinque.eligibility.bits import Words, count_of, packed
from jinque.eligibility.kernel_nearest import Nearest, nearest_posts
from jinque.eligibility.kernel_plan import Plan
from jinque.eligibility.roster_columns import people_columns

BLOCK = 65_536
"""People judged at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What came of a block.

    Attributes:
        met: for each post, in the plan's order, the people who surely meet all that decides.
        possible: those of whom nothing is unmet; the difference is undecided.
        nearest: the posts that are worth reading for each person; None where not asked for.
    """

    count: int
    met: NDArray[np.uint64]
    possible: NDArray[np.uint64]
    nearest: Nearest | None

    def counts(self) -> NDArray[np.int64]:
        """Return for each post how many match, are undecided, do not match."""
        met = np.array([count_of(each) for each in self.met], np.int64)
        possible = np.array([count_of(each) for each in self.possible], np.int64)
        return np.stack([met, possible - met, self.count - possible], axis=1)


class Kernel:
    """Screens blocks against one plan; remembers what judges said of cases met before.

    Args:
        plan: the posts.
        nearest: how many posts to name for each person; 0 for none.
    """

    def __init__(self, plan: Plan, *, nearest: int = 0) -> None:
        self._plan, self._nearest = plan, nearest
        self._judge = ColumnJudge(plan.on)

    def screen(self, batch: pa.RecordBatch) -> Screened:
        """Screen a block whose columns are those of `PEOPLE_SCHEMA`.

        Raises:
            ValueError: a time of work ended before it began.
            KeyError: a level of education or of a title is in no scale.
        """
        return self.screen_columns(people_columns(batch))

    def screen_columns(self, people: PeopleColumns) -> Screened:
        """Screen a block; raises what `screen` raises."""
        states = [self._judge.states(each, people) for each in self._plan.criteria]
        alike = {id(each): each for each in states}
        met = {key: packed(each == MET) for key, each in alike.items()}
        possible = {key: packed(each != NOT_MET) for key, each in alike.items()}
        keys = [id(each) for each in states]
        everybody = packed(np.ones(people.count, np.bool_))
        return Screened(
            count=people.count,
            met=self._posts([met[key] for key in keys], everybody),
            possible=self._posts([possible[key] for key in keys], everybody),
            nearest=nearest_posts(self._plan.members, states, people.count, self._nearest)
            if self._nearest
            else None,
        )

    def _posts(self, sets: list[Words], everybody: Words) -> NDArray[np.uint64]:
        """Return for each post the people who are in the sets of all its criteria."""
        found = np.empty((len(self._plan.posts), len(everybody)), np.uint64)
        for place, members in enumerate(self._plan.members):
            found[place] = everybody
            for member in members:
                found[place] &= sets[member]
        return found
