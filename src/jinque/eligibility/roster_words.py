"""Facts of a career as people write them in one cell: educations, work, languages, lists."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from jinque.errors import InvalidOptionError
from jinque.model import Words
from jinque.model.career import Education, LanguageHeld, WorkSpell
from jinque.parameters.criteria_words import load_criteria_words
from jinque.parameters.person.days import UnreadError, read_first_day, read_last_day
from jinque.roster.words import read_yes_no
from jinque.text import fold, split_list

Day = TypeVar("Day", date, date | None)
_SEPARATORS = ";；\n"
_NONE = frozenset({"无", "没有", "none"})
_STILL = "至今"
_YEARS = range(1950, 2101)


def is_none(typed: str) -> bool:
    """Tell whether a cell says that there is none."""
    return fold(typed) in _NONE


def read_names(typed: str, _where: str) -> tuple[str, ...]:
    """Read a list of names; 无 says that there is none."""
    return () if is_none(typed) else tuple(split_list(typed, _SEPARATORS))


def read_level(typed: str, where: str) -> str:
    """Read an education level.

    Raises:
        InvalidOptionError: it is in no scale; the hint names those that are.
    """
    return _one_of(typed, where, load_criteria_words().education_ranks, "学历", "education level")


def read_degree(typed: str, where: str) -> str:
    """Read an academic degree, empty for none; raises what `read_level` raises."""
    if is_none(typed):
        return ""
    return _one_of(typed, where, load_criteria_words().degree_ranks, "学位", "degree")


def read_title(typed: str, where: str) -> str:
    """Read the level of a professional title; raises what `read_level` raises."""
    return _one_of(typed, where, load_criteria_words().title_ranks, "职称级别", "title level")


def read_year(typed: str, where: str) -> int:
    """Read a year of four digits.

    Raises:
        InvalidOptionError: it is none from 1950 to 2100.
    """
    digits = fold(typed).removesuffix("年")
    if digits.isdecimal() and int(digits) in _YEARS:
        return int(digits)
    hint = Words(zh="请写四位数，如 2020。", en="Write four digits, as 2020.")
    raise _error(typed, where, Words(zh="年份", en="a year"), hint)


def read_educations(typed: str, where: str) -> tuple[Education, ...]:
    """Read `大专/无/是/会计/2012`, several parted by semicolons; raises as `read_level`."""
    return tuple(_education(entry, where) for entry in read_names(typed, where))


def read_work(typed: str, where: str) -> tuple[WorkSpell, ...]:
    """Read `2015-07-01~2018-06-30/会计/金融/否`, several parted by semicolons.

    Raises:
        InvalidOptionError: a day is none, or work ended before it began.
    """
    return tuple(_spell(entry, where) for entry in read_names(typed, where))


def read_languages(typed: str, where: str) -> tuple[LanguageHeld, ...]:
    """Read `英语:大学英语六级`, several parted by semicolons; the level may be left out."""
    found = []
    for entry in read_names(typed, where):
        language, _, level = entry.replace("：", ":").partition(":")
        found.append(LanguageHeld(language=language.strip(), level=level.strip() or None))
    return tuple(found)


def _education(entry: str, where: str) -> Education:
    level, degree, full_time, major, year, *_ = [*_fields(entry), "", "", "", ""]
    return Education(
        level=read_level(level, where),
        degree=read_degree(degree, where) if degree else None,
        is_full_time=read_yes_no(full_time, where) if full_time else None,
        majors=(major,) if major else None,
        year=read_year(year, where) if year else None,
    )


def _spell(entry: str, where: str) -> WorkSpell:
    days, occupation, industry, managing, *_ = [*_fields(entry), "", "", ""]
    begun, _, ended = days.replace("～", "~").replace("至今", "~").partition("~")
    try:
        return WorkSpell(
            begun_on=_day(read_first_day, begun.strip(), where),
            ended_on=_day(read_last_day, ended.strip("~ ") or _STILL, where),
            occupation=occupation or None,
            industry=industry or None,
            is_management=read_yes_no(managing, where) if managing else None,
        )
    except ValueError as fault:
        hint = Words(
            zh="止日应在起日之后，如 2015-07-01~2018-06-30。",
            en="The last day comes after the first: 2015-07-01~2018-06-30.",
        )
        raise _error(days, where, Words(zh="一段时间", en="a time of work"), hint) from fault


def _day(read: Callable[[str], Day], typed: str, where: str) -> Day:
    try:
        return read(typed)
    except UnreadError as fault:
        raise _error(typed, where, Words(zh="日期", en="a day"), fault.wanted) from fault


def _fields(entry: str) -> list[str]:
    """Split by slashes; `/` stands in no day that is written with hyphens."""
    return [each.strip() for each in entry.split("/")]


def _one_of(typed: str, where: str, known: Collection[str], zh: str, en: str) -> str:
    for name in known:
        if fold(name) == fold(typed):
            return name
    listed = "、".join(known)
    hint = Words(zh=f"可以写：{listed}；没有写“无”。", en=f"One of {listed}; 无 for none.")
    raise _error(typed, where, Words(zh=zh, en=f"a known {en}"), hint)


def _error(typed: str, where: str, wanted: Words, hint: Words) -> InvalidOptionError:
    return InvalidOptionError(
        f"“{typed}”不是能识别的{wanted.zh}。",
        f"“{typed}” is not {wanted.en}.",
        where=where,
        hint_zh=hint.zh,
        hint_en=hint.en,
    )
