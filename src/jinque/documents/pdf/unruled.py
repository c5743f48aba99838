"""Tables without lines: which of the lines in a run are theirs."""

from collections.abc import Iterator, Sequence
from itertools import chain

from jinque.documents.pdf.beside import halves_of
from jinque.documents.pdf.columns import Columns
from jinque.documents.pdf.line import Line
from jinque.documents.pdf.segments import chunks_of, segments_of

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
