"""From the content of a page to blocks: tables that only lay out a page are unwrapped."""

from collections.abc import Iterable, Iterator

from jinque.documents.budget import Budget
from jinque.documents.content import Item, SpannedTable
from jinque.documents.flattening import Flattener
from jinque.documents.grid import lay_grid
from jinque.model import Place
from jinque.text import read_ordinal

_SENTENCE_ENDS = "。；：！？"
_CORNER = Place(row=1, column=1)


def pour(content: Iterable[Item], flattener: Flattener, budget: Budget) -> None:
    """Hand paragraphs and tables on in printed order.

    A table lays out a page when it has one column, or when most of its words stand in tables
    inside it; its cells are then read one after the other, from left to right.
    """
    for item in content:
        if isinstance(item, str):
            for text in _paragraphs(item):
                flattener.paragraph(text)
        elif _lays_out(item):
            for row in item.rows:
                for cell in row:
                    pour(cell.content, flattener, budget)
        else:
            flattener.table(lay_grid(item, budget), _CORNER)


def _paragraphs(text: str) -> Iterator[str]:
    """Cut a paragraph at line breaks behind a sentence and in front of an ordinal.

    Other breaks wrap a long title or separate its second line, and stay.
    """
    held: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if held and (read_ordinal(line) or held[-1][-1] in _SENTENCE_ENDS):
            yield "\n".join(held)
            held = []
        held.append(line)
    if held:
        yield "\n".join(held)


def _lays_out(table: SpannedTable) -> bool:
    if all(len(row) <= 1 for row in table.rows):
        return True
    inside = sum(
        _size(item)
        for row in table.rows
        for cell in row
        for item in cell.content
        if isinstance(item, SpannedTable)
    )
    return inside > 0 and 2 * inside >= _size(table)


def _size(item: Item) -> int:
    """Count the characters of a paragraph or of a table with everything in it."""
    if isinstance(item, str):
        return len(item)
    return sum(_size(inner) for row in item.rows for cell in row for inner in cell.content)
