"""Years: of work, of management, by education level; graduates of the year."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import Found, one_of
from jinque.model.criterion_person import (
    ExperienceYears,
    GraduateOfYear,
    LevelYears,
    ManagementYears,
    YearsByDegree,
)
from jinque.parameters.criteria_words import load_criteria_words

_DIGITS = {mark: value for value, mark in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_TEN = 10
_NUMBER = r"(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_YEARS = rf"(?:至少|不少于|不低于|满)?\s*{_NUMBER}年(?:[（(]含[)）])?(?P<up>及以上|以上)?"
_WORK = r"(?:的)?(?:工作|从业|实践|实际|任职)?(?P<kind>经历|经验|资历)"
_BOUND = re.compile(rf"{_YEARS}(?:的)?(?:从事)?(?P<work>[^，,；。（）()]{{0,40}}?){_WORK}")
_BEFORE = re.compile(
    rf"(?P<where>在[^，,；。]{{1,20}}?)?从事(?P<work>[^，,；。]{{1,30}}?)(?:工作)?{_YEARS}"
)
_BARE = re.compile(rf"{_YEARS}")
_MANAGEMENT = re.compile(rf"(?:其中)?管理(?:工作)?(?:经验|经历|年限)(?:要求)?{_YEARS}")
_MANAGED = ("管理", "管理工作")
_WAIVED = re.compile(r"^(?P<roles>[^，,]+?)(?:不限|除外|不受.{0,8}限制|无需|可不)")
_WAIVED_TOO = re.compile(r"(?:或者?|、|和|及)(?P<roles>[^，,]+?)不限")
_GRADUATE = re.compile(r"应届(?:高校|大学|本科|硕士|博士)?毕业(?:生|研究生)")
_CLAUSE = re.compile(r"[^，,；;。（）()]+")


def number(printed: str) -> int:
    """Return a number up to 99 in digits or in Chinese numerals."""
    if printed.isdecimal():
        return int(printed)
    tens, mark, ones = printed.rpartition("十")
    if not mark:
        return _DIGITS[printed]
    return (_DIGITS[tens] if tens else 1) * _TEN + (_DIGITS[ones] if ones else 0)


def read_cell(block: str) -> list[Found]:
    """Read a block that states years and nothing else; empty where it is running text."""
    by_level = _by_level(block)
    if by_level:
        return [by_level]
    found: list[Found] = []
    for clause in _CLAUSE.finditer(block):
        text, start = clause.group().strip(), clause.start()
        managing, bare = _MANAGEMENT.fullmatch(text), _BARE.fullmatch(text)
        if managing:
            management = ManagementYears(at_least=number(managing["number"]))
            found.append(Found(criterion=management, start=start, end=start + len(text)))
        elif bare:
            years = ExperienceYears(at_least=number(bare["number"]))
            found.append(Found(criterion=years, start=start, end=start + len(text)))
        elif not _GRADUATE.fullmatch(text):
            return []
    return found


def read_years(sentence: str) -> Iterator[Found]:
    """Read years that bind work in running text."""
    taken = 0
    for match in _BOUND.finditer(sentence):
        work, years = match["work"].strip(), number(match["number"])
        is_management = work in _MANAGED
        criterion = (
            ManagementYears(at_least=years)
            if is_management
            else ExperienceYears(at_least=years, bound_to=work)
        )
        yield Found(criterion=criterion, start=match.start(), end=match.end())
        taken = match.end()
    for match in _BEFORE.finditer(sentence, taken):
        if match["up"]:
            work = sentence[match.start() : match.end("work")].removeprefix("从事")
            criterion = ExperienceYears(at_least=number(match["number"]), bound_to=work)
            yield Found(criterion=criterion, start=match.start(), end=match.end())


def read_graduates(sentence: str) -> Iterator[Found]:
    """Read 应届毕业生; the year is not printed."""
    for match in _GRADUATE.finditer(sentence):
        yield Found(
            criterion=GraduateOfYear(),
            start=match.start(),
            end=match.end(),
            doubt="graduate_year_undefined",
        )


@cache
def _level() -> re.Pattern[str]:
    level = one_of(load_criteria_words().education_levels)
    return re.compile(
        rf"^(?P<levels>(?:{level})(?:[、或及和](?:{level}))*)(?:及以上|以上)?(?:学历|学位|毕业生)?"
    )


def _by_level(block: str) -> Found | None:
    rules: list[LevelYears] = []
    waived: list[str] = []
    bound_to = ""
    clauses = list(_CLAUSE.finditer(block))
    for clause in clauses:
        text = clause.group().strip()
        level, years = _level().match(text), _BARE.search(text)
        if level and (years or "不限" in text):
            levels = tuple(re.split("[、或及和]", level["levels"]))
            least = number(years["number"]) if years else 0
            rules.append(LevelYears(levels=levels, at_least=least))
            work = _BOUND.search(text)
            bound_to = bound_to or (work["work"] if work else "")
            beside = _WAIVED_TOO.match(text, level.end())
            waived += re.split("[、和及]", beside["roles"]) if beside else []
        elif role := _WAIVED.match(text):
            waived += re.split("[、和及]", role["roles"])
        else:
            return None
    if not rules:
        return None
    criterion = YearsByDegree(rules=tuple(rules), bound_to=bound_to, waived_for_roles=tuple(waived))
    return Found(criterion=criterion, start=clauses[0].start(), end=clauses[-1].end())
