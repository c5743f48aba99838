"""Small files of Chinese offices, each with the words and notices that it must give.

They were made for this purpose, in `data/formats`; what they hold was written down by hand.
"""

from pathlib import Path

import pytest

from jinque.documents import read
from jinque.documents.libreoffice import find_office
from jinque.extraction import extract, profiles_for
from tests.unit.documents.made_files import codes, texts

_FILES = Path(__file__).parent / "data" / "formats"
_TWO_POSTS = [["序号", "岗位名称", "职业代码"], ["1", "药物检验员", "4-08-05-04"]]
_TWO_POSTS += [["2", "电工", "6-29-03-07"]]
_TWO_CODES = [["岗位名称", "职业代码", "专业代码"], ["电工", "6-29-03-07", "0835"]]
_TWO_CODES += [["钳工", "6-20-01-01", "0802"]]
_ONE_POST = [["岗位名称", "职业代码"], ["电工", "6-29-03-07"]]
_SPANNED = [["产业", "职业", "人数"], ["制造", "电工", "3"], ["制造", "焊工", "5"]]
_SPANNED += [["医疗", "护士", "7"], ["医疗", "药师", "2"]]
_TIMES = ["下午6时00分", "下午6时00分00秒"]
_NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "一〇", "一一"]


@pytest.mark.parametrize(
    ("name", "expected", "notices"),
    [
        ("no-cell-references.xlsx", [_TWO_CODES], ["rows_hidden"]),
        ("control-with-cell-references.xlsx", [_TWO_CODES], ["rows_hidden"]),
        ("hidden-row-without-reference.xlsx", [_ONE_POST], ["rows_hidden"]),
        (
            "wps-picture-in-cell.xlsx",
            [[["岗位名称", "职业代码", "任职要求"], ["电工", "6-29-03-07", ""]]],
            ["pictures_not_read"],
        ),
        (
            "general-with-words.xlsx",
            [[["岗位编号", "岗位名称", "需求人数"], ["GX-12", "电工", "3人"]]],
            [],
        ),
        (
            "general-with-words-4-columns.xlsx",
            [
                [
                    ["序号", "岗位名称", "职业代码", "专业编号"],
                    ["1", "电工", "6-29-03-07", "GX-12"],
                ]
            ],
            [],
        ),
        (
            "formulas-without-values.xlsx",
            [[["岗位名称", "职业代码", "需求人数"], ["电工", "", ""]]],
            ["formula_not_computed"],
        ),
        ("error-value.xlsx", [[["岗位名称", "职业代码"], ["电工", "#N/A"]]], ["formula_error"]),
        ("builtin-times.xlsx", [[[*_TIMES, *_TIMES]]], []),
        (
            "time-and-weekday-formats.xlsx",
            ["下午6时00分", "6:00 PM", "2023年1月1日 星期日", "星期日"],
            [],
        ),
        ("ticked-boxes.docx", ["学历：硕士☑博士□", "职称：高级□中级☑"], []),
        ("ticks-as-letters-of-a-symbol-font.docx", ["学历：硕士☑博士□"], []),
        (
            "ideograph-digital-numbers.docx",
            [f"{label}第{number}项" for number, label in enumerate(_NUMBERS, 1)],
            [],
        ),
        ("alt-chunk-only.docx", [_ONE_POST], ["embedded_part_read"]),
        (
            "alt-chunk.docx",
            [
                "一、专业人才目录",
                [["岗位名称", "职业代码"], ["药物检验员", "4-08-05-04"]],
                "二、技能人才目录",
                _ONE_POST,
            ],
            ["embedded_part_read"],
        ),
        ("web-archive-content-type-first.mht", [_ONE_POST], []),
        ("web-archive-from-first.mht", [_ONE_POST], []),
        ("web-archive-of-chrome.mht", ["x"], []),
        ("foxpro-table.dbf", [[["序号", "职业名称"], ["1", "电工"], ["2", "焊工"]]], []),
        ("rowspan-zero-ends-with-row-group.html", [_SPANNED], []),
        ("rowspan-too-long-ends-with-row-group.html", [_SPANNED], []),
        (
            "rowspan-in-head-ends-with-head.html",
            [[["序号", "职业"], ["1", "电工"], ["2", "焊工"]]],
            [],
        ),
        (
            "private-use-character.csv",
            [
                [
                    ["序号", "职业名称", "学历要求"],
                    ["1", "电工", "大专"],
                    ["2", "䶮金属焊工", "中专"],
                ]
            ],
            ["character_moved"],
        ),
        (
            "gb18030-2022-small.csv",
            [[["序号", "职业名称", "学历要求"], ["1", "电工", "大专"], ["2", "龴工", "ḿ级"]]],
            ["character_moved", "character_moved"],
        ),
        (
            "dos-end-of-file-mark.csv",
            [[["序号", "职业名称", "学历要求"], ["1", "电工", "大专"], ["2", "焊工", "中专"]]],
            [],
        ),
    ],
)
def test_file_gives_these_words_and_notices(
    name: str, expected: list[object], notices: list[str]
) -> None:
    document = read(_FILES / name)

    assert texts(document) == expected
    assert codes(document) == notices


def test_moved_characters_of_a_long_file_are_read_and_said() -> None:
    document = read(_FILES / "gb18030-2022-large.csv")

    [table] = texts(document)
    assert table[-1] == ["200", "龴工", "ḿ级"]
    assert set(codes(document)) == {"character_moved"}


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("excel95-gbk.xls", [_TWO_POSTS]),
        ("uof-sheet.uos", [_TWO_POSTS]),
        ("uof-text.uot", ["电工"]),
    ],
)
def test_file_that_libreoffice_converts_gives_these_words(
    name: str, expected: list[object]
) -> None:
    assert texts(read(_FILES / name)) == expected
    assert texts(read((_FILES / name).read_bytes(), name="某市目录")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "codes-with-other-dashes.docx",
            ["2-02-07-13", "6-31-01-03", "4-03-02-02", "2-05-08-01", "4-08-05-04"],
        ),
        ("code-in-full-width-digits.csv", ["2-02-07-13", "6-31-01-03"]),
    ],
)
def test_codes_are_folded_when_posts_are_made(name: str, expected: list[str]) -> None:
    document = read(_FILES / name)

    [reading] = extract(
        document,
        source_name=name,
        profiles=profiles_for(document, source_name=name, edition_id=None, known=()),
    )
    assert [post.code for post in reading.edition.posts] == expected
