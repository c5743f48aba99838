"""Two tables without lines side by side: told by a header that repeats itself to the right."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jinque.documents.pdf.columns import Columns
from jinque.documents.pdf.line import Line, lines_from

_MOST_HEADER_LINES = 6
_LEAST_COLUMNS = 4
_ALIGNED = 0.95
_SAME_BASE = 1.0  # points


def halves_of(lines: Sequence[Line], columns: Columns) -> Iterator[list[Line]]:
    """Yield the lines of two tables side by side, page by page the left one first, or all lines.

    Where the rows of both stand at one height they are one table, which prints two lists.

    Args:
        lines: of a table.
        columns: its columns.
    """
    if not (_repeats_header(lines, columns) and not _is_aligned(lines, columns)):
        yield list(lines)
        return
    for _, page in groupby(lines, key=lambda line: line.page):
        yield from filter(None, _halves(list(page), columns))


def _repeats_header(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether the first lines say the same in the left and right half of the columns."""
    if len(columns) < _LEAST_COLUMNS or len(columns) % 2:
        return False
    half = len(columns) // 2
    words = [""] * len(columns)
    for line in lines[:_MOST_HEADER_LINES]:
        for piece in line.pieces:
            words[columns.column_of(piece)] += piece.text
        if all(words) and words[:half] == words[half:]:
            return True
    return False


def _is_aligned(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether the first columns of both halves have their words at the same heights."""
    half = len(columns) // 2
    places = [
        {
            (line.page, round(piece.base / _SAME_BASE))
            for line in lines
            for piece in line.pieces
            if columns.column_of(piece) == column
        }
        for column in (0, half)
    ]
    return len(places[0] & places[1]) >= _ALIGNED * min(map(len, places))


def _halves(page: Sequence[Line], columns: Columns) -> Iterator[list[Line]]:
    half = len(columns) // 2
    pieces = sorted(
        (piece for line in page for piece in line.pieces), key=lambda one: (one.base, one.left)
    )
    for is_right in (False, True):
        own = (piece for piece in pieces if (columns.column_of(piece) >= half) == is_right)
        yield list(lines_from(own, page[0].page))
