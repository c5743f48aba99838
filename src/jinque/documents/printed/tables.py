"""Merged cells that a page break cut: the parts become one cell again.

Header rows that a table repeats on each page: furniture, or the beginning of something new.

Tables that a page break cut: their rows in one run, repeated header rows set aside.

Rows that a page break cut in two: which first row of a page continues the row before it.

Rows of a table on their way into the document, while they may still be joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from jinque.documents.grid import Carried, Entry
from jinque.documents.printed.lines import whole_lines
from jinque.documents.printed.page import Frame


@dataclass(slots=True, eq=False)
class Text:
    """The words of a cell at the place where it begins.

    Attributes:
        lines: its printed lines.
        rooms: what each line leaves free at the right, in sizes of its type.
        rows: how many rows it covers.
        part: how many of the lines stand on the last page that prints some.
        is_open: no line closes it where its page ends.
        moved_to: the cell that took these words, because it continues in this one.
    """

    lines: list[str] = field(default_factory=list)
    rooms: list[float] = field(default_factory=list)
    rows: int = 1
    part: int = 0
    is_open: bool = False
    moved_to: "Text | None" = None

    def __post_init__(self) -> None:
        self.part = len(self.lines)

    def owner(self) -> "Text":
        """Return the cell that holds these words now."""
        text = self
        while text.moved_to is not None:
            text = text.moved_to
        return text

    def take(self, other: "Text", shared: int = 0) -> None:
        """Take the words of a cell that continues this one.

        Args:
            other: the cell.
            shared: how many rows both cover: 1 for the parts of a row that was cut.
        """
        if other is not self:
            self.part, self.is_open = len(other.lines), other.is_open
            self.lines += other.lines
            self.rooms += other.rooms
            self.rows += other.rows - shared
            other.moved_to = self


@dataclass(frozen=True, slots=True)
class Covered:
    """A place that a merged cell covers without beginning there."""

    text: Text
    is_down: bool
    is_across: bool


Place = Text | Covered


@dataclass(slots=True, eq=False)
class TableRow:
    """A row.

    Attributes:
        page: page on which it begins.
        places: one for each column.
        is_seam: a page begins with it, so that it may continue the row before.
        openings: of a seam, for each column whether no line closes the cell above it.
        heads: header rows that its page repeats above it.
    """

    page: int
    places: list[Place]
    is_seam: bool = False
    openings: list[bool] = field(default_factory=list)
    heads: "list[TableRow]" = field(default_factory=list)

    def text_at(self, column: int) -> Text:
        """Return the cell that covers a column, wherever it begins."""
        place = self.places[column]
        return (place if isinstance(place, Text) else place.text).owner()

    def shape(self) -> list[bool]:
        """Return for each column whether a cell further left covers it."""
        return [isinstance(place, Covered) and place.is_across for place in self.places]

    def ends_open(self) -> list[bool]:
        """Return for each column whether no line closes its cell where the page ends."""
        return [self.text_at(column).is_open for column in range(len(self.places))]

    def words(self) -> tuple[str, ...]:
        """Return the words of the cells that begin in this row, wraps not counted."""
        return tuple(
            "".join("".join(place.owner().lines).split()) if isinstance(place, Text) else ""
            for place in self.places
        )


def rows_of(frame: Frame, page: int) -> list[TableRow]:
    """Return the rows of a ruled table."""
    width = len(frame.edges) - 1
    grid: list[list[Place]] = [[Text() for _ in range(width)] for _ in range(frame.rows)]
    for box in frame.boxes:
        text = Text(list(box.lines), list(box.rooms), box.rows, is_open=box.is_open)
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                grid[row][column] = Covered(text, row > box.row, column > box.column)
        grid[box.row][box.column] = text
    return [TableRow(page, places) for places in grid]


def texts_of(rows: Iterable[TableRow]) -> Iterator[Text]:
    """Yield the cells of some rows, each where it begins."""
    for row in rows:
        yield from (place for place in row.places if isinstance(place, Text))


def entries_of(rows: Sequence[TableRow], *, is_cut: bool) -> list[list[Entry]]:
    """Return the rows as the builder of documents takes them.

    Args:
        rows: of one table.
        is_cut: whether words were cut where lines end.
    """
    begins = {
        id(place): (number, column)
        for number, row in enumerate(rows)
        for column, place in enumerate(row.places)
        if isinstance(place, Text)
    }
    return [[_entry(place, begins, is_cut=is_cut) for place in row.places] for row in rows]


def _entry(place: Place, begins: dict[int, tuple[int, int]], *, is_cut: bool) -> Entry:
    if isinstance(place, Text) and place.moved_to is None:
        return "\n".join(whole_lines(place.lines, place.rooms, is_cut=is_cut))
    if isinstance(place, Text):
        place = Covered(place, is_down=True, is_across=False)
    row, column = begins[id(place.text.owner())]
    return Carried(row=row, column=column, is_down=place.is_down, is_across=place.is_across)


def carry_over(tables: Iterable[Sequence[TableRow]]) -> None:
    """Join the parts of merged cells at the seams of tables.

    Such a cell is the only kind that no line closes in a row that lines do close. Where a program
    closes all, one part is blank, and one at least covers several rows; or the column has merged
    cells elsewhere, in this table or in one with the same header, and no other blank ones.
    """
    alike: dict[tuple[str, ...], list[Sequence[TableRow]]] = defaultdict(list)
    for rows in tables:
        alike[rows[0].words()].append(rows)
    for group in alike.values():
        for column in range(len(group[0][0].places)):
            is_merging = _is_merging(chain(*group), column)
            for rows in group:
                _carry(rows, column, is_merging=is_merging)


def _carry(rows: Sequence[TableRow], column: int, *, is_merging: bool) -> None:
    for last, row in pairwise(rows):
        above, below = last.text_at(column), row.places[column]
        if not row.is_seam or not isinstance(below, Text):
            continue
        if any(row.openings) and not all(row.openings):
            if row.openings[column]:
                above.take(below)
        elif bool(above.lines) != bool(below.lines):
            _join(above, below, is_merging=is_merging)


def _join(above: Text, below: Text, *, is_merging: bool) -> None:
    is_rest = bool(above.lines) and (is_merging or max(above.rows, below.rows) > 1)
    if is_rest or min(above.rows, below.rows) > 1:
        above.take(below)


def _is_merging(rows: Iterable[TableRow], column: int) -> bool:
    inside = (row.places[column] for row in rows if not row.is_seam)
    texts = [place for place in inside if isinstance(place, Text)]
    return any(text.rows > 1 for text in texts) and all(text.lines for text in texts)


def runs_on(tables: Iterable[Sequence[TableRow]]) -> bool | None:
    """Tell whether tables are merely printed on below their page breaks; None if none tells.

    Where a number runs on below the break, they are. Below two lists side by side it does not: the
    next page has the next part of both. Of several breaks most decide.
    """
    verdicts = [verdict for rows in tables for verdict in _verdicts(rows)]
    return sum(verdicts) * 2 > len(verdicts) if verdicts else None


def with_heads(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of a table with the repeated header rows, which begin something new.

    A title, which is one cell across all columns, is never repeated.
    """
    kept: list[TableRow] = []
    for row in rows:
        kept += [head for head in row.heads if not all(head.shape()[1:])]
        kept.append(row)
    return kept


def _verdicts(rows: Sequence[TableRow]) -> Iterator[bool]:
    """Yield for each break above which a column has a number whether one goes on below it."""
    for above, row in pairwise(rows):
        pairs = zip(above.words(), row.words(), strict=True) if row.heads else ()
        steps = [int(two) - int(one) for one, two in pairs if one.isdecimal() and two.isdecimal()]
        if steps:
            yield 1 in steps


_SAME_EDGE = 6.0  # points by which a column may move from page to page
_MOST_HEADER_ROWS = 4


@dataclass(slots=True, eq=False)
class OpenTable:
    """A table whose rows are still being gathered.

    Attributes:
        edges: of its columns, from its own left edge.
        rows: its rows.
        page: page on which it ends so far.
    """

    edges: list[float]
    page: int
    rows: list[TableRow] = field(default_factory=list)

    def fits(self, edges: Sequence[float]) -> bool:
        """Tell whether a table with these edges can be the rest of this one."""
        own = [edge - self.edges[0] for edge in self.edges]
        other = [edge - edges[0] for edge in edges]
        return len(own) == len(other) and all(
            abs(one - two) <= _SAME_EDGE for one, two in zip(own, other, strict=True)
        )

    def continue_with(self, rows: list[TableRow], page: int) -> None:
        """Append the rows of the next page."""
        self.page = page
        count = self._repeated(rows)
        if count == len(rows):
            return
        first = rows[count]
        if self.rows:
            first.is_seam, first.heads = True, rows[:count]
            first.openings = self.rows[-1].ends_open()
        self.rows += rows[count:]

    def _repeated(self, rows: list[TableRow]) -> int:
        """Count the rows with which `rows` repeats the head of this table."""
        count = ends = 0
        for index, (own, other) in enumerate(
            zip(self.rows[:_MOST_HEADER_ROWS], rows, strict=False)
        ):
            if own.words() != other.words() or not any(other.words()):
                break
            texts = [place for place in other.places if isinstance(place, Text)]
            ends = max([ends, *(index + text.rows for text in texts)])
            if ends == index + 1:  # no cell goes on into the rows below
                count = ends
        return count


def begin(frame: Frame, page: int) -> OpenTable:
    """Return the table that a frame begins."""
    table = OpenTable(list(frame.edges), page)
    table.continue_with(rows_of(frame, page), page)
    return table


_LEAST_ROWS = 2
_ALWAYS = 0.98
_RAN_ON = 0.75
_MOSTLY = 0.8
_FULL = 1.3  # room behind a line that had to be wrapped, in sizes of its type
_SERIAL_COLUMNS = 3


def rejoined(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of a table with the cut ones put together.

    A seam continues the row before it when no line closes that at the end of its page. Where lines
    close every page, the serials tell; a title across all columns never continues another row.
    Without serials each of its cells must continue a text that went on to the end of the page, and
    a column that every row fills must be blank in it, or all those texts end with a full line.

    Args:
        rows: those marked as seams are the first of their page.
    """
    whole = [row for row in rows if not row.is_seam]
    always = [c for c in range(len(rows[0].places)) if _is_always_filled(c, whole)]
    counted = _counted_column(whole)
    is_closing = not any(rows[-1].ends_open())
    kept: list[TableRow] = []
    heads: list[TableRow] = []
    for index, row in enumerate(rows):
        if is_closing and any(row.openings):
            is_rest = all(row.openings)
        else:
            is_rest = row.is_seam and _continues(kept, rows[index:], always, counted)
        if is_rest:
            heads += row.heads
            for column, place in enumerate(row.places):
                if isinstance(place, Text) and place.moved_to is None:
                    kept[-1].text_at(column).take(place, shared=1)
        else:
            row.heads, heads = heads + row.heads, []
            kept.append(row)
    return kept


def _continues(
    kept: Sequence[TableRow], rest: Sequence[TableRow], always: list[int], counted: int | None
) -> bool:
    if rest[0].shape() != kept[-1].shape():
        return False
    own = {c: place for c, place in enumerate(rest[0].places) if isinstance(place, Text)}
    own = {column: text for column, text in own.items() if text.moved_to is None}
    filled = [column for column, text in own.items() if text.lines]
    if not filled:
        return True
    if counted is not None and not all(rest[0].shape()[1:]):
        verdict = _by_count(kept, rest, counted)
        if verdict is None and counted in always and counted not in filled:
            verdict = all(kept[-1].text_at(column).lines for column in filled)
        if verdict is not None:
            return verdict
    if not _ran_on(kept[-1], filled):
        return False
    is_lacking = any(column in own and column not in filled for column in always)
    return is_lacking or _was_wrapped(kept[-1], filled)


def _by_count(kept: Sequence[TableRow], rest: Sequence[TableRow], column: int) -> bool | None:
    """Count the rows between the serials around a seam; None where they do not tell."""
    if _number(rest[0], column) is not None:
        return False
    before = next((i for i, row in enumerate(reversed(kept)) if _number(row, column)), None)
    behind = next((i for i, row in enumerate(rest) if _number(row, column)), None)
    if before is None or behind is None or any(row.is_seam for row in rest[1:behind]):
        return None
    first, last = _number(kept[-1 - before], column), _number(rest[behind], column)
    missing = (last or 0) - (first or 0) - before - behind
    return {0: True, 1: False}.get(missing)


def _ran_on(last: TableRow, filled: Sequence[int]) -> bool:
    """Tell whether the texts above go on to the last line of their row."""
    tallest = max(last.text_at(column).part for column in range(len(last.places)))
    return all(last.text_at(column).part >= _RAN_ON * tallest for column in filled)


def _was_wrapped(last: TableRow, filled: Sequence[int]) -> bool:
    """Tell whether the texts above end where a line must be wrapped; one may end a paragraph."""
    texts = (last.text_at(column) for column in filled)
    return sum(not text.rooms or text.rooms[-1] > _FULL for text in texts) <= 1


def _is_always_filled(column: int, rows: Sequence[TableRow]) -> bool:
    filled = sum(bool(row.text_at(column).lines) for row in rows)
    return len(rows) >= _LEAST_ROWS and filled >= _ALWAYS * len(rows)


def _number(row: TableRow, column: int) -> int | None:
    place = row.places[column]
    text = "".join(place.lines) if isinstance(place, Text) else ""
    return int(text) if text.isdecimal() and text.isascii() else None


def _counted_column(rows: Sequence[TableRow]) -> int | None:
    """Return the column that numbers the rows, or None."""
    for column in range(min(_SERIAL_COLUMNS, len(rows[0].places)) if rows else 0):
        numbers = [number for row in rows if (number := _number(row, column)) is not None]
        steps = [two > one for one, two in pairwise(numbers)]
        if len(steps) >= _LEAST_ROWS and sum(steps) >= _MOSTLY * len(steps):
            return column
    return None
