"""`jinque rules` and `jinque entitle` in the shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell


@pytest.fixture(autouse=True)
def rules_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "rules"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JINQUE_RULES_DIR", str(folder))
        yield folder


@pytest.fixture
def example(shell: Shell, tmp_path: Path) -> Path:
    folder = tmp_path / "example"
    assert shell("rules", "example", str(folder)).code == 0
    return folder


def test_rules_are_listed_with_their_marks(shell: Shell) -> None:
    found = shell("rules")

    assert "qingshi" in found.out
    assert "不是现行规定" in found.out
    assert {each["force"] for each in shell("rules", "--json").answer["sets"]} == {
        "synthetic",
        "illustration",
    }


def test_one_set_is_shown_line_by_line(shell: Shell) -> None:
    found = shell("rules", "show", "qingshi", "--json")

    assert [each["clause"] for each in found.answer["lines"]][:2] == ["第二条", "第二条"]
    assert "第四条" in shell("rules", "show", "qingshi").out


def test_the_example_checks_and_passes_its_cases(shell: Shell, example: Path) -> None:
    checked = shell("rules", "check", str(example / "qingshi.yaml"))
    tested = shell("rules", "test", str(example), "--json")

    assert (checked.code, tested.code) == (0, 0)
    assert tested.answer["cases"] >= 10
    assert tested.answer["failed"] == []


def test_a_fault_ends_with_1_and_is_told_with_its_place(shell: Shell, example: Path) -> None:
    path = example / "qingshi.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("满12个月", "满13个月"), "utf-8")

    found = shell("rules", "check", str(path))

    assert found.code == 1
    assert "quote_differs" in found.out
    assert "满13个月" in found.out


def test_a_case_that_fails_ends_with_1(shell: Shell, example: Path) -> None:
    path = example / "qingshi-cases.yaml"
    path.write_text(path.read_text("utf-8").replace("净额: 101500 至 154000", "净额: 1"), "utf-8")

    found = shell("rules", "test", str(example))

    assert found.code == 1
    assert "应为 1，算得 101500 至 154000" in found.out


def test_impact_says_that_its_people_are_made_up(shell: Shell, example: Path) -> None:
    path = str(example / "qingshi.yaml")

    found = shell("rules", "impact", path, path, "--people", "50", "--on", "2026-03-10")

    assert found.code == 0
    assert "虚构的人" in found.out
    answer = shell("rules", "impact", path, path, "--people", "50", "--json").answer
    assert (answer["gain"], answer["loss"], answer["changed"]) == (0, 0, [])


def test_a_file_is_added_and_used_at_once(shell: Shell, example: Path) -> None:
    path = example / "qingshi.yaml"
    path.write_text(path.read_text("utf-8").replace("id: qingshi", "id: another", 1), "utf-8")

    added = shell("rules", "add", str(path))

    assert added.code == 0
    assert shell("rules", "show", "another").code == 0


def test_a_person_is_told_what_they_get(shell: Shell, example: Path) -> None:
    person = str(example / "person.yaml")

    found = shell("entitle", person, "--rules", "qingshi", "--on", "2026-03-10")

    assert found.code == 0
    for told in ("按所载规则计算", "第四条（五）", "青石市人力资源和社会保障局", "2026-04-08"):
        assert told in found.out
    answer = shell("entitle", person, "--rules", "qingshi", "--json").answer
    assert answer["rules"]["id"] == "qingshi"


@pytest.mark.parametrize(
    "arguments",
    [
        ("rules", "burn"),
        ("rules", "check"),
        ("rules", "check", "nowhere"),
        ("rules", "show", "nowhere"),
        ("entitle",),
        ("entitle", "nowhere.yaml", "--rules", "qingshi"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_hint(shell: Shell, arguments: tuple[str, ...]) -> None:
    found = shell(*arguments)

    assert found.code == 2
    assert "建议" in found.err or "错误" in found.err
