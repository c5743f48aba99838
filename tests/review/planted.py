"""A Word file of fifteen true rows with six faults planted in it, and what each should have been.

The rows are those of `tests/golden/truth/001.jsonl`; stars stand for the grades printed there.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx

from jinque.model.decision import Action, Settlement

TRUTH = Path(__file__).parents[1] / "golden" / "truth" / "001.jsonl"
NAME = "港口市2025.docx"
TITLE = "港口市2025年急需紧缺职业目录"
HEADINGS = ("序号", "职业名称", "职业编码", "紧缺程度", "学历要求", "年薪（万元）", "合作院校")
GROUPS = ("医药健康", "集成电路", "智能装备", "新一代信息技术", "生活服务")
ROWS_EACH = 3
LINES = (
    "职业名称和编码依据《中华人民共和国职业分类大典（2022年版）》。",
    "注：★越多，紧缺程度越高。",
)


@dataclass(frozen=True)
class Fault:
    """A planted fault.

    Attributes:
        code: of the issue that tells it.
        row: name of its row; empty for the column without a meaning.
        field: role of its cell.
        printed: what is printed in place of `true`.
    """

    code: str
    row: str
    field: str
    printed: str
    true: str


PLANTED = (
    Fault("serial_gap", "电子专用设备装调工", "serial", "5", "3"),
    Fault("code_name_differs", "激光设备安装调试员", "code", "6-25-04-05", "6-25-04-04"),
    Fault("order_broken", "建筑信息模型技术员", "shortage", "★★★★★", "★★"),
    Fault("degree_unknown", "养老护理员", "education", "大砖", "大专"),
    Fault("pay_range_reversed", "药物检验员", "pay", "12-9.8", "9.8"),
    Fault("column_unknown", "", "", "合作院校", ""),
)


def planted_docx(*, has_faults: bool = True, title: str = TITLE) -> bytes:
    """Print the file, or the same rows as they are true."""
    document = docx.Document()
    document.add_paragraph(title)
    for line in LINES:
        document.add_paragraph(line)
    for number, group in zip("一二三四五", GROUPS, strict=True):
        document.add_paragraph(f"{number}、{group}")
        rows = list(_rows(group, has_faults=has_faults))
        table = document.add_table(len(rows) + 1, len(HEADINGS))
        for row, texts in zip(table.rows, (HEADINGS, *rows), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def settlements(post_ids: dict[str, str], edition_id: str) -> list[Settlement]:
    """Return what settles each planted fault; `post_ids` are those of the rows, by name."""
    reason = "发布单位确认印刷有误"
    corrections = [
        Settlement(
            action=Action.CORRECT,
            post=post_ids[fault.row],
            field=fault.field,
            value=fault.true,
            reason=reason,
        )
        for fault in PLANTED
        if fault.row
    ]
    role = Settlement(
        action=Action.ROLE, edition=edition_id, field=HEADINGS[-1], reason="只供参考，不取值"
    )
    return [*corrections, role]


def _rows(group: str, *, has_faults: bool) -> Iterator[tuple[str, ...]]:
    planted = {(fault.row, fault.field): fault.printed for fault in PLANTED if has_faults}
    for serial, row in enumerate(_true_rows(group), start=1):
        values = {
            "serial": str(serial),
            "code": str(row["code"]),
            "shortage": "★" * int(str(row["shortage"])),
            "education": "大专",
            "pay": str(row["salary_wan"]),
        }
        name = str(row["name"])
        told = {field: planted.get((name, field), text) for field, text in values.items()}
        yield (
            *(told["serial"], name, told["code"], told["shortage"], told["education"]),
            *(told["pay"], "港口学院、滨海校区" if serial % 2 else "东港学校"),
        )


def _true_rows(group: str) -> list[dict[str, object]]:
    """Return three rows of a group whose codes name one occupation, the shortest first."""
    lines = TRUTH.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["industry"] == group]
    coded = [row for row in rows if _is_whole(row["code"])]
    return sorted(coded, key=lambda row: -row["shortage"])[:ROWS_EACH]


def _is_whole(code: str | None) -> bool:
    return code is not None and code.count("-") == ROWS_EACH and not code.endswith("-00")
