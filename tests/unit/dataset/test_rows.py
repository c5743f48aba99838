from jinque.codec import encode
from jinque.dataset import ROW_KINDS, default_kind, rows
from jinque.locale import Words
from jinque.model import Issue, Kind, Marker, Requirements, Severity, Shortage
from tests.unit.dataset.specimens import SHA256, cell, clause, edition, post


def test_a_row_has_the_keys_of_the_contract_in_its_order() -> None:
    assert list(encode(post())) == [
        *("id", "order", "edition", "kind", "section", "industry", "region", "serial"),
        *("serial_printed", "code", "name", "name_printed", "markers", "shortage"),
        *("pay_cny_10k_year", "series", "requirements", "cells", "cell_places"),
        *("notes", "citation", "corrections"),
    ]


def test_what_is_not_printed_is_null_and_not_missing() -> None:
    row = encode(post(shortage=None, code=None, serial_printed=None))

    assert [
        row[key]
        for key in ("region", "serial_printed", "code", "shortage", "pay_cny_10k_year", "series")
    ] == [None] * 6
    assert row["requirements"] is None


def test_a_lost_heading_is_null_in_the_section() -> None:
    assert encode(post(section=(None, "装备制造")))["section"] == [None, "装备制造"]


def test_nested_objects_have_the_keys_of_the_contract() -> None:
    row = encode(
        post(
            markers=(Marker.GREEN, Marker.DIGITAL),
            shortage=Shortage(printed="紧缺", scale="words_3", value=2, index=0.547),
            requirements=Requirements(ability="会", education=None, experience="无"),
            series=("工程技术", "实验技术"),
        )
    )

    assert row["markers"] == ["green", "digital"]
    assert row["shortage"] == {"printed": "紧缺", "scale": "words_3", "value": 2, "index": 0.547}
    assert row["requirements"] == {
        "ability": "会",
        "education": None,
        "experience": "无",
        "other": None,
    }
    assert row["series"] == ["工程技术", "实验技术"]
    assert row["citation"] == {
        "source_sha256": SHA256,
        "line_start": 1,
        "line_end": 1,
        "start": 0,
        "end": 4,
        "place": None,
        "quote": "1\t焊工",
    }


def test_a_heading_printed_twice_loses_no_cell() -> None:
    row = encode(post(cells=(cell("要求", "甲"), cell("要求", "乙"), cell("要求", "丙"))))

    assert row["cells"] == {"要求": "甲", "要求#2": "乙", "要求#3": "丙"}


def test_a_clause_has_a_shape_of_its_own() -> None:
    (row,) = rows(edition(clauses=(clause(),)), "clause")

    assert set(row) == {"id", "order", "edition", "kind", "section", "ref", "text", "citation"}
    assert row["kind"] == "clause"


def test_rows_are_of_the_kind_asked_for_and_in_printed_order() -> None:
    mixed = edition(
        post("甲", serial=1), post("乙", serial=2, kind=Kind.LIST_ITEM), post("丙", serial=3)
    )

    assert [row["name"] for row in rows(mixed, "post")] == ["甲", "丙"]
    assert [row["name"] for row in rows(mixed, "list_item")] == ["乙"]


def test_the_kind_by_default_is_the_first_that_the_edition_has() -> None:
    mapping = post(kind=Kind.TITLE_MAPPING)

    assert default_kind(edition(mapping, post())) == "post"
    assert default_kind(edition(mapping, clauses=(clause(),))) == "title_mapping"
    assert default_kind(edition(clauses=(clause(),))) == "clause"
    assert default_kind(edition()) == "post"


def test_the_kinds_are_those_of_the_shell() -> None:
    assert ROW_KINDS == ("post", "title_mapping", "list_item", "clause")


def test_an_issue_has_the_keys_of_the_contract_and_both_languages() -> None:
    issue = Issue(
        code="band_contradiction",
        severity=Severity.WARNING,
        message=Words(zh="不符", en="does not agree"),
        post_id="demo:化工产业:6",
        section="化工产业",
        serial=6,
        line_start=10,
        line_end=14,
        quote="0.4",
    )

    assert encode(issue) == {
        "code": "band_contradiction",
        "severity": "warning",
        "post": "demo:化工产业:6",
        "section": "化工产业",
        "serial": 6,
        "line_start": 10,
        "line_end": 14,
        "message": {"zh": "不符", "en": "does not agree"},
        "quote": "0.4",
        "place": None,
        "settled": None,
    }
