from jinque.documents.grid import make_cell, make_place, make_span
from jinque.model import Cell, Place, Span


def test_cells_made_fast_are_the_frozen_ones() -> None:
    place = make_place(None, "甲", 1, 2, 3)
    span = make_span(4, 5, 6, 7, place)
    cell = make_cell("文", span, False, True)  # noqa: FBT003

    expected_place = Place(sheet="甲", table=1, row=2, column=3)
    expected_span = Span(line_start=4, line_end=5, start=6, end=7, place=expected_place)
    expected = Cell(text="文", span=expected_span, is_carried_across=True)
    assert expected == cell
    assert hash(expected) == hash(cell)
    assert type(cell) is Cell
    assert type(span) is Span
    assert type(place) is Place
