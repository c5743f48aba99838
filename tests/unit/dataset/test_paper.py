"""Sheets of paper as Word files."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from jinque.dataset.paper import FONT, paper_docx
from jinque.model.paper import Grid, Line, Paper

SHEET = Paper(
    title="岗位自查表",
    footer="不是认定结论",
    blocks=(
        Line(kind="heading", text="符合的要求"),
        Grid(header=("结果", "原文"), rows=(("✓ 符合", "本科"),), widths=(30, 60)),
        Line(kind="tick", text="毕业证书"),
    ),
)


def test_every_block_is_written_in_order() -> None:
    file = Document(BytesIO(paper_docx(SHEET)))
    cells = [cell.text for row in file.tables[0].rows for cell in row.cells]

    assert [line.text for line in file.paragraphs if line.text] == [
        *("岗位自查表", "符合的要求", "☐ 毕业证书")
    ]
    assert cells == ["结果", "原文", "✓ 符合", "本科"]


def test_the_footer_stands_on_every_page_and_nobody_is_named_as_author() -> None:
    file = Document(BytesIO(paper_docx(SHEET)))

    assert file.sections[0].footer.paragraphs[0].text == "不是认定结论"
    assert file.core_properties.author == ""


def test_chinese_has_a_font_that_is_named() -> None:
    style = Document(BytesIO(paper_docx(SHEET))).styles["Normal"]

    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == FONT


def test_the_header_of_a_table_is_repeated() -> None:
    row = Document(BytesIO(paper_docx(SHEET))).tables[0].rows[0]

    assert "w:tblHeader" in row._tr.xml  # noqa: SLF001 - no other door


def test_a_table_with_a_cell_too_many_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Grid(rows=(("a", "b"),), widths=(30,))
