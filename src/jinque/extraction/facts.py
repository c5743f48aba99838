"""Lines around a table: who published it and when, its number, its validity, the unit of pay.

Each fact keeps the place of its words. A line that states nothing else is no section of the table;
neither is one by which a web page is moved about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from jinque.model import Block, Paragraph, Span
from jinque.parameters.reading import load_reading_words
from jinque.text import drop_blanks, fold

_LONGEST_LINE = 60
_DIGITS = {mark: str(value) for value, mark in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
}
_DAY = r"(?P<{0}y>[12]\d{{3}})[-/.年](?P<{0}m>\d{{1,2}})[-/.月](?P<{0}d>\d{{1,2}})日?"
_CHINESE_DAY = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[(](?:19|20)\d\d[〕\])](?:第)?\d{1,4}号")
_UNIT = re.compile(
    r"(?:(?:薪酬|年薪|金额|计量|货币)?单位):?(?P<unit>(?:人民币)?[万千]?元(?:/[年月])?)"
)
_YEARS = re.compile(r"有效期(?:为)?([一二两三四五六七八九十\d])年")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of the edition with the line that states it.

    Attributes:
        field: of the metadata, or `pay_unit`.
    """

    field: str
    value: str
    span: Span


def read_facts(blocks: Iterable[Block]) -> dict[str, Fact]:
    """Return the facts that paragraphs state, the first of each; a signature is read at the end."""
    found: dict[str, Fact] = {}
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    for paragraph in paragraphs:
        for name, value in _stated(paragraph.text):
            found.setdefault(name, Fact(field=name, value=value, span=paragraph.span))
    for fact in _signature(paragraphs):
        found.setdefault(fact.field, fact)
    return found


def is_fact_line(text: str) -> bool:
    """Tell whether a short line states facts of the edition and nothing else."""
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST_LINE:
        return False
    rest = plain
    for pattern in _line_patterns():
        rest = pattern.sub("", rest)
    return not re.sub(r"[\s()（）,，;；、:：。.]", "", rest)


def is_navigation(text: str) -> bool:
    """Tell whether a line is there for moving about a page: most of its parts are such words."""
    words = load_reading_words()
    marks = "|".join(map(re.escape, words.navigation_marks))
    parts = [part for part in re.split(rf"{marks}|\s{{2,}}", text.strip()) if part.strip()]
    known = [fold(word) for word in words.navigation]
    like = sum(_is_navigating(fold(part), known) for part in parts)
    return bool(parts) and 2 * like > len(parts)


def _is_navigating(part: str, known: Sequence[str]) -> bool:
    return any(part == word or part.startswith((word + ":", word + "=")) for word in known) or (
        part in {"sep=,", "sep=;"}
    )


def _plain(text: str) -> str:
    """Return a line in one width, days in numerals as days in digits."""
    return _CHINESE_DAY.sub(_in_digits, fold(text))


def _in_digits(found: re.Match[str]) -> str:
    year = "".join(_DIGITS[mark] for mark in found[1])
    return f"{year}年{_count(found[2])}月{_count(found[3])}日"


def _count(numeral: str) -> int:
    tens, ten, units = numeral.rpartition("十")
    value = int(_DIGITS[tens]) if tens else 1
    return value * 10 * bool(ten) + (int(_DIGITS[units]) if units else 0)


def _stated(text: str) -> Iterator[tuple[str, str]]:
    plain = _plain(text)
    days = dict(_days(plain))
    years = _YEARS.search(plain)
    if years and "effective_from" in days and "effective_to" not in days:
        first = date.fromisoformat(days["effective_from"])
        last = first.replace(year=first.year + _years(years[1]))
        days["effective_to"] = last.isoformat()
    yield from days.items()
    if number := _NUMBER.search(plain):
        yield "document_number", _as_printed(number[0], text)
    if unit := _UNIT.search(plain):
        yield "pay_unit", unit["unit"]
    offices = (found["office"] for one in _patterns()["publisher"] if (found := one.search(plain)))
    if office := next(filter(is_office, offices), None):
        yield "publisher", _as_printed(office, text)


def _days(plain: str) -> Iterator[tuple[str, str]]:
    """Yield the days that a line states; the end of a validity is exclusive."""
    for name in ("effective_from", "effective_to", "issued_on"):
        places = (one.search(plain) for one in _patterns()[name])
        day = next((day for found in places if found and (day := _day(found))), None)
        if day:
            yield name, (day + timedelta(days=name == "effective_to")).isoformat()


def _years(text: str) -> int:
    return int(text) if text.isdecimal() else _count(text.replace("两", "二"))


def _as_printed(words: str, text: str) -> str:
    """Return folded words as the line prints them, without blanks."""
    compact = drop_blanks(text)
    start = fold(compact).find(words)
    is_same = start >= 0 and len(fold(compact)) == len(compact)
    return compact[start : start + len(words)] if is_same else words


def _signature(paragraphs: Sequence[Paragraph]) -> Iterator[Fact]:
    """Yield publisher and day of two lines of their own that stand together."""
    for first, second in pairwise(paragraphs):
        office, when = _plain(first.text), _plain(second.text)
        day = re.fullmatch(_DAY.format(""), when)
        if day and is_office(office) and (found := _day(day)):
            yield Fact(field="publisher", value=drop_blanks(first.text), span=first.span)
            yield Fact(field="issued_on", value=found.isoformat(), span=second.span)


def is_office(text: str) -> bool:
    """Tell whether a text in one width is the name of an office and nothing else."""
    is_name = bool(re.fullmatch(r"[\u4e00-\u9fff()、]{4,40}", text))
    return is_name and text.endswith(load_reading_words().office_endings)


def _day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    try:
        return date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    except ValueError:
        return None


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    words, day = load_reading_words(), _DAY.format("")
    one_of = {
        name: "|".join(map(re.escape, getattr(words, name)))
        for name in (
            *("publisher_labels", "issued_labels", "issued_verbs"),
            *("effective_words", "validity_words"),
        )
    }
    verbs = one_of["issued_verbs"]
    return {
        "effective_from": (
            re.compile(rf"(?:自|从|于)?{day}(?:起|开始)(?:正式)?(?:{one_of['effective_words']})"),
            re.compile(rf"(?:生效日期|施行日期|实施日期|执行日期)[:为]?{day}"),
            re.compile(rf"有效期(?:为|:)?(?:自|从)?{day}(?:起)?(?:至|到|-)"),
        ),
        "effective_to": (
            re.compile(rf"(?:{one_of['validity_words']})[:为]?{day}"),
            re.compile(rf"有效期(?:为|:)?(?:自|从)?{_DAY.format('b')}(?:起)?(?:至|到|-){day}"),
            re.compile(rf"{day}(?:前|止|为止)有效"),
        ),
        "issued_on": (
            re.compile(rf"(?:{one_of['issued_labels']})[:为]?{day}"),
            re.compile(rf"{day}(?:正式)?(?:{verbs})"),
            re.compile(rf"(?:{verbs})(?:于|日期)?[:]?{day}"),
        ),
        "publisher": (
            re.compile(rf"(?:{one_of['publisher_labels']}):(?P<office>[\u4e00-\u9fff()、]+)"),
            re.compile(rf"^(?P<office>[\u4e00-\u9fff()、]+?){day}(?:{verbs})?"),
            re.compile(rf"(?:^|由)(?P<office>[\u4e00-\u9fff()、]+?)(?:{verbs})"),
        ),
    }


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    """Return what may stand in a line of facts, the longer first."""
    words, day = load_reading_words(), _DAY.format("")
    plain_day = re.sub(r"\?P<\w+>", "?:", day)
    ends = "|".join(map(re.escape, words.office_endings))
    verbs = "|".join(map(re.escape, words.issued_verbs))
    labels = "|".join(map(re.escape, (*words.publisher_labels, *words.issued_labels)))
    validity = "|".join(map(re.escape, words.validity_words))
    effective = "|".join(map(re.escape, words.effective_words))
    return (
        _NUMBER,
        re.compile(rf"(?:本目录)?(?:自|从|于)?{plain_day}(?:起|开始)(?:正式)?(?:{effective})"),
        re.compile(rf"(?:{validity})[:为]?{plain_day}"),
        re.compile(rf"有效期[:为]?(?:自|从)?{plain_day}(?:起)?(?:至|到|-){plain_day}"),
        re.compile(r"有效期(?:为|:)?[一二两三四五六七八九十\d]年"),
        _UNIT,
        re.compile(rf"(?:{labels}):"),
        re.compile(rf"{plain_day}(?:正式)?(?:{verbs})?"),
        re.compile(rf"^[\u4e00-\u9fff()、]{{2,40}}?(?:{ends})(?:{verbs})?(?=$|\s|\(|,|;)"),
    )
