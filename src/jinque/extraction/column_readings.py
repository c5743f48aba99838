"""The columns of an edition for its report: each heading once, as first printed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jinque.extraction.columns.column import Column
from jinque.extraction.sections import TableSection
from jinque.model import Cell, Citation, Document, Span
from jinque.model.column import ColumnReading

_MOST_SAMPLES = 3


@dataclass(slots=True)
class _Count:
    """What stands below a heading."""

    column: Column
    rows: int = 0
    filled: int = 0
    samples: list[str] = field(default_factory=list)

    def take(self, cell: Cell | None) -> None:
        self.rows += 1
        if cell is None or not cell.text:
            return
        self.filled += 1
        if len(self.samples) < _MOST_SAMPLES and cell.text not in self.samples:
            self.samples.append(cell.text)


def column_readings(
    sections: Iterable[TableSection], document: Document
) -> tuple[ColumnReading, ...]:
    """Return the columns of all tables; one that two tables share by heading and role is one."""
    counts: dict[tuple[str, str | None, int], _Count] = {}
    known: dict[int, list[_Count]] = {}
    for section in sections:
        for row in section.rows:
            places = known.get(id(row.columns))
            if places is None:
                places = known[id(row.columns)] = _places(row.columns, counts)
            for count, cell in zip(places, row.row.cells, strict=True):
                count.take(cell)
    return tuple(_reading(count, document) for count in counts.values())


def _places(
    columns: tuple[Column, ...], counts: dict[tuple[str, str | None, int], _Count]
) -> list[_Count]:
    """Return the count of each column; equal headings in one table are counted apart."""
    found = []
    for place, column in enumerate(columns):
        before = sum(one.heading == column.heading for one in columns[:place])
        identity = (column.heading, column.role, before)
        found.append(counts.setdefault(identity, _Count(column)))
    return found


def _reading(count: _Count, document: Document) -> ColumnReading:
    column = count.column
    return ColumnReading(
        heading=column.heading,
        role=column.role,
        confidence=column.confidence,
        reasons=column.reasons,
        proposals=column.proposals,
        rows=count.rows,
        filled=count.filled,
        samples=tuple(count.samples),
        is_settled=column.is_settled,
        citation=_cite(column.span, document) if column.span else None,
    )


def _cite(span: Span, document: Document) -> Citation:
    return Citation(source_sha256=document.source_sha256, span=span, quote=document.slice(span))
