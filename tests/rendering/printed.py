"""The verified rows as the five documents print them: sections, columns, cells, footnotes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tests.golden.conftest import TruthRow, truth_rows

Cells = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class PrintedSection:
    """Lines above a table, its rows by heading, the footnote below."""

    lines: tuple[str, ...]
    rows: tuple[Cells, ...]
    note: str | None


@dataclass(frozen=True, kw_only=True)
class PrintedCatalogue:
    """What is on paper.

    Attributes:
        roles: column heading -> what the column is.
        merged: a column whose equal neighbours a designer would merge.
        full: its value in every row, also where the source leaves the cell blank.
    """

    edition_id: str
    lines: tuple[str, ...]
    roles: dict[str, str]
    merged: str
    full: tuple[str, ...]
    sections: tuple[PrintedSection, ...]


def printed(edition_id: str) -> PrintedCatalogue:
    """Return a catalogue as its source prints it."""
    layout = _LAYOUTS[edition_id]
    rows = truth_rows(edition_id)
    return PrintedCatalogue(
        edition_id=edition_id,
        lines=layout.lines,
        roles=layout.roles,
        merged=layout.merged,
        full=tuple(
            row["industry"]
            if layout.roles[layout.merged] == "industry"
            else layout.cells(row)[layout.merged]
            for row in rows
        ),
        sections=tuple(_sections(rows, layout)),
    )


@dataclass(frozen=True, kw_only=True)
class _Layout:
    lines: tuple[str, ...]
    roles: dict[str, str]
    merged: str
    path: int
    cells: Callable[[TruthRow], Cells]


def _sections(rows: list[TruthRow], layout: _Layout) -> Iterator[PrintedSection]:
    """Begin a section where the path changes, from the part of it that headings print."""
    above: tuple[str, ...] = ()
    for path, group in groupby(rows, key=lambda row: tuple(row["section_path"][layout.path :])):
        members = list(group)
        lines = tuple(
            text
            for i, text in enumerate(path)
            if path[: i + 1] != above[: i + 1] and "【" not in text
        )
        above = path
        yield PrintedSection(
            lines=lines,
            rows=tuple(layout.cells(row) for row in members),
            note=members[0].get("section_note"),
        )


def _dalian(row: TruthRow) -> Cells:
    return {
        "序号": str(row["serial"]),
        "职业编号": row["code_raw"],
        "岗位名称": row["name_raw"],
        "紧缺程度": row["shortage_raw"],
        "最低学历要求": row["degree"],
        "相关经历要求": row["experience_raw"],
        "能力要求": row["ability"],
    }


def _skilled(row: TruthRow) -> Cells:
    return {
        "序号": str(row["serial"]),
        "行业大类": row["industry"] if row["industry_printed"] else "",
        "急需紧缺职业（工种）": row["name_raw"],
        "职业（工种）代码": row["code_raw"],
        "职业（工种）基本描述": row["description"],
        "职业（工种）急需紧缺评级": row["shortage_raw"],
        "年薪中位数参考值（万元）": row["salary_raw"],
    }


def _wenzhou(row: TruthRow) -> Cells:
    return {
        "序号": str(row["serial"]),
        "紧缺人才岗位": row["name"] if "bookmark" in row["name_raw"] else row["name_raw"],
        "紧缺指数": row["index_raw"],
        "紧缺程度": row["shortage_raw"],
    }


def _shanghai(row: TruthRow) -> Cells:
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


def _zhejiang(row: TruthRow) -> Cells:
    return {
        "序号": str(row["serial"]),
        "职业工种": row["name_raw"],
        "对应职称系列": row["series_raw"],
    }


_LAYOUTS = {
    "dalian": _Layout(
        lines=(),
        roles={
            "序号": "serial",
            "职业编号": "code",
            "岗位名称": "name",
            "紧缺程度": "shortage",
            "最低学历要求": "education",
            "相关经历要求": "experience",
            "能力要求": "ability",
        },
        merged="最低学历要求",
        path=0,
        cells=_dalian,
    ),
    "skilled-trades": _Layout(
        lines=("二、技能人才急需紧缺职业（工种）目录",),
        roles={
            "序号": "serial",
            "行业大类": "industry",
            "急需紧缺职业（工种）": "name",
            "职业（工种）代码": "code",
            "职业（工种）基本描述": "description",
            "职业（工种）急需紧缺评级": "shortage",
            "年薪中位数参考值（万元）": "pay",
        },
        merged="行业大类",
        path=2,
        cells=_skilled,
    ),
    "wenzhou-2020": _Layout(
        lines=("温州制造业产业基础再造和产业链提升急需紧缺人才目录（2020）",),
        roles={
            "序号": "serial",
            "紧缺人才岗位": "name",
            "紧缺指数": "index",
            "紧缺程度": "shortage",
        },
        merged="紧缺程度",
        path=1,
        cells=_wenzhou,
    ),
    "shanghai-foreign": _Layout(
        lines=("附件2", "上海市外籍“急需紧缺”人才岗位目录", "（试行）"),
        roles={
            "序号": "serial",
            "行业大类": "industry",
            "岗位名称": "name",
            "人员基本要求": "requirements",
            "其他要求": "other",
        },
        merged="行业大类",
        path=1,
        cells=_shanghai,
    ),
    "zhejiang-2022-77": _Layout(
        lines=("附件", "技能人才职业（工种）与专技人才职称系列对应关系表"),
        roles={"序号": "serial", "职业工种": "name", "对应职称系列": "series"},
        merged="对应职称系列",
        path=2,
        cells=_zhejiang,
    ),
}
EDITIONS = tuple(_LAYOUTS)
