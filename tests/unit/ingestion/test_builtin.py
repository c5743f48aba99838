import dataclasses
import hashlib
from collections.abc import Iterable

import grimp
import msgspec
import pytest

from jinque.corpus import sources
from jinque.documents import read
from jinque.extraction import extract
from jinque.ingestion.builtin import CORPUS_MARK, load_corpus
from jinque.ingestion.standing import READERS
from jinque.locale import write_words
from jinque.model import PublishedEdition
from jinque.store import Record

EDITIONS = [
    "dalian",
    "skilled-trades",
    "wenzhou-2020",
    "wenzhou-majors-1",
    "shanghai-foreign",
    "zhejiang-2022-77",
]
Call = tuple[str, int, int]


def _publish_otherwise(record: Record, held: PublishedEdition, source: bytes) -> None:
    """Stand for other reading code, or for another file, of an edition that is held."""
    edition = dataclasses.replace(held.edition, headings=("otherwise",))
    name = edition.source_name
    record.publish([(edition, held.report)], source=source, source_name=name, is_builtin=True)


def _forget_who_read(record: Record) -> None:
    record.set_mark(CORPUS_MARK, "other code")


def test_all_built_in_editions_are_published_in_their_order(record: Record) -> None:
    summaries = record.summaries()

    assert [one.id for one in summaries] == EDITIONS
    assert all(one.is_builtin for one in summaries)


def test_the_bytes_of_every_source_are_kept(record: Record) -> None:
    kept = {record.source(one.source_sha256) for one in record.summaries()}

    assert kept == {source.data for source in sources()}


@pytest.mark.parametrize("number", range(5))
def test_what_is_published_is_what_was_read(record: Record, number: int) -> None:
    source = sources()[number]

    readings = extract(read(source.data), source_name=source.name, profiles=source.profiles)

    published = [record.published(reading.edition.id) for reading in readings]
    assert _stored(one.edition for one in published) == _stored(one.edition for one in readings)
    assert _stored(one.report for one in published) == _stored(one.report for one in readings)


def _stored(values: Iterable[object]) -> list[bytes]:
    return [msgspec.json.encode(value, enc_hook=write_words) for value in values]


def test_a_second_start_reads_nothing(record: Record) -> None:
    calls: list[Call] = []

    is_changed = load_corpus(record, lambda *call: calls.append(call))

    assert not is_changed
    assert calls == []


def test_other_code_that_reads_the_same_changes_nothing(record: Record) -> None:
    before = record.revision()
    _forget_who_read(record)

    is_changed = load_corpus(record)

    assert not is_changed
    assert before == record.revision()


def test_other_code_that_reads_otherwise_makes_a_version(record: Record) -> None:
    held = record.published("skilled-trades")
    _publish_otherwise(record, held, record.source(held.summary.source_sha256))
    _forget_who_read(record)

    is_changed = load_corpus(record)

    assert is_changed
    newest = {one.id: one.version for one in record.summaries()}
    assert newest == dict.fromkeys(EDITIONS, 1) | {"skilled-trades": 3}
    assert record.published("skilled-trades").edition == held.edition


def test_a_newer_source_of_somebody_stays_in_front(record: Record) -> None:
    held = record.published("skilled-trades")
    sha256 = hashlib.sha256(b"newer").hexdigest()
    newer = dataclasses.replace(held.edition, source_sha256=sha256)
    _publish_otherwise(record, held, record.source(held.summary.source_sha256))
    _publish_otherwise(record, dataclasses.replace(held, edition=newer), b"newer")
    _forget_who_read(record)

    is_changed = load_corpus(record)

    assert not is_changed
    assert record.published("skilled-trades").summary.source_sha256 == sha256


def test_progress_names_each_source_and_ends_full(record: Record) -> None:
    calls: list[Call] = []
    _forget_who_read(record)

    load_corpus(record, lambda *call: calls.append(call))

    names = [source.name for source in sources()]
    assert calls == [*((name, n, 5) for n, name in enumerate(names)), (names[-1], 5, 5)]


def test_an_interrupted_load_is_completed(empty_record: Record) -> None:
    def interrupt(_: str, done: int, __: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_corpus(empty_record, interrupt)
    is_changed = load_corpus(empty_record)

    assert is_changed
    assert [(one.id, one.version) for one in empty_record.summaries()] == [
        (edition_id, 1) for edition_id in EDITIONS
    ]


def test_the_checksum_covers_all_code_that_a_reading_goes_through() -> None:
    graph = grimp.build_graph("jinque", cache_dir=None)
    through = {"jinque.corpus", "jinque.documents", "jinque.extraction"}
    for package in tuple(through):
        through |= graph.find_upstream_modules(package, as_package=True)

    # Errors are what is raised instead of a reading.
    assert {name.split(".")[1] for name in through} - {"errors"} == set(READERS)
