"""Cells that hold something other than plain words, and what must then be told."""

import random

from bench.unseen_catalogues.habits.habit import MARKED, OFFICE, Shelf
from bench.unseen_catalogues.sheet import Cell, Column, Fill, Sheet

SHELF = Shelf()

_STRUCK = ("删除线", "划掉", "划去", "struck")
_ERROR = ("错误值", "错误", "#N/A", "#DIV/0!", "error")
_FORMULA = ("公式", "formula")
_PICTURE = ("图片", "picture")


def _some(sheet: Sheet, chance: random.Random, count: int = 2) -> list[int]:
    """Return places of a few posts, the last left out."""
    return sorted(chance.sample(range(len(sheet.posts) - 1), count))


@SHELF.habit("struck education", MARKED)
def struck_words(sheet: Sheet, chance: random.Random) -> None:
    """An old value struck through before the new one."""
    for place in _some(sheet, chance):
        old = sheet.posts[place].cells["education"]
        sheet.posts[place].cells["education"] = Cell(text=old.text, struck="初中")
    sheet.tell("struck words", *_STRUCK)


@SHELF.habit("struck", MARKED)
def struck_row(sheet: Sheet, chance: random.Random) -> None:
    """A whole row struck through: kept or left out, but told."""
    post = sheet.posts[_some(sheet, chance, 1)[0]]
    post.is_optional = True
    for cell in post.cells.values():
        cell.fill = Fill.STRUCK
    sheet.tell("a struck row", *_STRUCK)


@SHELF.habit("error education", ("xlsx",))
def error_values(sheet: Sheet, chance: random.Random) -> None:
    """Cells that show #N/A or #DIV/0!."""
    for place, shown in zip(_some(sheet, chance), ("#N/A", "#DIV/0!"), strict=True):
        post = sheet.posts[place]
        post.say("education", shown)
        post.cells["education"].fill = Fill.ERROR
        post.as_cell.add("education")
    sheet.tell("error values", *_ERROR)


@SHELF.habit("formula ability", ("xlsx",))
def formula_without_value(sheet: Sheet, chance: random.Random) -> None:
    """A formula that no program has computed yet."""
    for place in _some(sheet, chance):
        post = sheet.posts[place]
        post.cells["ability"] = Cell(text='_xlfn.CONCAT("掌握","原理")', fill=Fill.FORMULA)
        post.truth["ability"] = ""
        post.as_cell.add("ability")
    sheet.tell("a formula without a value", *_FORMULA)


@SHELF.habit("picture ability", ("xlsx", "docx", "html"))
def picture_in_cell(sheet: Sheet, chance: random.Random) -> None:
    """A picture where words should stand: in a workbook as WPS puts it in."""
    for place in _some(sheet, chance):
        post = sheet.posts[place]
        post.cells["ability"] = Cell(fill=Fill.PICTURE)
        post.truth["ability"] = ""
        post.as_cell.add("ability")
    sheet.tell("a picture in a cell", *_PICTURE)


@SHELF.habit("blank")
def blank_cells(sheet: Sheet, chance: random.Random) -> None:
    """Truly blank cells among the demands."""
    for key in ("education", "experience"):
        for place in _some(sheet, chance):
            post = sheet.posts[place]
            if key in post.cells and post.cells[key].fill is Fill.WORDS:
                post.say(key, "")


@SHELF.habit("hidden", ("xlsx",))
def hidden_rows(sheet: Sheet, chance: random.Random) -> None:
    """Two rows are hidden: read and told."""
    for place in _some(sheet, chance):
        sheet.posts[place].is_hidden = True
    sheet.tell("hidden rows", "隐藏", "hidden")


@SHELF.habit("comments", OFFICE)
def comments(sheet: Sheet, chance: random.Random) -> None:
    """A reviewer's comment hangs on two names."""
    for place in _some(sheet, chance):
        sheet.posts[place].cells["name"].comment = "此岗位拟删，待会议讨论。"
    sheet.tell("comments", "批注", "comment")


@SHELF.habit("ticks", MARKED)
def tick_boxes(sheet: Sheet, chance: random.Random) -> None:
    """A column of boxes, ticked or not."""
    column = Column(key="应届可报", heading="应届可报", is_demand=True)
    sheet.add(column, [chance.choice("☑□") for _ in sheet.posts])
    for post in sheet.posts:
        post.cells["应届可报"].fill = Fill.TICK


@SHELF.habit("ticks column_degree", MARKED)
def tick_boxes_with_words(sheet: Sheet, chance: random.Random) -> None:
    """Boxes within words: 硕士☑博士□."""
    column = Column(key="学位", heading="学位要求", is_demand=True)
    ways = ("硕士☑博士□", "硕士□博士☑", "学士☑硕士☑")
    sheet.add(column, [chance.choice(ways) for _ in sheet.posts])
    for post in sheet.posts:
        post.cells["学位"].fill = Fill.TICK


@SHELF.habit("column_count number_format", ("xlsx",))
def number_formats(sheet: Sheet, chance: random.Random) -> None:
    """Numbers whose format shows a word: 3人."""
    column = Column(key="需求人数", heading="需求人数")
    sheet.add(column, [str(chance.randint(1, 9)) for _ in sheet.posts])
    for post in sheet.posts:
        number = post.truth["需求人数"]
        post.cells["需求人数"] = Cell(text=number, number_format='0"人"')
        post.truth["需求人数"] = f"{number}人"


@SHELF.habit("index number_format", ("xlsx",))
def index_in_percent(sheet: Sheet, chance: random.Random) -> None:
    """An index stored as a number and shown as 87%."""
    column = Column(key="index", heading="紧缺指数")
    values = [chance.randint(20, 99) for _ in sheet.posts]
    sheet.add(column, [f"{value}%" for value in values], before="education")
    for post, value in zip(sheet.posts, values, strict=True):
        post.cells["index"] = Cell(text=f"{value / 100:.2f}", number_format="0%")


@SHELF.habit("serial", ("docx",))
def serials_counted_by_word(sheet: Sheet, _: random.Random) -> None:
    """Serials that Word counts: no digit stands in the file."""
    sheet.options.add("auto_serials")


@SHELF.habit("shortage doubts")
def six_stars(sheet: Sheet, chance: random.Random) -> None:
    """Six stars where five are the most: printed words kept, no value, told."""
    post = sheet.posts[_some(sheet, chance, 1)[0]]
    post.say("shortage", "★" * 6)
    post.as_cell.add("shortage")
    sheet.tell("six stars", "★" * 6)


@SHELF.habit("pay doubts")
def pay_reversed(sheet: Sheet, chance: random.Random) -> None:
    """A range of pay whose first number is the larger."""
    column = Column(key="pay", heading="年薪（万元）")
    sheet.add(column, [f"{low}-{low + 4}" for low in (chance.randint(5, 30) for _ in sheet.posts)])
    sheet.posts[_some(sheet, chance, 1)[0]].say("pay", "77-66")
    sheet.tell("a reversed range", "reversed", "77-66")


@SHELF.habit("doubts ability")
def row_repeated(sheet: Sheet, chance: random.Random) -> None:
    """A row printed a second time under the next serial."""
    twin, after = _some(sheet, chance)
    for key in sheet.posts[twin].truth:
        if key not in {"serial", "industry"}:
            sheet.posts[after].say(key, sheet.posts[twin].truth[key])
    sheet.posts[after].shortage_value = sheet.posts[twin].shortage_value
    sheet.posts[after].pay_10k = sheet.posts[twin].pay_10k
    sheet.tell("a repeated row", "identical", "重复", "完全相同", "一模一样")


@SHELF.habit("doubts experience")
def years_negative(sheet: Sheet, chance: random.Random) -> None:
    """-3年 under experience."""
    sheet.posts[_some(sheet, chance, 1)[0]].say("experience", "-3年及以上")
    sheet.tell("negative years", "-3年")
