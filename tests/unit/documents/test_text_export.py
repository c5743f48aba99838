from jinque.documents import read
from jinque.model import Document, Paragraph, Table


def _read(text: str) -> Document:
    return read(text.encode())


def _tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def _paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_one_cell_a_line_with_blank_lines_between_rows() -> None:
    assert _tables(_read("\t1\n\t电工\n\n\t2\n\t焊工\n")) == [[["1", "电工"], ["2", "焊工"]]]


def test_one_row_a_line() -> None:
    assert _tables(_read("1\t电工\n2\t焊工\n")) == [[["1", "电工"], ["2", "焊工"]]]


def test_blank_line_of_a_page_break_does_not_end_a_table() -> None:
    assert len(_tables(_read("1\t电工\n\n2\t焊工\n"))) == 1


def test_blank_before_the_tab_begins_a_row_glued_to_the_one_before() -> None:
    assert _tables(_read("\t1\n\t电工\n \t2\n\t焊工\n")) == [[["1", "电工"], ["2", "焊工"]]]


def test_line_without_a_tab_continues_the_cell_above() -> None:
    assert _tables(_read("\t1\n\t海洋资源开发\n工程技术人员\n")) == [
        [["1", "海洋资源开发\n工程技术人员"]]
    ]


def test_cell_wrapped_inside_a_row_of_one_line_is_joined() -> None:
    text = "序号\t名称\t代码\n1\t药物检\n验员\t4-08\n2\t电工\t6-31\n"

    assert _tables(_read(text)) == [
        [["序号", "名称", "代码"], ["1", "药物检\n验员", "4-08"], ["2", "电工", "6-31"]]
    ]


def test_empty_cells_stand() -> None:
    assert _tables(_read("\t1\n\t\n\t电工\n")) == [[["1", "", "电工"]]]
    assert _tables(_read("1\t\t电工\n")) == [[["1", "", "电工"]]]


def test_plain_line_ends_a_table() -> None:
    document = _read("\t1\n\t电工\n\n石化\n\t1\n\t焊工\n")

    assert _paragraphs(document) == ["石化"]
    assert len(_tables(document)) == 2


def test_bookmark_marks_go_and_their_place_stays_in_the_span() -> None:
    document = _read("[bookmark: _Toc1][bookmark: _Toc2]石化\n\t[bookmark: _GoBack]1\n\t电工\n")
    heading, table = document.blocks

    assert _paragraphs(document) == ["石化"]
    assert _tables(document) == [[["1", "电工"]]]
    assert document.slice(heading.span) == "[bookmark: _Toc1][bookmark: _Toc2]石化"
    assert (table.span.line_start, table.span.line_end) == (2, 3)
