"""Rows of a table on their way into the document, while they may still be joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jinque.documents.cells import Carried, Entry
from jinque.documents.pdf.page import Frame
from jinque.documents.pdf.wraps import whole_lines


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
