"""Tables of PDF files, ruled and unruled, on one page and over several."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from jinque.documents import read
from jinque.model import Document, Paragraph, Table
from tests.rendering.page import Block, Grid, Pair, Slot
from tests.rendering.pdf_look import LOOKS, Look
from tests.rendering.pdf_printer import print_pdf

_BY_NAME = {look.name: look for look in LOOKS}
_RULED = _BY_NAME["ruled"]
_HEADER = ["序号", "岗位名称", "能力要求"]

Rows = Sequence[Sequence[str]]


def _grid(rows: Rows) -> Grid:
    return Grid(len(rows[0]), [[Slot(text) for text in row] for row in rows])


def _numbered(count: int, words: str = "具备能力。") -> list[list[str]]:
    return [_HEADER, *([str(n), f"岗位{n}", words] for n in range(1, count + 1))]


def _read(*blocks: Block, look: Look = _RULED) -> Document:
    return read(print_pdf(blocks, look), name="目录.pdf")


def _tables(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [
        [["".join(cell.text.split()) for cell in row.cells] for row in table.rows]
        for table in tables
    ]


def _paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("look", _BY_NAME)
def test_table_is_the_same_in_every_look(look: str) -> None:
    rows = _numbered(6, "具备较强的沟通能力，能独立完成工作；有团队精神者优先。" * 2)

    document = _read("某市目录", _grid(rows), look=_BY_NAME[look])

    assert _tables(document) == [rows]
    assert "某市目录" in _paragraphs(document)


@pytest.mark.parametrize("look", _BY_NAME)
def test_table_over_pages_is_one_table(look: str) -> None:
    rows = _numbered(70)

    document = _read("某市目录", _grid(rows), look=_BY_NAME[look])

    assert _tables(document) == [rows]
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    pages = [row.span.place.page for row in table.rows if row.span.place]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert {1, 2} <= set(pages)


@pytest.mark.parametrize("look", ["rows_cut", "rows_cut_open", "words_cut"])
def test_row_cut_by_the_page_is_one_row(look: str) -> None:
    rows = _numbered(9, "具备产品的设计与开发能力，熟悉有关标准、方法和工具，能独立完成项目" * 6)

    assert _tables(_read(_grid(rows), look=_BY_NAME[look])) == [rows]


def test_row_cut_by_the_page_without_serials_is_one_row() -> None:
    words = "具备产品的设计与开发能力，熟悉有关标准、方法和工具，能独立完成项目" * 6
    rows = [["岗位名称", "能力要求"], *([f"岗位{'甲乙丙丁戊己庚辛'[n]}", words] for n in range(8))]

    assert _tables(_read(_grid(rows), look=_BY_NAME["rows_cut"])) == [rows]


def test_merged_cell_carries_its_words_down_over_the_page() -> None:
    grid = _grid(_numbered(60))
    grid.rows[0].insert(1, Slot("行业"))
    grid.rows[1].insert(1, Slot("机械", down=60))
    grid.width = 4

    [rows] = _tables(_read(grid))

    assert {row[1] for row in rows[1:]} == {"机械"}
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 61)]


def test_merged_cell_knows_where_it_begins() -> None:
    grid = Grid(2, [[Slot("行业"), Slot("岗位")], [Slot("机械", down=2), Slot("电工")]])
    grid.rows.append([Slot("焊工")])

    [table] = [block for block in _read(grid).blocks if isinstance(block, Table)]

    below = table.rows[2].cells[0]
    assert (below.text, below.is_carried_down) == ("机械", True)
    assert below.span.place
    assert (below.span.place.row, below.span.place.column, below.span.place.page) == (2, 1, 1)


def test_cell_across_all_columns_is_marked() -> None:
    grid = Grid(3, [[Slot("一、甲产业", across=3)], *_grid(_numbered(2)).rows])

    [table] = [block for block in _read(grid).blocks if isinstance(block, Table)]

    assert [cell.is_carried_across for cell in table.rows[0].cells] == [False, True, True]


@pytest.mark.parametrize("look", ["ruled", "unruled", "unruled_centred"])
def test_two_tables_side_by_side_are_read_one_after_the_other(look: str) -> None:
    words = "具备较强的沟通能力，能独立完成工作；有团队精神者优先。"
    rows = _numbered(8, words)
    right = [_HEADER, *([str(n), f"岗位{n}", words * 3] for n in range(9, 14))]

    document = _read(Pair(_grid(rows), _grid(right)), look=_BY_NAME[look])

    assert _tables(document) == [rows, right]


def test_unruled_tables_of_other_columns_are_told_apart() -> None:
    wide = [["序号", "专业", "说明"], *([str(n), "机械工程及自动化", "甲"] for n in range(1, 5))]
    rows = _numbered(5, "具备较强的沟通能力，能独立完成工作；有团队精神者优先。" * 2)

    assert _tables(_read(_grid(wide), _grid(rows), look=_BY_NAME["unruled"])) == [wide, rows]


def test_unruled_column_that_is_mostly_blank_is_a_column() -> None:
    rows = [[*row, ""] for row in _numbered(60)]
    rows[0][3], rows[40][3] = "备注", "新增"

    assert _tables(_read(_grid(rows), look=_BY_NAME["unruled"])) == [rows]


def test_unruled_header_below_a_common_heading_is_merged() -> None:
    rows = [["甲", "乙", "丙"], ["丁", "戊", "己"], ["庚", "辛", "壬"]]
    grid = Grid(
        3, [[Slot("名称", down=2), Slot("有关信息", across=2)], [Slot("学历"), Slot("薪酬")]]
    )
    grid.rows += _grid(rows).rows

    assert _tables(_read(grid, look=_BY_NAME["unruled"])) == [
        [["名称", "有关信息", "有关信息"], ["名称", "学历", "薪酬"], *rows]
    ]


def test_furniture_is_left_out() -> None:
    document = _read("某市目录", _grid(_numbered(90)), look=_BY_NAME["furniture"])

    assert _paragraphs(document) == ["某市目录"]
    assert "页" not in document.text
    assert "人力资源" not in document.text


@pytest.mark.parametrize(
    ("quarters", "turned"), [(1, "page"), (2, "page"), (3, "page"), (1, "text"), (3, "text")]
)
def test_turned_pages_are_read_upright(quarters: int, turned: str) -> None:
    look = replace(_RULED, quarter_turns=quarters, is_text_turned=turned == "text")
    rows = _numbered(5)

    assert _tables(_read(_grid(rows), look=look)) == [rows]


def test_paragraph_over_lines_is_one_paragraph() -> None:
    text = "为贯彻落实人才强市战略，引导人才合理流动，现发布本市急需紧缺人才目录，请遵照执行。" * 4

    assert _paragraphs(_read("某市目录", text)) == ["某市目录", text]
