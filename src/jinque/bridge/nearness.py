"""Listed names that are like a name which is not listed; proposed with the reason, never merged."""

from collections.abc import Iterable

from jinque.model import Words
from jinque.text import fold

_MOST = 5
_LIKE_ENOUGH = 0.4
_SHORT = 2
_ONE_CHARACTER = Words(
    zh="只差一个字，可能是另一回事，请核对",
    en="differs by one character; it may well be another thing",
)
_CONTAINED = Words(
    zh="一个名称包含另一个，不等于相同，请核对",
    en="one name contains the other; that does not make them the same",
)


def near_names(asked: str, listed: Iterable[str]) -> tuple[tuple[str, Words], ...]:
    """Return up to five listed names most like the one asked for, each with the reason.

    Names of two characters or fewer are not compared character by character: too many are one
    character apart.
    """
    scored = [(*found, name) for name in listed if (found := _likeness(fold(asked), fold(name)))]
    best = sorted(scored, key=lambda entry: -entry[0])[:_MOST]
    return tuple((name, reason) for _, reason, name in best)


def _likeness(one: str, other: str) -> tuple[float, Words] | None:
    """Return a score, higher for a clearer reason, and the reason."""
    if one == other or not one:
        return None
    shared = _pairs(one) & _pairs(other)
    score = 2 * len(shared) / (len(_pairs(one)) + len(_pairs(other)) or 1)
    if min(len(one), len(other)) > _SHORT and is_one_edit_away(one, other):
        return 2 + score, _ONE_CHARACTER
    if min(len(one), len(other)) >= _SHORT and (one in other or other in one):
        return 1 + score, _CONTAINED
    if score < _LIKE_ENOUGH:
        return None
    words = "、".join(sorted(shared, key=one.find))
    return score, Words(zh=f"都有“{words}”，请核对", en=f"both have “{words}”; please compare")


def is_one_edit_away(one: str, other: str) -> bool:
    """Tell whether one character put in, left out or replaced makes one name of the other."""
    short, long = sorted((one, other), key=len)
    start = next(
        (i for i, pair in enumerate(zip(short, long, strict=False)) if len({*pair}) > 1), len(short)
    )
    return one != other and long[start + 1 :] in (short[start:], short[start + 1 :])


def _pairs(name: str) -> set[str]:
    return {name[index : index + 2] for index in range(len(name) - 1)}
