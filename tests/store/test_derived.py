"""What stands beside a version: it comes with it, is completed where it lacks, and is asked."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from jinque import api, documents
from jinque.api.workspace import Workspace, open_workspace
from jinque.errors import MachineError
from jinque.ingestion import files
from jinque.ingestion.builtin import CORPUS_MARK, complete_record
from jinque.ingestion.standing import reader
from jinque.locale import Words
from jinque.model import Citation, SearchRequest, Span
from jinque.model import criterion as criteria
from jinque.model.criterion import Criterion, PostCriterion, PostReading
from jinque.model.person import YES_OR_NO, Person
from jinque.store import Record
from jinque.store.derived import packed_readings, unpacked_readings
from tests.store.rows import execute, rows
from tests.store.upgraded import ANSWERS, READINGS, lay_down

CATALOGUE = "某市2024年紧缺人才目录\n序号,岗位名称,学历要求,工作经验要求\n{rows}\n"
ROWS = "1,电气工程师,本科及以上,3年以上工作经验\n2,焊工,大专,5年及以上"


@pytest.fixture
def opened(database_url: str) -> Iterator[Workspace]:
    """Give the record of the earlier build, opened by this one without reading the corpus."""
    lay_down(database_url)
    with Record.open(database_url) as record:
        record.set_mark(CORPUS_MARK, reader())
    with open_workspace(database_url) as workspace:
        yield workspace


def test_a_record_of_an_earlier_build_answers_the_same(opened: Workspace) -> None:
    for post_id, expected in ANSWERS["posts"].items():
        shown = api.show(opened, post_id)
        read = api.post_criteria(opened, post_id).reading
        assert [[each.number, each.text, each.is_cited] for each in shown.lines] == expected[
            "lines"
        ]
        criteria = READINGS.get(post_id, expected["criteria"])
        assert [_told(each) for each in read.criteria] == criteria
    for query, expected in ANSWERS["searches"].items():
        found = api.search(opened, SearchRequest(query=query))
        hits = [[hit.post.id, [list(each.runs) for each in hit.passages]] for hit in found.hits]
        assert sorted(hits) == sorted(expected)


def test_an_upgrade_leaves_the_chain_of_revisions_alone(database_url: str) -> None:
    lay_down(database_url)
    before = execute(database_url, "SELECT sequence, revision, content_sha256 FROM edition")

    with Record.open(database_url) as record:
        complete_record(record)

    after = execute(database_url, "SELECT sequence, revision, content_sha256 FROM edition")
    assert sorted(map(tuple, before)) == sorted(map(tuple, after))
    assert len(rows(database_url)["derived"]) == len(after)
    assert len(rows(database_url)["source_text"]) == len(rows(database_url)["source"])


def test_a_completed_record_waits_for_nothing(opened: Workspace) -> None:
    assert complete_record(opened.record) == 0


def test_what_another_program_made_is_made_anew_from_the_text_that_is_kept(
    opened: Workspace, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(database_url)["derived"]
    execute(database_url, "UPDATE derived SET made_by = 'another', criteria = entries")
    _refuse_to_read(monkeypatch)

    assert complete_record(opened.record) == len(api.catalogues(opened))

    newest = {each for each in before if each[3]}
    assert newest <= rows(database_url)["derived"]


def test_no_question_reads_a_source(
    opened: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _refuse_to_read(monkeypatch)
    first, second = (each.id for each in api.catalogues(opened))
    post_id = next(iter(ANSWERS["posts"]))

    questions: list[Callable[[], object]] = [
        lambda: api.show(opened, post_id),
        lambda: api.post_criteria(opened, post_id),
        lambda: api.search(opened, SearchRequest(query="工程师")),
        lambda: api.complete(opened, "工程"),
        lambda: api.compare(opened),
        lambda: api.compare(opened, [first, second]),
        lambda: api.diff(opened, first, second),
        lambda: api.assess(opened, Person(), post_id),
        lambda: api.assess_all(opened, Person(), date(2026, 1, 1)),
        lambda: api.occupation(opened, "2-02-07-13"),
        lambda: api.majors(opened),
        lambda: api.issues(opened, first),
        lambda: list(api.export(opened, first, "jsonl")),
        lambda: api.export_all(opened, tmp_path / "all"),
        lambda: api.readings(opened),
    ]
    for ask in questions:
        ask()


def test_a_text_stays_when_the_reader_changes(
    opened: Workspace, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    post_id = next(iter(ANSWERS["posts"]))
    before = api.show(opened, post_id).lines
    monkeypatch.setattr("jinque.ingestion.derivation.read", lambda *_, **__: _other_text())

    execute(database_url, "UPDATE derived SET made_by = ''")
    complete_record(opened.record)

    with open_workspace(database_url) as again:
        assert api.show(again, post_id).lines == before


def test_a_version_whose_text_is_missing_says_so(opened: Workspace, database_url: str) -> None:
    execute(database_url, "DELETE FROM derived")

    with pytest.raises(MachineError) as raised:
        api.show(opened, "made-0002:养老照护产业:1")

    assert raised.value.where == "made-0002 v2"


def test_a_publication_brings_what_stands_beside_it(record: Record) -> None:
    record.reader = reader()
    files.ingest_bytes(record, CATALOGUE.format(rows=ROWS).encode(), "某市.csv")

    (summary,) = record.summaries()
    assert not summary.is_read_by_older
    assert "焊工" in record.text(summary)
    assert len(record.criteria(summary)) == summary.counts["post"]
    assert complete_record(record) == 0


def test_an_edition_of_an_earlier_program_says_so_until_it_is_read_again(
    opened: Workspace,
) -> None:
    first = api.catalogues(opened)[0]
    assert first.is_read_by_older

    answer = api.ingest_again(opened, first.id)

    later = next(each for each in api.catalogues(opened) if each.id == first.id)
    assert later.version == first.version + answer.is_new
    assert not later.is_read_by_older


def test_readings_come_back_as_they_were_packed() -> None:
    for criterion in _every_kind():
        reading = PostReading(post_id="a:1", criteria=(_demand(criterion), _demand(criterion)))
        assert unpacked_readings(packed_readings([reading])) == (reading,)


def _every_kind() -> Iterator[Criterion]:
    """Make one of each class of criterion, each field filled by its type."""
    kinds = [each for each in vars(criteria).values() if _is_kind(each)]
    for kind in kinds:
        if kind is criteria.InScope:
            yield kind(region="某县")
        else:
            yield kind(**{each.name: _filled(kind, each.name) for each in fields(kind)})


def _is_kind(each: object) -> bool:
    return isinstance(each, type) and issubclass(each, Criterion) and each is not Criterion


def _filled(kind: type, name: str) -> Any:  # noqa: ANN401 - of any field
    part = criteria.EducationLevel(at_least="本科")
    words = Words(zh="待定", en="open")
    values: dict[str, Any] = {
        "fact": next(iter(sorted(YES_OR_NO))),
        "words": words if kind is criteria.Evidence else "原文",
        "scale": criteria.LevelScale.SKILL,
        "day": date(2024, 1, 31),
        "part": part,
        "parts": (part, criteria.FullTime()),
        "reason": words,
        "rules": (criteria.LevelYears(levels=("本科",), at_least=3),),
        "at_least": "本科",
    }
    numbers = (
        {"years", "at_least"} if "Years" in kind.__name__ or "Since" in kind.__name__ else {"years"}
    )
    if name in numbers:
        return 3
    if name.startswith(("is_", "are_", "full_", "graduate_")):
        return True
    return values.get(
        name, ("甲", "乙") if name not in {"bound_to", "condition", "language", "level"} else "甲"
    )


def _demand(criterion: Criterion) -> PostCriterion:
    span = Span(line_start=1, line_end=1, start=0, end=2)
    cited = Citation(source_sha256=hashlib.sha256(b"").hexdigest(), span=span, quote="本科")
    return PostCriterion(
        criterion=criterion, quote="本科", block="education", clause="本科", citation=cited
    )


def _told(each: PostCriterion) -> list[object]:
    span = each.citation.span
    kind = type(each.criterion).__name__
    return [kind, each.quote, each.block, span.line_start, span.start, span.end]


def _other_text() -> object:
    return type("Document", (), {"text": "完全不同"})()


def _refuse_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a source was read to answer a question")

    for place in ("documents.read", "documents.opening.read", "ingestion.derivation.read"):
        monkeypatch.setattr(f"jinque.{place}", refuse)
    monkeypatch.setattr("jinque.ingestion.reading.read", refuse)
    assert documents.read is refuse
