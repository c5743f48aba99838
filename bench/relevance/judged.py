"""The judged queries, and how well an engine's first ten rows agree with them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean

import yaml

DEPTH = 10
NOT_AS_WRITTEN = ("misspelling", "initials")
"""Sorts of query that only an engine which reads them otherwise can answer."""
_FILE = Path(__file__).parent / "queries.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A query with the grades of the rows that were judged; others count as 0.

    Attributes:
        sort: what kind of query it is.
        grades: 3 what was looked for, 2 close to it, 1 touches it, 0 something else, by post.
    """

    query: str
    sort: str
    grades: Mapping[str, int]


def judged() -> tuple[Judged, ...]:
    """Return the set in the order of its file."""
    return tuple(
        Judged(
            query=each["query"],
            sort=each["sort"],
            grades={post: grade for grade, posts in each["rows"].items() for post in posts},
        )
        for each in yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    )


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the normalised discounted cumulative gain of the first ten, 0 to 1.

    Gain `2^grade - 1`, discount `log2(rank + 1)`.

    Source: Järvelin, Kekäläinen: Cumulated gain-based evaluation of IR techniques, 2002; the gain
    as in Burges et al., 2005.
    """
    best = sorted(grades.values(), reverse=True)
    return _gained([grades.get(post, 0) for post in found]) / _gained(best)


def by_sort(ask: Callable[[str, int], list[str]]) -> dict[str, float]:
    """Return the mean nDCG@10 for each sort of query, and `all` for all queries."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    for each in judged():
        value = ndcg(ask(each.query, DEPTH), each.grades)
        values[each.sort].append(value)
        values["all"].append(value)
        if each.sort not in NOT_AS_WRITTEN:
            values["all as written"].append(value)
    return {sort: mean(own) for sort, own in values.items()}


def _gained(grades: Sequence[int]) -> float:
    gains = (2.0**grade - 1 for grade in grades[:DEPTH])
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))
