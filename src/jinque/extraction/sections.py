"""Runs of rows become sections: page headings joined, lost headings noticed, serials counted.

A header row printed anew begins a new section only when its serials begin anew or its heading is
another one. A section without a heading takes that of the run that continues its serials.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jinque.extraction.columns import Column, position
from jinque.extraction.events import AlignedRow, Event, ListRun, Segment
from jinque.extraction.headings import UNNUMBERED, Heading
from jinque.model import Status
from jinque.text import drop_blanks


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRow:
    """A body row with its number: printed, or counted on from the row before."""

    row: AlignedRow
    columns: tuple[Column, ...]
    serial: int
    serial_printed: int | None


@dataclass(slots=True, kw_only=True)
class TableSection:
    """Rows of one joined table.

    Attributes:
        headings: outermost first; empty while no heading is known.
        path: their texts, with None in front for a heading that the export lost.
        status: inferred when a later heading told the headings.
        columns: the columns as first printed.
        position: index among the events of the part.
    """

    headings: tuple[Heading, ...]
    status: Status
    columns: tuple[Column, ...]
    position: int
    rows: list[NumberedRow] = field(default_factory=list)
    path: tuple[str | None, ...] = ()

    @property
    def last_serial(self) -> int:
        """Number of the last row; 0 before the first."""
        return self.rows[-1].serial if self.rows else 0

    @property
    def is_nameless(self) -> bool:
        """Whether no heading of its own has been found yet."""
        return self.status is Status.NOT_STATED


def join_sections(events: Iterable[Event]) -> list[TableSection]:
    """Return the sections of the tables among `events`, in printed order."""
    sections: list[TableSection] = []
    for place, event in enumerate(events):
        if isinstance(event, Segment):
            for run in _split_at_restarts(event):
                _take(sections, run, place)
    _set_paths(sections)
    return sections


def industry_level(sections: list[TableSection]) -> int | None:
    """Return the deepest heading level of the part, the one that names industries."""
    return max((s.headings[-1].level for s in sections if s.headings), default=None)


def list_runs(events: Iterable[Event]) -> list[ListRun]:
    """Return the running lists among `events`."""
    return [event for event in events if isinstance(event, ListRun)]


def _split_at_restarts(segment: Segment) -> Iterable[Segment]:
    """Cut a segment before each row whose printed serial is 1 again."""
    begin = 0
    for place in range(1, len(segment.rows)):
        if _printed_serial(segment.rows[place], segment.columns) == 1:
            yield _cut(segment, begin, place)
            begin = place
    yield _cut(segment, begin, len(segment.rows))


def _cut(segment: Segment, begin: int, end: int) -> Segment:
    return Segment(
        headings=segment.headings,
        is_titled=segment.is_titled and begin == 0,
        is_headless=segment.is_headless,
        columns=segment.columns,
        rows=segment.rows[begin:end],
    )


def _take(sections: list[TableSection], run: Segment, place: int) -> None:
    current = sections[-1] if sections else None
    if current is None or not _continues(current, run):
        sections.append(_begin(run, place, is_first=current is None))
    elif run.is_titled and current.is_nameless:
        current.headings, current.status = run.headings, Status.INFERRED
    for row in run.rows:
        section = sections[-1]
        printed = _printed_serial(row, run.columns)
        serial = printed if printed is not None else section.last_serial + 1
        numbered = NumberedRow(row=row, columns=run.columns, serial=serial, serial_printed=printed)
        section.rows.append(numbered)


def _begin(run: Segment, place: int, *, is_first: bool) -> TableSection:
    has_name = run.is_titled or (is_first and bool(run.headings))
    return TableSection(
        headings=run.headings if has_name else (),
        status=Status.STATED if has_name else Status.NOT_STATED,
        columns=run.columns,
        position=place,
    )


def _continues(current: TableSection, run: Segment) -> bool:
    first = _printed_serial(run.rows[0], run.columns)
    follows_on = first is None or first == current.last_serial + 1
    if not run.is_titled:
        return first != 1 or current.last_serial == 0
    is_same = [h.text for h in run.headings] == [h.text for h in current.headings]
    return (follows_on and current.is_nameless) or (is_same and first != 1)


def _printed_serial(row: AlignedRow, columns: tuple[Column, ...]) -> int | None:
    place = position(columns, "serial")
    cell = row.cells[place] if place is not None else None
    digits = drop_blanks(cell.text) if cell else ""
    return int(digits) if digits.isdecimal() else None


def _set_paths(sections: list[TableSection]) -> None:
    """Put None before the sections that stand above the second of the numbered headings."""
    numbered = [
        (place, heading)
        for place, section in enumerate(sections)
        for heading in section.headings[:1]
        if heading.level < UNNUMBERED
    ]
    first_place, first = numbered[0] if numbered else (0, None)
    lost = first_place if first and first.number and first.number > 1 else 0
    for place, section in enumerate(sections):
        texts = tuple(heading.text for heading in section.headings)
        section.path = (None, *texts) if place < lost else texts
