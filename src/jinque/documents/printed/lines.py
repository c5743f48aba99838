"""Lines of words outside ruled tables, and ruled tables, in the order in which they are read.

Where text begins and ends on the pages of a document.

Lines put together to paragraphs: wraps are told by full lines, indents and distances.

Characters put together: lines, pieces of lines, and the blanks between words.

Lines that were wrapped for want of room: put together again, with or without a blank.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Protocol

from jinque.documents.printed.page import Page, Piece
from jinque.documents.printed.raw import Glyph
from jinque.text import read_ordinal

_SAME_LINE = 0.45


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one base line of one page, from left to right; there is one at least."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def base(self) -> float:
        """Base line of the first piece."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """Size of the type of the longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def left(self) -> float:
        """Left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Words with a blank in each gap."""
        return " ".join(piece.text for piece in self.pieces)


def lines_of(page: Page) -> Iterator[Line]:
    """Yield the lines outside ruled tables from top to bottom."""
    yield from lines_from(page.pieces, page.number)


def lines_from(pieces: Iterable[Piece], page: int) -> Iterator[Line]:
    """Yield the lines that some pieces of one page make.

    Args:
        pieces: by base line, then from left to right.
        page: its number.
    """
    row: list[Piece] = []
    for piece in pieces:
        if row and abs(piece.base - row[0].base) > _SAME_LINE * max(piece.size, row[0].size):
            yield _line(row, page)
            row = []
        row.append(piece)
    if row:
        yield _line(row, page)


def _line(row: list[Piece], page: int) -> Line:
    return Line(page, tuple(sorted(row, key=lambda piece: piece.left)))


_FULL = 1.6  # room behind a full line, in sizes of its type
_INDENT = 1.2
_CENTRED = 2.0
_NARROWER = 1.15  # times the left margin: how wide the right one is, if no line is longer


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text, in points, by page."""

    edges: dict[int, tuple[float, float]]

    def is_full(self, line: Line) -> bool:
        """Tell whether a line ends where it had to be wrapped."""
        return self.edges[line.page][1] - line.right < _FULL * line.size

    def is_indented(self, line: Line) -> bool:
        """Tell whether a line begins further right than wrapped ones do."""
        return line.left - self.edges[line.page][0] > _INDENT * line.size

    def is_centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle."""
        left, right = self.edges[line.page]
        return abs((line.left - left) - (right - line.right)) < _CENTRED * line.size


def margins_of(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> Margins:
    """Return the margins, the same for all pages of one width.

    Args:
        pages: the pages.
        lines: the lines of each that belong to its text.
    """
    by_width: dict[int, list[Line]] = {}
    for page, own in zip(pages, lines, strict=True):
        by_width.setdefault(round(page.width), []).extend(own)
    edges = {width: _edges(width, own) for width, own in by_width.items()}
    return Margins({page.number: edges[round(page.width)] for page in pages})


def _edges(width: float, lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, width
    left = min(line.left for line in lines)
    return left, max(*(line.right for line in lines), width - _NARROWER * left)


_ENDS = "。；"
_SAME_SIZE = 0.08
_MOST_APART = 2.4  # from base line to base line, in sizes of the type


def paragraphs_of(lines: Sequence[Line], margins: Margins) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph.

    Args:
        lines: lines between which no table stands, over as many pages as they run.
        margins: of their pages.
    """
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, margins):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(last: Line, line: Line, margins: Margins) -> bool:
    if abs(line.size - last.size) > _SAME_SIZE * last.size or not margins.is_full(last):
        return False
    if last.text[-1] in _ENDS and read_ordinal(line.text):
        return False
    if line.page == last.page and line.base - last.base > _MOST_APART * line.size:
        return False
    if not margins.is_indented(line):
        return True
    is_title = margins.is_centred(last) and margins.is_indented(last)
    return is_title and margins.is_centred(line) and read_ordinal(line.text) is None


# In sizes of the type:
_WIDEST_LETTER = 0.95
_MARK = _CHARACTER = 1.0
_TOLERANCE = 0.3
_BLANK_AND_CHARACTER = 1.6
_NOT_FIRST = "，。、；：）》”！？,.;:)"
_SURELY_CUT = 0.6
_CLAUSE_ENDS = "。；;"
_LEAST_SEEN = 3
_WORD = re.compile(r"[A-Za-z0-9.+#%/_-]+")
_MOSTLY = 0.9
BLANK_BEHIND = 100.0
"""Room behind a line that ends with a blank: more than any line can have."""


class Printed(Protocol):
    """The lines of a text, and what each leaves free at the right."""

    lines: list[str]
    rooms: list[float]


def cuts_words(texts: Iterable[Printed]) -> bool:
    """Tell whether a line may end inside a Latin word, other than one too long for a line.

    It may where the program prints the blanks at which it wraps lines, so that one can be told
    from a cut, and where less room is left in front of each word than another letter needs.
    """
    seen: list[tuple[float, float]] = []
    for text in texts:
        for (above, below), room in zip(pairwise(text.lines), text.rooms, strict=False):
            if room >= BLANK_BEHIND:
                return True
            if above and below[:1].isalpha() and below[:1].isascii():
                seen.append((room, _needed(below)))
    if len(seen) < _LEAST_SEEN:
        return all(room < _SURELY_CUT for room, _ in seen)
    return sum(room < needed for room, needed in seen) >= _MOSTLY * len(seen)


def whole_lines(lines: Sequence[str], rooms: Sequence[float], *, is_cut: bool) -> list[str]:
    """Return the lines of a text, those joined that were wrapped for want of room.

    Where that is not certain, as behind a sentence or between Latin words, the line stays.

    Args:
        lines: as printed.
        rooms: what each leaves free at the right.
        is_cut: whether lines may end inside words; see `cuts_words`.
    """
    joined = list(lines[:1])
    for line, room in zip(lines[1:], rooms, strict=False):
        glue = _glue(joined[-1], line, room, is_cut=is_cut)
        if glue is None:
            joined.append(line)
        else:
            joined[-1] += glue + line
    return joined


def _glue(above: str, below: str, room: float, *, is_cut: bool) -> str | None:
    """Return what stood between two lines before they were wrapped; None if they may not be one."""
    if _is_letter(above[-1:]) and _is_letter(below[:1]):
        is_inside = is_cut or _WORD.fullmatch(above) is not None
        return "" if is_inside and room < _needed(below) else None
    if 0 <= room - BLANK_BEHIND < _BLANK_AND_CHARACTER:
        return " "
    if above[-1:] in _CLAUSE_ENDS or read_ordinal(below) or _is_letter(below[:1]):
        return None
    return "" if room < _needed(below) + _TOLERANCE else None


def _needed(line: str) -> float:
    """Return the room for the first character of a line and the marks that may not begin one."""
    marks = takewhile(lambda letter: letter in _NOT_FIRST, line[1:])
    width = _WIDEST_LETTER if _is_letter(line[:1]) else _CHARACTER
    return width + _MARK * len(list(marks))


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalnum()


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
