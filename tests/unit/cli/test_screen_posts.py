from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jinque import documents
from jinque.dataset import Sheet, workbook_bytes
from jinque.locale import Translator
from jinque.parameters.words import load_screening_columns
from tests.unit.cli.conftest import Shell

HEADINGS = tuple(column.heading for column in load_screening_columns())
KNOWN = {
    "工号": "A1",
    "国籍": "中国",
    "学历": "本科",
    "学位": "学士",
    "工作经历": "2012-07-01~至今/会计/金融/否",
}
SHEETS = ("汇总", "人与岗位", "只差一条", "缺少事实", "条款", "未读入")


def _roster(path: Path, *people: dict[str, str]) -> Path:
    rows = [[person.get(heading) for heading in HEADINGS] for person in people]
    path.write_bytes(
        workbook_bytes([Sheet(name="名单", headings=HEADINGS, rows=rows)], Translator("zh"))
    )
    return path


def test_a_roster_becomes_a_workbook_with_the_notice(shell: Shell, tmp_path: Path) -> None:
    roster, result = _roster(tmp_path / "r.xlsx", KNOWN), tmp_path / "out.xlsx"

    outcome = shell("screen", str(roster), "-o", str(result), "--on", "2026-03-01")

    text = documents.read(result).text
    assert outcome.code == 0
    assert "在本机计算" in outcome.err
    assert [name for name in SHEETS if name not in text] == []
    for words in (outcome.out, text):
        assert "不得单独作为录用、晋升、解聘依据" in words
        assert "本结果仅按目录文字自查，不是认定结论" in words


def test_a_row_that_cannot_be_read_is_in_the_reject_file(shell: Shell, tmp_path: Path) -> None:
    roster = _roster(tmp_path / "r.xlsx", KNOWN, {**KNOWN, "工号": "A2", "学历": "大本"})

    outcome = shell("screen", str(roster), "-o", str(tmp_path / "out.xlsx"))

    rejects = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig")
    assert outcome.code == 1
    assert "名单!D3" in rejects
    assert "A2" in rejects
    assert "A2" not in outcome.out + outcome.err


def test_a_name_that_is_a_formula_stays_a_text(shell: Shell, tmp_path: Path) -> None:
    roster = _roster(tmp_path / "r.xlsx", {**KNOWN, "姓名（可空）": "=1+1"})

    shell("screen", str(roster), "-o", str(tmp_path / "out.xlsx"))

    assert "=1+1" in documents.read(tmp_path / "out.xlsx").text


def test_numbers_that_point_at_somebody_are_not_printed(shell: Shell, tmp_path: Path) -> None:
    roster = _roster(tmp_path / "r.xlsx", KNOWN, {**KNOWN, "学历": "大专", "学位": "无"})

    answer = shell("screen", str(roster), "--json").answer

    counts = {post[name] for post in answer["posts"] for name in ("matches", "not_matching")}
    assert counts <= {None, 0}
    assert len(answer["people"]) == 2


def test_posts_far_from_the_occupation_are_named_only_where_they_match(
    shell: Shell, tmp_path: Path
) -> None:
    roster = _roster(tmp_path / "r.xlsx", KNOWN)

    [person] = shell("screen", str(roster), "--on", "2026-03-01", "--json").answer["people"]

    named = {post["post"]: post["verdict"] for post in person["posts"]}
    assert named["dalian:现代城市综合管理服务:8"] == "does_not_match"
    assert "dalian:装备制造:13" not in named


def test_a_template_is_read_back_without_a_fault(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("screen", "--template", str(tmp_path / "t.xlsx"))

    text = documents.read(tmp_path / "t.xlsx").text
    assert outcome.code == 0
    assert [heading for heading in HEADINGS if heading not in text] == []


def test_a_roster_in_parquet_becomes_a_folder(shell: Shell, tmp_path: Path) -> None:
    roster, result = tmp_path / "r.parquet", tmp_path / "out.parquet"
    people = pa.table({"staff_id": ["1", "2"], "nationality": ["中国", None], "shoe": [40, 41]})
    pq.write_table(people, roster)

    outcome = shell("screen", str(roster), "-o", str(result), "--json")

    assert (outcome.code, outcome.answer["people"]) == (0, 2)
    assert outcome.answer["unread"] == ["shoe"]
    assert pq.read_table(result / "part-00000.parquet").column("staff_id").to_pylist() == ["1", "2"]


def test_rows_of_parquet_that_make_no_person_are_told(shell: Shell, tmp_path: Path) -> None:
    roster, result = tmp_path / "r.parquet", tmp_path / "out.parquet"
    educations = pa.array([[{"level": "大本"}], [{"level": "本科"}]])
    pq.write_table(pa.table({"staff_id": ["1", "2"], "educations": educations}), roster)

    outcome = shell("screen", str(roster), "-o", str(result), "--json")

    [fault] = pq.read_table(result / "_rejects-00000.parquet").to_pylist()
    assert (outcome.code, outcome.answer["rejected"]) == (1, 1)
    assert (fault["row"], fault["column"], fault["fault"]) == (0, "educations", "level: 大本")


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("r.xlsx", "--place", "浙江"), "--place"),
        (("r.xlsx", "-o", "out.csv"), "--output"),
        (("r.parquet",), "--output"),
        (("r.parquet", "-o", "out.xlsx"), "--output"),
        (("r.xlsx", "--engine", "abacus"), "--engine"),
        (("r.xlsx", "--engine", "spark"), "--master"),
        (("r.xlsx", "--engine", "spark", "--master", "local[2]"), "--engine"),
        (("--template", "t.csv"), "--template"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    shell: Shell, arguments: tuple[str, ...], where: str
) -> None:
    outcome = shell("screen", *arguments, "--json")

    assert (outcome.code, outcome.error["where"]) == (2, where)
    assert outcome.error["hint"]


def test_a_roster_in_parquet_that_is_not_there_is_told(shell: Shell, tmp_path: Path) -> None:
    missing, result = tmp_path / "r.parquet", tmp_path / "out.parquet"

    outcome = shell("screen", str(missing), "-o", str(result), "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "source_not_found")


@pytest.mark.parametrize("column", ["id_number", "phone"])
def test_columns_that_nobody_needs_are_refused_unread(
    shell: Shell, tmp_path: Path, column: str
) -> None:
    people = pa.table({"staff_id": ["1"], "nationality": ["中国"], column: ["x"]})
    pq.write_table(people, tmp_path / "r.parquet")

    outcome = shell(
        "screen", str(tmp_path / "r.parquet"), "-o", str(tmp_path / "out.parquet"), "--json"
    )

    assert (outcome.code, outcome.error["code"]) == (2, "personal_data")
    assert not (tmp_path / "out.parquet").exists()


def test_a_roster_leaves_no_trace_in_the_record(shell: Shell, tmp_path: Path, record: Path) -> None:
    marker = "标记人ZQX"
    roster = _roster(tmp_path / "r.xlsx", {**KNOWN, "工号": marker, "姓名（可空）": marker})

    outcome = shell("screen", str(roster), "-o", str(tmp_path / "out.xlsx"))

    kept = [path for path in record.rglob("*") if path.is_file()]
    assert kept
    assert marker not in outcome.out + outcome.err
    assert [path for path in kept if marker.encode() in path.read_bytes()] == []
