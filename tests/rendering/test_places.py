"""Each value says where it stands, and stands there for the libraries of others as well."""

import io
from itertools import groupby

import docx
import pytest
from docx.table import Table
from python_calamine import CalamineWorkbook

from jinque.documents import read
from jinque.extraction import Reading
from jinque.model import Document, Place, Post
from tests.rendering.comparing import FORMATS, read_back, render
from tests.rendering.printed import EDITIONS
from tests.rendering.styles import STYLES

_BY_NAME = {style.name: style for style in STYLES}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("edition_id", ["skilled-trades", "shanghai-foreign"])
@pytest.mark.parametrize("style", ["everything", "doubled", "title_inside"])
def test_every_quote_and_cell_is_the_slice_at_its_span(
    kind: str, edition_id: str, style: str
) -> None:
    data = render(edition_id, kind, _BY_NAME[style])
    document, reading = read(data), read_back(data, edition_id, f"目录.{kind}")

    for post in reading.edition.posts:
        citation = post.citation
        assert document.slice(citation.span) == citation.quote
        assert citation.source_sha256 == document.source_sha256
        for cell in post.cells:
            assert cell.span is not None
            words = "".join(document.slice(cell.span).split())
            assert "".join(cell.text.split()) == words, post.id


@pytest.mark.parametrize("kind", FORMATS)
def test_lines_are_those_of_the_documents_text(kind: str) -> None:
    data = render("shanghai-foreign", kind, _BY_NAME["merged"])
    document, reading = read(data), read_back(data, "shanghai-foreign", f"目录.{kind}")

    lines = document.text.split("\n")
    for post in reading.edition.posts:
        span = post.citation.span
        assert "\n".join(lines[span.line_start - 1 : span.line_end]) == post.citation.quote


@pytest.mark.parametrize("edition_id", EDITIONS)
def test_place_in_a_workbook_is_the_cell_of_the_sheet(edition_id: str) -> None:
    data = render(edition_id, "xlsx", _BY_NAME["plain"])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    values = sheet.to_python(skip_empty_area=False)

    for place, text in _cells(read_back(data, edition_id, "目录.xlsx")):
        assert place.sheet == "Sheet1"
        assert place.row is not None
        assert place.column is not None
        assert str(values[place.row - 1][place.column - 1]).strip() == text


def test_place_in_a_word_document_is_the_cell_of_the_table() -> None:
    data = render("skilled-trades", "docx", _BY_NAME["pages_headed"])
    tables = docx.Document(io.BytesIO(data)).tables

    places = list(_cells(read_back(data, "skilled-trades", "目录.docx")))
    assert {place.table for place, _ in places} == set(range(1, len(tables) + 1))
    for place, text in places:
        assert _text(tables, place) == text


def test_tables_side_by_side_are_numbered_from_left_to_right() -> None:
    data = render("skilled-trades", "docx", _BY_NAME["side_by_side"])

    posts = read_back(data, "skilled-trades", "目录.docx").edition.posts
    assert [table for table, _ in groupby(posts, key=_table_of)] == [1, 2, 3, 4]


def test_document_is_named_after_its_format() -> None:
    names = {kind: _document(kind).encoding for kind in FORMATS}

    assert names == {kind: kind for kind in FORMATS}


def _document(kind: str) -> Document:
    return read(render("skilled-trades", kind, _BY_NAME["plain"]))


def _cells(reading: Reading) -> list[tuple[Place, str]]:
    return [
        (cell.span.place, cell.text)
        for post in reading.edition.posts
        for cell in post.cells
        if cell.span and cell.span.place
    ]


def _text(tables: list[Table], place: Place) -> str:
    assert place.table is not None
    assert place.row is not None
    assert place.column is not None
    return tables[place.table - 1].rows[place.row - 1].cells[place.column - 1].text


def _table_of(post: Post) -> int | None:
    place = post.citation.span.place
    return place.table if place else None
