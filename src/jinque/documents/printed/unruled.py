"""Tables without lines: which of the lines in a run are theirs.

Headers in tables without lines: common headings above several others, titles above headers.

Which lines of a table without upright rules belong to one row: told by lines and distances.

Rows of a table without lines, those of its pages joined.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from jinque.documents.printed.columns import Columns, chunks_of, halves_of, segments_of
from jinque.documents.printed.lines import Line, room_behind
from jinque.documents.printed.page import Bar, Piece
from jinque.documents.printed.tables import Covered, OpenTable, TableRow, Text

_ROWS = 2


def join_headers(pages: Sequence[Sequence[TableRow]]) -> None:
    """Merge the cells of a header of two rows, wherever pages repeat it.

    It stands at the top. Its lower row leaves blank what the upper one names, except below the
    common headings, each of which stands somewhere above at least two others.
    """
    header = [row.words() for row in pages[0][:_ROWS]]
    if len(header) < _ROWS or any(map(str.isdecimal, (*header[0], *header[1]))):
        return
    groups = list(_groups(header[1]))
    named = [column for column, word in enumerate(header[1]) if not word]
    if not groups or not all(header[0][column] for column in named):
        return
    if all(len(one) > 1 and sum(bool(header[0][c]) for c in one) == 1 for one in groups):
        for rows in pages:
            if [row.words() for row in rows[:_ROWS]] == header:
                _merge(rows[0], rows[1], groups, named)


def _merge(
    upper: TableRow, lower: TableRow, groups: Iterable[Sequence[int]], named: Iterable[int]
) -> None:
    for column in named:
        text = upper.text_at(column)
        text.rows = _ROWS
        lower.places[column] = Covered(text, is_down=True, is_across=False)
    for group in groups:
        [text] = [text for column in group if (text := upper.text_at(column)).lines]
        upper.places[group[0]] = text
        for column in group[1:]:
            upper.places[column] = Covered(text, is_down=False, is_across=True)


def _groups(lower: Sequence[str]) -> Iterator[list[int]]:
    """Yield the columns below each common heading."""
    for is_below, run in groupby(range(len(lower)), key=lambda column: bool(lower[column])):
        if is_below:
            yield list(run)


def widen_titles(rows: Sequence[TableRow]) -> None:
    """Let a title above a header that is printed anew stand across all columns."""
    header = rows[0].words()
    for row, below in pairwise(rows[1:]):
        if below.words() == header and sum(map(bool, row.words())) == 1:
            columns = range(len(row.places))
            [text] = [text for column in columns if (text := row.text_at(column)).lines]
            covered = Covered(text, is_down=False, is_across=True)
            row.places[:] = [text, *[covered] * (len(columns) - 1)]


_WRAPPED_APART = 1.9  # from base line to base line inside a cell at most, in sizes of the type
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
                if distance <= _WRAPPED_APART * piece.size:
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


_SAME_SIZE = 0.08
_WRAPPED = 1.6  # from base line to base line, in sizes of the type
_NEXT = 1.9
_APART = 2.6
_LEAST_LINES = {2: 3}  # with words in several columns, by number of columns
_LEAST_LINES_OTHERWISE = 2


def split_run(lines: Sequence[Line]) -> Iterator[Line | tuple[Columns, list[Line]]]:
    """Yield the lines outside tables, and each table with its columns, in printed order.

    Args:
        lines: lines between which no ruled table stands, over as many pages as they run.
    """
    several = [line for line in lines if len(line.pieces) > 1]
    size = sorted(line.size for line in several)[len(several) // 2] if several else 0.0
    block: list[Line] = []
    for line in lines:
        is_other = len(line.pieces) == 1 and abs(line.size - size) > _SAME_SIZE * size
        if is_other:
            yield from chain.from_iterable(map(_split_segment, segments_of(block)))
            block = []
            yield line
        else:
            block.append(line)
    yield from chain.from_iterable(map(_split_segment, segments_of(block)))


def _split_segment(block: list[Line]) -> Iterator[Line | tuple[Columns, list[Line]]]:
    """Split lines of one size where a lone piece stands across a gap between the columns."""
    several = [line for line in block if len(line.pieces) > 1]
    if not several:
        yield from block
        return
    columns = Columns.of(several)
    titles = {id(line) for chunk in chunks_of(block) for line in _titles(chunk, columns)}
    part: list[Line] = []
    for line in block:
        if id(line) in titles:
            yield from _table(part)
            part = []
            yield line
        else:
            part.append(line)
    yield from _table(part)


def _titles(chunk: Sequence[Line], columns: Columns) -> Iterator[Line]:
    """Yield the lines of a part of a page that no column can hold."""
    own = _columns(chunk) if any(len(line.pieces) > 1 for line in chunk) else columns
    for above, line, below in zip([None, *chunk], chunk, [*chunk[1:], None], strict=False):
        is_lone = len(line.pieces) == 1
        is_alone = _is_alone(above, line) and _is_alone(line, below)
        if is_lone and (
            (columns.bridges(line) and own.bridges(line)) or (columns.sticks_out(line) and is_alone)
        ):
            yield line


def _table(lines: list[Line]) -> Iterator[Line | tuple[Columns, list[Line]]]:
    """Yield a table with the lines around it; lines alone where they are too few for one."""
    several = [index for index, line in enumerate(lines) if len(line.pieces) > 1]
    columns = _columns(lines) if several else None
    if columns is None or len(columns) == 1 or len(several) < _least(columns):
        yield from lines
        return
    begin, end = several[0], several[-1] + 1
    while begin > 0 and _is_near(lines[begin - 1], lines[begin], _WRAPPED):
        begin -= 1
    while end < len(lines) and (
        _is_near(lines[end - 1], lines[end], _NEXT)
        or (_is_near(lines[end - 1], lines[end], _APART) and columns.begins_at(lines[end]))
    ):
        end += 1
    yield from lines[:begin]
    for part in halves_of(lines[begin:end], columns):
        yield _columns(part), part
    yield from lines[end:]


def _columns(lines: Sequence[Line]) -> Columns:
    return Columns.of([line for line in lines if len(line.pieces) > 1] or lines)


def _is_alone(above: Line | None, below: Line | None) -> bool:
    if above is None or below is None or above.page != below.page:
        return True
    return not _is_near(above, below, _WRAPPED)


def _is_near(above: Line, below: Line, most: float) -> bool:
    """Tell whether a line belongs to a table for its nearness: a header or cell of more lines."""
    return above.page != below.page or below.base - above.base <= most * below.size


def _least(columns: Columns) -> int:
    return _LEAST_LINES.get(len(columns), _LEAST_LINES_OTHERWISE)


def table_of(columns: Columns, lines: Sequence[Line], bars: dict[int, Sequence[Bar]]) -> OpenTable:
    """Return the rows of a table, those of its pages joined.

    Args:
        columns: its columns.
        lines: its lines.
        bars: level lines by page, some of which may part its rows.
    """
    pages = _pages(columns, lines, bars)
    apart = {
        column
        for column in range(len(columns) - 1)
        if not any(
            row.text_at(column).lines and row.text_at(column + 1).lines for row in chain(*pages)
        )
    }
    if apart:  # a heading in the middle of a column, with short words at its left
        pages = _pages(columns.without(apart), lines, bars)
    widen_titles(list(chain(*pages)))
    join_headers(pages)
    table = OpenTable([], lines[0].page)
    for rows in pages:
        table.continue_with(rows, rows[0].page)
    return table


def _pages(
    columns: Columns, lines: Sequence[Line], bars: dict[int, Sequence[Bar]]
) -> list[list[TableRow]]:
    spacing = Spacing(lines, columns, bars)
    return [
        [_row(page, row, columns) for row in spacing.rows(list(own))]
        for page, own in groupby(lines, key=lambda line: line.page)
    ]


def _row(page: int, lines: Sequence[Line], columns: Columns) -> TableRow:
    cells: list[list[list[Piece]]] = [[] for _ in range(len(columns))]
    for line in lines:
        for column, pieces in groupby(line.pieces, key=columns.column_of):
            cells[column].append(list(pieces))
    return TableRow(page, [_text(own, columns.right_of(c)) for c, own in enumerate(cells)])


def _text(rows: Sequence[Sequence[Piece]], limit: float) -> Text:
    lines = [" ".join(piece.text for piece in row) for row in rows]
    return Text(lines, [room_behind(row, limit) for row in rows])
