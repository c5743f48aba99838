"""The 1,603 rows and 77 list entries equal the verified ones, field by field and cell by cell."""

import re
from typing import Any

import pytest

from jinque.extraction import Reading
from jinque.model import Post
from tests.golden.conftest import TRUTH_FILES, TruthRow, truth_rows

_MARKERS = {"特需": "special_need", "L": "green", "S": "digital"}
_BLOCKS = ("职业能力要求", "专业学历要求", "从业资历要求", "其他要求")
_ROWS = {
    "dalian": 312,
    "skilled-trades": 58,
    "wenzhou-2020": 288,
    "wenzhou-majors-1": 77,
    "shanghai-foreign": 62,
    "zhejiang-2022-77": 883,
}


@pytest.mark.parametrize("edition_id", TRUTH_FILES)
def test_edition_has_as_many_rows_as_the_truth(
    readings: dict[str, Reading], edition_id: str
) -> None:
    assert len(truth_rows(edition_id)) == _ROWS[edition_id]
    assert _ROWS[edition_id] == len(readings[edition_id].edition.posts)


@pytest.mark.parametrize("edition_id", TRUTH_FILES)
def test_every_row_equals_the_truth(readings: dict[str, Reading], edition_id: str) -> None:
    posts = readings[edition_id].edition.posts

    for post, row in zip(posts, truth_rows(edition_id), strict=True):
        assert _expected(edition_id, row) == _actual(edition_id, post), row["id"]


@pytest.mark.parametrize("edition_id", [e for e in TRUTH_FILES if e != "wenzhou-majors-1"])
def test_every_printed_cell_equals_the_truth(readings: dict[str, Reading], edition_id: str) -> None:
    posts = readings[edition_id].edition.posts

    for post, row in zip(posts, truth_rows(edition_id), strict=True):
        cells = {cell.heading: cell.text for cell in post.cells}
        assert _CELLS[edition_id](row) == cells, row["id"]


def test_requirement_blocks_of_shanghai_equal_the_truth(readings: dict[str, Reading]) -> None:
    for post, row in zip(
        readings["shanghai-foreign"].edition.posts, truth_rows("shanghai-foreign"), strict=True
    ):
        stated = post.requirements
        assert stated is not None
        actual = (stated.ability, stated.education, stated.experience, stated.other)
        assert tuple(row["requirements"][block] for block in _BLOCKS) == actual, row["id"]


def test_requirements_of_dalian_are_its_three_columns(readings: dict[str, Reading]) -> None:
    for post, row in zip(readings["dalian"].edition.posts, truth_rows("dalian"), strict=True):
        stated = post.requirements
        assert stated is not None
        actual = (stated.ability, stated.education, stated.experience, stated.other)
        expected = (row["ability"], row["degree"], row["experience_raw"], None)
        assert expected == actual, row["id"]


def test_section_footnote_binds_its_forty_posts(readings: dict[str, Reading]) -> None:
    for post, row in zip(readings["dalian"].edition.posts, truth_rows("dalian"), strict=True):
        expected = (row["section_note"],) if row["section_note"] else ()
        assert expected == post.notes, row["id"]


def test_lists_that_end_with_and_others_are_open(readings: dict[str, Reading]) -> None:
    sections = readings["wenzhou-majors-1"].edition.sections
    expected = {tuple(r["section_path"]) for r in truth_rows("wenzhou-majors-1") if r["open_ended"]}

    assert expected == {section.path for section in sections if section.is_open_list}


def _expected(edition_id: str, row: TruthRow) -> dict[str, Any]:
    """What the truth says, in the words of the model; a key it lacks is not compared."""
    expected: dict[str, Any] = {
        "section": tuple(None if "【" in part else part for part in row["section_path"]),
        "serial": row.get("serial", row.get("ord")),
        "name": row.get("name", row.get("item")),
        "name_printed": _unmarked(row.get("name_raw", row.get("item"))),
        "code": row.get("code"),
        "markers": [_MARKERS[marker] for marker in row.get("markers", [])],
        "line_start": row.get("line_start", row.get("line")),
    }
    if edition_id != "wenzhou-majors-1":
        expected["industry"] = row.get("industry")
    if edition_id == "shanghai-foreign":
        expected["serial_printed"] = row["serial_printed"]
    elif edition_id != "wenzhou-majors-1":
        expected["serial_printed"] = row["serial"]
    if "shortage" in row:
        index = row.get("index")
        expected["shortage"] = (row["shortage_raw"], row["shortage"], index)
    if "region" in row:
        expected["region"] = row["region"]
    if "line_end" in row:
        expected["line_end"] = row["line_end"]
    expected["pay"] = row.get("salary_wan")
    expected["series"] = row.get("series")
    return expected


def _actual(edition_id: str, post: Post) -> dict[str, Any]:
    shortage = post.shortage and (
        post.shortage.printed,
        post.shortage.value,
        post.shortage.index,
    )
    everything: dict[str, Any] = {
        "section": post.section,
        "serial": post.serial,
        "serial_printed": post.serial_printed,
        "name": post.name,
        "name_printed": post.name_printed,
        "code": post.code,
        "markers": [marker.value for marker in post.markers],
        "line_start": post.citation.span.line_start,
        "line_end": post.citation.span.line_end,
        "industry": post.industry,
        "region": post.region,
        "shortage": shortage,
        "pay": post.pay_cny_10k_year,
        "series": list(post.series) if post.series else None,
    }
    expected = _expected(edition_id, truth_rows(edition_id)[post.order - 1])
    return {key: value for key, value in everything.items() if key in expected}


def _unmarked(text: str | None) -> str | None:
    return re.sub(r"\[bookmark: [^\]]*\]", "", text) if text else text


def _dalian_cells(row: TruthRow) -> dict[str, str]:
    return {
        "序号": str(row["serial"]),
        "职业编号": row["code_raw"],
        "岗位名称": row["name_raw"],
        "紧缺程度": row["shortage_raw"],
        "最低学历要求": row["degree"],
        "相关经历要求": row["experience_raw"],
        "能力要求": row["ability"],
    }


def _skilled_cells(row: TruthRow) -> dict[str, str]:
    return {
        "序号": str(row["serial"]),
        "行业大类": row["industry"] if row["industry_printed"] else "",
        "急需紧缺职业（工种）": row["name_raw"],
        "职业（工种）代码": row["code_raw"],
        "职业（工种）基本描述": row["description"],
        "职业（工种）急需紧缺评级": row["shortage_raw"],
        "年薪中位数参考值（万元）": row["salary_raw"],
    }


def _wenzhou_cells(row: TruthRow) -> dict[str, str]:
    return {
        "序号": str(row["serial"]),
        "紧缺人才岗位": _unmarked(row["name_raw"]) or "",
        "紧缺指数": row["index_raw"],
        "紧缺程度": row["shortage_raw"],
    }


def _shanghai_cells(row: TruthRow) -> dict[str, str]:
    stated = row["requirements"]
    glue = "" if row["ability_glued_to_next_heading"] else "\n"
    return {
        "序号": str(row["serial_printed"] or ""),
        "行业大类": row["industry"] if row["industry_printed"] else "",
        "岗位名称": row["name_raw"],
        "人员基本要求": f"1.职业能力要求：{stated['职业能力要求']}{glue}"
        f"2.专业学历要求：{stated['专业学历要求']}\n3.从业资历要求：{stated['从业资历要求']}",
        "其他要求": stated["其他要求"] or "",
    }


def _zhejiang_cells(row: TruthRow) -> dict[str, str]:
    return {
        "序号": str(row["serial"]),
        "职业工种": row["name_raw"],
        "对应职称系列": row["series_raw"],
    }


_CELLS = {
    "dalian": _dalian_cells,
    "skilled-trades": _skilled_cells,
    "wenzhou-2020": _wenzhou_cells,
    "shanghai-foreign": _shanghai_cells,
    "zhejiang-2022-77": _zhejiang_cells,
}
