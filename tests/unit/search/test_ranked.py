"""Pages are cut as sorting every row would cut them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jinque.search.engine import Ranked

SCORES = st.dictionaries(st.integers(0, 60), st.sampled_from([0.1, 0.2, 3.0, 3.00001, 7.5]))


@given(SCORES, st.integers(0, 70), st.integers(1, 30))
def test_a_page_is_what_sorting_all_rows_gives(
    scores: dict[int, float], offset: int, limit: int
) -> None:
    ranked = Ranked.of(list(scores), list(scores.values()))

    expected = sorted((-round(score, 4), number) for number, score in scores.items())
    assert [(-score, number) for number, score in ranked.page(offset, limit)] == expected[
        offset : offset + limit
    ]


@given(SCORES, SCORES)
def test_joined_rows_keep_the_score_of_the_first(
    first: dict[int, float], second: dict[int, float]
) -> None:
    joined = Ranked.of(list(first), list(first.values())).joined(
        Ranked.of(list(second), list(second.values()))
    )

    expected = {number: round(score, 4) for number, score in {**second, **first}.items()}
    assert dict(joined.page(0, 200)) == expected


def test_rows_that_are_alike_stand_once() -> None:
    ranked = Ranked.alike(np.array([4, 2, 4]), 0.5)

    assert ranked.page(0, 10) == [(2, 0.5), (4, 0.5)]
