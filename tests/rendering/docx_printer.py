"""Prints with python-docx, which the product does not use."""

import io
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.table import Table

from tests.rendering.page import Block, Grid, Pair


def print_docx(blocks: Iterable[Block]) -> bytes:
    """Return a Word document; two tables side by side stand in a table without lines."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        elif isinstance(block, Grid):
            _fill(document.add_table(len(block.rows), block.width), block)
            document.add_paragraph()
        else:
            _pair(document, block)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _pair(document: Document, pair: Pair) -> None:
    outer = document.add_table(1, 2)
    for cell, grid in zip(outer.rows[0].cells, (pair.left, pair.right), strict=True):
        _fill(cell.add_table(len(grid.rows), grid.width), grid)


def _fill(table: Table, grid: Grid) -> None:
    cells = [row.cells for row in table.rows]
    for row, column, slot in grid.places():
        cell = cells[row][column]
        if slot.across > 1 or slot.down > 1:
            cell = cell.merge(cells[row + slot.down - 1][column + slot.across - 1])
        cell.text = slot.text
