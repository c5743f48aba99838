"""Which row of one edition is which row of another."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinque.model import Post
from jinque.model.diff import PairedBy
from jinque.text import fold

Key = tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Rows by their places, counted from 0.

    Attributes:
        pairs: place in the former edition, place in the later one, and what showed it; ordered
            by the later place.
        removed: places in the former edition that have no partner, ascending.
        added: the same in the later edition.
    """

    pairs: tuple[tuple[int, int, PairedBy], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def pair(former: Iterable[Post], later: Iterable[Post]) -> Pairing:
    """Pair the posts of two editions, by the surest sign first.

    Within one industry, rows with equal signs are paired in printed order. Across industries a
    sign pairs only where it stands once on either side: which of two rows moved cannot be told.
    """
    old, new = dict(enumerate(former)), dict(enumerate(later))
    pairs: list[tuple[int, int, PairedBy]] = []
    for sign, key, is_within_industry in _SIGNS:
        for left, right in _matches(old, new, key, is_within_industry=is_within_industry):
            pairs.append((left, right, sign))
            del old[left], new[right]
    return Pairing(
        pairs=tuple(sorted(pairs, key=lambda found: found[1])),
        removed=tuple(old),
        added=tuple(new),
    )


def industry_of(post: Post) -> str:
    """Return the industry that a row stands under, folded; its last section where none is read."""
    return fold(post.industry or (post.section[-1] if post.section else "") or "")


def _matches(
    old: dict[int, Post],
    new: dict[int, Post],
    key: Callable[[Post], Key],
    *,
    is_within_industry: bool,
) -> list[tuple[int, int]]:
    lefts, rights = _by_key(old, key), _by_key(new, key)
    found: list[tuple[int, int]] = []
    for sign, places in lefts.items():
        others = rights.get(sign, [])
        if is_within_industry or len(places) == len(others) == 1:
            found += zip(places, others, strict=False)
    return found


def _by_key(posts: dict[int, Post], key: Callable[[Post], Key]) -> dict[Key, list[int]]:
    grouped: dict[Key, list[int]] = defaultdict(list)
    for place, post in posts.items():
        sign = key(post)
        if sign is not None:
            grouped[sign].append(place)
    return grouped


def _name(post: Post) -> str:
    return fold(post.name)


def _coded(post: Post, *more: str) -> Key:
    return (post.code, *more) if post.code else None


_SIGNS: tuple[tuple[PairedBy, Callable[[Post], Key], bool], ...] = (
    (PairedBy.INDUSTRY_CODE_NAME, lambda post: _coded(post, industry_of(post), _name(post)), True),
    (PairedBy.INDUSTRY_NAME, lambda post: (industry_of(post), _name(post)), True),
    (PairedBy.INDUSTRY_CODE, lambda post: _coded(post, industry_of(post)), True),
    (PairedBy.CODE_NAME, lambda post: _coded(post, _name(post)), False),
    (PairedBy.NAME, lambda post: (_name(post),), False),
    (PairedBy.CODE, _coded, False),
)
