"""Several tables in one: a header that repeats itself from left to right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jinque.extraction.columns import position, read_header
from jinque.model import Cell, Row, Span, Table
from jinque.text import drop_blanks

_LEAST_COLUMNS = 2


def side_by_side(rows: Sequence[Row]) -> Iterator[Table]:
    """Yield the tables in these rows.

    Below a header that repeats itself the left table is read first; where the serials run on to
    the right, row by row, they are one table.
    """
    group: list[Row] = []
    period = 0
    for row in rows:
        found = period_of(row)
        if found or (period and read_header(row)):
            yield from _cut(group, period)
            group, period = [], found
        group.append(row)
    yield from _cut(group, period)


def period_of(row: Row) -> int:
    """Return how many columns a header has before it begins again; 0 where it does not."""
    first = row.cells[0].text if row.cells else ""
    if not first or not any(cell.text == first for cell in row.cells[_LEAST_COLUMNS:]):
        return 0
    texts = [drop_blanks(cell.text) for cell in row.cells]
    for period in range(_LEAST_COLUMNS, len(texts) // 2 + 1):
        is_repeated = texts == texts[:period] * (len(texts) // period)
        if is_repeated and read_header(replace(row, cells=row.cells[:period])):
            return period
    return 0


def is_carried(cell: Cell) -> bool:
    """Tell whether a cell begins elsewhere."""
    return cell.is_carried_down or cell.is_carried_across


def _cut(rows: Sequence[Row], period: int) -> Iterator[Table]:
    if not rows:
        return
    if not period:
        yield _table(rows)
        return
    count = len(rows[0].cells) // period
    edges = [*range(0, count * period, period), None]
    lines = [[_part(row, first, end) for first, end in pairwise(edges)] for row in rows]
    if _runs_across(lines):
        yield _table([row for line in (lines[0][:1], *lines[1:]) for row in line if row])
        return
    for part in zip(*lines, strict=True):
        yield _table([row for row in part if row])


def _runs_across(lines: Sequence[Sequence[Row | None]]) -> bool:
    """Tell by the serials whether the list goes on to the right before it goes on below."""
    header = lines[0][0]
    columns = read_header(header) if header else None
    place = position(columns, "serial") if columns else None
    if place is None or len(lines) < _LEAST_COLUMNS:
        return False
    texts = [row.cells[place].text if row else "" for row in lines[1][:2]]
    first, second = (int(text) if text.isdecimal() else 0 for text in texts)
    return first > 0 and second == first + 1


def _part(row: Row, first: int | None, end: int | None) -> Row | None:
    """Return some columns of a row as a row, the last part with all that is left of it.

    Returns:
        None where they show nothing of their own.
    """
    cells = row.cells[first:end]
    own = [cell.span for cell in cells if cell.text and not is_carried(cell)]
    if not own:
        return None
    place = row.span.place and replace(row.span.place, column=(first or 0) + 1)
    return Row(cells=cells, span=replace(own[0].to(own[-1]), place=place))


def _table(rows: Sequence[Row]) -> Table:
    """Return the rows as a table; its span covers them, in whatever order they are read."""
    spans = [row.span for row in rows]
    place = spans[0].place and replace(spans[0].place, row=None, column=None)
    span = Span(
        line_start=min(span.line_start for span in spans),
        line_end=max(span.line_end for span in spans),
        start=min(span.start for span in spans),
        end=max(span.end for span in spans),
        place=place,
    )
    return Table(rows=tuple(rows), span=span)
