import pytest

from jinque.documents import read
from jinque.errors import NotReadableError
from jinque.model import Place
from tests.unit.documents.made_files import only_table, texts

_TEXT = '某市目录,,\n序号,岗位名称,要求\n1,"电工,高级","甲\n乙"\n2,焊工,\n'
_READ = [
    "某市目录",
    [["序号", "岗位名称", "要求"], ["1", "电工,高级", "甲\n乙"], ["2", "焊工", ""]],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_values_in_quotation_marks_hold_separators_and_breaks(encoding: str) -> None:
    assert texts(read(_TEXT.encode(encoding), name="目录.csv")) == _READ


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_separator_is_found(separator: str) -> None:
    text = "序号,岗位名称\n1,电工\n2,焊工\n".replace(",", separator)

    assert texts(read(text.encode(), name="目录.CSV")) == [
        [["序号", "岗位名称"], ["1", "电工"], ["2", "焊工"]]
    ]


def test_tabs_separate_in_a_tsv_file_whatever_else_is_in_it() -> None:
    assert texts(read("甲,乙\t丙,丁\n戊,己\t庚,辛\n".encode(), name="目录.tsv")) == [
        [["甲,乙", "丙,丁"], ["戊,己", "庚,辛"]]
    ]


def test_places_are_rows_and_columns() -> None:
    table = only_table(read(_TEXT.encode(), name="目录.csv"))

    assert table.rows[2].cells[1].span.place == Place(table=1, row=4, column=2)
    assert (table.rows[2].span.line_start, table.rows[1].span.line_end) == (5, 4)


def test_encoding_is_kept() -> None:
    assert read(_TEXT.encode("gb18030"), name="目录.csv").encoding == "gb18030"


def test_value_without_end_is_refused_with_its_line() -> None:
    text = '序号,岗位名称\n1,"电工\n' + "甲" * 200_000

    with pytest.raises(NotReadableError, match="Line 3"):
        read(text.encode(), name="目录.csv")
