"""A block of people beside all posts: each distinct criterion once, posts as ANDs of bitmaps.

Sets of people as bits: one 64-bit word for 64 people.

The posts nearest to each person: fewest unmet, then fewest undecided, then printed order.

What a roster is held against: posts as lists of distinct criteria, the same for every engine.

Results of a roster as rows: the same columns and the same order on every engine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from jinque.criteria.columns import MET, NOT_MET, UNKNOWN, ColumnStates, PeopleColumns
from jinque.criteria.columns_judge import ColumnJudge
from jinque.matching.arrow import STAFF_ID, people_columns
from jinque.matching.assess import demands_of
from jinque.model.criterion import CriteriaAnswer, Criterion

Sentence = NDArray[np.uint64]

_BITS = 64
_BYTES = 8


def packed(flags: NDArray[np.bool_]) -> Sentence:
    """Return flags as words; bits behind the last flag are 0."""
    found = np.packbits(flags, bitorder="little")
    padded = np.zeros(-(-len(flags) // _BITS) * _BYTES, np.uint8)
    padded[: len(found)] = found
    return padded.view(np.uint64)


def count_of(words: Sentence) -> int:
    """Return how many people are in a set."""
    return int(np.bitwise_count(words).sum())


def rows_of_words(sets: NDArray[np.uint64], count: int) -> NDArray[np.int64]:
    """Turn sets of people, one a row, into sets of rows, one a person.

    They are signed, since Spark and Parquet readers know no unsigned words of 64 bits.

    Args:
        sets: shape (sets, words).
        count: of the people.
    """
    groups, words = -(-len(sets) // _BITS), sets.shape[1]
    lines = np.zeros((groups, _BITS, words), np.uint64)
    lines.reshape(groups * _BITS, words)[: len(sets)] = sets
    _transpose(lines)
    # Line i of a group now says for person i of each word which sets of the group they are in.
    return lines.transpose(2, 1, 0).reshape(words * _BITS, groups)[:count].view(np.int64)


def _transpose(lines: NDArray[np.uint64]) -> None:
    """Exchange lines and bits of squares of 64 lines by 64 bits, in place.

    Halves of squares change places, then halves of halves: six steps (Warren, Hacker's Delight,
    2nd ed., 7-3) on all squares at once.

    Args:
        lines: shape (groups, 64, words).
    """
    groups, _, words = lines.shape
    step, mask = _BITS // 2, np.uint64(0xFFFFFFFF)
    while step:
        pairs = lines.reshape(groups, _BITS // (2 * step), 2, step, words)
        low, high, by = pairs[:, :, 0], pairs[:, :, 1], np.uint64(step)
        moved = (low >> by ^ high) & mask
        high ^= moved
        low ^= moved << by
        step //= 2
        mask ^= mask << np.uint64(step)


_AT_ONCE = 4096
"""People ranked at once: what is ranked then fits a processor's cache."""

_POST_BITS = 16
_COUNT_BITS = 8
_COUNT = (1 << _COUNT_BITS) - 1

# What a state adds to a rank: an unmet demand more than all undecided ones together.
_WEIGHTS = np.zeros(3, np.uint16)
_WEIGHTS[[NOT_MET, UNKNOWN]] = 1 << _COUNT_BITS, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """Posts in order of nearness, a row for each person; every array has the same shape.

    Attributes:
        posts: places in the plan.
        unmet: criteria not met.
        undecided: criteria that are unknown.
    """

    posts: NDArray[np.int32]
    unmet: NDArray[np.uint8]
    undecided: NDArray[np.uint8]


def nearest_posts(
    members: Sequence[Sequence[int]], states: Sequence[ColumnStates], count: int, most: int
) -> Nearest:
    """Return at most `most` posts for each person.

    Args:
        members: for each post the places of its criteria in `states`.
        states: for each criterion the state of each person.
        count: of the people.
        most: posts for each person.

    Raises:
        OverflowError: there are more than 65,536 posts, or more than 255 criteria in one.
    """
    if len(members) > 1 << _POST_BITS or max(map(len, members), default=0) > _COUNT:
        raise OverflowError("more posts, or more criteria in one, than a rank can hold")
    distinct, alike = _alike(states)
    needed = [tuple(sorted(alike[place] for place in places)) for places in members]
    parts = []
    for start in range(0, max(count, 1), _AT_ONCE):
        people = slice(start, min(start + _AT_ONCE, count))
        weights = [_WEIGHTS[each[people]] for each in distinct]
        parts.append(_ranked(needed, weights, people.stop - start, most))
    ranks = np.concatenate(parts)
    return Nearest(
        posts=(ranks & ((1 << _POST_BITS) - 1)).astype(np.int32),
        unmet=(ranks >> (_POST_BITS + _COUNT_BITS)).astype(np.uint8),
        undecided=(ranks >> _POST_BITS & _COUNT).astype(np.uint8),
    )


def _alike(states: Sequence[ColumnStates]) -> tuple[list[ColumnStates], list[int]]:
    """Return each array of states once, and for each criterion which of them is its own."""
    places: dict[int, int] = {}
    alike = [places.setdefault(id(each), len(places)) for each in states]
    once = {id(each): each for each in states}
    return [once[key] for key in places], alike


def _ranked(
    needed: Sequence[tuple[int, ...]],
    weights: Sequence[NDArray[np.uint16]],
    width: int,
    most: int,
) -> NDArray[np.uint32]:
    """Return the lowest ranks of some people, in order; posts that ask alike are added up once."""
    totals: dict[tuple[int, ...], NDArray[np.uint32]] = {}
    ranks = np.empty((len(needed), width), np.uint32)
    for post, places in enumerate(needed):
        if places not in totals:
            total = np.zeros(width, np.uint16)
            for place in places:
                total += weights[place]
            totals[places] = total.astype(np.uint32) << np.uint32(_POST_BITS)
        np.bitwise_or(totals[places], np.uint32(post), out=ranks[post])
    by_person = np.ascontiguousarray(ranks.T)
    if most < len(needed):
        by_person.partition(most - 1, axis=1)
    return np.sort(by_person[:, :most], axis=1)


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
        deciding = [demand.deciding for demand in demands_of(answer.post, answer.reading)]
        posts.append(
            PlannedPost(
                post_id=answer.post.id,
                name=answer.post.name,
                deciding=tuple(each for each in deciding if each is not None),
            )
        )
    return Plan(on=on, posts=tuple(posts), no_stated=no_stated)


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

    def _posts(self, sets: list[Sentence], everybody: Sentence) -> NDArray[np.uint64]:
        """Return for each post the people who are in the sets of all its criteria."""
        found = np.empty((len(self._plan.posts), len(everybody)), np.uint64)
        for place, members in enumerate(self._plan.members):
            found[place] = everybody
            for member in members:
                found[place] &= sets[member]
        return found


ROW = "row"
"""Place of a person in the roster, counted from 0 through all its files."""


def result_table(batch: pa.RecordBatch, rows: pa.Array, screened: Screened) -> pa.Table:
    """Return one row for each person of a block.

    `met` and `possible` are bitsets over the posts in the plan's order, the first post being the
    lowest bit of the first number. `nearest_posts` are places in the same order.

    Args:
        batch: the people.
        rows: their places in the roster.
        screened: what came of them.
    """
    columns = {
        ROW: rows,
        STAFF_ID: batch.column(STAFF_ID),
        "met": _sets(screened.met, screened.count),
        "possible": _sets(screened.possible, screened.count),
    }
    if screened.nearest:
        columns["nearest_posts"] = _fixed(screened.nearest.posts.astype("int32"))
        columns["nearest_unmet"] = _fixed(screened.nearest.unmet.astype("int16"))
        columns["nearest_undecided"] = _fixed(screened.nearest.undecided.astype("int16"))
    return pa.table(columns)


def _sets(sets: NDArray[np.uint64], count: int) -> pa.Array:
    return _fixed(rows_of_words(sets, count))


def _fixed(numbers: NDArray[np.integer[Any]]) -> pa.Array:
    flat = pa.array(numbers.reshape(-1))
    return pa.FixedSizeListArray.from_arrays(flat, numbers.shape[1])
