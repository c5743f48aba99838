"""The classification as it stood on a day."""

import calendar
from dataclasses import replace
from datetime import date

from jinque.classification.occupations import EDITIONS, load_classification
from jinque.errors import InvalidOptionError
from jinque.model import Classification, DatedClassification, Occupation, Words

_LAST_MONTH = 12


def as_of(day: date) -> DatedClassification:
    """Return the edition in force on a day, without what was added later.

    The lists date an edition to its year and an addition to its month. An entry holds for certain
    from the last day of that period on; within it, it is undecided. In the year of an edition the
    one before it is taken.

    Raises:
        InvalidOptionError: the day is before the first year of the oldest edition known here.
    """
    edition = _edition_on(day)
    entries = edition.by_code.values()
    certain = {entry.code: entry for entry in entries if _ends(entry, day)}
    undecided = tuple(e for e in entries if e.code not in certain and has_begun(e, day.isoformat()))
    return DatedClassification(
        day=day.isoformat(),
        classification=replace(edition, by_code=certain),
        undecided=undecided,
        note=_note(day, edition, len(undecided)),
    )


def _edition_on(day: date) -> Classification:
    for edition in EDITIONS:
        if day >= _last_day(edition):
            return load_classification(edition)
    oldest = EDITIONS[-1]
    if day.year < int(oldest):
        raise InvalidOptionError(
            f"没有 {oldest} 年以前的职业分类大典。",
            f"No edition of the classification from before {oldest} is here.",
            where=day.isoformat(),
            hint_zh=f"请给出 {oldest} 年或以后的日期。",
            hint_en=f"Give a day in {oldest} or later.",
        )
    return load_classification(oldest)


def _ends(entry: Occupation, day: date) -> bool:
    """Tell whether the period in which the entry began has ended, so that it holds for certain."""
    return entry.effective_from is not None and day >= _last_day(entry.effective_from)


def has_begun(entry: Occupation, day: str) -> bool:
    """Tell whether an entry may hold on a day, given as ISO 8601; one without a date may."""
    first = (entry.effective_from or "").partition("/")[0]
    return day[: len(first)] >= first


def _last_day(period: str) -> date:
    """Return the last day of `2022`, `2024-07` or `2015/2021`."""
    year, _, month = period.rpartition("/")[2].partition("-")
    last_month = int(month or _LAST_MONTH)
    return date(int(year), last_month, calendar.monthrange(int(year), last_month)[1])


def _note(day: date, edition: Classification, undecided: int) -> Words:
    newest = EDITIONS[0]
    zh, en = f"当日用{edition.edition}年版", f"the {edition.edition} edition is taken for that day"
    if edition.edition != newest and day.year == int(newest):
        zh += f"：{newest}年版在这一年颁布，名单未载日期"
        en += f": that of {newest} was issued in the same year, its day is not in the list"
    if undecided:
        zh += f"；其中 {undecided} 条的起始日期未载明或只精确到年、月，当日是否有效未定"
        en += f"; whether {undecided} of its entries held is undecided, their dates being missing "
        en += "or exact to the year or month only"
    return Words(zh=zh, en=en)
