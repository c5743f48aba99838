"""The reading of the requirements of all 374 posts that state any."""

from collections import Counter

import pytest

from jinque.extraction import Reading
from jinque.extraction.criteria import CriteriaReader
from jinque.model.criterion import PostReading
from jinque.text import drop_blanks

_POSTS = {"dalian": 312, "shanghai-foreign": 62}


@pytest.fixture(scope="module")
def read(readings: dict[str, Reading], texts: dict[str, str]) -> dict[str, PostReading]:
    found: dict[str, PostReading] = {}
    for reading in readings.values():
        reader = CriteriaReader(reading.edition, texts[reading.edition.source_sha256])
        found |= {post.id: reader.read(post) for post in reading.edition.posts}
    return found


def _with(read: dict[str, PostReading], code: str) -> list[str]:
    return [each.post_id for each in read.values() for issue in each.issues if issue.code == code]


def test_the_posts_that_state_requirements_are_the_374(read: dict[str, PostReading]) -> None:
    stated = Counter(each.post_id.split(":")[0] for each in read.values() if each.criteria)

    assert stated == _POSTS


def test_every_citation_is_cut_from_the_source(
    read: dict[str, PostReading], readings: dict[str, Reading], texts: dict[str, str]
) -> None:
    for each in read.values():
        edition = readings[each.post_id.split(":")[0]].edition
        text = texts[edition.source_sha256]
        for criterion in each.criteria:
            span, quote = criterion.citation.span, criterion.citation.quote
            assert text[span.start : span.end] == quote
            assert text.count("\n", 0, span.start) + 1 == span.line_start
            assert drop_blanks(quote) == drop_blanks(criterion.quote), each.post_id


def test_every_quote_stands_in_its_clause(read: dict[str, PostReading]) -> None:
    for each in read.values():
        for criterion in each.criteria:
            whole = criterion.block in ("education", "experience", "other")
            assert whole or criterion.quote in criterion.clause, (each.post_id, criterion.quote)


def test_every_other_block_has_a_criterion_or_prints_none(
    read: dict[str, PostReading], readings: dict[str, Reading]
) -> None:
    for edition in _POSTS:
        for post in readings[edition].edition.posts:
            each, texts = read[post.id], post.requirements
            assert texts is not None
            blocks = {criterion.block for criterion in each.criteria} | {*each.none_stated}
            stated = {
                name
                for name in ("education", "experience", "ability", "other")
                if getattr(texts, name)
            }
            assert stated <= blocks, post.id


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("note_reach", 16),  # A026
        ("degrees_joined", 3),  # A027
        ("experience_differs", 2),  # A028
        ("awards_joined", 6),  # A029
        ("alternatives_unbounded", 1),  # A030
        ("background_without_degree", 18),  # A077
    ],
)
def test_known_anomalies_are_reported(read: dict[str, PostReading], code: str, count: int) -> None:
    found = _with(read, code)

    assert len(found) == count


def test_the_note_binds_every_row_of_its_section_and_no_other(
    read: dict[str, PostReading],
) -> None:
    bound = [each.post_id for each in read.values() for c in each.criteria if c.block == "note"]

    assert len({*bound}) == 40
    assert {post_id.split(":")[1] for post_id in bound} == {"卫生"}


def test_none_blank_and_no_column_are_told_apart(read: dict[str, PostReading]) -> None:
    none = read["shanghai-foreign:集成电路:7"]
    no_column = read["skilled-trades:医药健康:1"]

    assert none.none_stated == ("education", "experience")
    assert none.blank == ("other",)
    assert (no_column.none_stated, no_column.blank) == ((), ())
    assert none.states_requirements
    assert not no_column.states_requirements


def test_catalogues_without_requirements_state_none(read: dict[str, PostReading]) -> None:
    posts = [each for each in read.values() if each.post_id.split(":")[0] not in _POSTS]

    assert not any(each.states_requirements for each in posts)
