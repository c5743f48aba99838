"""The titles in a table file, with the columns that stand beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.errors import NothingFoundError
from jinque.locale import say
from jinque.model import Block, Cell, Document, Table, TitleRequest
from jinque.parameters import load_title_words
from jinque.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleTable:
    """The first table of a file.

    Attributes:
        headings: empty for a file of one column without a heading.
        rows: cells as printed, all rows equally long.
        requests: one for each row.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    requests: tuple[TitleRequest, ...]


def read_titles(document: Document, where: str) -> TitleTable:
    """Return the titles of the first table, or of the lines where there is no table.

    Raises:
        NothingFoundError: no column is headed as a title, and there is more than one.
    """
    rows = table_rows(document)
    roles = title_roles(rows[0]) if rows else {}
    is_list = max(map(len, rows), default=0) == 1
    if not rows or ("title" not in roles and not is_list):
        raise _no_title(where)
    body = rows[1:] if "title" in roles else rows
    columns = roles if "title" in roles else {"title": 0}
    return TitleTable(
        headings=rows[0] if "title" in roles else (),
        rows=tuple(body),
        requests=tuple(_request(row, columns) for row in body),
    )


def table_rows(document: Document) -> list[tuple[str, ...]]:
    """Return the rows of the first sheet; a reader may part them where a row is blank."""
    placed = [row for block in document.blocks for row in _placed(block)]
    if not placed:
        return [(line.strip(),) for line in document.text.splitlines() if line.strip()]
    first = placed[0][0]
    sheet = [cells for name, cells in placed if name == first]
    width = max(max(cells, default=0) for cells in sheet)
    filled = [tuple(cells.get(at, "") for at in range(1, width + 1)) for cells in sheet]
    return [row for row in filled if any(row)]


def _placed(block: Block) -> Iterator[tuple[str | None, dict[int, str]]]:
    """Yield the sheet and the cells, by column, of each row; plain text has none."""
    place = block.span.place
    if isinstance(block, Table):
        for row in block.rows:
            sheet = row.span.place.sheet if row.span.place else None
            yield sheet, _cells(row.cells)
    elif place:
        yield place.sheet, {place.column or 1: block.text}


def _cells(cells: Sequence[Cell]) -> dict[int, str]:
    found: dict[int, str] = {}
    for number, cell in enumerate(cells, start=1):
        place = cell.span.place
        found[(place.column if place else None) or number] = cell.text.strip()
    return found


def title_roles(headings: Sequence[str]) -> dict[str, int]:
    """Return `title`, `description`, `industry` -> place of the first column headed so."""
    folded = [fold(heading) for heading in headings]
    return dict(_found(folded))


def _found(folded: Sequence[str]) -> Iterator[tuple[str, int]]:
    for role, names in load_title_words().headings.items():
        places = [folded.index(name) for name in map(fold, names) if name in folded]
        if places:
            yield role, places[0]


def _request(row: Sequence[str], columns: dict[str, int]) -> TitleRequest:
    given = {role: row[place] for role, place in columns.items()}
    return TitleRequest(
        title=given["title"],
        description=given.get("description", ""),
        industry=given.get("industry", ""),
    )


def _no_title(where: str) -> NothingFoundError:
    named = "、".join(load_title_words().headings["title"])
    return NothingFoundError(
        say("No column of the file is headed as a title."),
        where=where,
        hint=say("Head the column with one of {named}.", named=named),
    )
