"""Pages on their way from the reading process: one line of JSON each."""

import json
from typing import Any

from jinque.documents.pdf.page import Bar, Box, Frame, Page, Piece


def to_line(page: Page) -> bytes:
    """Return the page as one line of JSON, lists for everything that has a fixed order."""
    whole = [
        *(page.number, page.of, page.width, page.height),
        [_values(piece) for piece in page.pieces],
        [[*_values(frame)[:-1], [_values(box) for box in frame.boxes]] for frame in page.frames],
        [_values(bar) for bar in page.bars],
        *(page.glyphs, page.strangers, page.slanted, page.is_picture, page.is_damaged),
    ]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def page_from(values: list[Any]) -> Page:
    """Return the page that `to_line` wrote, from the list that its line holds."""
    number, of, width, height, pieces, frames, bars, *counts = values
    glyphs, strangers, slanted, is_picture, is_damaged = counts
    return Page(
        number=number,
        of=of,
        width=width,
        height=height,
        pieces=tuple(Piece(*values) for values in pieces),
        frames=tuple(_frame(*values) for values in frames),
        bars=tuple(Bar(*values) for values in bars),
        glyphs=glyphs,
        strangers=strangers,
        slanted=slanted,
        is_picture=is_picture,
        is_damaged=is_damaged,
    )


def _values(thing: Piece | Frame | Box | Bar) -> list[object]:
    return [getattr(thing, name) for name in thing.__slots__]


def _frame(top: float, bottom: float, edges: list[float], rows: int, boxes: list[Any]) -> Frame:
    cells = tuple(
        Box(row, column, down, across, tuple(lines), tuple(rooms), is_open)
        for row, column, down, across, lines, rooms, is_open in boxes
    )
    return Frame(top, bottom, tuple(edges), rows, cells)
