"""Single texts into facts: days, years, levels, yes and no.

Each reader takes the text and returns the fact, or raises `UnreadError` with what
would be right.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from jinque.parameters.criteria_words import load_criteria_words
from jinque.parameters.ladders import load_ladders
from jinque.parameters.person.days import (
    FIRST_YEAR,
    LAST_YEAR,
    UnreadError,
    read_day,
    read_first_day,
    read_last_day,
)
from jinque.parameters.person.words import load_person_words
from jinque.text import fold

Reader = Callable[[str], object]

_YEAR = re.compile(r"(\d{4})年?")
_YEARS = re.compile(r"满?(\d{1,2})年?")
_MOST_YEARS = 80
_LONGEST = 200


def read_text(typed: str) -> str:
    """Return a text of up to 200 characters."""
    if len(typed) > _LONGEST:
        raise UnreadError(f"最多 {_LONGEST} 个字", f"at most {_LONGEST} characters")
    return typed


def read_yes_no(typed: str) -> bool:
    """Return the truth of 是 or 否."""
    words = load_person_words()
    if fold(typed) in map(fold, words.yes):
        return True
    if fold(typed) in map(fold, words.no):
        return False
    raise UnreadError("请写 是 或 否", "write yes or no")


def read_year(typed: str) -> int:
    """Return a year from 1900 to 2100."""
    found = _YEAR.fullmatch(fold(typed))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise UnreadError("请写四位年份，如 2020", "write a year such as 2020")
    return int(found[1])


def read_years(typed: str) -> int:
    """Return full years from 0 to 80."""
    found = _YEARS.fullmatch(fold(typed))
    if not found or int(found[1]) > _MOST_YEARS:
        told = f"请写满几年，0 到 {_MOST_YEARS}", f"write full years from 0 to {_MOST_YEARS}"
        raise UnreadError(*told)
    return int(found[1])


def read_degree(typed: str) -> str:
    """Return an academic degree; an empty text for 无."""
    words = load_person_words()
    if fold(typed) in map(fold, words.none):
        return ""
    ranks = load_criteria_words().degree_ranks
    ending = next((name for name in ranks if fold(typed).endswith(name)), typed)
    return _level(ending, ranks, words.degrees)


def _level(typed: str, known: Iterable[str], others: Mapping[str, str]) -> str:
    names = {fold(name): name for name in known} | {fold(k): v for k, v in others.items()}
    found = names.get(fold(typed))
    if found is None:
        listed = dict.fromkeys(known)
        raise UnreadError(f"可写：{'、'.join(listed)}", f"one of {', '.join(listed)}")
    return found


def read_education_level(typed: str) -> str:
    """Return an education level as catalogues print it."""
    known = load_criteria_words().education_ranks
    return _level(typed, known, load_person_words().education_levels)


def read_title_level(typed: str) -> str:
    """Return the level of a professional title."""
    known = load_criteria_words().title_ranks
    return _level(typed, known, load_person_words().title_levels)


def read_skill_level(typed: str) -> str:
    """Return a skill level that any ladder knows."""
    known = [level for ladder in load_ladders() for level in ladder.skill_order]
    by_name = load_person_words().skill_levels
    typed = typed.partition("/")[2] or typed
    return _level(typed, known, by_name)


READERS: Mapping[str, Reader] = {
    "text": read_text,
    "yes_no": read_yes_no,
    "year": read_year,
    "years": read_years,
    "day": read_day,
    "first_day": read_first_day,
    "last_day": read_last_day,
    "degree": read_degree,
    "education_level": read_education_level,
    "title_level": read_title_level,
    "skill_level": read_skill_level,
}
