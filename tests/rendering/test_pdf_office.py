"""Files of a program whose code has nothing in common with ours, nor with the tests' printer."""

from pathlib import Path

import pytest

from tests.rendering.comparing import compare, read_back, render
from tests.rendering.pdf_comparing import STYLES_BY_NAME
from tests.rendering.pdf_office import print_by_office


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("style", "lines"), [("merged", "ruled"), ("title_inside", "none")])
def test_pdf_by_libreoffice_gives_the_rows_of_the_text(
    style: str, lines: str, tmp_path: Path
) -> None:
    given = render("skilled-trades", "docx", STYLES_BY_NAME[style])
    data = print_by_office(given, tmp_path, is_ruled=lines == "ruled")

    reading = read_back(data, "skilled-trades", "目录.pdf")

    comparison = compare(reading, "skilled-trades", STYLES_BY_NAME[style])
    assert comparison.first_difference == ""
    assert comparison.is_equal
