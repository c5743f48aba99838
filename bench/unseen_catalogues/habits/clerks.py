"""What clerks of counties do to a table by hand: dittos, blanks, parts, forms behind the list."""

import random

from bench.unseen_catalogues.habits.habit import ALL, MARKED, MERGING, PAGED, Shelf
from bench.unseen_catalogues.sheet import Cell, Column, Grid, Row, Sheet

SHELF = Shelf()

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒"
_COUNTIES = ("东滨县", "西陵县", "南渚区", "北湾市")
_LONGEST_VERTICAL = 6


@SHELF.habit("title_count")
def title_with_count(sheet: Sheet, _: random.Random) -> None:
    """（共18个岗位） in a line under the title."""
    sheet.above.insert(0, f"（共{len(sheet.posts)}个岗位）")
    sheet.facts["title"] = f"{sheet.title}|{sheet.title}（共{len(sheet.posts)}个岗位）"


@SHELF.habit("title_line")
def annex_and_title_in_a_line(sheet: Sheet, _: random.Random) -> None:
    """附件1：…目录 in one line."""
    sheet.facts["title"] = f"{sheet.title}|附件1：{sheet.title}"
    sheet.title = f"附件1：{sheet.title}"


@SHELF.habit("serial")
def serial_gaps(sheet: Sheet, _: random.Random) -> None:
    """Rows were taken out, their serials are missing."""
    for place, post in enumerate(sheet.posts):
        post.say("serial", str(place + 1 + (place >= 5) + (place >= 9)))  # noqa: PLR2004
    sheet.tell("a gap in the serials", "serial_gap")


@SHELF.habit("serial")
def serials_in_brackets(sheet: Sheet, _: random.Random) -> None:
    """Serials as （1）."""
    for post in sheet.posts:
        post.say("serial", f"（{post.truth['serial']}）", post.truth["serial"])


@SHELF.habit("serial")
def serials_circled(sheet: Sheet, _: random.Random) -> None:
    """Serials as ①."""
    for post in sheet.posts:
        number = post.truth["serial"]
        post.say("serial", _CIRCLED[int(number) - 1], number)


@SHELF.habit("serial", PAGED)
def serial_without_heading(sheet: Sheet, _: random.Random) -> None:
    """No heading over the serials."""
    sheet.replace("serial", "")


@SHELF.habit("rows industry_cells sections")
def industry_blank_below(sheet: Sheet, _: random.Random) -> None:
    """The industry typed once, blank below, nothing merged."""
    last = ""
    for post in sheet.posts:
        industry = post.truth["industry"]
        post.say("industry", "" if industry == last else industry, industry)
        last = industry


@SHELF.habit("industry industry_cells sections headings halves")
def industries_of_two_levels(sheet: Sheet, _: random.Random) -> None:
    """产业类别 beside 所属行业."""
    sheet.replace("industry", "所属行业")
    column = Column(key="kind", heading="产业类别")
    kinds = ("第一产业", "第二产业", "第三产业")
    half = len(sheet.posts) // 2
    sheet.add(
        column, [kinds[1 + (at >= half)] for at in range(len(sheet.posts))], before="industry"
    )


@SHELF.habit("ditto")
def ditto_words(sheet: Sheet, _: random.Random) -> None:
    """同上 where education or experience are those of the row above."""
    _ditto(sheet, "同上")


@SHELF.habit("ditto")
def ditto_marks(sheet: Sheet, _: random.Random) -> None:
    """〃 where education or experience are those of the row above."""
    _ditto(sheet, "〃")


def _ditto(sheet: Sheet, mark: str) -> None:
    for key in ("education", "experience"):
        if sheet.place_of(key) == len(sheet.columns):
            continue
        last = ""
        for place, post in enumerate(sheet.posts):
            if place % 3 == 1:
                post.say(key, mark, last)
            last = post.truth[key]


@SHELF.habit("code name")
def code_behind_the_name(sheet: Sheet, _: random.Random) -> None:
    """电工（6-31-01-03）: name and code in one cell."""
    for post in sheet.posts:
        if code := post.truth.get("code"):
            post.say("name", f"{post.truth['name']}（{code}）", post.truth["name"])
    sheet.columns = [column for column in sheet.columns if column.key != "code"]


@SHELF.habit("breaks", MARKED)
def headings_upright(sheet: Sheet, _: random.Random) -> None:
    """Each character of a heading on a line of its own."""
    for column in list(sheet.columns):
        if not column.above and len(column.heading) <= _LONGEST_VERTICAL:
            sheet.replace(column.key, "\n".join(column.heading))


@SHELF.habit("headings")
def headings_in_two_languages(sheet: Sheet, _: random.Random) -> None:
    """岗位名称 Position: Chinese and English in one heading."""
    english = {
        "serial": "No.",
        "industry": "Industry",
        "code": "Code",
        "name": "Position",
        "shortage": "Shortage",
        "education": "Education",
        "experience": "Experience",
        "ability": "Abilities",
    }
    for column in list(sheet.columns):
        if column.key in english:
            sheet.replace(column.key, f"{column.heading} {english[column.key]}")


@SHELF.habit("notes")
def contacts_below(sheet: Sheet, _: random.Random) -> None:
    """联系人 and 联系电话 in lines below, and the day of filling in."""
    sheet.below += ["联系人：（略）　联系电话：0999-5550100", "填表日期：2031年3月5日"]


@SHELF.habit("notes")
def notes_in_brackets(sheet: Sheet, _: random.Random) -> None:
    """（注：…） and ※ … below the table."""
    sheet.below += ["（注：★越多表示越紧缺。）", "※ 以上岗位常年有效，详情请咨询人才服务中心。"]


@SHELF.habit("rows anew title_place", PAGED)
def continued_under_a_word(sheet: Sheet, _: random.Random) -> None:
    """（续上表） alone over each further part, head printed anew."""
    sheet.options |= {"title_anew", "short_title_anew"}


@SHELF.habit("rows anew title_place", MARKED)
def continued_without_head(sheet: Sheet, _: random.Random) -> None:
    """Further parts of the table without a head."""
    sheet.options |= {"title_anew", "no_title_anew", "headless_parts"}


@SHELF.habit("title_place head", MARKED)
def filling_line_in_the_table(sheet: Sheet, _: random.Random) -> None:
    """Title and 填报单位：… 填报日期：… as the first rows of the table."""
    sheet.options |= {"title_inside", "filling_line"}


@SHELF.habit("after", ("docx", "html", "xlsx"))
def application_form_behind(sheet: Sheet, _: random.Random) -> None:
    """A blank form to apply with, which asks for names and numbers of identity cards."""
    rows = (
        ("姓名", "", "性别", ""),
        ("身份证号", "", "出生年月", ""),
        ("学历", "", "联系电话", ""),
        ("申报岗位", "", "现工作单位", ""),
        ("申报理由", "", "", ""),
    )
    form = Grid(width=4, rows=[Row(cells=[Cell(text=text) for text in row]) for row in rows])
    sheet.after += ["附件3", "急需紧缺人才申报表", form]


@SHELF.habit("rows ellipsis")
def row_of_dots(sheet: Sheet, _: random.Random) -> None:
    """A last row of …… ."""
    sheet.options.add("dots")


@SHELF.habit("remark rows", MERGING)
def remark_over_all_rows(sheet: Sheet, _: random.Random) -> None:
    """One remark merged over all rows."""
    words = "以上岗位薪酬按照单位有关规定执行"
    sheet.add(Column(key="备注", heading="备注"), [words for _ in sheet.posts])
    sheet.options.add("one_remark")


@SHELF.habit("rows industry_cells industry sections serial", ("xlsx",))
def sheets_of_counties(sheet: Sheet, _: random.Random) -> None:
    """A worksheet for each county, each with the title and the head."""
    groups = list(dict.fromkeys(post.truth["industry"] for post in sheet.posts))
    last, serial = "", 0
    for post in sheet.posts:
        serial = serial + 1 if post.truth["industry"] == last else 1
        last = post.truth["industry"]
        post.say("serial", str(serial))
        post.county = _COUNTIES[groups.index(last)]
    sheet.options |= {"section_sheets", "title_each"}


@SHELF.habit("hidden_column", ("xlsx",))
def hidden_column(sheet: Sheet, _: random.Random) -> None:
    """A hidden column of internal remarks."""
    column = Column(key="内部意见", heading="内部意见")
    sheet.add(column, [("同意", "再议")[at % 2] for at in range(len(sheet.posts))])
    sheet.options.add("hidden_column")
    sheet.tell("a hidden column", "columns_hidden", "隐藏")


@SHELF.habit("plain_units", ALL)
def units_above(sheet: Sheet, chance: random.Random) -> None:
    """单位：人、万元 over the table, numbers below."""
    sheet.above.append("单位：人、万元")
    column = Column(key="需求人数", heading="需求人数")
    sheet.add(column, [str(chance.randint(1, 30)) for _ in sheet.posts])


@SHELF.habit("rows industry_cells industry sections serial order")
def sections_as_numbered_rows(sheet: Sheet, _: random.Random) -> None:
    """一 under 序号 and the industry beside it, nothing else in the row."""
    sheet.options |= {"section_rows", "section_cells"}
    sheet.columns = [column for column in sheet.columns if column.key != "industry"]
