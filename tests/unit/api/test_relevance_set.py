"""The judged queries of the benchmark speak of rows that exist."""

from collections import Counter

import pytest

from bench.relevance.judged import judged, ndcg
from jinque import api


def test_there_are_at_least_eighty_queries_of_eleven_sorts() -> None:
    sorts = Counter(each.sort for each in judged())

    assert sorts.total() >= 80
    assert len(sorts) == 11


def test_no_query_stands_twice() -> None:
    queries = [each.query for each in judged()]

    assert len(queries) == len(set(queries))


def test_every_judged_row_exists_and_every_query_has_one_that_answers(
    workspace: api.Workspace,
) -> None:
    held = {
        post.id
        for summary in api.catalogues(workspace)
        for post in api.edition(workspace, summary.id).edition.posts
    }

    assert [
        (each.query, post) for each in judged() for post in each.grades if post not in held
    ] == []
    assert [each.query for each in judged() if max(each.grades.values()) < 2] == []
    assert {grade for each in judged() for grade in each.grades.values()} == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("found", "value"), [(["a", "b"], 1.0), ([], 0.0), (["x", "a", "b"], 0.6653)]
)
def test_the_gain_is_that_of_the_paper(found: list[str], value: float) -> None:
    assert ndcg(found, {"a": 3, "b": 2, "x": 0}) == pytest.approx(value, abs=5e-5)
