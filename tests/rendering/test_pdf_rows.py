"""The same rows come out of a PDF as out of the text (every style and look: `bench/pdf.py`)."""

import pytest

from tests.rendering.pdf_comparing import (
    LOOKS_BY_NAME,
    STYLES_BY_NAME,
    makes_sense,
    read_and_compare,
)

_ALWAYS = ("ruled", "rows_cut_open", "unruled")
_LOSES_A_BLANK = 1
"""Rows of an edition at most whose blank or line break a wrap has swallowed on paper."""

_PICKED = [
    *(("skilled-trades", style, look) for style in STYLES_BY_NAME for look in _ALWAYS),
    *(("skilled-trades", "everything", look) for look in LOOKS_BY_NAME if look not in _ALWAYS),
    *(("shanghai-foreign", style, "rows_cut") for style in STYLES_BY_NAME),
    *(("shanghai-foreign", "plain", look) for look in LOOKS_BY_NAME if look != "rows_cut"),
    *(("wenzhou-2020", style, "furniture") for style in ("title_inside", "side_by_side")),
    *(("wenzhou-2020", "plain", look) for look in ("turned_text", "unruled_furniture")),
    ("wenzhou-2020", "everything", "filled_lines"),
    ("zhejiang-2022-77", "doubled", "unruled_centred"),
    ("zhejiang-2022-77", "merged", "heading_once"),
    ("zhejiang-2022-77", "parted_header", "open_sides"),
    ("dalian", "everything", "rows_cut"),
    ("dalian", "note_inside", "words_cut"),
    ("dalian", "title_inside", "unruled_once"),
    ("dalian", "merged", "rows_cut_open"),
]
_CASES = [
    (edition_id, style, look)
    for edition_id, style, look in _PICKED
    if makes_sense(edition_id, STYLES_BY_NAME[style], LOOKS_BY_NAME[look])
]


@pytest.mark.parametrize(("edition_id", "style", "look"), _CASES)
def test_printed_catalogue_gives_the_rows_of_the_text(
    edition_id: str, style: str, look: str
) -> None:
    exact, without_blanks = read_and_compare(edition_id, STYLES_BY_NAME[style], LOOKS_BY_NAME[look])

    assert without_blanks.first_difference == ""
    assert without_blanks.is_equal
    assert exact.rows_equal >= exact.rows - _LOSES_A_BLANK
