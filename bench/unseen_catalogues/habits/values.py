"""How shortage, index, code and pay are written: the same facts, other signs."""

import random
from collections.abc import Callable

from bench.unseen_catalogues.habits.habit import ALL, PAGED, Shelf
from bench.unseen_catalogues.sheet import Column, Sheet

SHELF = Shelf()

_FIVE = "一二三四五"
_FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
_DASHES = "–—‑－−"
_INDEX = Column(key="index", heading="紧缺指数")


def _shown(sheet: Sheet, write: Callable[[int], str]) -> None:
    """Write the shortage of each post from its rank of five."""
    for post in sheet.posts:
        post.say("shortage", write(post.shortage_value or 1))


def _of_three(sheet: Sheet, words: str | tuple[str, ...], *, is_ordered: bool) -> None:
    """Write the shortage in three words, weakest first; a rank is true only if they are ordered."""
    for post in sheet.posts:
        rank = min(3, (post.shortage_value or 1) // 2 + 1)
        post.say("shortage", words[rank - 1])
        post.shortage_value = rank if is_ordered else None


_STARS: dict[str, tuple[str, Callable[[int], str]]] = {
    "stars_digit_and_word": ("5星", lambda rank: f"{rank}星"),
    "stars_numeral_and_word": ("五星", lambda rank: f"{_FIVE[rank - 1]}星"),
    "stars_as_grade": ("五星级", lambda rank: f"{_FIVE[rank - 1]}星级"),
    "star_then_digit": ("★5", lambda rank: f"★{rank}"),
    "level_digit": ("5级", lambda rank: f"{rank}级"),
    "stars_hollow": ("★★★☆☆", lambda rank: "★" * rank + "☆" * (5 - rank)),
    "stars_digit_alone": ("紧缺星级 printed as a bare digit", str),
}


def _star_habits() -> None:
    for name, (about, write) in _STARS.items():

        def apply(
            sheet: Sheet, _: random.Random, write: Callable[[int], str] = write, name: str = name
        ) -> None:
            _shown(sheet, write)
            if name == "level_digit":
                for post in sheet.posts:
                    post.shortage_value = None
            if name == "stars_digit_alone":
                sheet.replace("shortage", "紧缺星级")

        SHELF.put(name, f"shortage as {about}", "shortage", ALL, apply)


_star_habits()


@SHELF.habit("shortage")
def high_middle_low(sheet: Sheet, _: random.Random) -> None:
    """Shortage as 高, 中, 低."""
    _of_three(sheet, "低中高", is_ordered=False)


@SHELF.habit("shortage")
def urgent_short_reserve(sheet: Sheet, _: random.Random) -> None:
    """Shortage as 急需, 紧缺, 储备, whose order nothing says."""
    _of_three(sheet, ("储备", "紧缺", "急需"), is_ordered=False)


@SHELF.habit("shortage")
def most_very_short(sheet: Sheet, _: random.Random) -> None:
    """Shortage as 紧缺, 比较紧缺, 非常紧缺."""
    _of_three(sheet, ("一般紧缺", "比较紧缺", "非常紧缺"), is_ordered=False)


@SHELF.habit("shortage")
def classes(sheet: Sheet, _: random.Random) -> None:
    """Shortage as 一类, 二类, 三类, which the title calls 紧缺类别."""
    _of_three(sheet, ("三类", "二类", "一类"), is_ordered=False)
    sheet.replace("shortage", "紧缺类别")


@SHELF.habit("shortage legend")
def letters_with_legend(sheet: Sheet, _: random.Random) -> None:
    """Shortage as A, B, C, explained in a line under the table."""
    _of_three(sheet, "CBA", is_ordered=True)
    sheet.below.append("注：紧缺程度分A、B、C三级，A为非常紧缺，B为比较紧缺，C为一般紧缺。")


@SHELF.habit("shortage legend")
def stems_with_legend(sheet: Sheet, _: random.Random) -> None:
    """Shortage as 甲, 乙, 丙, explained in a line over the table."""
    _of_three(sheet, "丙乙甲", is_ordered=True)
    sheet.above.append("说明：紧缺程度由高到低分为甲、乙、丙三等。")


def _index(sheet: Sheet, chance: random.Random, write: Callable[[float], str]) -> None:
    values = [write(chance.randint(20, 99) / 100) for _ in sheet.posts]
    sheet.add(_INDEX, values, before="education")


@SHELF.habit("index shortage")
def index_alone(sheet: Sheet, chance: random.Random) -> None:
    """An index of 0 to 1 and no label of shortage."""
    _index(sheet, chance, lambda value: f"{value:.2f}")
    sheet.drop("shortage")


@SHELF.habit("index")
def index_beside_label(sheet: Sheet, chance: random.Random) -> None:
    """An index of 0 to 1 beside the label."""
    _index(sheet, chance, lambda value: f"{value:.2f}")


@SHELF.habit("index")
def index_of_hundred(sheet: Sheet, chance: random.Random) -> None:
    """An index of 0 to 100."""
    _index(sheet, chance, lambda value: f"{value * 100:.1f}")


@SHELF.habit("index")
def index_of_five(sheet: Sheet, chance: random.Random) -> None:
    """An index of 0 to 5, as 4.5."""
    _index(sheet, chance, lambda value: f"{value * 5:.1f}")


@SHELF.habit("index")
def index_in_full_width(sheet: Sheet, chance: random.Random) -> None:
    """An index in full-width digits."""
    _index(sheet, chance, lambda value: f"{value:.2f}".translate(_FULL))


@SHELF.habit("index shortage")
def score_heading(sheet: Sheet, chance: random.Random) -> None:
    """The index under 得分, without a label."""
    _index(sheet, chance, lambda value: f"{value:.2f}")
    sheet.drop("shortage")
    sheet.replace("index", "得分")


@SHELF.habit("index shortage")
def numbers_under_shortage(sheet: Sheet, chance: random.Random) -> None:
    """Numbers of 0 to 1 under 紧缺度: the only column of shortage is the index."""
    _index(sheet, chance, lambda value: f"{value:.3f}")
    sheet.drop("shortage")
    sheet.replace("index", "紧缺度")


@SHELF.habit("code")
def codes_with_other_dashes(sheet: Sheet, chance: random.Random) -> None:
    """Codes with the dashes that Chinese keyboards and Word write."""
    for post in sheet.posts:
        if code := post.truth.get("code"):
            post.say("code", code.replace("-", chance.choice(_DASHES)), code)


@SHELF.habit("code")
def codes_in_full_width(sheet: Sheet, _: random.Random) -> None:
    """Codes in full-width digits."""
    for post in sheet.posts:
        if code := post.truth.get("code"):
            post.say("code", code.translate(_FULL), code)


@SHELF.habit("code", ("csv",))
def codes_guarded(sheet: Sheet, _: random.Random) -> None:
    """Codes guarded from Excel as `="6-31-01-03"`."""
    for post in sheet.posts:
        if code := post.truth.get("code"):
            post.say("code", f'="{code}"', code)


@SHELF.habit("code", PAGED)
def codes_partly_blank(sheet: Sheet, chance: random.Random) -> None:
    """A dash, a slash or nothing where a post has no code."""
    for post in sheet.posts:
        if "code" in post.truth and not chance.randrange(4):
            post.say("code", chance.choice(("—", "/", "")), "")


_YEARLY = Column(key="pay", heading="年薪（万元）")


@SHELF.habit("pay")
def pay_number(sheet: Sheet, chance: random.Random) -> None:
    """Pay as one number under a heading with its unit."""
    sheet.add(_YEARLY, [str(chance.randint(5, 40)) for _ in sheet.posts])
    for post in sheet.posts:
        post.pay_10k = float(post.truth["pay"])


@SHELF.habit("pay")
def pay_range(sheet: Sheet, chance: random.Random) -> None:
    """Pay as 10-15."""
    lows = [chance.randint(5, 30) for _ in sheet.posts]
    sheet.add(_YEARLY, [f"{low}-{low + chance.randint(2, 9)}" for low in lows])


@SHELF.habit("pay")
def pay_words(sheet: Sheet, chance: random.Random) -> None:
    """Pay as 6～9万, 面议 or 8万元起."""
    column = Column(key="pay", heading="薪酬待遇")
    lows = [chance.randint(5, 30) for _ in sheet.posts]
    ways = ("{}～{}万", "面议", "{}万元起")
    sheet.add(column, [chance.choice(ways).format(low, low + 3) for low in lows])


@SHELF.habit("pay above")
def pay_unit_in_a_line(sheet: Sheet, chance: random.Random) -> None:
    """Pay as one number whose unit stands in a line over the table."""
    sheet.add(Column(key="pay", heading="年薪"), [str(chance.randint(5, 40)) for _ in sheet.posts])
    sheet.above.append("单位：万元/年")
    for post in sheet.posts:
        post.pay_10k = float(post.truth["pay"])


@SHELF.habit("pay")
def pay_monthly(sheet: Sheet, chance: random.Random) -> None:
    """Pay by the month in yuan: no number of 10,000 a year."""
    lows = [chance.randint(35, 120) * 100 for _ in sheet.posts]
    column = Column(key="pay", heading="月薪（元）")
    sheet.add(column, [f"{low}-{low + 2000}" for low in lows])


@SHELF.habit("industry")
def industry_with_ordinal(sheet: Sheet, _: random.Random) -> None:
    """Industries as 一、海洋渔业."""
    seen: list[str] = []
    for post in sheet.posts:
        industry = post.truth["industry"]
        if industry not in seen:
            seen.append(industry)
        post.say("industry", f"{_FIVE[seen.index(industry)]}、{industry}", industry)


@SHELF.habit("serial")
def serials_with_marks(sheet: Sheet, _: random.Random) -> None:
    """Serials as 01, 02."""
    for post in sheet.posts:
        post.say("serial", f"{int(post.truth['serial']):02d}", post.truth["serial"])


@SHELF.habit("name")
def names_with_blanks(sheet: Sheet, _: random.Random) -> None:
    """Short names spread by blanks, as 护 士."""
    for post in sheet.posts:
        name = post.truth["name"]
        if len(name) <= 3:  # noqa: PLR2004
            post.say("name", "　".join(name), name)
