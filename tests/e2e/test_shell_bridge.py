"""The ladder as a user runs it; a roster leaves no trace but the result that was asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import documents
from tests.e2e import shell

MARKER = "标记甲乙丙"
LEVELS = ("高级工", "技师", "高级技师")


def _roster(path: Path, people: int) -> Path:
    rows = [
        f"{number},{MARKER}{number},电工,{LEVELS[number % 3]},2022-11-01,{MARKER * (number % 2)}"
        for number in range(people)
    ]
    headings = "工号,姓名,职业（工种）,技能等级,取得日期,年度考核"
    path.write_text("\n".join([headings, *rows]), encoding="utf-8")
    return path


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def test_the_worked_example_is_answered(corpus_record: Path) -> None:
    ended = shell.run(
        corpus_record,
        *("bridge", "--place", "浙江", "--occupation", "电工", "--skill-level", "技师"),
        *("--obtained", "2022-11-01", "--json"),
    )

    assert ended.code == 0, ended.err
    assert ended.answer["step"]["rule"]["clause"] == "三（二）1（2）"
    assert [one["name"] for one in ended.answer["row"]["series"]] == ["工程技术", "实验技术"]


@pytest.mark.parametrize("result", ["result.xlsx", "result.csv"])
def test_nothing_about_the_people_stays_behind(
    corpus_record: Path, tmp_path: Path, result: str
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    home, temporary, office = (tmp_path / name for name in ("home", "temporary", "office"))
    for folder in (home, temporary, office):
        folder.mkdir()
    roster = _roster(office / "roster.csv", 12)

    ended = shell.run(
        record,
        *("screen", "--bridge", str(roster), "-o", str(office / result), "--place", "浙江"),
        HOME=str(home),
        TMPDIR=str(temporary),
    )

    assert ended.code == 1, ended.err
    kept = list(_files(record, home, temporary))
    assert [path for path in kept if MARKER.encode() in path.read_bytes()] == []
    assert list(_files(temporary)) == []
    assert MARKER not in ended.err + ended.out.decode()
    assert {path.stem.split(".")[0] for path in _files(office)} == {"roster", "result"}


def test_every_row_is_a_result_or_a_reject(corpus_record: Path, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    rows = ["1,电工,技师,2022-11-01", "2,电工,大师,2022-11-01", "3,电工,技师,去年", "4,,,"]
    roster.write_text("\n".join(["工号,职业,技能等级,取得日期", *rows]), encoding="utf-8")

    ended = shell.run(corpus_record, "screen", "--bridge", str(roster), "--place", "浙江", "--json")

    answer = ended.answer
    assert (answer["rows"], len(answer["results"]) + len(answer["rejects"])) == (4, 4)


def test_the_template_filled_in_is_a_roster(corpus_record: Path, tmp_path: Path) -> None:
    template = tmp_path / "template.xlsx"

    ended = shell.run(corpus_record, "screen", "--bridge", "--template", str(template))

    assert ended.code == 0, ended.err
    assert "不要填写身份证号、手机号" in documents.read(template).text
