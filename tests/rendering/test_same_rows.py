"""The same rows come out of every format and style (all of them: `bench/formats.py matrix`).

With `pytest -s` each prints how many cells are exact.
"""

import sys

import pytest

from tests.rendering.comparing import FORMATS, compare, read_back, render
from tests.rendering.printed import EDITIONS
from tests.rendering.styles import STYLES, Style

_BY_NAME = {style.name: style for style in STYLES}
_SMALL = ("skilled-trades", "shanghai-foreign")
_TELLING = ("plain", "everything")
_CASES = [
    *((edition, kind, style) for edition in _SMALL for kind in FORMATS for style in _BY_NAME),
    *(
        (edition, kind, style)
        for edition in EDITIONS
        if edition not in _SMALL
        for kind in FORMATS
        for style in _TELLING
    ),
    *(("wenzhou-2020", "xlsx", style) for style in _BY_NAME if style not in _TELLING),
    *(("dalian", "html", style) for style in ("title_inside", "note_inside", "pages_bare")),
    *(("dalian", "docx", style) for style in ("side_by_side", "note_inside")),
    *(("zhejiang-2022-77", "xlsx", style) for style in ("doubled", "merged", "side_by_side")),
]


@pytest.mark.parametrize(("edition_id", "kind", "style"), _CASES)
def test_rendered_catalogue_gives_the_rows_of_the_text(
    edition_id: str, kind: str, style: str
) -> None:
    data = render(edition_id, kind, _BY_NAME[style])

    reading = read_back(data, edition_id, f"目录.{kind}")

    comparison = compare(reading, edition_id, _BY_NAME[style])
    exact = f"{comparison.cells_equal}/{comparison.cells} cells exact"
    sys.stdout.write(f"{edition_id} {kind} {style}: {exact}\n")
    assert comparison.first_difference == ""
    assert comparison.is_equal
    assert reading.report.rows_rejected == 0


def test_unknown_column_is_kept() -> None:
    style = Style(name="extra_column", has_extra=True)
    reading = read_back(render("skilled-trades", "docx", style), "skilled-trades", "目录.docx")

    for post in reading.edition.posts:
        assert ("备用栏", None, "甲") in {(one.heading, one.role, one.text) for one in post.cells}
