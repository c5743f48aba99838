"""Columns that fall from row to row in most sections, and the rows that break the order."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from jinque.extraction.checks.places import at_post, runs
from jinque.model import Edition, Issue, Post, Severity

_LEAST_SHARE = 0.8
_LEAST_ROWS = 3

_Measure = Callable[[Post], float | None]


def check_order(edition: Edition) -> Iterator[Issue]:
    """Report rows that rise in a column which descends in at least 80 % of its sections.

    Ties do not break the order. Sections of fewer than three valued rows say nothing about it.
    """
    measures: tuple[tuple[str, str, _Measure], ...] = (
        ("紧缺指数", "index", _index),
        ("紧缺程度", "shortage", _value),
        ("年薪", "pay", _pay),
    )
    for zh, en, measure in measures:
        sections = [_valued(run, measure) for run in runs(edition)]
        sections = [section for section in sections if len(section) >= _LEAST_ROWS]
        breaks = [list(_breaks(section)) for section in sections]
        falling = sum(not found for found in breaks)
        if sections and falling >= _LEAST_SHARE * len(sections):
            for before, post, above, value in (entry for found in breaks for entry in found):
                yield at_post(
                    post,
                    "order_broken",
                    Severity.WARNING,
                    zh=f"{zh}在 {len(sections)} 节中有 {falling} 节由高到低排列，"
                    f"本行 {value:g} 却高于上一行“{before.name}”的 {above:g}。",
                    en=f"The {en} falls in {falling} of {len(sections)} sections, but {value:g} "
                    f"here is above the {above:g} of the row before.",
                )


def _valued(run: list[Post], measure: _Measure) -> list[tuple[Post, float]]:
    return [(post, value) for post in run if (value := measure(post)) is not None]


def _breaks(section: list[tuple[Post, float]]) -> Iterator[tuple[Post, Post, float, float]]:
    for (before, above), (post, value) in pairwise(section):
        if value > above:
            yield before, post, above, value


def _index(post: Post) -> float | None:
    return post.shortage.index if post.shortage else None


def _value(post: Post) -> float | None:
    return post.shortage.value if post.shortage else None


def _pay(post: Post) -> float | None:
    return post.pay_cny_10k_year
