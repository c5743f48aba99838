"""Which lines of a table without upright rules belong to one row: told by lines and distances."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jinque.documents.pdf.columns import Columns
from jinque.documents.pdf.line import Line
from jinque.documents.pdf.page import Bar

_WRAPPED = 1.9  # from base line to base line inside a cell at most, in sizes of the type
_LEAST_SHARE = 0.1
_NEXT_ROW = (1.15, 1.1, 1.06, 1.03)  # times the distance of wrapped lines; the first that works
_MOST_DOUBLE = 0.05
_NEARLY_ALL = 0.97
_LEAST_APART = 0.3
_FILLED = 0.6
_STEP = 0.25  # points; distances that differ by less are counted as one
_LEAST_BARS = 3


class Spacing:
    """How far apart the rows of a table are.

    Args:
        lines: all its lines.
        columns: its columns.
        bars: level lines on its pages, those between its rows among them, by page.
    """

    def __init__(
        self, lines: Sequence[Line], columns: Columns, bars: dict[int, Sequence[Bar]]
    ) -> None:
        self._columns = columns
        self._bars = {page: [b.y for b in own if columns.crosses(b)] for page, own in bars.items()}
        self._serials = _serial_column(lines, columns)
        self._leading = _leading(lines, columns)
        self._distance = self._leading * _NEXT_ROW[0]
        pairs = [(one, two) for one, two in pairwise(lines) if one.page == two.page]
        self._is_barred = sum(self._has_bar(*pair) for pair in pairs) >= _LEAST_BARS
        if not self._is_barred:
            self._distance = self._distance_by_serials(pairs) or self._best_distance(lines)
        gaps = sum(self._is_apart(*pair) for pair in pairs)
        self._is_even = True
        self._is_even = gaps < _LEAST_APART * sum(map(self._is_head, lines))

    def rows(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        """Yield the lines of each row of one page."""
        row: list[Line] = []
        for line in lines:
            if row and self._begins_row(row, line):
                yield row
                row = []
            row.append(line)
        if row:
            yield row

    def _distance_by_serials(self, pairs: Sequence[tuple[Line, Line]]) -> float | None:
        """Return what lies between the distances inside rows and those above serials; or None."""
        above: list[float] = []
        inside: list[float] = []
        for one, two in pairs:
            (above if self._has_serial(two) else inside).append(two.base - one.base)
        if not (above and inside):
            return None
        most = sorted(inside)[int(_NEARLY_ALL * (len(inside) - 1))]
        least = sorted(above)[int((1 - _NEARLY_ALL) * (len(above) - 1))]
        return (most + least) / 2 if most * _NEXT_ROW[-1] < least else None

    def _best_distance(self, lines: Sequence[Line]) -> float:
        """Return the largest distance that parts the rows with serials from each other."""
        for times in _NEXT_ROW:
            self._distance = self._leading * times
            counts = [0]
            for above, line in pairwise(lines):
                if above.page != line.page or self._is_apart(above, line):
                    counts.append(0)
                counts[-1] += self._has_serial(line)
            if sum(count > 1 for count in counts) <= _MOST_DOUBLE * len(counts):
                return self._distance
        return self._leading * _NEXT_ROW[0]

    def _begins_row(self, row: Sequence[Line], line: Line) -> bool:
        if self._is_apart(row[-1], line):
            return True
        return self._is_head(line) and (self._is_even or any(map(self._is_head, row)))

    def _is_apart(self, above: Line, below: Line) -> bool:
        if self._is_barred:
            return self._has_bar(above, below)
        return below.base - above.base > self._distance

    def _has_bar(self, above: Line, below: Line) -> bool:
        return any(above.base < y < below.base for y in self._bars.get(above.page, ()))

    def _is_head(self, line: Line) -> bool:
        """Tell whether a line can only be the first one of a row, or its middle.

        It has a serial; in a table without serials and without gaps, it fills most columns.
        """
        if self._serials is not None:
            return self._has_serial(line)
        filled = {self._columns.column_of(piece) for piece in line.pieces}
        return self._is_even and len(filled) >= _FILLED * len(self._columns)

    def _has_serial(self, line: Line) -> bool:
        return any(
            piece.text.isdecimal() and self._columns.column_of(piece) == self._serials
            for piece in line.pieces
        )


def _leading(lines: Sequence[Line], columns: Columns) -> float:
    """Return the smallest distance that occurs often between two lines of one column."""
    distances: Counter[float] = Counter()
    below: dict[int, Line] = {}
    for line in lines:
        for piece in line.pieces:
            column = columns.column_of(piece)
            last = below.get(column)
            if last and last.page == line.page:
                distance = line.base - last.base
                if distance <= _WRAPPED * piece.size:
                    distances[round(distance / _STEP) * _STEP] += 1
            below[column] = line
    least = _LEAST_SHARE * distances.total()
    return min((distance for distance, count in distances.items() if count >= least), default=0.0)


def _serial_column(lines: Sequence[Line], columns: Columns) -> int | None:
    """Return the first column whose numbers mostly rise, or None."""
    numbers: dict[int, list[int]] = {}
    words: dict[int, set[str]] = {}
    for line in lines:
        for piece in line.pieces:
            column = columns.column_of(piece)
            if piece.text.isdecimal():
                numbers.setdefault(column, []).append(int(piece.text))
            else:
                words.setdefault(column, set()).add(piece.text)
    for column, found in sorted(numbers.items()):
        rising = sum(one < two for one, two in pairwise(found))
        others = len(words.get(column, ()))
        if len(found) > max(others, 1) and rising >= _FILLED * (len(found) - 1):
            return column
    return None
