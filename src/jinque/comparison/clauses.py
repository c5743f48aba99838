"""The clauses of a printed requirement, as units that come and go."""

import re
from collections import Counter

from jinque.text import fold

# A clause ends at a full stop, a semicolon or a line; a full stop inside a number does not end it.
_ENDS = re.compile(r"[。；;\n]+|(?<!\d)\.(?!\w)")
_ORDINAL = re.compile(r"^\s*(?:\(?\d{1,2}[)、.．]|（\d{1,2}）|[①-⑳])\s*(?!\d)")


def clauses_of(text: str | None) -> tuple[str, ...]:
    """Return the clauses of a requirement in printed order, their ordinals and ends left out."""
    pieces = (_ORDINAL.sub("", piece).strip() for piece in _ENDS.split(text or ""))
    return tuple(piece for piece in pieces if piece)


def clauses_apart(
    former: tuple[str, ...], later: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the clauses only in `former` and those only in `later`.

    Width, case and blanks do not tell two clauses apart, nor does their order; a clause printed
    twice counts twice.
    """
    return _only_in(former, later), _only_in(later, former)


def _only_in(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    left = Counter(_sign(clause) for clause in other)
    alone: list[str] = []
    for clause in one:
        if left[_sign(clause)]:
            left[_sign(clause)] -= 1
        else:
            alone.append(clause)
    return tuple(alone)


def _sign(clause: str) -> str:
    return re.sub(r"\s+", "", fold(clause))
