"""What stands around the table: title lines with facts, letters, navigation, copies."""

import random

from bench.unseen_catalogues.habits.habit import ALL, Shelf
from bench.unseen_catalogues.sheet import Sheet

SHELF = Shelf()

_DATES = ("2031年3月5日", "2032年11月20日", "2033年7月1日")
_ISO = ("2031-03-05", "2032-11-20", "2033-07-01")


def _office(sheet: Sheet) -> str:
    return f"{sheet.city}人力资源和社会保障局"


@SHELF.habit("publisher above")
def publisher_and_date(sheet: Sheet, _: random.Random) -> None:
    """A line with publisher and date under the title."""
    at = sheet.number % 3
    sheet.above.insert(0, f"{_office(sheet)}　{_DATES[at]}发布")
    sheet.facts |= {"publisher": _office(sheet), "issued_on": _ISO[at]}


@SHELF.habit("publisher")
def signature_below(sheet: Sheet, _: random.Random) -> None:
    """Publisher and date as a letter's signature, the last two lines."""
    at = sheet.number % 3
    sheet.below += [_office(sheet), _DATES[at]]
    sheet.facts |= {"publisher": _office(sheet), "issued_on": _ISO[at]}


@SHELF.habit("publisher above")
def labelled_facts(sheet: Sheet, _: random.Random) -> None:
    """发布单位： and 发布日期： in lines of their own, the date as 2031-03-05."""
    at = sheet.number % 3
    sheet.above += [f"发布单位：{_office(sheet)}", f"发布日期：{_ISO[at]}"]
    sheet.facts |= {"publisher": _office(sheet), "issued_on": _ISO[at]}


@SHELF.habit("document_number")
def document_number(sheet: Sheet, _: random.Random) -> None:
    """The number of the document, 澄人社发〔2031〕12号."""
    year = 2031 + sheet.number % 3
    number = f"{sheet.city[0]}人社发〔{year}〕{12 + sheet.number}号"
    sheet.above.insert(0, number)
    sheet.facts["document_number"] = number


@SHELF.habit("validity")
def validity_above(sheet: Sheet, _: random.Random) -> None:
    """有效期至2035年12月31日 over the table."""
    sheet.above.append("有效期至2035年12月31日")
    sheet.facts["effective_to"] = "2035-12-31|2036-01-01"


@SHELF.habit("validity")
def validity_below(sheet: Sheet, _: random.Random) -> None:
    """本目录自…起施行，有效期两年 as a last sentence."""
    sheet.below.append("本目录自2034年1月1日起施行，有效期至2035年12月31日。")
    sheet.facts |= {"effective_from": "2034-01-01", "effective_to": "2035-12-31|2036-01-01"}


@SHELF.habit("letter", ("docx", "html", "pdf", "txt"))
def letter_above(sheet: Sheet, _: random.Random) -> None:
    """A covering letter with numbered sentences before the list."""
    sheet.above += [
        "各有关单位：",
        "为做好人才引进工作，经调查汇总，现将目录予以公布。",
        "一、请对照目录组织招聘。",
        "二、执行中如有问题，请及时反馈。",
        "附件：岗位一览表",
    ]


@SHELF.habit("web nesting", ("html",))
def web_navigation(sheet: Sheet, _: random.Random) -> None:
    """A page with its navigation, breadcrumbs, print buttons and footer."""
    sheet.options.add("navigation")


@SHELF.habit("web", ("html",))
def fixed_column_copy(sheet: Sheet, _: random.Random) -> None:
    """A page component writes the first columns a second time."""
    sheet.options.add("fixed_copy")


@SHELF.habit("web", ("html",))
def scrolling_head_copy(sheet: Sheet, _: random.Random) -> None:
    """A page component puts the head into a table of its own over the body's."""
    sheet.options.add("head_apart")


@SHELF.habit("title_line")
def second_title_line(sheet: Sheet, _: random.Random) -> None:
    """附件2 over the title and （2034年修订） under it."""
    sheet.options.add("annex_line")
    sheet.above.insert(0, "（2034年修订）")
    sheet.facts["title"] += f"|{sheet.title}（2034年修订）"


@SHELF.habit("title_line", ALL)
def title_missing(sheet: Sheet, _: random.Random) -> None:
    """No title at all: the table alone."""
    sheet.options.add("no_title")
    sheet.facts.pop("title", None)
