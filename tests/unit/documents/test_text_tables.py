"""Tables that are only characters, odd characters, guards of codes."""

import pytest

from jinque.documents import read
from jinque.model import Document, Paragraph
from tests.said import zh
from tests.unit.documents.made_files import codes, only_table, texts

_ROWS = [
    ["序号", "岗位名称", "学历"],
    ["1", "电工", ""],
    ["2", "智能制造工程师", "本科"],
    ["3", "护士", "大专"],
]


def _read(text: str, name: str = "某市.txt") -> Document:
    return read(text.encode(), name=name)


_MARKDOWN = "\n".join(
    ["某市目录", "", "| 序号 | 岗位名称 | 学历 |", "|:--|---|---:|"]
    + [f"| {' | '.join(row)} |" for row in _ROWS[1:]]
    + ["", "注：完"]
)
_BARE_PIPES = "\n".join(["某市目录", *("|".join(row) for row in _ROWS), "注：完"])
_DRAWN = """某市目录
┌──┬──────┬──┐
│序号│岗位名称    │学历│
├──┼──────┼──┤
│1   │电工        │    │
├──┼──────┼──┤
│2   │智能制造    │本科│
│    │工程师      │    │
├──┼──────┼──┤
│3   │护士        │大专│
└──┴──────┴──┘
注：完"""
_ASCII = """某市目录
+----+----------------+------+
| 序号 | 岗位名称       | 学历 |
+----+----------------+------+
| 1  | 电工           |      |
| 2  | 智能制造工程师 | 本科 |
| 3  | 护士           | 大专 |
+----+----------------+------+
注：完"""
_POSITIONED = """某市目录
序号   岗位名称         学历
1      电工
2      智能制造工程师   本科
3      护士             大专
注：完"""
_LISTED = "\n".join(["某市目录", *(word for row in _ROWS for word in row), "注：完"])
_WRAPPED = (
    "某市目录\n序号\t岗位\n名称\t学历\n1\t电工\t\n2\t智能制造\n工程师\t本科\n3\t护士\t大专\n注：完"
)


@pytest.mark.parametrize(
    "text", [_MARKDOWN, _BARE_PIPES, _DRAWN, _ASCII, _LISTED, _WRAPPED], ids=range(6)
)
def test_tables_of_characters_are_read(text: str) -> None:
    document = _read(text)

    title, table, note = texts(document)
    assert (title, note) == ("某市目录", "注：完")
    assert [[cell.replace("\n", "") for cell in row] for row in table] == _ROWS
    for cell in (cell for row in only_table(document).rows for cell in row.cells):
        first, _, _ = cell.text.partition("\n")
        assert document.slice(cell.span).startswith(first[:2])


def test_columns_by_position_are_read_where_all_lines_agree() -> None:
    text = _POSITIONED.replace("1      电工", "1      电工             中专")

    title, table, note = texts(_read(text))
    assert table[1] == ["1", "电工", "中专"]
    assert table[2:] == _ROWS[2:]
    assert (title, note) == ("某市目录", "注：完")


@pytest.mark.parametrize(
    "text",
    [
        "第一条  总则\n本目录  由市人社局发布。\n自发布之日起  施行。\n",
        "岗位|学历\n电工|大专|本科\n焊工|中专\n",
        "1\n电工\n大专\n3\n焊工\n本科\n",
    ],
)
def test_what_does_not_agree_is_no_table(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in _read(text).blocks)


def test_wrapped_cells_without_serials_are_not_read_as_rows() -> None:
    document = _read(
        "海岛县需求表\n岗位名称\t专业要求\t紧缺\n程度\t学历\n要求\t任职要求\n盐田\n管理员\t水产养殖\t★★★\t大专\n"
        "熟悉晒盐流程、池板维护及卤水\n调度；能独立排班。\t8\n灯塔值守员\t航海技术\t★★\t大专\n"
    )

    assert all(isinstance(block, Paragraph) for block in document.blocks)
    assert codes(document) == ["text_table_unclear"]


@pytest.mark.parametrize("mark", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_first_line_that_names_the_separator_is_no_row(mark: str) -> None:
    document = _read(
        f"{mark}\n序号;岗位名称;学历,学位\n1;电工;大专,无\n2;焊工;中专,无\n", "某市.csv"
    )

    assert texts(document) == [
        [["序号", "岗位名称", "学历,学位"], ["1", "电工", "大专,无"], ["2", "焊工", "中专,无"]]
    ]
    place = only_table(document).rows[0].span.place
    assert place is not None
    assert place.row == 2


def test_guards_of_codes_are_taken_away() -> None:
    document = _read('序号,编码,名称\n1,="6-31-01-03",电工\n2,"=""0835""",软件\n', "某市.csv")

    assert [row[1] for row in texts(document)[0]] == ["编码", "6-31-01-03", "0835"]


_CSV = "序号,职业名称,学历\n1,电工,大专\n2,{},中专\n"


def test_a_dos_end_mark_ends_the_text() -> None:
    document = read(_CSV.format("焊工").encode("gb18030") + b"\x1a", name="某市.csv")

    assert texts(document)[0][2] == ["2", "焊工", "中专"]
    assert codes(document) == []


def test_characters_that_gb18030_2022_moved_become_standard() -> None:
    data = _CSV.format("龴工").encode("gb18030").replace("龴".encode("gb18030"), b"\xfe\x59")
    data = data.replace("中专".encode("gb18030"), b"\xa8\xbc")
    document = read(data, name="某市.csv")

    assert texts(document)[0][2] == ["2", "\u9fb4工", "\u1e3f"]
    assert codes(document) == ["character_moved", "character_moved"]
    assert document.notices[0].span == only_table(document).rows[2].cells[1].span


@pytest.mark.parametrize("name", ["某市.csv", "某市.txt"])
def test_private_use_characters_are_reported_where_they_stand(name: str) -> None:
    text = _CSV.format("\ue863工\uf100").replace(",", "," if name.endswith("csv") else "\t")
    document = _read(text, name)

    assert texts(document)[0][2][1] == "\u4dae工\uf100"
    assert codes(document) == ["character_moved", "character_private"]
    assert "U+F100" in zh(document.notices[1].message)
