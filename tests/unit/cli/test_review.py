import io
import shutil
from pathlib import Path

import pytest

from tests.review.planted import HEADINGS, NAME, planted_docx
from tests.unit.cli.conftest import Shell

FIRST = "港口市2025:医药健康:1"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / NAME
    path.write_bytes(planted_docx())
    return str(path)


@pytest.fixture
def record(record: Path, tmp_path: Path) -> Path:
    """Give each test a record of its own to change."""
    folder = tmp_path / "record"
    folder.mkdir()
    shutil.copy(record / "jinque.sqlite", folder)
    return folder


def _begun(shell: Shell, file: str) -> str:
    draft_id: str = shell("ingest", file, "--review", "--json").answer["id"]
    return draft_id


def test_a_file_becomes_a_draft_and_nothing_is_published(shell: Shell, file: str) -> None:
    outcome = shell("ingest", file, "--review")

    assert outcome.code == 1
    assert "还没有公布" in outcome.out
    assert "[大砖]" in outcome.out
    assert NAME.split(".")[0] not in shell("catalogues").out


def test_drafts_are_listed(shell: Shell, file: str) -> None:
    none = shell("review").out
    draft_id = _begun(shell, file)

    assert "没有草稿" in none
    assert draft_id in shell("review", "list").out
    assert shell("review", "--json").answer["drafts"][0]["blocking"] == 1


def test_a_draft_shows_one_kind_of_issue(shell: Shell, file: str) -> None:
    draft_id = _begun(shell, file)

    outcome = shell("review", "show", draft_id, "degree_unknown")

    assert "大砖" in outcome.out
    assert "12-9.8" not in outcome.out


def test_a_cell_is_corrected_and_the_correction_is_shown_beside_the_print(
    shell: Shell, file: str
) -> None:
    draft_id = _begun(shell, file)
    correct = ("review", "correct", draft_id, FIRST, "--field", "pay", "--value", "9.8")

    shell(*correct, "--reason", "电话确认")
    shell("review", "role", draft_id, HEADINGS[-1], "--reason", "不取值")
    published = shell("review", "publish", draft_id)

    assert published.code == 0
    shown = shell("show", FIRST).out
    assert "12-9.8 → 9.8 · 电话确认" in shown
    assert "审核时更正" in shown


def test_a_decision_without_a_reason_is_refused(shell: Shell, file: str) -> None:
    draft_id = _begun(shell, file)

    outcome = shell("review", "accept", draft_id, "degree_unknown")

    assert outcome.code == 2
    assert "理由" in outcome.err


def test_the_history_tells_who_did_what(shell: Shell, file: str) -> None:
    draft_id = _begun(shell, file)
    shell("review", "state", draft_id, "publisher", "--value", "港口市", "--reason", "封面")
    shell("review", "undo", draft_id)

    outcome = shell("review", "history", draft_id)

    assert "补充信息（已撤销）" in outcome.out
    assert "shell:" in outcome.out
    kept = shell("review", "history", draft_id, "--json").answer["history"]
    assert [each["action"] for each in kept] == ["upload", "state", "undo"]


def test_exported_decisions_are_applied_to_the_same_file(
    shell: Shell, file: str, tmp_path: Path
) -> None:
    draft_id = _begun(shell, file)
    shell("review", "role", draft_id, HEADINGS[-1], "--reason", "不取值")
    saved = tmp_path / "decisions.yaml"
    shell("review", "export", draft_id, "--output", str(saved))
    shell("review", "discard", draft_id)

    outcome = shell("ingest", file, "--review", "--decisions", str(saved), "--json")

    assert outcome.code == 0
    assert outcome.answer["blocking"] == 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("decisions: [{action: accept, reason: r, isue: x}]", "isue"),
        ("decisions: [{action: nothing, reason: r}]", "nothing"),
        ("{", "line 2"),
        ("source: {sha256: '00'}\ndecisions: []", "另一个文件"),
        ("- 1", ""),
    ],
)
def test_a_file_of_decisions_that_cannot_be_read_changes_nothing(
    shell: Shell, file: str, tmp_path: Path, text: str, word: str
) -> None:
    draft_id = _begun(shell, file)
    saved = tmp_path / "decisions.yaml"
    saved.write_text(text, encoding="utf-8")

    outcome = shell("review", "apply", draft_id, str(saved))

    assert outcome.code == 2
    assert word in outcome.err
    assert shell("review", "show", draft_id, "--json").answer["revision"] == 1


def test_two_people_may_be_asked_for(shell: Shell, file: str) -> None:
    draft_id = _begun(shell, file)
    shell("review", "role", draft_id, HEADINGS[-1], "--reason", "不取值")

    shell("review", "four-eyes", "on")

    assert shell("review", "four-eyes", "--json").answer == {"four_eyes": True}
    assert "四眼" in shell("review", "approve", draft_id).err
    assert "还没有复核" in shell("review", "publish", draft_id).err


def test_an_unknown_action_names_the_others(shell: Shell) -> None:
    outcome = shell("review", "settle")

    assert outcome.code == 2
    assert "accept" in outcome.err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_walk_asks_about_each_issue_and_takes_the_answers(
    shell: Shell, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id = _begun(shell, file)
    answers = _Terminal("c\n\n不取值\n\n\na\n原文如此\nu\nq\n")
    monkeypatch.setattr("sys.stdin", answers)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    outcome = shell("ingest", file, "--review")

    assert "a 接受" in outcome.out
    kept = shell("review", "history", draft_id, "--json").answer["history"]
    assert [each["action"] for each in kept] == ["upload", "role", "accept", "undo"]


def test_a_poorer_reading_is_kept_as_a_draft_with_both_side_by_side(
    shell: Shell, tmp_path: Path
) -> None:
    good = (
        "海湾县紧缺人才目录\n序号\t岗位名称\t紧缺指数\n1\t盐田管理员\t0.35\n2\t潮汐观测员\t0.71\n"
    )
    (tmp_path / "good.txt").write_text(good, encoding="utf-8")
    (tmp_path / "worse.txt").write_text(good.replace("0.71", ""), encoding="utf-8")
    shell("ingest", str(tmp_path / "good.txt"))

    refused = shell("ingest", str(tmp_path / "worse.txt"))
    [draft] = shell("review", "list", "--json").answer["drafts"]
    shown = shell("review", "show", draft["id"]).out

    assert refused.code == 2
    assert f"已存为草稿 {draft['id']}" in refused.err
    line = next(line for line in shown.split("\n") if line.startswith("潮汐观测员"))
    assert line.split() == ["潮汐观测员", "紧缺指数", "0.71", "未读出"]
