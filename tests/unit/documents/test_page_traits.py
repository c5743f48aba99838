"""Web pages as browsers and page components make them: row groups, copies, struck words, frames."""

import pytest

from jinque.documents import read
from jinque.errors import EmptySourceError
from jinque.model import Document
from tests.said import en, zh
from tests.unit.documents.made_files import codes, only_table, texts

_HEAD = "<thead><tr><th>产业</th><th>职业</th><th>人数</th></tr></thead>"
_SECOND = (
    '<tbody><tr><td rowspan="2">医疗</td><td>护士</td><td>7</td></tr>'
    "<tr><td>药师</td><td>2</td></tr></tbody>"
)
_RIGHT = [
    ["产业", "职业", "人数"],
    ["制造", "电工", "3"],
    ["制造", "焊工", "5"],
    ["医疗", "护士", "7"],
    ["医疗", "药师", "2"],
]


def _page(body: str) -> Document:
    return read(f"<html><body>{body}</body></html>".encode(), name="某市.html")


@pytest.mark.parametrize("span", ["0", "9", "3"])
def test_a_cell_reaches_no_further_than_its_row_group(span: str) -> None:
    first = (
        f'<tbody><tr><td rowspan="{span}">制造</td><td>电工</td><td>3</td></tr>'
        "<tr><td>焊工</td><td>5</td></tr></tbody>"
    )

    assert texts(_page(f"<table>{_HEAD}{first}{_SECOND}</table>")) == [_RIGHT]


def test_rows_behind_a_group_are_a_group_of_their_own() -> None:
    page = _page(
        '<table><thead><tr><th rowspan="2">序号</th><th>职业</th></tr></thead>'
        "<tr><td>1</td><td>电工</td></tr><tr><td>2</td><td>焊工</td></tr></table>"
    )

    assert texts(page) == [[["序号", "职业"], ["1", "电工"], ["2", "焊工"]]]


_ROWS = (("序号", "岗位名称", "学历"), ("1", "电工", "大专"), ("2", "焊工", "中专"))


def _table(rows: tuple[tuple[str, ...], ...], columns: int, tag: str = "td") -> str:
    cells = ["".join(f"<{tag}>{word}</{tag}>" for word in row[:columns]) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_a_copy_under_fewer_headings_is_left_out_and_told() -> None:
    page = _page(_table(_ROWS, 3) + _table(_ROWS, 2))

    assert texts(page) == [[list(row) for row in _ROWS]]
    assert codes(page) == ["table_copy_left_out"]


def test_a_copy_whose_headings_are_a_table_of_their_own_is_left_out() -> None:
    main = _table(_ROWS[:1], 3, "th") + _table(_ROWS[1:], 3)
    copy = _table(_ROWS[:1], 2, "th") + _table(_ROWS[1:], 2)
    page = _page(f"<div>{main}</div><div>{copy}</div>")

    assert texts(page) == [[list(_ROWS[0])], [list(row) for row in _ROWS[1:]]]
    assert codes(page) == ["table_copy_left_out"]


def test_a_narrow_copy_in_front_is_left_out() -> None:
    page = _page(_table(_ROWS, 2) + _table(_ROWS, 3))

    assert texts(page) == [[list(row) for row in _ROWS]]
    assert codes(page) == ["table_copy_left_out"]


def test_tables_that_share_a_column_are_both_read() -> None:
    other = (("序号", "岗位名称", "年龄"), ("1", "车工", "35"), ("2", "铣工", "40"))
    page = _page(_table(_ROWS, 3) + _table(other, 3))

    assert len(texts(page)) == 2
    assert codes(page) == []


@pytest.mark.parametrize(
    ("style", "cell"),
    [
        ("", "<td><s>高中</s>大专</td>"),
        ("", "<td><del>高中</del><p>大专</p></td>"),
        ("", '<td><span style="text-decoration: line-through">高中</span>大专</td>'),
        (".x{text-decoration:line-through}", '<td><font class="x">高中</font>大专</td>'),
    ],
)
def test_struck_words_are_no_part_of_the_value(style: str, cell: str) -> None:
    head = "<tr><td>岗位名称</td><td>学历</td></tr>"
    page = _page(f"<style>{style}</style><table>{head}<tr><td>电工</td>{cell}</tr></table>")

    assert texts(page) == [[["岗位名称", "学历"], ["电工", "大专"]]]
    [notice] = page.notices
    assert notice.code == "struck_text"
    assert notice.span == only_table(page).rows[1].cells[1].span
    assert "高中" in zh(notice.message)
    assert "大专" in page.text


def test_a_row_struck_as_a_whole_keeps_its_words() -> None:
    head = "<tr><td>序号</td><td>岗位名称</td><td>学历</td></tr>"
    row = '<tr style="text-decoration:line-through"><td>1</td><td>电工</td><td>大专</td></tr>'
    page = _page(f"<table>{head}{row}</table>")

    assert texts(page) == [[["序号", "岗位名称", "学历"], ["1", "电工", "大专"]]]
    [notice] = page.notices
    assert notice.code == "struck_text"
    assert notice.span == only_table(page).rows[1].span


def test_a_cell_that_is_a_picture_is_told_and_boxes_are_signs() -> None:
    boxes = '<td><input type="checkbox" checked>硕士<input type="checkbox">博士</td>'
    page = _page(
        "<table><tr><td>岗位名称</td><td>学位</td><td>能力</td></tr>"
        f'<tr><td>电工</td>{boxes}<td><img src="a.png"></td></tr></table>'
    )

    assert texts(page) == [[["岗位名称", "学位", "能力"], ["电工", "☑硕士□博士", ""]]]
    [notice] = page.notices
    assert notice.code == "pictures_not_read"
    assert notice.span == only_table(page).rows[1].cells[2].span


def test_what_stands_in_a_frame_is_told() -> None:
    page = _page('<p>某市目录</p><iframe src="list.html"></iframe>')

    [notice] = page.notices
    assert notice.code == "part_not_read"
    assert "list.html" in zh(notice.message)


def test_a_page_of_frames_is_refused_with_the_names_of_its_parts() -> None:
    data = b'<html><frameset rows="*"><frame src="sheet001.htm"></frameset></html>'

    with pytest.raises(EmptySourceError) as caught:
        read(data, name="某市.html")

    assert "sheet001.htm" in zh(caught.value.message)
    assert "sheet001.htm" in en(caught.value.message)
