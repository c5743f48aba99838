"""The characters of a page on the turned page, where lines run from left to right."""

from itertools import groupby
from typing import NamedTuple

from jinque.documents.pdf.marks import Mark, Marks
from jinque.documents.pdf.turning import Turn

_WIDE_MARKS = frozenset("“”‘’…·")  # narrow in a Latin font, which cannot be told
_FIRST_WIDE = "\u2e80"
_NARROW_ADVANCE = 0.3


class Glyph(NamedTuple):
    """A character; `right` is where the next one may begin, `base` its base line."""

    text: str
    left: float
    right: float
    base: float
    size: float


def glyphs_of(marks: Marks, turn: Turn) -> list[Glyph]:
    """Return the characters that lie on the page.

    A run in another direction than most, as in a narrow cell, counts as one character.
    """
    width, height = turn.size
    made = [_glyph(mark, turn) for mark in marks.marks if mark.style.quarters == turn.quarters]
    if len(made) < len(marks.marks):
        others = [mark for mark in marks.marks if mark.style.quarters != turn.quarters]
        runs = groupby(others, key=lambda mark: mark.style)
        made += [_joined([_glyph(mark, turn) for mark in run]) for _, run in runs]
    return [glyph for glyph in made if 0 <= glyph.left <= width and 0 <= glyph.base <= height]


def _glyph(mark: Mark, turn: Turn) -> Glyph:
    left, base = turn.point(mark.x, mark.y)
    ink = turn.box(mark.ink)
    is_wide = mark.text[:1] >= _FIRST_WIDE or mark.text in _WIDE_MARKS
    right = left + mark.style.advance * (1 if is_wide else _NARROW_ADVANCE * len(mark.text))
    return Glyph(mark.text, left, max(right, ink[2]), base, mark.style.size)


def _joined(run: list[Glyph]) -> Glyph:
    return Glyph(
        "".join(glyph.text for glyph in run),
        min(glyph.left for glyph in run),
        max(glyph.right for glyph in run),
        sum(glyph.base for glyph in run) / len(run),
        run[0].size,
    )
