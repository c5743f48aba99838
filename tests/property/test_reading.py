"""Laws of reading that hold for any catalogue, not only for the five."""

from contextlib import suppress

from hypothesis import given

from jinque.documents import read
from jinque.errors import EmptySourceError, JinqueError, NothingFoundError
from jinque.extraction import Reading, extract, profiles_for
from jinque.model import Paragraph
from tests.strategies import MadeCatalogue, any_text, catalogues, tabbed_text


def _read(text: str) -> tuple[Reading, ...]:
    document = read(text.encode())
    profiles = profiles_for(document, source_name="made.txt", edition_id=None, known=())
    return extract(document, source_name="made.txt", profiles=profiles)


@given(catalogues())
def test_a_printed_catalogue_is_read_back(catalogue: MadeCatalogue) -> None:
    [reading] = _read(catalogue.text())

    printed = [
        (heading, tuple(row[role] for role in catalogue.roles))
        for heading, rows in catalogue.sections
        for row in rows
    ]
    assert printed == [
        (post.section[-1], tuple(cell.text for cell in post.cells))
        for post in reading.edition.posts
    ]


@given(catalogues())
def test_reading_the_same_bytes_twice_gives_the_same_edition(catalogue: MadeCatalogue) -> None:
    assert _read(catalogue.text()) == _read(catalogue.text())


@given(tabbed_text)
def test_rows_in_are_posts_and_rejects(text: str) -> None:
    with suppress(EmptySourceError, NothingFoundError):
        for reading in _read(text):
            report = reading.report
            made = len(reading.edition.posts) + len(reading.edition.clauses)
            rejected = [issue for issue in report.issues if issue.code == "row_rejected"]
            # A table that lists no posts is one issue for all of its rows.
            dropped = [issue for issue in report.issues if issue.code.startswith("table_")]
            assert report.rows_in == made + report.rows_rejected
            assert report.rows_rejected == len(rejected) or dropped


@given(tabbed_text)
def test_no_character_of_a_document_is_lost_between_its_blocks(text: str) -> None:
    with suppress(EmptySourceError):
        document = read(text.encode())
        covered = "".join(document.slice(block.span) for block in document.blocks)
        assert "".join(text.split()) == "".join(covered.split())


@given(any_text)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(JinqueError):
        document = read(text.encode("utf-8"))
        for block in document.blocks:
            if isinstance(block, Paragraph):
                assert block.text in document.slice(block.span)
