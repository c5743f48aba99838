"""The same rows come out of an OFD as out of the text, drawn by the pen that draws the PDF."""

import pytest

from tests.rendering.pdf_comparing import (
    LOOKS_BY_NAME,
    STYLES_BY_NAME,
    makes_sense,
    read_and_compare,
)
from tests.rendering.printed import EDITIONS

_ROWS = 1_603
_SHARE = 0.99


def test_the_five_documents_come_back() -> None:
    rows = equal = cells = cells_equal = 0

    for edition_id in EDITIONS:
        look = LOOKS_BY_NAME["rows_cut"]
        _, one = read_and_compare(edition_id, STYLES_BY_NAME["merged"], look, "ofd")
        rows, equal = rows + one.rows_read, equal + one.rows_equal
        cells, cells_equal = cells + one.cells, cells_equal + one.cells_equal

    assert (rows, equal) == (_ROWS, _ROWS)
    assert cells_equal >= _SHARE * cells


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS_BY_NAME)
@pytest.mark.parametrize("style", STYLES_BY_NAME)
def test_every_style_and_look_gives_the_rows_of_the_text(style: str, look: str) -> None:
    chosen = STYLES_BY_NAME[style], LOOKS_BY_NAME[look]
    if makes_sense("skilled-trades", *chosen):
        _, one = read_and_compare("skilled-trades", *chosen, "ofd")

        assert one.first_difference == ""
        assert one.is_equal
