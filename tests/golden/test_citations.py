"""Whatever is cited can be cut out of the source at the place given."""

from collections.abc import Iterator

from jinque.extraction import Reading
from jinque.model import Attested, Citation, Edition
from tests.golden.conftest import TRUTH_FILES


def test_every_quote_is_the_slice_at_its_span(
    readings: dict[str, Reading], texts: dict[str, str]
) -> None:
    for reading in readings.values():
        for citation in _citations(reading.edition):
            text = texts[citation.source_sha256]
            assert citation.quote
            assert citation.quote == text[citation.span.start : citation.span.end]


def test_every_row_quotes_whole_lines(readings: dict[str, Reading], texts: dict[str, str]) -> None:
    for reading in readings.values():
        for post in reading.edition.posts:
            span = post.citation.span
            lines = texts[post.citation.source_sha256].split("\n")
            expected = "\n".join(lines[span.line_start - 1 : span.line_end])
            assert expected == post.citation.quote, post.id


def test_every_cell_lies_inside_its_row(
    readings: dict[str, Reading], texts: dict[str, str]
) -> None:
    for reading in readings.values():
        for post in reading.edition.posts:
            text = texts[post.citation.source_sha256]
            for cell in post.cells:
                if cell.span is None:
                    assert cell.text == ""
                    continue
                row = post.citation.span
                assert row.start <= cell.span.start <= cell.span.end <= row.end, post.id
                raw = "".join(text[cell.span.start : cell.span.end].split())
                assert "".join(cell.text.split()) in raw, post.id


def test_every_issue_quotes_the_source_at_its_lines(
    readings: dict[str, Reading], texts: dict[str, str]
) -> None:
    for reading in readings.values():
        lines = texts[reading.edition.source_sha256].split("\n")
        for issue in reading.report.issues:
            if issue.line_start is None or issue.line_end is None:
                assert issue.quote == ""
                continue
            place = "\n".join(lines[issue.line_start - 1 : issue.line_end])
            assert issue.quote, issue
            assert issue.quote in place, issue


def test_identifiers_are_unique_and_orders_run_on(readings: dict[str, Reading]) -> None:
    for edition_id in TRUTH_FILES:
        posts = readings[edition_id].edition.posts
        identifiers = [post.id for post in posts]
        assert len(identifiers) == len(set(identifiers))
        assert list(range(1, len(posts) + 1)) == [post.order for post in posts]


def test_identifier_names_edition_section_and_serial(readings: dict[str, Reading]) -> None:
    def first(edition_id: str) -> str:
        return readings[edition_id].edition.posts[0].id

    assert first("dalian") == "dalian:装备制造:1"
    assert first("skilled-trades") == "skilled-trades:医药健康:1"
    assert first("wenzhou-2020") == "wenzhou-2020:电气产业:1"
    assert first("wenzhou-majors-1") == "wenzhou-majors-1:电子信息类:1"
    assert first("shanghai-foreign") == "shanghai-foreign:集成电路:1"
    assert first("zhejiang-2022-77") == "zhejiang-2022-77:1"


def _citations(edition: Edition) -> Iterator[Citation]:
    yield from (post.citation for post in edition.posts)
    yield from (clause.citation for clause in edition.clauses)
    yield from (note.citation for note in edition.notes)
    metadata = edition.metadata
    for name in metadata.__dataclass_fields__:
        fact = getattr(metadata, name)
        if isinstance(fact, Attested) and fact.citation:
            yield fact.citation
    if metadata.scale and metadata.scale.order.citation:
        yield metadata.scale.order.citation
