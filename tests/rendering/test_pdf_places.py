"""Each value of a PDF says on which page it stands, and stands there for another library."""

import io

import pdfplumber
import pytest

from jinque.documents import read
from jinque.extraction import Reading
from tests.rendering.comparing import read_back
from tests.rendering.pdf_comparing import LOOKS_BY_NAME, STYLES_BY_NAME, render_pdf
from tests.rendering.printed import printed

_EDITION = "skilled-trades"


def _rendered(style: str, look: str) -> tuple[bytes, Reading]:
    data = render_pdf(_EDITION, STYLES_BY_NAME[style], LOOKS_BY_NAME[look])
    return data, read_back(data, _EDITION, "目录.pdf")


def _tight(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("look", ["rows_cut_open", "unruled_once", "rotated"])
@pytest.mark.parametrize("style", ["everything", "title_inside"])
def test_every_quote_and_cell_is_the_slice_at_its_span(style: str, look: str) -> None:
    data, reading = _rendered(style, look)
    document = read(data)

    for post in reading.edition.posts:
        assert document.slice(post.citation.span) == post.citation.quote
        assert post.citation.source_sha256 == document.source_sha256
        for cell in post.cells:
            assert cell.span is not None
            assert _tight(cell.text) == _tight(document.slice(cell.span)), post.id


@pytest.mark.parametrize("style", ["plain", "side_by_side"])
def test_page_of_a_row_prints_its_name(style: str) -> None:
    data, reading = _rendered(style, "ruled")
    with pdfplumber.open(io.BytesIO(data)) as document:
        cells = [
            [_tight(cell or "") for table in page.extract_tables() for row in table for cell in row]
            for page in document.pages
        ]

    for post in reading.edition.posts:
        place = post.citation.span.place
        assert place is not None
        assert place.page is not None
        assert _tight(post.name_printed) in cells[place.page - 1]


def test_place_counts_tables_rows_and_columns() -> None:
    _, reading = _rendered("plain", "heading_once")

    places = [
        (place.table, place.row, place.column)
        for post in reading.edition.posts
        for cell in post.cells
        if cell.span and (place := cell.span.place)
    ]
    catalogue = printed(_EDITION)
    assert places == [
        (table, row, column)
        for table, section in enumerate(catalogue.sections, start=1)
        for row in range(2, len(section.rows) + 2)
        for column in range(1, len(catalogue.roles) + 1)
    ]
