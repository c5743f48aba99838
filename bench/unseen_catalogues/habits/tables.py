"""How the table is laid out: merges, heads, totals, notes, sections, several tables.

Most habits here only name an option; `printing.layout` and the printers carry it out.
"""

import random

from bench.unseen_catalogues.habits.habit import OFFICE, PAGED, Shelf
from bench.unseen_catalogues.sheet import Sheet

SHELF = Shelf()


@SHELF.habit("rows industry_cells")
def merged_industries(sheet: Sheet, _: random.Random) -> None:
    """The industry printed once, merged down; blank below where a format has no merges."""
    sheet.options.add("merged")


@SHELF.habit("rows industry_cells", ("docx",))
def merges_without_restart(sheet: Sheet, _: random.Random) -> None:
    """Merged cells of Word whose first cell says continue like the rest."""
    sheet.options |= {"merged", "no_restart"}


@SHELF.habit("rows industry_cells", ("html",))
def rowspan_past_its_group(sheet: Sheet, _: random.Random) -> None:
    """A rowspan of 99 in a tbody of its own for each industry."""
    sheet.options |= {"merged", "rowspan_past"}


@SHELF.habit("rows industry_cells", ("html",))
def rowspan_zero(sheet: Sheet, _: random.Random) -> None:
    """A rowspan of 0: to the end of the tbody."""
    sheet.options |= {"merged", "rowspan_zero"}


@SHELF.habit("totals")
def row_of_totals(sheet: Sheet, _: random.Random) -> None:
    """A last row 合计 with the number of posts."""
    sheet.options.add("totals")


@SHELF.habit("totals rows")
def rows_of_subtotals(sheet: Sheet, _: random.Random) -> None:
    """A row 小计 after each industry and 总计 at the end."""
    sheet.options |= {"totals", "subtotals"}


@SHELF.habit("notes", PAGED)
def notes_in_the_table(sheet: Sheet, _: random.Random) -> None:
    """Rows 注：… and 填表人：… at the end, across the table."""
    sheet.options.add("notes_inside")


@SHELF.habit("notes")
def notes_below(sheet: Sheet, _: random.Random) -> None:
    """Lines of notes after the table, with 填报单位 and 审核人."""
    sheet.below += [
        "备注：1.本目录每年更新一次。",
        "2.同等条件下优先录用本地户籍人员。",
        "填报单位：人才服务中心　审核人：（略）",
    ]


@SHELF.habit("rows anew")
def headings_anew(sheet: Sheet, _: random.Random) -> None:
    """The head printed anew every eight rows, or on each page."""
    sheet.options.add("heads_anew")


@SHELF.habit("rows anew title_place", PAGED)
def titles_and_headings_anew(sheet: Sheet, _: random.Random) -> None:
    """Title and head printed anew for each part of the table, 续表 behind the title."""
    sheet.options |= {"heads_anew", "title_anew"}


@SHELF.habit("rows halves industry_cells industry ability experience education", PAGED)
def side_by_side(sheet: Sheet, _: random.Random) -> None:
    """Two halves of the list beside each other under the same headings."""
    for key in ("experience", "ability", "industry"):
        sheet.drop(key)
    sheet.options.add("side_by_side")


@SHELF.habit("spacer", ("xlsx", "csv", "html", "docx"))
def spacer_column(sheet: Sheet, _: random.Random) -> None:
    """A blank column between industry and what follows."""
    sheet.options.add("spacer")


@SHELF.habit("title_place head", OFFICE)
def title_in_the_table(sheet: Sheet, _: random.Random) -> None:
    """The title as first row, merged across the table."""
    sheet.options.add("title_inside")


@SHELF.habit("numbered", PAGED)
def columns_numbered(sheet: Sheet, _: random.Random) -> None:
    """A row 1, 2, 3 … under the head numbers the columns."""
    sheet.options.add("numbered")


@SHELF.habit("rows industry_cells industry sections")
def sections_in_rows(sheet: Sheet, _: random.Random) -> None:
    """The industry as a row across the table, serials counting on."""
    sheet.options.add("section_rows")
    _hide_industry(sheet)


@SHELF.habit("rows industry_cells industry sections serial")
def sections_in_lines(sheet: Sheet, _: random.Random) -> None:
    """A table for each industry under its name, serials begun anew."""
    sheet.options.add("section_lines")
    _count_anew(sheet)
    _hide_industry(sheet)


@SHELF.habit("rows industry_cells industry sections serial", ("xlsx",))
def sections_in_sheets(sheet: Sheet, _: random.Random) -> None:
    """A worksheet for each industry, named by it."""
    sheet.options.add("section_sheets")
    _count_anew(sheet)
    _hide_industry(sheet)


def _hide_industry(sheet: Sheet) -> None:
    """Take the column away; what is true of it stays."""
    sheet.columns = [column for column in sheet.columns if column.key != "industry"]


def _count_anew(sheet: Sheet) -> None:
    last, serial = "", 0
    for post in sheet.posts:
        serial = serial + 1 if post.truth["industry"] == last else 1
        last = post.truth["industry"]
        post.say("serial", str(serial))


@SHELF.habit("serial")
def no_serials(sheet: Sheet, _: random.Random) -> None:
    """No column of serials."""
    sheet.drop("serial")


@SHELF.habit("order")
def columns_in_other_order(sheet: Sheet, chance: random.Random) -> None:
    """The columns in any order, serial first."""
    first, *rest = sheet.columns
    if not any(column.above for column in rest):
        chance.shuffle(rest)
    sheet.columns = [first, *rest]


@SHELF.habit("breaks", ("docx", "xlsx", "html", "csv"))
def line_breaks_in_cells(sheet: Sheet, _: random.Random) -> None:
    """Line breaks typed in headings and names, for looks."""
    sheet.options.add("breaks")


@SHELF.habit("head", ("xlsx",))
def centred_across(sheet: Sheet, _: random.Random) -> None:
    """任职要求 centred across its columns without a merge, as Excel can."""
    shown = {"education": "学历要求", "experience": "工作经历要求", "ability": "能力要求"}
    sheet.options.add("centred_across")
    for key, heading in shown.items():
        place = sheet.place_of(key)
        if place < len(sheet.columns):
            old = sheet.columns[place]
            sheet.columns[place] = type(old)(
                key=key, heading=heading, above="任职要求", is_demand=True
            )


@SHELF.habit("nesting", ("docx", "html"))
def nested_table(sheet: Sheet, _: random.Random) -> None:
    """The table within a cell of a table that only lays out the page."""
    sheet.options.add("nested")


@SHELF.habit("blank_rows", ("xlsx", "csv", "docx", "html"))
def blank_rows(sheet: Sheet, _: random.Random) -> None:
    """Blank rows between industries and many at the end."""
    sheet.options.add("blank_rows")


@SHELF.habit("plain")
def plain(_: Sheet, __: random.Random) -> None:
    """Nothing unusual: the measure of the rest."""
