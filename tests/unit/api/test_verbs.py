import json
from pathlib import Path

import pytest

from jinque import api
from jinque.errors import InvalidOptionError, UnknownEditionError, UnknownPostError
from jinque.model import SearchRequest
from tests.said import en, zh

EXPORTED = {
    "dalian": 312,
    "skilled-trades": 58,
    "wenzhou-2020": 288,
    "wenzhou-majors-1": 77,
    "shanghai-foreign": 62,
    "zhejiang-2022-77": 883,
}


def test_the_catalogues_are_the_editions_of_the_corpus_in_their_order(
    workspace: api.Workspace,
) -> None:
    assert [summary.id for summary in api.catalogues(workspace)] == list(EXPORTED)


@pytest.mark.parametrize(("edition_id", "rows"), EXPORTED.items())
def test_an_export_has_a_line_for_each_row(
    workspace: api.Workspace, edition_id: str, rows: int
) -> None:
    lines = list(api.export(workspace, edition_id, "jsonl"))

    assert len(lines) == rows
    assert all(json.loads(line)["edition"] == edition_id for line in lines)


def test_clauses_are_exported_when_asked_for(workspace: api.Workspace) -> None:
    lines = list(api.export(workspace, "zhejiang-2022-77", "jsonl", "clause"))

    assert lines
    assert {json.loads(line)["kind"] for line in lines} == {"clause"}


@pytest.mark.parametrize(("fmt", "kind"), [("xml", None), ("jsonl", "clauses"), ("csv", "")])
def test_a_format_or_kind_that_there_is_not_is_refused_at_once(
    workspace: api.Workspace, fmt: str, kind: str | None
) -> None:
    with pytest.raises(InvalidOptionError):
        api.export(workspace, "dalian", fmt, kind)


def test_a_post_is_shown_with_its_lines_and_neighbours(workspace: api.Workspace) -> None:
    answer = api.show(workspace, "dalian:装备制造:2")

    assert answer.post.name == "电子材料工程技术人员"
    assert (answer.previous_id, answer.next_id) == ("dalian:装备制造:1", "dalian:装备制造:3")
    assert [line.number for line in answer.lines] == list(range(21, 35))
    assert "\n".join(line.text for line in answer.lines if line.is_cited).endswith(
        answer.post.citation.quote.rpartition("\n")[2]
    )


def test_the_first_and_the_last_post_have_one_neighbour(workspace: api.Workspace) -> None:
    first = api.show(workspace, "wenzhou-2020:电气产业:1")
    posts = api.edition(workspace, "wenzhou-2020").edition.posts
    last = api.show(workspace, posts[-1].id)

    assert (first.previous_id, last.next_id) == (None, None)


def test_a_post_carries_its_own_issues_only(workspace: api.Workspace) -> None:
    faulty = api.show(workspace, "wenzhou-2020:化工产业:6")
    sound = api.show(workspace, "wenzhou-2020:化工产业:1")

    assert {issue.post_id for issue in faulty.issues} == {"wenzhou-2020:化工产业:6"}
    assert sound.issues == ()


@pytest.mark.parametrize(
    "typed", ["dalian：装备制造：2", "DALIAN:装备制造:２", " dalian:装备制造:2 "]
)
def test_an_identifier_may_be_typed_in_any_width_and_case(
    workspace: api.Workspace, typed: str
) -> None:
    assert api.show(workspace, typed).post.id == "dalian:装备制造:2"


def test_every_post_is_found_by_its_identifier(workspace: api.Workspace) -> None:
    ids = [post.id for post in api.edition(workspace, "shanghai-foreign").edition.posts]

    assert [api.show(workspace, post_id).post.id for post_id in ids] == ids


@pytest.mark.parametrize(
    ("typed", "near"),
    [("dalan", "dalian"), ("wenzhou2020", "wenzhou-2020"), ("目录", "zhejiang-2022-77")],
)
def test_a_mistyped_edition_suggests_near_ones(
    workspace: api.Workspace, typed: str, near: str
) -> None:
    with pytest.raises(UnknownEditionError) as caught:
        api.issues(workspace, typed)

    assert near in zh(caught.value.hint)
    assert near in en(caught.value.hint)
    assert caught.value.where == typed


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("dalian:装备制造:99", "dalian:装备制造:9"),
        ("dalian:装配制造:1", "dalian:装备制造:1"),
        ("智能制造工程技术人员", "dalian:装备制造:1"),
    ],
)
def test_a_mistyped_post_suggests_near_ones(
    workspace: api.Workspace, typed: str, near: str
) -> None:
    with pytest.raises(UnknownPostError) as caught:
        api.show(workspace, typed)

    assert near in zh(caught.value.hint)
    assert near in en(caught.value.hint)


def test_a_post_of_an_unknown_edition_names_the_edition(workspace: api.Workspace) -> None:
    with pytest.raises(UnknownEditionError) as caught:
        api.show(workspace, "dalan:装备制造:1")

    assert "dalian" in zh(caught.value.hint)


def test_an_unknown_version_is_refused(workspace: api.Workspace) -> None:
    with pytest.raises(UnknownEditionError):
        api.edition(workspace, "dalian", version=99)


def test_a_search_reads_the_whole_record(workspace: api.Workspace) -> None:
    answer = api.search(workspace, SearchRequest(query="儿科护士"))

    assert answer.hits[0].post.id == "dalian:卫生:4"
    assert answer.searched == sum(EXPORTED.values())


def test_an_ingested_file_is_found_at_once(tmp_path: Path) -> None:
    file = tmp_path / "临海.txt"
    file.write_text("临海市紧缺人才目录\n序号\t岗位名称\t紧缺程度\n1\t滩涂养殖师\t★★\n", "utf-8")
    with api.open_workspace(data_dir=tmp_path) as workspace:
        before = api.search(workspace, SearchRequest(query="滩涂养殖师")).total
        revision = api.revision(workspace)

        answer = api.ingest(workspace, file)

        assert answer.is_new
        assert before == 0
        assert api.search(workspace, SearchRequest(query="滩涂养殖师")).total == 1
        assert api.revision(workspace) != revision
        assert api.catalogues(workspace)[-1].id == answer.editions[0].edition.id
