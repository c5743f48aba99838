"""The rows of a rendered catalogue beside those of its text export."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jinque.codec import encode
from jinque.corpus import CorpusSource, sources
from jinque.documents import read
from jinque.extraction import Reading, extract
from jinque.model import Profile
from tests.golden.conftest import read_corpus
from tests.rendering.docx_printer import print_docx
from tests.rendering.html_printer import print_html
from tests.rendering.printed import PrintedCatalogue, printed
from tests.rendering.styles import Layout, Style
from tests.rendering.xlsx_printer import print_xlsx

FORMATS = ("docx", "xlsx", "html")

Row = dict[str, Any]

_OTHERWISE = {"citation", "serial_printed", "cells", "cell_places"}


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """How much of an edition came back.

    Attributes:
        rows: rows of the text export.
        rows_read: rows read from the rendered file.
        rows_equal: rows equal in every key.
        cells: cells compared.
        cells_equal: those that are equal.
        first_difference: what to look at; empty when all is equal.
    """

    rows: int
    rows_read: int
    rows_equal: int
    cells: int
    cells_equal: int
    first_difference: str

    @property
    def is_equal(self) -> bool:
        return self.rows == self.rows_read == self.rows_equal and self.cells == self.cells_equal


def render(edition_id: str, file_format: str, style: Style) -> bytes:
    """Print an edition in one style as a file of one format."""
    blocks = Layout(printed(edition_id), style).blocks()
    if file_format == "docx":
        return print_docx(blocks)
    if file_format == "xlsx":
        return print_xlsx(blocks, is_typed=style.is_typed)
    return print_html(blocks, encoding="gbk" if style.is_merged else "utf-8")


def read_back(data: bytes, edition_id: str, name: str) -> Reading:
    """Read a rendered file with the profile of its edition, the facts left out."""
    _, profile = _profile(edition_id)
    readings = extract(read(data, name=name), source_name=name, profiles=(profile,))
    return readings[0]


def compare(
    reading: Reading, edition_id: str, style: Style, *, with_blanks: bool = True
) -> Comparison:
    """Compare the rows read with those of the text export.

    Args:
        reading: what was read.
        edition_id: the edition that was rendered.
        style: in which style.
        with_blanks: whether a blank or line break more or less is a difference.
    """
    catalogue = printed(edition_id)
    headings = Layout(catalogue, style).headings()
    expected = [encode(post) for post in read_corpus()[edition_id].edition.posts]
    actual = [encode(post) for post in reading.edition.posts]
    if not with_blanks:
        expected, actual = _tightened(expected), _tightened(actual)
    pairs = list(zip(expected, actual, strict=False))
    keys = [
        [key for key in row if key not in _OTHERWISE and row[key] != other.get(key)]
        for row, other in pairs
    ]
    cells = [_unequal(row, other, headings, catalogue, style) for row, other in pairs]
    differences = [
        f"{row['id']}: {key} {row.get(key)!r} != {other.get(key)!r} {wrong}"
        for (row, other), wrong_keys, wrong in zip(pairs, keys, cells, strict=True)
        for key in ([*wrong_keys, "cells"] if wrong else wrong_keys)
    ]
    count = len(_compared(catalogue, style))
    return Comparison(
        rows=len(expected),
        rows_read=len(actual),
        rows_equal=sum(not one and not other for one, other in zip(keys, cells, strict=True)),
        cells=len(expected) * count,
        cells_equal=len(pairs) * count - sum(map(len, cells)),
        first_difference=differences[0] if differences else "",
    )


def _tightened(rows: list[Row]) -> list[Row]:
    return [{key: _without_blanks(value) for key, value in row.items()} for row in rows]


def _without_blanks(value: object) -> object:
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, dict):
        return {key: _without_blanks(one) for key, one in value.items()}
    return [_without_blanks(one) for one in value] if isinstance(value, list) else value


def _compared(catalogue: PrintedCatalogue, style: Style) -> list[str]:
    """Return the columns to compare: a merged industry is blank below its first row in the text."""
    is_left_out = style.is_merged and catalogue.roles[catalogue.merged] == "industry"
    return [one for one in catalogue.roles if not (is_left_out and one == catalogue.merged)]


def _unequal(
    row: Row, other: Row, headings: dict[str, str], catalogue: PrintedCatalogue, style: Style
) -> list[str]:
    found = {headings.get(heading, heading): text for heading, text in other["cells"].items()}
    return [one for one in _compared(catalogue, style) if row["cells"][one] != found.get(one)]


@cache
def _profile(edition_id: str) -> tuple[CorpusSource, Profile]:
    return next(
        (source, replace(profile, metadata=None))
        for source in sources()
        for profile in source.profiles
        if profile.edition_id == edition_id
    )
