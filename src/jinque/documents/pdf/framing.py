"""A page as the engine finds it becomes words and ruled tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import repeat

from jinque.documents.pdf.boxes import Printed, frame_of, takes_overflow
from jinque.documents.pdf.engine import RawPage
from jinque.documents.pdf.glyphs import Glyph, glyphs_of
from jinque.documents.pdf.grid import Grid, grids_of
from jinque.documents.pdf.page import Bar, Page
from jinque.documents.pdf.rules import Net, nets_of
from jinque.documents.pdf.turning import Corners, Turn
from jinque.documents.pdf.words import pieces_of, rows_of

_SHORTEST_BAR = 40.0
_PICTURE_SHARE = 0.5
_MIDDLE = 0.35  # of a character's size, above its base line


def page_of(raw: RawPage, number: int, of: int) -> Page:
    """Return the page with its words outside and inside ruled tables.

    Args:
        raw: what the engine found.
        number: of the page, counted from 1.
        of: number of pages in the file.
    """
    turn = Turn(raw.marks.quarters, *raw.corners)
    nets = nets_of(turn.box(line) for line in raw.strokes.lines)
    grids = grids_of(nets)
    outside, inside = _sorted_out(glyphs_of(raw.marks, turn), grids)
    printed = [_printed(inside[index]) for index in range(len(grids))]
    pieces = (piece for row in rows_of(outside) for piece in pieces_of(row) if piece.text)
    return Page(
        number=number,
        of=of,
        width=turn.size[0],
        height=turn.size[1],
        pieces=tuple(p for p in pieces if not any(map(takes_overflow, grids, printed, repeat(p)))),
        frames=tuple(map(frame_of, grids, printed)),
        bars=tuple(_bars(nets)),
        glyphs=len(raw.marks.marks),
        strangers=raw.marks.strangers,
        slanted=raw.marks.slanted,
        is_picture=_is_covered(turn, raw.strokes.pictures),
    )


def damaged_page(number: int, of: int) -> Page:
    """Return what stands for a page that the engine cannot open."""
    return Page(number, of, 0, 0, (), (), (), 0, 0, 0, is_picture=False, is_damaged=True)


_Inside = dict[int, list[Glyph]]


def _sorted_out(
    glyphs: Iterable[Glyph], grids: Sequence[Grid]
) -> tuple[list[Glyph], dict[int, _Inside]]:
    """Part the characters: those outside tables, and those of each table by cell."""
    outside: list[Glyph] = []
    inside: dict[int, _Inside] = defaultdict(lambda: defaultdict(list))
    for glyph in glyphs:
        # A blank at which a line was wrapped may reach over the edge of its cell.
        x = glyph.left if glyph.text.isspace() else (glyph.left + glyph.right) / 2
        y = glyph.base - _MIDDLE * glyph.size
        for index, grid in enumerate(grids):
            area = grid.area_at(x, y)
            if area is not None:
                inside[index][area].append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside


def _printed(inside: _Inside) -> Printed:
    return {
        index: [row for glyphs in rows_of(own) if (row := list(pieces_of(glyphs)))]
        for index, own in inside.items()
    }


def _is_covered(turn: Turn, pictures: Iterable[Corners]) -> bool:
    width, height = turn.size
    boxes = (turn.box(picture) for picture in pictures)
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return covered >= _PICTURE_SHARE * width * height


def _bars(nets: Iterable[Net]) -> Iterable[Bar]:
    for net in nets:
        if not net.uprights:
            for rule in net.levels:
                if rule.end - rule.begin >= _SHORTEST_BAR:
                    yield Bar(rule.begin, rule.end, rule.at)
