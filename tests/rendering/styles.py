"""Ways in which bureaus print the same catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinque.parameters import load_vocabulary
from tests.rendering.page import Block, Grid, Pair, Slot
from tests.rendering.printed import Cells, PrintedCatalogue

EXTRA = "备用栏"
_NOTE = "注：本表由有关部门负责解释。"
_HALF_WIDTH = str.maketrans("（）：，", "():,")
_ROWS_A_PAGE = 15


@dataclass(frozen=True, kw_only=True)
class Style:
    """One way to print; every switch is off in the plain style.

    Attributes:
        is_merged: equal neighbours of one column are one cell.
        pages: whether tables end at a page's end, and what begins the next one
            (`headed`: the headings again, `bare`: the next row).
        beside: two tables side by side, as a `pair` or in one `grid`.
        is_title_inside: titles are rows of one table, across all its columns.
        is_half_width: brackets and colons of headings are half-width, and blanks stand in them.
        has_extra: an unknown column in front of the last one.
        is_shuffled: the columns stand in another order.
        has_synonyms: the headings are others of the vocabulary.
        is_note_inside: footnotes are rows of the table.
        is_parted: the last two headings stand below a common one.
        is_typed: numbers are stored as numbers where the format can.
    """

    name: str
    is_merged: bool = False
    pages: str = ""
    beside: str = ""
    is_title_inside: bool = False
    is_half_width: bool = False
    has_extra: bool = False
    is_shuffled: bool = False
    has_synonyms: bool = False
    is_note_inside: bool = False
    is_parted: bool = False
    is_typed: bool = True


STYLES = (
    Style(name="plain", is_typed=False),
    Style(name="merged", is_merged=True),
    Style(name="pages_headed", pages="headed"),
    Style(name="pages_bare", pages="bare"),
    Style(name="side_by_side", beside="pair"),
    Style(name="doubled", beside="grid"),
    Style(name="title_inside", is_title_inside=True),
    Style(name="half_width", is_half_width=True),
    Style(name="extra_column", has_extra=True),
    Style(name="shuffled", is_shuffled=True),
    Style(name="synonyms", has_synonyms=True),
    Style(name="note_inside", is_note_inside=True),
    Style(name="parted_header", is_parted=True),
    Style(
        name="everything",
        is_merged=True,
        pages="headed",
        is_half_width=True,
        has_extra=True,
        is_shuffled=True,
        has_synonyms=True,
        is_note_inside=True,
    ),
)


class Layout:
    """A catalogue laid out in one style."""

    def __init__(self, catalogue: PrintedCatalogue, style: Style) -> None:
        self._catalogue = catalogue
        self._style = style
        self._columns = self._ordered()

    def headings(self) -> dict[str, str]:
        """Return the printed heading without blanks -> that of the source."""
        return {self._heading(one).replace(" ", ""): one for one in self._columns if one != EXTRA}

    def blocks(self) -> Iterator[Block]:
        """Yield what is printed, from top to bottom."""
        if self._style.is_title_inside:
            yield self._one_grid()
            return
        yield from self._catalogue.lines
        first = 0
        for number, section in enumerate(self._catalogue.sections, start=1):
            yield from section.lines
            is_last = number == len(self._catalogue.sections)
            note = section.note or (_NOTE if is_last and self._style.is_note_inside else None)
            full = self._catalogue.full[first : first + len(section.rows)]
            rows = [
                {**row, self._catalogue.merged: value} if self._style.is_merged else row
                for row, value in zip(section.rows, full, strict=True)
            ]
            yield from self._tables(rows, note if self._style.is_note_inside else None)
            if note and not self._style.is_note_inside:
                yield note
            first += len(section.rows)

    def _ordered(self) -> list[str]:
        columns = list(self._catalogue.roles)
        if self._style.has_extra:
            columns.insert(len(columns) - 1, EXTRA)
        if self._style.is_shuffled:
            columns = [*columns[2::2], columns[0], *columns[1::2]]
        return columns

    def _heading(self, column: str) -> str:
        names = load_vocabulary().headings.get(self._catalogue.roles.get(column, ""), ())
        others = [name for name in names if name != column]
        heading = others[0] if self._style.has_synonyms and others else column
        if self._style.is_half_width:
            heading = f"{heading[0]} {heading[1:]}".translate(_HALF_WIDTH)
        return heading

    def _one_grid(self) -> Grid:
        grid = Grid(len(self._columns))
        grid.rows += [self._wide(line) for line in self._catalogue.lines]
        for section in self._catalogue.sections:
            grid.rows += [self._wide(line) for line in section.lines]
            grid.rows += [*self._header(), *self._body(list(section.rows))]
            grid.rows += [self._wide(section.note)] if section.note else []
        return grid

    def _wide(self, text: str) -> list[Slot]:
        return [Slot(text, across=len(self._columns))]

    def _tables(self, rows: list[Cells], note: str | None) -> Iterator[Block]:
        if self._style.beside:
            yield from self._beside(rows)
            return
        size = _ROWS_A_PAGE if self._style.pages else len(rows)
        for first in range(0, len(rows), size):
            is_headed = first == 0 or self._style.pages == "headed"
            grid = Grid(len(self._columns), self._header() if is_headed else [])
            grid.rows += self._body(rows[first : first + size])
            if note and first + size >= len(rows):
                grid.rows.append(self._wide(note))
            yield grid

    def _beside(self, rows: list[Cells]) -> Iterator[Block]:
        for first in range(0, len(rows), 2 * _ROWS_A_PAGE):
            page = rows[first : first + 2 * _ROWS_A_PAGE]
            half = (len(page) + 1) // 2
            left, right = (
                Grid(len(self._columns), [*self._header(), *self._body(part)])
                for part in (page[:half], page[half:])
            )
            if self._style.beside == "pair":
                yield Pair(left, right)
            else:
                blank = [Slot("")] * right.width
                right.rows += [blank] * (len(left.rows) - len(right.rows))
                rows_of_both = zip(left.rows, right.rows, strict=True)
                yield Grid(2 * left.width, [[*one, *other] for one, other in rows_of_both])

    def _header(self) -> list[list[Slot]]:
        headings = [self._heading(column) for column in self._columns]
        if not self._style.is_parted:
            return [[Slot(heading) for heading in headings]]
        upper = [Slot(heading, down=2) for heading in headings[:-2]]
        return [[*upper, Slot("有关信息", across=2)], [Slot(heading) for heading in headings[-2:]]]

    def _body(self, rows: list[Cells]) -> list[list[Slot]]:
        slots = [[Slot(row.get(column, "甲")) for column in self._columns] for row in rows]
        if self._style.is_merged:
            place = self._columns.index(self._catalogue.merged)
            begin = 0
            for _, group in groupby(rows, key=lambda row: row[self._catalogue.merged]):
                count = len(list(group))
                slots[begin][place] = Slot(slots[begin][place].text, down=count)
                for row in slots[begin + 1 : begin + count]:
                    del row[place]
                begin += count
        return slots
