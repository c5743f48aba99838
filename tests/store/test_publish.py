import dataclasses

import pytest

from jinque.errors import MachineError
from jinque.store import Record
from tests.store.rows import execute, rows
from tests.store.samples import SOURCE, Reading, sample_reading


def publish(record: Record, *readings: Reading, source: bytes = SOURCE, **given: bool) -> bool:
    return record.publish(
        readings,
        source=source,
        source_name=readings[0][0].source_name,
        is_builtin=given.get("is_builtin", False),
    )


def test_a_first_publication_is_new(record: Record) -> None:
    is_new = publish(record, sample_reading())

    assert is_new
    assert [(one.id, one.version) for one in record.summaries()] == [("harbour", 1)]


def test_the_same_reading_again_changes_no_row(record: Record, database_url: str) -> None:
    publish(record, sample_reading())
    before = rows(database_url)

    is_new = publish(record, sample_reading())

    assert not is_new
    assert before == rows(database_url)


def test_a_renamed_copy_of_a_source_changes_no_row(record: Record, database_url: str) -> None:
    publish(record, sample_reading())
    before = rows(database_url)

    is_new = publish(record, sample_reading(source_name="copy.txt"))

    assert not is_new
    assert before == rows(database_url)


def test_another_content_is_the_next_version(record: Record) -> None:
    publish(record, sample_reading())

    publish(record, sample_reading(name="机械工程师"))

    assert [one.version for one in record.versions("harbour")] == [1, 2]
    assert record.published("harbour").edition.posts[0].name == "机械工程师"


def test_another_report_is_the_next_version(record: Record) -> None:
    edition, report = sample_reading()
    publish(record, (edition, report))

    is_new = publish(record, (edition, dataclasses.replace(report, issues=())))

    assert is_new
    assert record.published("harbour").summary.version == 2


def test_a_next_version_leaves_the_one_before_as_it_was(record: Record) -> None:
    publish(record, sample_reading())
    before = record.published("harbour", 1)

    publish(record, sample_reading(name="机械工程师"))

    assert before == record.published("harbour", 1)


def test_only_the_editions_that_changed_get_a_version(record: Record) -> None:
    other = sample_reading("quay")
    publish(record, sample_reading(), other)

    publish(record, sample_reading(name="机械工程师"), other)

    assert {one.id: one.version for one in record.summaries()} == {"harbour": 2, "quay": 1}


def test_a_reading_that_comes_back_is_a_version_again(record: Record) -> None:
    publish(record, sample_reading())
    publish(record, sample_reading(name="机械工程师"))

    is_new = publish(record, sample_reading())

    assert is_new
    assert record.published("harbour").summary.version == 3


def test_an_old_source_does_not_come_before_a_newer_one(record: Record) -> None:
    publish(record, sample_reading())
    publish(record, sample_reading(source=b"corrected"), source=b"corrected")

    is_new = publish(record, sample_reading())

    assert not is_new
    assert record.published("harbour").summary.version == 2


@pytest.mark.parametrize("source", [b"other bytes", b""])
def test_a_reading_of_another_source_is_refused(record: Record, source: bytes) -> None:
    with pytest.raises(ValueError, match="every reading has to be of the source"):
        publish(record, sample_reading(), source=source)

    assert record.summaries() == ()


def test_no_reading_at_all_is_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="every reading has to be of the source"):
        record.publish([], source=SOURCE, source_name="harbour.txt", is_builtin=False)

    assert not record.holds_source("")


def test_a_failure_at_the_second_edition_takes_the_first_back(
    record: Record, database_url: str
) -> None:
    execute(database_url, "CREATE UNIQUE INDEX one_row ON edition (source_name)")
    before = rows(database_url)

    with pytest.raises(MachineError):
        publish(record, sample_reading(), sample_reading("quay"))

    assert before == rows(database_url)


def test_a_revision_is_empty_before_the_first_publication(record: Record) -> None:
    assert record.revision() == ""


def test_a_publication_changes_the_revision(record: Record) -> None:
    publish(record, sample_reading())
    before = record.revision()

    publish(record, sample_reading(name="机械工程师"))

    assert before != record.revision()


def test_the_same_reading_again_keeps_the_revision(record: Record) -> None:
    publish(record, sample_reading())
    before = record.revision()

    publish(record, sample_reading())
    record.set_mark("corpus", "read")

    assert before == record.revision()


def test_built_in_editions_are_listed_first(record: Record) -> None:
    for edition_id, source in (("mine", b"1"), ("zebra", b"2"), ("alpha", b"3")):
        reading = sample_reading(edition_id, source=source)
        publish(record, reading, source=source, is_builtin=edition_id != "mine")

    assert [one.id for one in record.summaries()] == ["zebra", "alpha", "mine"]


def test_a_next_version_keeps_its_place_in_the_list(record: Record) -> None:
    for edition_id, source in (("zebra", b"1"), ("alpha", b"2")):
        publish(record, sample_reading(edition_id, source=source), source=source)

    publish(record, sample_reading("zebra", source=b"1", name="机械工程师"), source=b"1")

    assert [one.id for one in record.summaries()] == ["zebra", "alpha"]
