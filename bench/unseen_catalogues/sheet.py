"""What is printed, and what is true of it: a catalogue before any format is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Fill(Enum):
    """What stands in a cell beside plain words."""

    WORDS = "words"
    STRUCK = "struck"
    ERROR = "error"
    FORMULA = "formula"
    PICTURE = "picture"
    TICK = "tick"


@dataclass(kw_only=True)
class Cell:
    """A printed cell.

    Attributes:
        text: the words; a line break is one in the cell.
        across: columns covered.
        down: rows covered.
        fill: how the words stand there.
        struck: words struck through in front of `text`.
        comment: of a reviewer, hung on the cell.
        number_format: shows the number `text` with more characters than it stores; workbooks only.
        is_centred_across: the blank cells beside it show its words too, unmerged.
    """

    text: str = ""
    across: int = 1
    down: int = 1
    fill: Fill = Fill.WORDS
    struck: str = ""
    comment: str = ""
    number_format: str = ""
    is_centred_across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table.

    Attributes:
        key: what it holds: `serial`, `industry`, `code`, `name`, `shortage`, `index`, `education`,
            `experience`, `ability`, `pay`; any other key stands for a column of its own.
        heading: as printed.
        above: the heading over it and its neighbours; "" where the head has one row.
        is_demand: whether it says what is asked of a person.
    """

    key: str
    heading: str
    above: str = ""
    is_demand: bool = False


@dataclass(kw_only=True)
class Post:
    """A row of the catalogue, and what is right to read from it.

    Attributes:
        cells: what is printed, by key of the column.
        truth: what should be read, by key; the printed words where nothing else is said.
        shortage_value: rank within the scale, 1 the weakest; None where nothing printed orders it.
        pay_10k: yearly pay in 10,000 yuan; None where it is no single number.
        as_cell: keys of which nothing should be read but the cell as printed.
        is_optional: struck out as a whole: read or left out, both are right.
        is_hidden: the row is hidden.
        county: on whose worksheet it stands; "" where there is one for all.
    """

    cells: dict[str, Cell]
    truth: dict[str, str] = field(default_factory=dict)
    shortage_value: int | None = None
    pay_10k: float | None = None
    as_cell: set[str] = field(default_factory=set)
    is_optional: bool = False
    is_hidden: bool = False
    county: str = ""

    def say(self, key: str, printed: str, truth: str | None = None) -> None:
        """Print something else in a cell; what is true of it is `printed` unless given."""
        self.cells[key] = Cell(text=printed)
        self.truth[key] = printed if truth is None else truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that must be told, beside the rows.

    Attributes:
        about: for the report.
        words: any of them in the sentence or the code of an issue shows that it was.
    """

    about: str
    words: tuple[str, ...]


@dataclass(kw_only=True)
class Sheet:
    """A catalogue on its way to the printer.

    Attributes:
        number: of the catalogue, from 0.
        city: its name.
        title: first line.
        columns: in order.
        posts: rows in order.
        above: lines between title and table.
        below: lines after the table.
        after: lines and grids after these.
        facts: what the lines state, by key of the program's facts; several right ways by `|`.
        notices: what must be told.
        options: habits of layout and file that the printers know by name.
        format: the format that will be printed.
    """

    number: int
    city: str
    title: str
    columns: list[Column]
    posts: list[Post]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    after: "list[Block]" = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    options: set[str] = field(default_factory=set)
    format: str = ""

    def place_of(self, key: str) -> int:
        """Return where a column stands; after the last where there is none."""
        keys = [column.key for column in self.columns]
        return keys.index(key) if key in keys else len(keys)

    def replace(self, key: str, heading: str) -> None:
        """Give a column another heading."""
        place = self.place_of(key)
        old = self.columns[place]
        self.columns[place] = Column(key=key, heading=heading, is_demand=old.is_demand)

    def drop(self, key: str) -> None:
        """Take a column away, and its cells."""
        self.columns = [column for column in self.columns if column.key != key]
        for post in self.posts:
            post.cells.pop(key, None)
            post.truth.pop(key, None)

    def add(self, column: Column, values: Iterable[str], *, before: str = "") -> None:
        """Put in a column with a value for each post; at the end unless `before` is a key."""
        self.columns.insert(self.place_of(before), column)
        for post, value in zip(self.posts, values, strict=True):
            post.say(column.key, value)

    def tell(self, about: str, *words: str) -> None:
        """Note that something must be told."""
        self.notices.append(Notice(about=about, words=words))


@dataclass(kw_only=True)
class Row:
    """A row of a grid, cells that start in it only."""

    cells: list[Cell]
    is_hidden: bool = False
    begins_group: bool = False


@dataclass(kw_only=True)
class Grid:
    """A table laid out; `heads` counts the rows of its head, a title within it among them."""

    width: int
    rows: list[Row]
    heads: int = 1
    name: str = ""


Block = str | Grid


def flat(grid: Grid) -> list[list[Cell | None]]:
    """Return a cell for each place; None where a merged cell covers it."""
    covered: dict[tuple[int, int], bool] = {}
    rows: list[list[Cell | None]] = []
    for y, row in enumerate(grid.rows):
        line: list[Cell | None] = [None] * grid.width
        x = 0
        for cell in row.cells:
            while (y, x) in covered:
                x += 1
            line[x] = cell
            for below in range(cell.down):
                for beside in range(cell.across):
                    covered[y + below, x + beside] = True
            x += cell.across
        rows.append(line)
    return rows
