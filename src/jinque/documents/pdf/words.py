"""Characters put together: lines, pieces of lines, and the blanks between words."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jinque.documents.pdf.glyphs import Glyph
from jinque.documents.pdf.page import Piece
from jinque.documents.pdf.wraps import BLANK_BEHIND

_SAME_LINE = 0.45
_SAME_PLACE = 0.1
_WORD_GAP = 0.25
_PIECE_GAP = 0.6
_LATIN = "\u2e80"
# Radicals that fonts share with the characters that they look like; Unicode gives no mapping.
_RADICALS = (
    "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
_COMPATIBLE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9))
_PLAIN = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBLE},
    **dict(zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True)),
    **dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2009), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), ""),
}


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of each base line, from top to bottom and from left to right."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if row and glyph.base - row[0].base > _SAME_LINE * max(glyph.size, row[0].size):
            yield sorted(row, key=lambda glyph: glyph.left)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.left)


def pieces_of(row: Sequence[Glyph]) -> Iterator[Piece]:
    """Cut the characters of a line at gaps as wide as those between columns."""
    run: list[Glyph] = []
    blank: Glyph | None = None
    parts: list[str] = []
    for glyph in row:
        if not glyph.text or glyph.text.isspace():
            blank = blank or glyph
            continue
        gap = glyph.left - run[-1].right if run else 0.0
        if run and gap > _PIECE_GAP * glyph.size:
            yield _piece(run, parts)
            run, parts = [], []
        elif run and _is_shadow(run[-1], glyph):
            continue
        elif run and _is_word_gap(run[-1], glyph, blank):
            parts.append(" ")
        run.append(glyph)
        parts.append(glyph.text)
        blank = None
    if run:
        yield _piece(run, parts, BLANK_BEHIND * run[-1].size if blank else 0.0)


def _is_shadow(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character is printed twice to look bold."""
    return before.text == glyph.text and glyph.left - before.left < _SAME_PLACE * glyph.size


def _is_word_gap(before: Glyph, glyph: Glyph, blank: Glyph | None) -> bool:
    """Tell whether a blank belongs between two characters.

    Between Latin letters a printed blank counts, however narrow, and so does a gap. Elsewhere a
    blank must have a width: text layers of scans have one behind every Chinese character.
    """
    if before.text[-1].isascii() and glyph.text[0].isascii():
        return blank is not None or glyph.left - before.right > _WORD_GAP * glyph.size
    return blank is not None and glyph.left - blank.left > _SAME_PLACE * glyph.size


def _piece(run: list[Glyph], parts: list[str], slack: float = 0.0) -> Piece:
    right = max(glyph.right for glyph in run)
    size = sum(glyph.size for glyph in run) / len(run)
    base = max(run, key=lambda glyph: glyph.size).base
    text = "".join(parts).translate(_PLAIN).strip()
    slack += sum(max(0.0, two.left - one.right) for one, two in pairwise(run) if one.text > _LATIN)
    return Piece(text, run[0].left, right, base, size, slack)


def room_behind(row: Sequence[Piece], limit: float) -> float:
    """Return what a line would leave free at the right had it not been widened.

    Args:
        row: its pieces.
        limit: where lines end at the right, in points.

    Returns:
        A length in sizes of its type, rounded; below 0 where it passes the limit.
    """
    spare = limit - row[-1].right + sum(piece.slack for piece in row)
    return round(spare / row[-1].size, 2)
