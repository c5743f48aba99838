"""Laws of the readers: what is printed is read back, and what is damaged is refused in words."""

import random
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings

from jinque.documents import read
from jinque.errors import JinqueError, NothingFoundError
from jinque.extraction import Reading, extract, profiles_for
from jinque.model import Cell, Document, Paragraph, Post, Table
from tests.rendering.docx_printer import print_docx
from tests.rendering.html_printer import print_html
from tests.rendering.mutations import mutate, seeds
from tests.rendering.page import Block, Grid, Slot
from tests.rendering.pdf_printer import print_ofd, print_pdf
from tests.rendering.xlsx_printer import print_xlsx
from tests.strategies import MadeCatalogue, catalogues

_PRINTERS: dict[str, Callable[[list[Block]], bytes]] = {
    "docx": print_docx,
    "xlsx": print_xlsx,
    "html": print_html,
    "pdf": print_pdf,
    "ofd": print_ofd,
}
_ROUNDS = {"xls": 150, "pdf": 60, "ofd": 60}
_MOST_SECONDS = 10


@pytest.mark.parametrize("kind", _PRINTERS)
@settings(max_examples=25)
@given(catalogue=catalogues())
def test_a_catalogue_is_the_same_in_every_format(kind: str, catalogue: MadeCatalogue) -> None:
    text = read(catalogue.text().encode())
    office = read(_PRINTERS[kind](_blocks(catalogue)))

    [expected], [actual] = _extract(text), _extract(office)
    assert [_facts(one) for one in expected.edition.posts] == [
        _facts(one) for one in actual.edition.posts
    ]


@pytest.mark.parametrize("kind", seeds())
def test_damaged_files_are_read_or_refused_in_words(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 - the same damage in every run

    for _ in range(_ROUNDS.get(kind, 300)):
        begun = time.monotonic()
        with suppress(JinqueError):
            document = read(mutate(seeds()[kind], chance), name=f"目录.{kind}")
            _check_spans(document)
            _extract(document)
        assert time.monotonic() - begun < _MOST_SECONDS


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_two_thousand_damaged_packages_are_read_or_refused_in_words(part: int) -> None:
    chance = random.Random(f"ofd-{part}")  # noqa: S311 - the same damage in every run

    for _ in range(200):
        begun = time.monotonic()
        with suppress(JinqueError):
            _check_spans(read(mutate(seeds()["ofd"], chance), name="目录.ofd"))
        assert time.monotonic() - begun < _MOST_SECONDS


@pytest.mark.parametrize("kind", seeds())
def test_reading_twice_gives_the_same_document(kind: str) -> None:
    data = seeds()[kind]

    assert read(data, name=f"目录.{kind}") == read(data, name=f"目录.{kind}")


@pytest.mark.parametrize("kind", [kind for kind in seeds() if kind != "zip"])
def test_spans_cover_the_words_of_the_blocks(kind: str) -> None:
    document = read(seeds()[kind], name=f"目录.{kind}")

    assert document.blocks
    _check_spans(document)


def _check_spans(document: Document) -> None:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words = "".join(document.slice(block.span).split())
            assert "".join(block.text.split()) == words
        else:
            _check_table(document, block)


def _check_table(document: Document, table: Table) -> None:
    for row in table.rows:
        for cell in row.cells:
            assert cell.text == document.slice(cell.span).strip()
            assert _is_carried(cell) or (
                row.span.start <= cell.span.start <= cell.span.end <= row.span.end
            )


def _is_carried(cell: Cell) -> bool:
    return cell.is_carried_down or cell.is_carried_across


def _blocks(catalogue: MadeCatalogue) -> list[Block]:
    blocks: list[Block] = ["某市紧缺人才目录"]
    for heading, rows in catalogue.sections:
        header = [Slot(one) for one in catalogue.headings]
        body = [[Slot(row[role]) for role in catalogue.roles] for row in rows]
        blocks += [heading, Grid(len(header), [header, *body])]
    return blocks


def _extract(document: Document) -> tuple[Reading, ...]:
    profiles = profiles_for(document, source_name="目录", edition_id=None, known=())
    try:
        return extract(document, source_name="目录", profiles=profiles)
    except NothingFoundError:
        return ()


def _facts(post: Post) -> tuple[object, ...]:
    names = ("id", "section", "serial", "code", "name", "shortage", "requirements")
    return tuple(getattr(post, name) for name in names)
