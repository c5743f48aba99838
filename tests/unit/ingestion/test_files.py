from pathlib import Path

import pytest

from jinque.corpus import sources
from jinque.errors import (
    EmptySourceError,
    FolderGivenError,
    JinqueError,
    NothingFoundError,
    SourceNotFoundError,
    UnsupportedFormatError,
)
from jinque.ingestion.files import ingest_bytes, ingest_file
from jinque.store import Record

TEXT = """某市紧缺人才目录
一、装备制造
\t序号
\t岗位名称
\t紧缺程度

\t1
\t电气工程师
\t★★★

\t2
\t焊工
\t★★
"""
DATA = TEXT.encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_bytes(DATA)
    return path


def test_a_new_file_becomes_an_edition_named_after_it(record: Record, file: Path) -> None:
    answer = ingest_file(record, file)

    assert answer.is_new
    (published,) = answer.editions
    assert (published.summary.id, published.summary.version) == ("harbour", 1)
    assert [post.name for post in published.edition.posts] == ["电气工程师", "焊工"]


def test_a_new_file_is_not_built_in(record: Record, file: Path) -> None:
    (published,) = ingest_file(record, file).editions

    assert not published.summary.is_builtin
    assert record.summaries()[-1] == published.summary


def test_the_bytes_of_a_file_are_kept(record: Record, file: Path) -> None:
    answer = ingest_file(record, file)

    assert record.source(answer.source_sha256) == DATA


def test_the_same_file_again_changes_nothing(record: Record, file: Path) -> None:
    first = ingest_file(record, file)
    before = record.revision()

    second = ingest_file(record, file)

    assert (second.is_new, second.editions) == (False, first.editions)
    assert before == record.revision()


def test_a_renamed_copy_changes_nothing(record: Record, file: Path) -> None:
    first = ingest_file(record, file)
    before = record.revision()

    second = ingest_file(record, file.rename(file.with_name("copy.txt")))

    assert (second.is_new, second.editions) == (False, first.editions)
    assert before == record.revision()


def test_a_file_may_be_given_its_identifier(record: Record) -> None:
    (published,) = ingest_bytes(record, DATA, "harbour.txt", "port-2024").editions

    assert published.summary.id == "port-2024"


def test_a_file_keeps_the_identifier_it_was_given(record: Record) -> None:
    ingest_bytes(record, DATA, "harbour.txt", "port-2024")

    again = ingest_bytes(record, DATA, "harbour.txt")

    assert not again.is_new
    assert [one.summary.id for one in again.editions] == ["port-2024"]


def test_a_corrected_file_is_the_next_version(record: Record) -> None:
    ingest_bytes(record, DATA, "harbour.txt")

    (published,) = ingest_bytes(record, DATA.replace(b"2", b"3"), "harbour.txt").editions

    assert (published.summary.id, published.summary.version) == ("harbour", 2)


def test_an_old_file_again_answers_with_its_own_version(record: Record) -> None:
    ingest_bytes(record, DATA, "harbour.txt")
    ingest_bytes(record, DATA.replace(b"2", b"3"), "harbour.txt")

    (published,) = ingest_bytes(record, DATA, "harbour.txt").editions

    assert published.summary.version == 1


@pytest.mark.parametrize("number", range(5))
def test_a_built_in_file_under_any_name_changes_nothing(record: Record, number: int) -> None:
    before = record.revision()

    answer = ingest_bytes(record, sources()[number].data, "mine.txt")

    assert not answer.is_new
    assert all(one.summary.is_builtin for one in answer.editions)
    assert before == record.revision()


def test_a_built_in_file_may_come_before_the_corpus(empty_record: Record) -> None:
    answer = ingest_bytes(empty_record, sources()[0].data, "mine.txt")

    assert answer.is_new
    assert [(one.summary.id, one.summary.is_builtin) for one in answer.editions] == [
        ("dalian", True)
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ("今天天气很好。\n明天也好。\n".encode(), NothingFoundError),
        (b"", EmptySourceError),
        (b"\x89PNG \x00\x01", UnsupportedFormatError),
    ],
)
def test_a_file_that_yields_nothing_leaves_the_record_as_it_was(
    record: Record, data: bytes, error: type[JinqueError]
) -> None:
    before = record.revision()

    with pytest.raises(error):
        ingest_bytes(record, data, "weather.txt")

    assert before == record.revision()


def test_a_path_without_a_file_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        ingest_file(record, tmp_path / "missing.txt")
    with pytest.raises(FolderGivenError):
        ingest_file(record, tmp_path)


def test_progress_names_each_step(record: Record) -> None:
    calls: list[tuple[str, int, int]] = []

    ingest_bytes(record, DATA, "harbour.txt", progress=lambda *call: calls.append(call))

    shares = [done / steps for _, done, steps in calls]
    assert list(dict.fromkeys(step for step, *_ in calls)) == ["read", "extract", "publish"]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
