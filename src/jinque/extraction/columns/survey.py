"""The header rows of a part, found before its rows are read, and what stands below each.

Equal header rows name the same columns wherever they are printed, so that a table over many pages
is judged by the cells of all of them, up to `_ENOUGH_ROWS`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jinque.extraction.columns.column import Column
from jinque.extraction.columns.judging import Settled, judge
from jinque.extraction.columns.naming import Naming, key, named_roles, read_header
from jinque.extraction.columns.telling import STRICT, has_look
from jinque.model import Block, Row, Table
from jinque.text import drop_blanks

_ENOUGH_ROWS = 400
_LEAST_ROWS = 2
_LEAST_ROLES = 2
_LONGEST_LABEL = 25
_SENTENCE_MARKS = "。；，！？"
_NO_LABELS = tuple(role for role in STRICT if role != "shortage")
"""Roles whose cells no heading looks like; 紧缺 is a label of a scale and a heading as well."""
_PLAIN_NAMINGS = (Naming.SETTLED, Naming.SYNONYM, Naming.DECORATED)


@dataclass(slots=True)
class _Group:
    """A header row and cells from below it, and from below its repetitions."""

    header: Row
    rows: int = 0
    cells: list[list[str]] = field(default_factory=list)
    columns: tuple[Column, ...] = ()

    def __post_init__(self) -> None:
        self.cells = [[] for _ in self.header.cells]

    def take(self, row: Row) -> None:
        """Look at a body row of as many cells."""
        if self.rows >= _ENOUGH_ROWS or len(row.cells) != len(self.cells):
            return
        self.rows += 1
        for cell, texts in zip(row.cells, self.cells, strict=True):
            if cell.text and not (cell.is_carried_down or cell.is_carried_across):
                texts.append(drop_blanks(cell.text))

    def judged(self, settled: Settled) -> tuple[Column, ...]:
        """Return the columns; judged once."""
        if not self.columns:
            self.columns = judge(self.header.cells, self.cells, settled)
        return self.columns


class Survey:
    """Which rows of a part are header rows, and what each of their columns is.

    A row of known headings is one anywhere. The first row of a table is one, too, where its
    cells are labels and its columns are recognised without it, by the cells below.
    """

    def __init__(self, blocks: Iterable[Block], settled: Settled) -> None:
        self._settled = settled
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._headers: dict[int, _Group] = {}
        self._current: _Group | None = None
        for block in blocks:
            if isinstance(block, Table):
                self._table(block.rows)

    def header(self, row: Row) -> tuple[Column, ...] | None:
        """Return the columns that a row names; None for a body row."""
        group = self._headers.get(row.span.start)
        return group.judged(self._settled) if group else None

    def _table(self, rows: Sequence[Row]) -> None:
        first = self._unknown_header(rows)
        for row in rows:
            if row is first or read_header(row):
                self._current = self._group(row)
                self._headers[row.span.start] = self._current
            elif self._current:
                self._current.take(row)

    def _group(self, row: Row) -> _Group:
        return self._groups.setdefault(tuple(key(cell.text) for cell in row.cells), _Group(row))

    def _unknown_header(self, rows: Sequence[Row]) -> Row | None:
        """Return the first row of a table where it is a header that few headings tell."""
        first = rows[0]
        if not _is_labels(first) or read_header(first):
            return None
        group = _Group(first)
        for row in rows[1 : _ENOUGH_ROWS + 1]:
            if read_header(row):
                break
            group.take(row)
        columns = group.judged(self._settled)
        roles = {column.role for column in columns} - {None}
        if group.rows < _LEAST_ROWS or "name" not in roles or len(roles) < _LEAST_ROLES:
            return None
        known = [_is_known(cell.text, self._settled) for cell in first.cells]
        may_go_on = self._current is not None and len(self._current.cells) == len(columns)
        if may_go_on and not any(known):
            return None
        told = [one for one, is_known in zip(columns, known, strict=True) if not is_known]
        return None if _is_body(told) else first


def _is_body(columns: Sequence[Column]) -> bool:
    """Tell whether half of what should be unknown headings are cells like those below them."""
    told = [column for column in columns if column.role]
    alike = sum(has_look(column.role or "", column.heading) for column in told)
    return bool(alike) and 2 * alike >= len(told)


def _is_labels(row: Row) -> bool:
    """Tell whether all cells of a row are short words, each another, none a number or code."""
    texts = [drop_blanks(cell.text) for cell in row.cells]
    if len(texts) < _LEAST_ROLES or len(set(texts)) < len(texts):
        return False
    return all(
        text
        and len(text) <= _LONGEST_LABEL
        and not any(mark in text for mark in _SENTENCE_MARKS)
        and not any(has_look(role, text) for role in _NO_LABELS)
        for text in texts
    )


def _is_known(heading: str, settled: Settled) -> bool:
    """Tell whether a heading is in the vocabulary, or settled by a person."""
    return any(named.how in _PLAIN_NAMINGS for named in named_roles(heading, settled))
