"""The law of the kernel on every engine: judging many is judging each."""

import tempfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinque.criteria import judge
from jinque.matching.arrow import people_table
from jinque.matching.kernel import Plan, PlannedPost
from jinque.matching.large import Where, screen_parquet
from jinque.model.criterion import Criterion
from jinque.model.person import Outcome, Person
from tests.engines.test_engines import ENGINES, HERE
from tests.people_strategies import CRITERIA, LEAVES, ON, PEOPLE

_BITS = 64
# One criterion of every kind at once, and as many groups.
_EVERY_KIND = st.tuples(st.tuples(*LEAVES), st.lists(CRITERIA, min_size=10, max_size=30))
_MANY = st.lists(PEOPLE, min_size=20, max_size=40)


def _screened(
    criteria: list[Criterion], people: list[Person], engine: Where
) -> list[list[Outcome]]:
    """Return for each person what a post that demands one criterion alone comes to."""
    posts = tuple(
        PlannedPost(post_id=str(place), name="", deciding=(each,))
        for place, each in enumerate(criteria)
    )
    with tempfile.TemporaryDirectory() as folder:
        roster, result = Path(folder) / "people.parquet", Path(folder) / "result.parquet"
        table = people_table((str(row), person) for row, person in enumerate(people))
        pq.write_table(table, roster, row_group_size=len(people) // 2 + 1)
        screen_parquet(roster, result, Plan(on=ON, posts=posts), engine)
        rows = pq.read_table(sorted(result.glob("part-*.parquet"))).to_pylist()
    return [[_outcome(row, place) for place in range(len(posts))] for row in rows]


def _outcome(row: dict[str, list[int]], place: int) -> Outcome:
    word, bit = divmod(place, _BITS)
    if row["met"][word] >> bit & 1:
        return Outcome.MET
    return Outcome.UNKNOWN if row["possible"][word] >> bit & 1 else Outcome.NOT_MET


def _check(criteria: list[Criterion], people: list[Person], engine: Where) -> None:
    found = _screened(criteria, people, engine)

    assert found == [[judge(each, person, ON).outcome for each in criteria] for person in people]


@settings(max_examples=5)
@given(kinds=_EVERY_KIND, people=_MANY)
def test_files_screened_in_this_process_are_judged_as_each_person(
    kinds: tuple[tuple[Criterion, ...], list[Criterion]], people: list[Person]
) -> None:
    _check([*kinds[0], *kinds[1]], people, HERE)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=3)
@given(kinds=_EVERY_KIND, people=_MANY)
def test_every_engine_judges_many_as_it_judges_each_person(
    engine: Where,
    kinds: tuple[tuple[Criterion, ...], list[Criterion]],
    people: list[Person],
) -> None:
    _check([*kinds[0], *kinds[1]], people, engine)
