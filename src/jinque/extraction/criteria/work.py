"""Work that a person has done: industries, years of work and of management, places to work in.

Years bind the work printed beside them, before or behind; which industry stands there belongs to
them. Graduates of the year have done none.
"""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import ONE_OF, Found, one_of, pattern, split_names
from jinque.model.criterion import (
    ExperienceYears,
    GraduateOfYear,
    IndustryExperience,
    LevelYears,
    ManagementYears,
    WorkPlace,
    YearsByDegree,
)
from jinque.parameters.words import load_criteria_words

_LEAST_JOINED = 2
_LONGEST_INDUSTRY = 16
_END = pattern("work_end")


def read_industries(sentence: str) -> Iterator[Found]:
    """Read industries in which the person must have worked."""
    taken = 0
    for match in (*_worked_in().finditer(sentence), *_engaged_in().finditer(sentence)):
        printed = match["names"]
        text = printed[_lead_of_names(printed) :]
        names = _industries(text)
        if not names or match.start() < taken:
            continue
        is_one = match["any"] or match["any_too"] or "或" in text
        yield Found(
            criterion=IndustryExperience(any_of=names),
            start=match.start() + _end_of_other_demand(match.group()),
            end=match.end(),
            doubt="names_joined" if len(names) >= _LEAST_JOINED and not is_one else None,
        )
        taken = match.end()


def _lead_of_names(printed: str) -> int:
    """Return where the names begin behind the verbs and behind an ability that stands before."""
    lead = _before_names().match(printed)
    return lead.end() if lead else 0


def _industries(text: str) -> tuple[str, ...]:
    """Return the industries of a list; empty where one of its names is none."""
    words = load_criteria_words()
    text = re.sub(
        pattern("work_industries"),
        "",
        re.sub(pattern("work_industries_2", one_of=ONE_OF), "", text),
    )
    bare = re.split("等(?!离)", re.sub(pattern("work_industries_3", one_of=ONE_OF), "", text))[0]
    pieces = split_names(bare, at_and=bool(re.search(pattern("work_industries_4"), bare)))
    ends = rf"(?:{one_of(words.not_industries)})$"
    none = re.compile(rf"{ends}|{one_of(words.employers)}|^(?:{one_of(words.unnamed_industries)})$")
    names = tuple(re.sub(pattern("work_industries_5"), "", piece) or piece for piece in pieces)
    if re.search(ends, text) or any(
        none.search(piece) or len(piece) > _LONGEST_INDUSTRY for piece in (*pieces, *names)
    ):
        return ()
    return names


@cache
def _record() -> str:
    """Return the pattern of work that was done: 工作经历, 从业经验, 工作能力."""
    words = load_criteria_words()
    nouns, records = one_of(words.work_nouns), one_of(words.work_records)
    return pattern("work_record", nouns=nouns, records=records)


@cache
def _of_industry() -> str:
    """Return the pattern of a list of industries and the word behind it."""
    return pattern("work_of_industry", one_of=ONE_OF)


@cache
def _worked_in() -> re.Pattern[str]:
    return re.compile(rf"{_of_industry()}{_record()}")


@cache
def _engaged_in() -> re.Pattern[str]:
    verbs = one_of(load_criteria_words().work_verbs)
    worked = one_of(load_criteria_words().work_nouns)
    return re.compile(
        pattern("work_engaged_in", verbs=verbs, of_industry=_of_industry(), worked=worked, end=_END)
    )


@cache
def _before_names() -> re.Pattern[str]:
    words = load_criteria_words()
    verbs = one_of(
        word for word in words.fillers if len(word) > 1 and word not in words.behind_words
    )
    return re.compile(
        pattern(
            "work_before_names",
            conjunctions=_conjunctions(),
            verbs=verbs,
            part3=one_of((*words.work_verbs, *words.degree_words)),
        )
    )


def _conjunctions() -> str:
    words = load_criteria_words()
    return f"(?:{one_of((*words.either_words, *words.both_words, '、'))})"


def _end_of_other_demand(text: str) -> int:
    found = _other_demand().match(text)
    return found.end() if found else 0


@cache
def _other_demand() -> re.Pattern[str]:
    """Return the pattern of another demand in front, and of what joins this one to it."""
    ends = one_of(load_criteria_words().demand_ends)
    verbs = pattern("work_other_demand")
    return re.compile(
        rf"(?:.*(?:(?:{ends})(?={_conjunctions()})|(?={_conjunctions()}(?:{verbs}))))?(?:{_conjunctions()})?"
    )


def read_places(sentence: str) -> Iterator[Found]:
    """Read a kind of place in which the person must be able to work."""
    for match in _place().finditer(sentence):
        place = WorkPlace(words=match.group())
        yield Found(criterion=place, start=match.start(), end=match.end())


@cache
def _place() -> re.Pattern[str]:
    words = load_criteria_words()
    places, done = one_of(words.places), one_of(words.place_deeds)
    return re.compile(pattern("work_place", done=done, end=_END, places=places))


_DIGITS = {mark: value for value, mark in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_TEN = 10
_NUMBER = pattern("work_number")
_RANGE = pattern("work_range")
_LEAST = pattern("work_least")
_YEARS = pattern("work_years", least=_LEAST, number=_NUMBER, range=_RANGE)
_BARE = re.compile(_YEARS)
_MANAGEMENT = re.compile(pattern("work_management", years=_YEARS))
_MANAGED = ("管理", "管理工作")
_WAIVED = re.compile(pattern("work_waived"))
_WAIVED_TOO = re.compile(pattern("work_waived_too"))
_GRADUATE = re.compile(pattern("work_graduate"))
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
    by_level = read_by_level(block)
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
    for match in _BARE.finditer(sentence):
        if match.start() < taken:
            continue
        before = _work_before().search(sentence[taken : match.start()])
        behind = _work_behind().match(sentence, match.end())
        is_said = before and (before["done"] or before["verb"])
        if not behind and not (is_said and re.compile(_END).match(sentence, match.end())):
            continue
        start = taken + before.start() if before else match.start()
        left = _bound(before.group()) if before else ""
        right = behind["work"].strip() if behind else ""
        years, work = number(match["number"]), left + right
        yield Found(
            criterion=ManagementYears(at_least=years)
            if work in _MANAGED
            else ExperienceYears(at_least=years, bound_to=work),
            start=start,
            end=behind.end() if behind else match.end(),
        )
        taken = behind.end() if behind else match.end()


def _bound(text: str) -> str:
    """Return the words that bind years without the verbs and nouns of work around them."""
    words = load_criteria_words()
    lead = one_of((*(word for word in words.fillers if word != "相关"), "过", "其中"))
    nouns = one_of((*words.work_nouns, *words.work_records, *words.tenure_words, "的", "达"))
    bare = re.sub(pattern("work_bound", lead=lead), "", text) if not text.startswith("在") else text
    bare = bare.removeprefix("从事")
    return re.sub(rf"(?:{nouns})+$", "", bare)


@cache
def _work_before() -> re.Pattern[str]:
    """Work printed in front of its years (从事焊接作业10年以上)."""
    words = load_criteria_words()
    done = one_of((*words.work_nouns, *words.work_records, *words.tenure_words))
    return re.compile(pattern("work_work_before", done=done))


@cache
def _work_behind() -> re.Pattern[str]:
    """Work printed behind its years (5年以上临床工作经历)."""
    words = load_criteria_words()
    nouns, records = one_of(words.work_nouns), one_of((*words.work_records, *words.tenure_words))
    return re.compile(pattern("work_work_behind", nouns=nouns, records=records, end=_END))


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
def _years_level() -> re.Pattern[str]:
    level = one_of(load_criteria_words().education_levels)
    return re.compile(pattern("work_years_level", level=level))


def read_by_level(block: str) -> Found | None:
    """Read years that depend on the education level, where a block or sentence states no more."""
    rules: list[LevelYears] = []
    waived: list[str] = []
    bound_to = ""
    known = one_of(load_criteria_words().education_levels)
    apart = re.sub(pattern("work_read_by_level", known=known), r"\1，", block)
    clauses = list(_CLAUSE.finditer(apart))
    for clause in clauses:
        text = clause.group().strip()
        level, years = _years_level().match(text), _BARE.search(text)
        if level and (years or "不限" in text):
            levels = tuple(re.split("[、或及和]", level["levels"]))
            least = number(years["number"]) if years else 0
            rules.append(LevelYears(levels=levels, at_least=least))
            work = _work_behind().match(text, years.end()) if years else None
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
