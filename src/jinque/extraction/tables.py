"""Runs of rows become sections: page headings joined, lost headings noticed, serials counted.

A header row printed anew begins a new section only when its serials begin anew or its heading is
another one. A section without a heading takes that of the run that continues its serials.

Several tables in one: a header that repeats itself from left to right.

Tables as a reader sees them become tables as they are meant.

A row that is one cell is a line of its own between two tables; a header of two rows is one header;
a header that repeats itself from left to right stands above several tables side by side.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from jinque.extraction.columns import Column, position, read_header
from jinque.extraction.columns.naming import exact_role, read_serial
from jinque.extraction.facts import is_fact_line, is_navigation
from jinque.extraction.outline import (
    UNNUMBERED,
    AlignedRow,
    Event,
    Heading,
    ListRun,
    Segment,
    is_carried,
    is_note,
)
from jinque.extraction.rows import is_aside, is_column_numbers
from jinque.locale import say
from jinque.model import (
    Block,
    Cell,
    Document,
    Paragraph,
    ReadingNotice,
    Row,
    Span,
    Status,
    Table,
)
from jinque.parameters import Vocabulary, load_vocabulary
from jinque.parameters.reading import load_reading_words
from jinque.parameters.words import load_people_words
from jinque.text import drop_blanks, fold, join_wrapped, read_ordinal


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


def part_copies(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Segment, ...]]:
    """Part the tables that a web page prints twice from the others.

    A copy repeats every row of the table before it under some of its headings.
    """
    kept: list[Event] = []
    copies: list[Segment] = []
    last: Segment | None = None
    for event in events:
        if isinstance(event, Segment) and last and _is_copy(event, last):
            copies.append(event)
            continue
        kept.append(event)
        last = event if isinstance(event, Segment) else last
    return tuple(kept), tuple(copies)


def _is_copy(segment: Segment, other: Segment) -> bool:
    headings = [column.heading for column in other.columns]
    own = [column.heading for column in segment.columns]
    if len(segment.rows) != len(other.rows) or len(own) >= len(headings):
        return False
    if len(segment.rows) < _LEAST_COLUMNS or not set(own) <= set(headings):
        return False
    places = [headings.index(heading) for heading in own]
    pairs = zip(segment.rows, other.rows, strict=True)
    return all(_words(row.cells) == _words([old.cells[n] for n in places]) for row, old in pairs)


def _words(cells: Sequence[Cell | None]) -> list[str]:
    return [drop_blanks(cell.text) if cell else "" for cell in cells]


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
            yield _cut_segment(segment, begin, place)
            begin = place
    yield _cut_segment(segment, begin, len(segment.rows))


def _cut_segment(segment: Segment, begin: int, end: int) -> Segment:
    return Segment(
        headings=segment.headings,
        is_titled=segment.is_titled and begin == 0,
        is_headless=segment.is_headless,
        columns=segment.columns,
        rows=segment.rows[begin:end],
    )


def _take(sections: list[TableSection], run: Segment, place: int) -> None:
    current = sections[-1] if sections else None
    if current is None or not _continues(current, run, sections):
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


def _continues(current: TableSection, run: Segment, sections: Sequence[TableSection]) -> bool:
    """Tell whether rows go on from a section; serials that count on tell its lost heading.

    Not where the heading is the second of its numbering or a later one, and the one before it has
    not been printed: then that is the heading which was lost.
    """
    first = _printed_serial(run.rows[0], run.columns)
    is_counted = position(run.columns, "serial") is not None
    follows_on = (first is None and not is_counted) or first == current.last_serial + 1
    if not run.is_titled:
        return first != 1 or current.last_serial == 0
    is_same = [h.text for h in run.headings] == [h.text for h in current.headings]
    return (follows_on and current.is_nameless and _may_be_named(run, sections)) or (
        is_same and first != 1
    )


def _may_be_named(run: Segment, sections: Sequence[TableSection]) -> bool:
    heading = run.headings[-1] if run.headings else None
    if heading is None or heading.number in {None, 1}:
        return True
    printed = {(one.level, one.number) for each in sections for one in each.headings}
    return (heading.level, (heading.number or 0) - 1) in printed


def _printed_serial(row: AlignedRow, columns: tuple[Column, ...]) -> int | None:
    place = position(columns, "serial")
    cell = row.cells[place] if place is not None else None
    return read_serial(cell.text) if cell else None


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
            yield from _cut_rows(group, period)
            group, period = [], found
        group.append(row)
    yield from _cut_rows(group, period)


def period_of(row: Row) -> int:
    """Return how many columns a header has before it begins again; 0 where it does not."""
    at, first = next(((n, cell.text) for n, cell in enumerate(row.cells) if cell.text), (0, ""))
    if not first or not any(cell.text == first for cell in row.cells[at + _LEAST_COLUMNS :]):
        return 0
    texts = [drop_blanks(cell.text) for cell in row.cells]
    for period in range(_LEAST_COLUMNS, len(texts) // 2 + 1):
        is_repeated = texts == texts[:period] * (len(texts) // period)
        if is_repeated and read_header(replace(row, cells=row.cells[:period])):
            return period
    return 0


def _cut_rows(rows: Sequence[Row], period: int) -> Iterator[Table]:
    if not rows:
        return
    if not period:
        yield _table(rows)
        return
    count = len(rows[0].cells) // period
    edges = [*range(0, count * period, period), None]
    lines = [
        [_part(row, first, end) for first, end in pairwise(edges)]
        for row in rows
        if not is_column_numbers([cell.text for cell in row.cells])
    ]
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
    first, second = (read_serial(row.cells[place].text) or 0 if row else 0 for row in lines[1][:2])
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


def unfold(document: Document) -> Document:
    """Return the document with its tables unfolded; unfolding twice equals once."""
    vocabulary = load_vocabulary()
    blocks: list[Block] = []
    notices = list(document.notices)
    dittos = _Dittos()
    for block in document.blocks:
        for one in _unfold(block, dittos, vocabulary) if isinstance(block, Table) else (block,):
            if isinstance(one, Table) and _is_blank_form(one):
                notices.append(_form_left_out(one))
            else:
                blocks.append(one)
    return replace(document, blocks=tuple(blocks), notices=tuple(notices))


def _is_blank_form(table: Table) -> bool:
    """Tell whether a table holds labels that ask for a person, blanks, and no name of anybody."""
    if len(table.rows) > _LONGEST_FORM:
        return False
    words = load_people_words()
    asked = [fold(one) for one in (*words.names, *words.numbers)]
    known = [*asked, *(fold(one) for one in (*words.facts, *words.form_labels))]
    own = [cell for row in table.rows for cell in row.cells if not is_carried(cell)]
    filled = [fold(cell.text) for cell in own if cell.text]
    has_room = 2 * len(own) >= 3 * len(filled)
    if not has_room or not any(word in text for text in filled for word in asked):
        return False
    return all(
        any(word in text for word in known) and not _LONG_NUMBER.search(text) for text in filled
    )


_LONG_NUMBER = re.compile(r"\d{2}")


def _form_left_out(table: Table) -> ReadingNotice:
    own = [cell.text for row in table.rows for cell in row.cells if cell.text]
    shown = "、".join(dict.fromkeys(drop_blanks(text) for text in own[:_MOST_SHOWN]))
    return ReadingNotice(
        code="form_left_out",
        message=say(
            "The table with “{shown}” is a blank form to fill in; it lists no posts and is left "
            "out.",
            shown=shown,
        ),
        span=table.span,
    )


_LONGEST_FORM = 60
_MOST_SHOWN = 8


def _unfold(table: Table, dittos: "_Dittos", vocabulary: Vocabulary) -> Iterator[Block]:
    rows: list[Row] = []
    serial: int | None = None
    for printed in _with_one_header(table.rows):
        columns = read_header(printed)
        serial = position(columns, "serial") if columns else serial
        row = printed if columns else dittos.settled(printed)
        line = _line(row, len(table.rows[0].cells), serial, vocabulary) or (
            _numbered_line(row, table)
        )
        if line is not None:
            yield from side_by_side(rows)
            rows = []
            yield line
        elif not _is_covered(row):
            rows.append(row)
    if tuple(rows) == table.rows and not any(period_of(row) for row in rows):
        yield table
    else:
        yield from side_by_side(rows)


class _Dittos:
    """Puts the words of the row above where a row prints a mark for them (`同上`).

    The row above may stand on the page before; lines of totals and notes are none.
    """

    def __init__(self) -> None:
        self._marks = load_reading_words().dittos
        self._above: Row | None = None

    def settled(self, row: Row) -> Row:
        """Return a body row without such marks."""
        above = self._above
        is_marked = any(cell.text and drop_blanks(cell.text) in self._marks for cell in row.cells)
        if is_marked and above and len(above.cells) == len(row.cells):
            cells = (
                replace(cell, text=over.text, span=over.span, is_carried_down=True)
                if over.text and drop_blanks(cell.text) in self._marks
                else cell
                for cell, over in zip(row.cells, above.cells, strict=True)
            )
            row = replace(row, cells=tuple(cells))
        if not is_aside([cell.text for cell in row.cells]):
            self._above = row
        return row


def _numbered_line(row: Row, table: Table) -> Paragraph | None:
    """Return the heading that a row is: a numeral, a name beside it, and nothing else.

    Other rows of its table are counted in digits.
    """
    own = [cell for cell in row.cells if cell.text and not is_carried(cell)]
    if len(own) != _LEAST_COLUMNS or own[0] is not row.cells[0] or len(row.cells) == len(own):
        return None
    text = f"{drop_blanks(own[0].text)}、{drop_blanks(own[1].text)}"
    ordinal = read_ordinal(text)
    if ordinal is None or ordinal.level != 1 or ordinal.rest != drop_blanks(own[1].text):
        return None
    if not any(each.cells and read_serial(each.cells[0].text) for each in table.rows):
        return None
    return Paragraph(text=text, span=own[0].span.to(own[1].span))


def _line(row: Row, width: int, serial: int | None, vocabulary: Vocabulary) -> Paragraph | None:
    """Return the line that a row is: one cell across all columns, or words alone in the first.

    Args:
        row: of a table.
        width: cells of the first row of that table.
        serial: place of the serials; None where no header named one.
        vocabulary: words of notes.
    """
    if len(row.cells) < _LEAST_COLUMNS or not row.cells[0].text or row.cells[0].is_carried_down:
        return _menu(row)
    first, others = row.cells[0], row.cells[1:]
    if not all(cell.is_carried_across or not cell.text for cell in others):
        return _menu(row)
    # In a text export any row may be cut, so that its first cell says nothing of its column.
    is_whole = row.span.place is not None or len(row.cells) == width
    is_line = all(cell.is_carried_across for cell in others) or (
        is_whole and _is_alone(first.text, is_serial=serial == 0, vocabulary=vocabulary)
    )
    if not is_line:
        return None
    return Paragraph(text=join_wrapped(first.text.split("\n")), span=first.span)


def _menu(row: Row) -> Paragraph | None:
    """Return the line by which a web page is moved about, where a row is one; else None."""
    words = " | ".join(cell.text for cell in row.cells if cell.text and not is_carried(cell))
    return Paragraph(text=words, span=row.span) if words and is_navigation(words) else None


def _is_alone(text: str, *, is_serial: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether words in the first cell of a row, whose others are blank, are a line.

    They are no cell of a column where they are a heading, a note or a fact of the whole table, or
    words where numbers stand.
    """
    ordinal = read_ordinal(text)
    is_heading = ordinal is not None and bool(ordinal.rest)
    is_words = is_serial and not any(character.isdecimal() for character in drop_blanks(text)[:2])
    return is_heading or is_words or is_note(text, vocabulary) or is_fact_line(text)


def _is_covered(row: Row) -> bool:
    """Tell whether a row shows nothing but cells that begin in rows above."""
    has_own = any(cell.text and not is_carried(cell) for cell in row.cells)
    return not has_own and any(cell.is_carried_down for cell in row.cells)


def _with_one_header(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, a header of two rows as one."""
    skipped = False
    for upper, lower in zip(rows, [*rows[1:], None], strict=True):
        if skipped:
            skipped = False
        elif lower is not None and _is_upper_header(upper, lower):
            yield _one_header(upper, lower)
            skipped = True
        else:
            yield upper


def _is_upper_header(upper: Row, lower: Row) -> bool:
    """Tell whether two rows are one header: some cells of the upper one stand over several.

    The others go on below, or are blank there.
    """
    if len(upper.cells) != len(lower.cells) or not any(c.is_carried_across for c in upper.cells):
        return False
    pairs = list(zip(upper.cells, lower.cells, strict=True))
    own = [low for up, low in pairs if low.text and not low.is_carried_down]
    through = [up for up, low in pairs if low.is_carried_down or not low.text]
    if not own or not through:
        return False
    if any(low.is_carried_down and not low.is_carried_across for low in lower.cells) and (
        read_header(lower) is not None
    ):
        return True
    is_parted = all(
        _stands_over_several(upper, place)
        for place, (up, low) in enumerate(pairs)
        if low.text and not low.is_carried_down
    )
    is_named = any(exact_role(up.text) in {"name", "serial"} for up in through)
    return is_parted and is_named and all(_is_sub_heading(low.text) for low in own)


def _stands_over_several(upper: Row, place: int) -> bool:
    """Tell whether the cell of a row at a place covers a neighbour as well."""
    cells = upper.cells
    is_first = place + 1 < len(cells) and cells[place + 1].is_carried_across
    return cells[place].is_carried_across or is_first


def _is_sub_heading(text: str) -> bool:
    bare = drop_blanks(text)
    has_digits = any(character.isdecimal() for character in bare)
    return 0 < len(bare) <= _LONGEST_SUB_HEADING and not has_digits and "。" not in bare


def _one_header(upper: Row, lower: Row) -> Row:
    """Return a header of the lower cells; one that says little by itself keeps the one above it."""
    cells = []
    for up, low in zip(upper.cells, lower.cells, strict=True):
        if not low.text:
            cells.append(up)
        elif low.is_carried_down or not up.text or exact_role(low.text):
            cells.append(low)
        else:
            text = f"{drop_blanks(up.text)}·{drop_blanks(low.text)}"
            cells.append(replace(low, text=text))
    return replace(lower, cells=tuple(cells))


_LONGEST_SUB_HEADING = 16
