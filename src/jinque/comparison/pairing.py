"""Which row of one edition is which row of another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jinque.classification import counterparts, load_classification
from jinque.comparison.occupations import CURRENT
from jinque.model import CorrespondenceKind, Link, Post
from jinque.model.diff import PairedBy
from jinque.text import fold

Key = tuple[str, ...] | None
Meant = tuple[str, str]
"""Edition of the classification, code."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A post with the edition and code that its link means; None without a link."""

    post: Post
    occupation: Meant | None


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


def pair(
    former: Iterable[Post],
    later: Iterable[Post],
    before: Mapping[str, Meant] | None = None,
    after: Mapping[str, Meant] | None = None,
) -> Pairing:
    """Pair the posts of two editions, by the surest sign first.

    Within one industry, rows with equal signs are paired in printed order. Across industries a
    sign pairs only where it stands once on either side: which of two rows moved cannot be told.

    Codes are compared as what they mean: one of the 2015 edition of the classification is
    followed to 2022, so that a renumbered post pairs, and a code that was given to another
    occupation does not.

    Args:
        former: posts of the former edition.
        later: posts of the later edition.
        before: what the codes of the former posts mean, see `occupations_meant`; a code that is
            not among them is compared as printed.
        after: the same of the later posts.
    """
    old = {place: _Row(post, (before or {}).get(post.id)) for place, post in enumerate(former)}
    new = {place: _Row(post, (after or {}).get(post.id)) for place, post in enumerate(later)}
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


def occupations_meant(links: Iterable[Link]) -> dict[str, Meant]:
    """Return the edition of the classification and the code that each linked post means.

    A code of 2015 is followed to 2022 where that is attested, or where only its name has probably
    changed: for pairing, the code is sign enough then.
    """
    meant = ((link.post_id, _meant(link)) for link in links)
    return {post_id: occupation for post_id, occupation in meant if occupation}


def industry_of(post: Post) -> str:
    """Return the industry that a row stands under, folded; its last section where none is read."""
    return fold(post.industry or (post.section[-1] if post.section else "") or "")


def _matches(
    old: dict[int, _Row],
    new: dict[int, _Row],
    key: Callable[[_Row], Key],
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


def _by_key(posts: dict[int, _Row], key: Callable[[_Row], Key]) -> dict[Key, list[int]]:
    grouped: dict[Key, list[int]] = defaultdict(list)
    for place, post in posts.items():
        sign = key(post)
        if sign is not None:
            grouped[sign].append(place)
    return grouped


def _meant(link: Link) -> Meant | None:
    if link.code is None or link.edition is None:
        return None
    if link.edition == CURRENT:
        return CURRENT, link.code
    entry = load_classification(link.edition).by_code.get(link.code)
    rows = counterparts(entry) if entry else ()
    kept = [row.proposed_2022 for row in rows if row.kind is CorrespondenceKind.LIKELY_RENAMED]
    now = {code for codes in (*(row.codes_2022 for row in rows), *kept) for code in codes}
    return (CURRENT, now.pop()) if len(now) == 1 else (link.edition, link.code)


def _name(row: _Row) -> str:
    return fold(row.post.name)


def _coded(row: _Row, *more: str) -> Key:
    if row.occupation:
        return (*row.occupation, *more)
    return ("", row.post.code, *more) if row.post.code else None


def _industry(row: _Row) -> str:
    return industry_of(row.post)


_SIGNS: tuple[tuple[PairedBy, Callable[[_Row], Key], bool], ...] = (
    (PairedBy.INDUSTRY_CODE_NAME, lambda row: _coded(row, _industry(row), _name(row)), True),
    (PairedBy.INDUSTRY_NAME, lambda row: (_industry(row), _name(row)), True),
    (PairedBy.INDUSTRY_CODE, lambda row: _coded(row, _industry(row)), True),
    (PairedBy.CODE_NAME, lambda row: _coded(row, _name(row)), False),
    (PairedBy.NAME, lambda row: (_name(row),), False),
    (PairedBy.CODE, _coded, False),
)
