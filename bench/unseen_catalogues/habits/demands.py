"""Columns that ask something of a person or say something of the work, beside the usual ones."""

import random
from collections.abc import Sequence

from bench.unseen_catalogues.habits.habit import ALL, MERGING, PAGED, Shelf
from bench.unseen_catalogues.sheet import Column, Sheet
from bench.unseen_catalogues.vocabulary import (
    AGES,
    CONDITIONS,
    CONTACTS,
    DEGREES,
    EMPLOYERS,
    MAJORS,
    SEXES,
    UNUSUAL,
    WORKPLACES,
)

SHELF = Shelf()

_HEADINGS: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "column_majors": ("专业要求", MAJORS, True),
    "column_degree": ("学位", DEGREES, True),
    "column_age": ("年龄", AGES, True),
    "column_sex": ("性别", SEXES, True),
    "column_count": ("需求人数", tuple("12345"), False),
    "column_employer": ("用人单位", EMPLOYERS, False),
    "column_workplace": ("工作地点", WORKPLACES, False),
    "column_contact": ("联系方式", CONTACTS, False),
    "column_conditions": ("其他条件", CONDITIONS, True),
}


def _put(
    sheet: Sheet, chance: random.Random, heading: str, values: Sequence[str], *, is_demand: bool
) -> None:
    column = Column(key=heading, heading=heading, is_demand=is_demand)
    sheet.add(column, [chance.choice(values) for _ in sheet.posts])


def _column_habits() -> None:
    for name, content in _HEADINGS.items():

        def apply(
            sheet: Sheet,
            chance: random.Random,
            content: tuple[str, tuple[str, ...], bool] = content,
        ) -> None:
            heading, values, is_demand = content
            _put(sheet, chance, heading, values, is_demand=is_demand)

        SHELF.put(name, f"a column {content[0]}", name, ALL, apply)


_column_habits()


@SHELF.habit("unusual")
def column_unusual_demand(sheet: Sheet, chance: random.Random) -> None:
    """A demand under a heading that few catalogues have: 语言要求, 持证要求 …."""
    heading = chance.choice(list(UNUSUAL))
    _put(sheet, chance, heading, UNUSUAL[heading], is_demand=True)


@SHELF.habit("remark")
def column_remark(sheet: Sheet, chance: random.Random) -> None:
    """A column 备注, mostly blank."""
    _put(sheet, chance, "备注", ("", "", "", "急招", "提供食宿"), is_demand=False)


@SHELF.habit("headings")
def headings_of_other_offices(sheet: Sheet, _: random.Random) -> None:
    """等次, 文化程度, 职位, 所属行业, 编号, 任职能力要求 for the usual words."""
    new = {
        "serial": "编号",
        "industry": "所属行业",
        "name": "职位",
        "shortage": "紧缺等次",
        "education": "文化程度",
        "experience": "工作年限",
        "ability": "任职能力要求",
    }
    for key, heading in new.items():
        if any(column.key == key for column in sheet.columns):
            sheet.replace(key, heading)


@SHELF.habit("headings", PAGED)
def headings_spread_by_blanks(sheet: Sheet, _: random.Random) -> None:
    """Headings with blanks in them: 序　号, 行　业."""
    for column in list(sheet.columns):
        if len(column.heading) == 2:  # noqa: PLR2004
            sheet.replace(column.key, "　".join(column.heading))


@SHELF.habit("head column_majors", MERGING)
def majors_by_degree(sheet: Sheet, chance: random.Random) -> None:
    """专业要求 over 研究生 and 本科."""
    for level in ("研究生", "本科"):
        column = Column(key=f"专业{level}", heading=level, above="专业要求", is_demand=True)
        sheet.add(column, [chance.choice(MAJORS) for _ in sheet.posts])


@SHELF.habit("head subsidy", MERGING)
def subsidies_by_level(sheet: Sheet, chance: random.Random) -> None:
    """培训补贴（元） over 初级工, 中级工, 高级工, 技师."""
    for step, level in enumerate(("初级工", "中级工", "高级工", "技师")):
        column = Column(key=level, heading=level, above="培训补贴（元）")
        sheet.add(column, [str(chance.randint(80, 99) * 10 + 150 * step) for _ in sheet.posts])


@SHELF.habit("head headings", MERGING)
def demands_under_one_head(sheet: Sheet, _: random.Random) -> None:
    """任职要求 over 学历, 经历 and 能力."""
    shown = {"education": "学历", "experience": "工作经历", "ability": "能力"}
    sheet.columns = [
        Column(key=each.key, heading=shown[each.key], above="任职要求", is_demand=True)
        if each.key in shown
        else each
        for each in sheet.columns
    ]
