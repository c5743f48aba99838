"""The regulation as numbered clauses, against the verified rules of its text."""

import pytest

from jinque.extraction import Reading

# Reference, line and a piece of the words, read from the source by eye.
_CLAUSES = [
    ("二（一）", 51, "职业技能等级制度有效衔接"),
    ("三（一）", 65, "技工院校教师等职称系列"),
    ("三（二）1", 69, "在现工作岗位上近3年年度考核合格"),
    ("三（二）1（1）", 71, "从事技术技能工作满2年，可申报相应系列助理级职称评审"),
    ("三（二）1（2）", 73, "从事技术技能工作满3年，可申报相应系列中级职称评审"),
    ("三（二）1（3）", 75, "从事技术技能工作满4年，可申报相应系列副高级职称评审"),
    ("三（二）1（4）", 77, "可申报相应系列正高级职称评审"),
    ("三（二）1", 79, "视同专业技术人员继续教育学时"),
    ("三（二）2", 81, "可直接申报相应职称"),
    ("三（二）2(1)", 83, "可直接申报中级职称"),
    ("三（二）2(3)", 87, "可直接申报正高级职称"),
    ("三（二）4", 91, "参与制定评价标准，参加相关职称评委会评审"),
    ("三（三）", 97, "可分别按相当于中专、大专、本科学历对待"),
    ("三（四）1（4）", 109, "原则上需先取得特级技师职业技能等级"),
    ("三（四）1", 111, "可按累计工作年限申报"),
    ("三（五）1", 119, "不低于特级技师薪酬待遇"),
    ("四（三）", 133, "一律无效"),
    ("五", 141, "以本办法为准"),
    ("五", 143, "本办法自公布之日起30日后施行"),
]


@pytest.mark.parametrize(("ref", "line", "words"), _CLAUSES)
def test_clause_stands_under_its_reference(
    readings: dict[str, Reading], ref: str, line: int, words: str
) -> None:
    clauses = readings["zhejiang-2022-77"].edition.clauses

    [clause] = [c for c in clauses if c.citation.span.line_start == line]

    assert ref == clause.ref
    assert words in clause.text


def test_text_of_the_regulation_is_complete(
    readings: dict[str, Reading], texts: dict[str, str]
) -> None:
    edition = readings["zhejiang-2022-77"].edition
    lines = texts[edition.source_sha256].split("\n")[42:143]

    assert "".join(lines).replace(" ", "") == "".join(
        clause.text.replace(" ", "") for clause in edition.clauses
    )


def test_note_of_the_table_is_kept(readings: dict[str, Reading]) -> None:
    notes = readings["zhejiang-2022-77"].edition.notes

    assert [note.text[:10] for note in notes] == ["注：本表未列明或新增"]
