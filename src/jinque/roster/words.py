"""Facts of a person as people write them: days, years, yes and no, appraisals, awards."""

import re
from datetime import date

from jinque.errors import InvalidOptionError
from jinque.model import Words
from jinque.model.person import Appraisal
from jinque.parameters import load_roster_terms
from jinque.text import fold, split_list

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:t?00:00(?::00)?)?")
_YEARS = re.compile(r"满?(\d{1,2})(?:\.\d+)?年?")
_APPRAISAL = re.compile(r"(\d{4})年?度?(?:[-—–~～至到](\d{4})年?度?)?[=::]?(.*)")
_YES = frozenset({"是", "有", "符合", "y", "yes", "true", "√", "✓", "1"})
_NO = frozenset({"否", "不是", "无", "没有", "不符合", "n", "no", "false", "×", "x", "0"})
_NONE = frozenset({"无", "没有", "none"})
_SEPARATORS = ";；,，、\n"
_MOST_YEARS = 80


def read_day(typed: str, where: str) -> date:
    """Read a day: `2022-11-01`, `2022/11/1`, `2022.11.1`, `2022年11月1日`.

    Args:
        typed: the words.
        where: option or cell, for the error.

    Raises:
        InvalidOptionError: it is no day of the calendar, or a month only.
    """
    found = _DAY.fullmatch(fold(typed))
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(typed.strip())
    except ValueError as fault:
        hint = Words(zh="请写到日，如 2022-11-01。", en="Write a day as 2022-11-01.")
        raise _error(typed, where, Words(zh="日期", en="a day"), hint) from fault


def read_years(typed: str, where: str) -> int:
    """Read full years of work; part of a year does not count.

    Raises:
        InvalidOptionError: it is no number of years that a person can have worked.
    """
    found = _YEARS.fullmatch(fold(typed))
    if found and int(found[1]) <= _MOST_YEARS:
        return int(found[1])
    hint = Words(zh="请写满几年，如 3。", en="Write the number of full years, as 3.")
    raise _error(typed, where, Words(zh="年数", en="a number of years"), hint)


def read_yes_no(typed: str, where: str) -> bool:
    """Read 是 or 否, in any of their usual forms.

    Raises:
        InvalidOptionError: it is neither.
    """
    word = fold(typed)
    if word in _YES or word in _NO:
        return word in _YES
    hint = Words(
        zh="请写“是”或“否”；不清楚就留空。", en="Write 是 or 否; leave it blank if unknown."
    )
    raise _error(typed, where, Words(zh="“是”或“否”", en="yes or no"), hint)


def read_appraisals(typed: str, where: str, *, bare_is_passed: bool) -> tuple[Appraisal, ...]:
    """Read the results of yearly appraisals: `2023合格;2024不合格`, `2023-2025合格`.

    Args:
        typed: the words.
        where: option or cell, for the error.
        bare_is_passed: whether a year without a result is a year passed; else it is an error.

    Raises:
        InvalidOptionError: an entry is no year with a result, or a year has two results.
    """
    results: dict[int, bool] = {}
    for entry in split_list(typed, _SEPARATORS):
        years, is_passed = _appraisal(entry, where, bare_is_passed=bare_is_passed)
        for year in years:
            if results.setdefault(year, is_passed) is not is_passed:
                raise _not_appraisal(entry, where)
    return tuple(Appraisal(year=year, is_passed=results[year]) for year in sorted(results))


def read_awards(typed: str) -> tuple[str, ...]:
    """Read names of awards; 无 says that there is none."""
    names = split_list(typed, _SEPARATORS)
    return tuple(name for name in names if fold(name) not in _NONE)


def _appraisal(entry: str, where: str, *, bare_is_passed: bool) -> tuple[range, bool]:
    found = _APPRAISAL.fullmatch(fold(entry))
    if not found:
        raise _not_appraisal(entry, where)
    first, last, word = int(found[1]), int(found[2] or found[1]), found[3]
    terms = load_roster_terms()
    is_passed = word in terms.passed or (not word and bare_is_passed)
    if not (is_passed or word in terms.failed) or not 0 <= last - first < _MOST_YEARS:
        raise _not_appraisal(entry, where)
    return range(first, last + 1), is_passed


def _not_appraisal(entry: str, where: str) -> InvalidOptionError:
    hint = Words(
        zh="请逐年写“合格”或“不合格”，如 2023合格;2024合格；其他结果请问受理机关后再填。",
        en="Write 合格 or 不合格 for each year, as 2023合格;2024合格.",
    )
    return _error(entry, where, Words(zh="一年的考核结果", en="the result of a year"), hint)


def _error(typed: str, where: str, wanted: Words, hint: Words) -> InvalidOptionError:
    return InvalidOptionError(
        f"“{typed}”不是{wanted.zh}。",
        f"“{typed}” is not {wanted.en}.",
        where=where,
        hint_zh=hint.zh,
        hint_en=hint.en,
    )
