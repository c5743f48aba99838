import hashlib

import pytest

from jinque.errors import UnknownEditionError, UnknownSourceError
from jinque.store import Record
from tests.store.samples import SOURCE, sample_reading

SHA256 = hashlib.sha256(SOURCE).hexdigest()
UNSTORABLE = ["", "\0", "\ud800", "'; --", "海" * 10_000]


@pytest.fixture(autouse=True)
def _published(record: Record) -> None:
    record.publish([sample_reading()], source=SOURCE, source_name="港口.txt", is_builtin=True)


def test_an_edition_comes_back_as_it_was_published(record: Record) -> None:
    edition, report = sample_reading()

    published = record.published("harbour")

    assert edition == published.edition
    assert report == published.report


def test_a_summary_counts_rows_and_issues(record: Record) -> None:
    (summary,) = record.summaries()

    assert summary.counts == {"post": 2, "clause": 1}
    assert summary.issues == {"info": 1}


def test_a_summary_carries_metadata_and_sections(record: Record) -> None:
    edition, _ = sample_reading()

    (summary,) = record.summaries()

    assert edition.metadata == summary.metadata
    assert edition.sections == summary.sections


def test_a_summary_tells_where_and_when_from(record: Record) -> None:
    (summary,) = record.summaries()

    assert (summary.source_sha256, summary.source_name) == (SHA256, "harbour.txt")
    assert summary.is_builtin
    assert summary.published_at.endswith("Z")


def test_list_and_edition_carry_the_same_summary(record: Record) -> None:
    assert record.summaries() == (record.published("harbour").summary,)
    assert record.summaries() == record.versions("harbour")
    assert record.summaries() == record.editions_of_source(SHA256)


def test_the_bytes_of_a_source_come_back(record: Record) -> None:
    assert record.source(SHA256) == SOURCE
    assert record.holds_source(SHA256)


@pytest.mark.parametrize("edition_id", UNSTORABLE)
def test_an_unknown_edition_is_named(record: Record, edition_id: str) -> None:
    with pytest.raises(UnknownEditionError) as caught:
        record.published(edition_id)
    with pytest.raises(UnknownEditionError):
        record.versions(edition_id)

    assert caught.value.where == edition_id


@pytest.mark.parametrize("version", [-1, 0, 2, 2**31, 2**70])
def test_an_unknown_version_is_named(record: Record, version: int) -> None:
    with pytest.raises(UnknownEditionError, match=f"version {version}"):
        record.published("harbour", version)


@pytest.mark.parametrize("sha256", [SHA256.upper(), *UNSTORABLE])
def test_an_unknown_source_is_named(record: Record, sha256: str) -> None:
    with pytest.raises(UnknownSourceError) as caught:
        record.source(sha256)

    assert caught.value.where == sha256
    assert not record.holds_source(sha256)
    assert record.editions_of_source(sha256) == ()


def test_a_mark_is_replaced(record: Record) -> None:
    record.set_mark("corpus", "one")
    record.set_mark("corpus", "two")

    assert record.mark("corpus") == "two"
    assert record.mark("other") is None


def test_a_record_opened_again_holds_the_same(record: Record, database_url: str) -> None:
    with Record.open(database_url) as again:
        assert again.published("harbour") == record.published("harbour")
        assert again.revision() == record.revision()
