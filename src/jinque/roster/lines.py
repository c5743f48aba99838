"""The rows of a roster as its file shows them, cell by cell, each with its address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.errors import NothingFoundError, NotReadableError
from jinque.model import Block, Document, Place, Table
from jinque.model.bridge_roster_row import RosterPlace
from jinque.parameters import RosterColumn
from jinque.text import fold

_LETTERS = 26
_LEAST_HEADINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the file.

    Attributes:
        cells: number of the column, counted from 1 -> words; blank cells are left out.
    """

    sheet: str | None
    row: int
    cells: dict[int, str]

    def place(self, column: int | None = None) -> RosterPlace:
        """Return the place of a cell, or of the whole row."""
        return RosterPlace(sheet=self.sheet, row=self.row, column=letters(column) if column else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet with a heading row.

    Attributes:
        columns: number of the column -> what it is; columns of other headings are left out.
        strange: headings that are not known, with their places.
        lines: below the heading row.
    """

    heading: Line
    columns: dict[int, RosterColumn]
    strange: tuple[str, ...]
    lines: tuple[Line, ...]


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    rest, letter = divmod(column - 1, _LETTERS)
    return (letters(rest) if rest else "") + chr(ord("A") + letter)


def lines_of(document: Document) -> dict[str | None, list[Line]]:
    """Return every row of every sheet that shows words, in printed order."""
    sheets: dict[str | None, list[Line]] = {}
    for block in document.blocks:
        for place, cells in _rows(block):
            lines = sheets.setdefault(place.sheet, [])
            filled = {column: text for column, text in cells if text}
            if place.row and filled:
                lines.append(Line(sheet=place.sheet, row=place.row, cells=filled))
    return sheets


def _rows(block: Block) -> Iterator[tuple[Place, list[tuple[int, str]]]]:
    if isinstance(block, Table):
        for row in block.rows:
            places = [(cell.span.place, cell) for cell in row.cells if not cell.is_carried_across]
            cells = [(place.column or 0, cell.text) for place, cell in places if place]
            yield row.span.place or Place(), cells
    elif block.span.place:
        yield block.span.place, [(block.span.place.column or 1, block.text)]


def pages_of(
    sheets: dict[str | None, list[Line]], known: Sequence[RosterColumn], where: str, template: str
) -> tuple[list[Page], list[str]]:
    """Return the sheets that have a heading row, and the names of those that have none.

    Args:
        sheets: the rows of each.
        known: the columns that a roster may have.
        where: name of the file, for an error.
        template: the command that writes an empty roster, for an error.

    Raises:
        NothingFoundError: no sheet has one.
        NotReadableError: two columns of a sheet mean the same.
    """
    pages: list[Page] = []
    others: list[str] = []
    for name, lines in sheets.items():
        page = _page(lines, known)
        if page:
            pages.append(page)
        elif name and lines:
            others.append(name)
    if not pages:
        raise _no_heading(where, template)
    return pages, others


def _page(lines: list[Line], known: Sequence[RosterColumn]) -> Page | None:
    for index, line in enumerate(lines):
        found = [(number, text, column_named(text, known)) for number, text in line.cells.items()]
        columns = {number: column for number, _, column in found if column}
        if len(columns) >= _LEAST_HEADINGS:
            _check_once(line, columns)
            strange = [f"{line.place(number).address} {text}" for number, text, c in found if not c]
            below = tuple(lines[index + 1 :])
            return Page(heading=line, columns=columns, strange=tuple(strange), lines=below)
    return None


def column_named(heading: str, known: Sequence[RosterColumn]) -> RosterColumn | None:
    """Return the column that a heading means; width, case and blanks do not matter."""
    word = fold(heading)
    for column in known:
        if word in map(fold, (column.heading, *column.names)):
            return column
    return None


def _check_once(line: Line, columns: dict[int, RosterColumn]) -> None:
    seen: dict[str, int] = {}
    for number, column in columns.items():
        first = seen.setdefault(column.key, number)
        if first != number:
            both = f"{line.place(first).address}、{line.place(number).address}"
            raise NotReadableError(
                f"有两列都是“{column.heading}”。",
                f"Two columns are both “{column.heading}”.",
                where=both,
                hint_zh="请只留一列。",
                hint_en="Keep one of them.",
            )


def _no_heading(where: str, template: str) -> NothingFoundError:
    return NothingFoundError(
        "没有找到名单的表头。",
        "No heading row of a roster was found.",
        where=where,
        hint_zh=f"请用 {template} 模板.xlsx 生成模板，按其中的列名填写。",
        hint_en=f"{template} FILE writes a template: use its headings.",
    )
