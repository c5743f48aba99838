import pytest

from jinque.documents import read
from jinque.errors import EmptySourceError, TooDeepError, TooManyCellsError
from tests.unit.documents.made_files import codes, marks, only_table, texts


def _page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>题</title></head><body>{body}</body></html>".encode()


def _texts(body: str) -> list[str | list[list[str]]]:
    return texts(read(_page(body), name="某市.html"))


def test_blocks_are_lines_and_inline_elements_are_not() -> None:
    assert _texts("<h1>某市<b>紧缺</b>目录</h1><div>甲<p>乙</p>丙</div>") == [
        "某市紧缺目录",
        "甲",
        "乙",
        "丙",
    ]


def test_what_a_page_does_not_show_is_not_read() -> None:
    body = "<script>甲</script><style>乙</style><!-- 丙 --><noscript>丁</noscript><p>戊</p>"

    assert _texts(body) == ["戊"]


def test_hidden_elements_are_left_out_and_reported() -> None:
    document = read(_page("<p style='display: none'>密</p><p hidden>密</p><p>显</p>"))

    assert texts(document) == ["显"]
    assert codes(document) == ["hidden_text"]


def test_spanning_cells_fill_a_grid() -> None:
    table = only_table(
        read(
            _page(
                "<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td rowspan=9>丙"
                "<tr><td>丁<td>戊</table>"
            )
        )
    )

    assert marks(table) == [[".", "a", "."], ["d", "da", "."], [".", ".", "d"]]


def test_span_of_zero_reaches_the_end_and_nonsense_is_one() -> None:
    table = only_table(
        read(_page("<table><tr><td rowspan=0>甲<td colspan=x>乙<tr><td>丙<tr><td>丁</table>"))
    )

    assert marks(table) == [[".", "."], ["d", "."], ["d", "."]]


def test_breaks_and_paragraphs_are_the_lines_of_a_cell() -> None:
    assert _texts("<table><tr><td>甲<br>乙<p>丙</p><td>1</table>") == [[["甲\n乙\n丙", "1"]]]


def test_line_wraps_of_the_source_join_chinese_and_separate_latin() -> None:
    assert _texts("<p>智能\n    制造 System\n  C</p>") == ["智能制造 System C"]


def test_caption_stands_above_its_table() -> None:
    assert _texts("<table><caption>一、甲</caption><tr><td>1<td>2</table>") == [
        "一、甲",
        [["1", "2"]],
    ]


def test_layout_tables_are_unwrapped() -> None:
    inner = "<table><tr><th>序号<th>岗位名称<tr><td>1<td>电工</table>"
    body = f"<table><tr><td>首页<td><table><tr><td>{inner}</td></tr></table></table><p>尾</p>"

    assert _texts(body) == ["首页", [["序号", "岗位名称"], ["1", "电工"]], "尾"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_page_in_an_old_encoding_is_read(declared: str) -> None:
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'>"

    assert texts(read((page + "</head><body>岗位㙍</body></html>").encode("gb18030"))) == ["岗位㙍"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_wrong_or_missing_declaration_does_no_harm(encoding: str) -> None:
    page = "<html><head><meta charset='ascii'></head><body><p>岗位名称</p></body></html>"

    assert texts(read(page.encode(encoding), name="a.html")) == ["岗位名称"]


def test_page_called_by_another_name_is_still_a_page() -> None:
    assert texts(read(_page("<table><tr><td>1<td>2</table>"), name="目录.xls")) == [[["1", "2"]]]


def test_page_without_words_is_refused() -> None:
    with pytest.raises(EmptySourceError):
        read(_page("<p> </p>"))


def test_elements_nested_too_deeply_are_refused_not_cut() -> None:
    with pytest.raises(TooDeepError):
        read(_page("<div>" * 400 + "甲"))


def test_tables_nested_too_deeply_are_refused() -> None:
    with pytest.raises(TooDeepError):
        read(_page("<table><tr><td>" * 20 + "甲"))


def test_small_page_that_spans_a_large_grid_is_refused() -> None:
    row = "<tr>" + "<td rowspan=65000 colspan=1000>甲" * 9
    body = f"<table>{row}{'<tr><td>乙' * 5000}</table>"

    with pytest.raises(TooManyCellsError):
        read(_page(body))
