"""Rosters made for a test, as CSV and as a workbook."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from jinque import documents
from jinque.dataset import Sheet, workbook_bytes
from jinque.ladder import Rulebook
from jinque.ladder.roster import Progress, screen_roster
from jinque.locale import Translator
from jinque.model.roster import RosterAnswer

ON = date(2026, 5, 1)
HEADINGS = (
    *(
        "工号",
        "姓名",
        "职业（工种）",
        "技能等级",
        "取得日期",
        "现岗位起始日期",
        "取得后实际从业年数",
    ),
    *("年度考核", "奖项", "职称级别", "职称系列", "是否事业单位在编", "遵纪守法"),
)

Line = Sequence[str | int | date | None]

ELECTRICIAN: tuple[str, ...] = (
    *("A1", "", "电工", "技师", "2022-11-01", "2020-01-01", "3"),
    *("2023-2025合格", "无", "", "", "否", "是"),
)


def electrician(**changed: str) -> tuple[str, ...]:
    """Return a row that may apply, with some cells changed, by heading."""
    return tuple(
        changed.get(heading, cell) for heading, cell in zip(HEADINGS, ELECTRICIAN, strict=True)
    )


def as_csv(rows: Sequence[Line], headings: Sequence[str] = HEADINGS) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([headings, *rows])
    return buffer.getvalue().encode()


def as_workbook(*sheets: tuple[str, Sequence[str], Sequence[Line]]) -> bytes:
    return workbook_bytes(
        [Sheet(name=name, headings=tuple(heads), rows=rows) for name, heads, rows in sheets],
        Translator("zh"),
    )


def screen(
    book: Rulebook,
    data: bytes,
    name: str = "r.csv",
    place: str | None = "浙江",
    progress: Progress | None = None,
) -> RosterAnswer:
    document = documents.read(data, name=name)
    return screen_roster([book], document, where=name, on=ON, place=place, progress=progress)
