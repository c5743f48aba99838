import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.dataset import to_csv
from jinque.model import Edition
from tests.unit.dataset.specimens import cell, clause, edition, post


def _read(source: Edition, kind: str = "post") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(to_csv(source, kind)).removeprefix("\ufeff"))))


def test_the_file_begins_with_a_byte_order_mark_for_excel() -> None:
    assert "".join(to_csv(edition(post()), "post")).encode().startswith(b"\xef\xbb\xbfid,order,")


def test_records_end_with_carriage_return_and_line_feed() -> None:
    pieces = list(to_csv(edition(post()), "post"))

    assert all(piece.endswith("\r\n") for piece in pieces)


def test_lists_are_joined_and_objects_become_dotted_columns() -> None:
    (record,) = _read(edition(post(section=(None, "装备制造"), series=("工程技术", "实验技术"))))

    assert record["section"] == "；装备制造"
    assert record["series"] == "工程技术；实验技术"
    assert record["shortage.printed"] == "★★★"
    assert record["cells.岗位名称"] == "焊工"
    assert record["citation.quote"] == "1\t焊工"


def test_what_is_null_is_empty() -> None:
    (record,) = _read(edition(post(shortage=None)))

    assert [record[key] for key in ("shortage.value", "region", "requirements.other")] == [""] * 3


def test_cells_that_only_some_rows_have_are_columns_of_all() -> None:
    source = edition(
        post(cells=(cell("名称", "甲"),)),
        post(serial=2, cells=(cell("名称", "乙"), cell("备注", "丙"))),
    )

    assert [record["cells.备注"] for record in _read(source)] == ["", "丙"]


def test_columns_are_the_same_for_an_edition_without_rows() -> None:
    header = "".join(to_csv(edition(), "post"))

    assert header.startswith("\ufeffid,order,edition,kind,section,industry,")
    assert header.endswith(
        "notes,citation.source_sha256,citation.line_start,citation.line_end,citation.quote,"
        "corrections\r\n"
    )


def test_clauses_have_columns_of_their_own() -> None:
    (record,) = _read(edition(clauses=(clause(),)), "clause")

    assert list(record) == [
        *("id", "order", "edition", "kind", "section", "ref", "text"),
        *("citation.source_sha256", "citation.line_start", "citation.line_end", "citation.quote"),
    ]
    assert record["section"] == "办法；总则"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    (record,) = _read(edition(post(f"{start}SUM(A1)")))

    assert record["name"] == f"'{start}SUM(A1)"


@pytest.mark.parametrize("text", ["-", "-3", "-0.25", "—", "2-02-07-13", "C++"])
def test_a_dash_a_negative_number_and_a_code_stay_as_printed(text: str) -> None:
    (record,) = _read(edition(post(text)))

    assert record["name"] == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_a_text_comes_back_as_written_but_for_the_apostrophe(text: str) -> None:
    (record,) = csv.DictReader(
        io.StringIO("".join(to_csv(edition(post(text)), "post")), newline="")
    )

    assert record["name"] in {text, f"'{text}"}
    assert not record["name"].startswith(("=", "+", "@", "\t", "\r"))
