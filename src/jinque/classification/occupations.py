"""The two editions of the classification of occupations: entries by code, by name, as of a day.

Where each row comes from and what is missing stands in data/README.md. A near name is a proposal
and nothing more: 家畜饲养员 and 家禽饲养员 are two occupations. So a name that is an entry's own or
former name has no near names, and short names have none either: the 2022 edition itself has dozens
of pairs of up to four characters that differ in one.
"""

import calendar
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, clauses, joined, say
from jinque.model import Certainty, Classification, DatedClassification, Level, Occupation
from jinque.text import fold, is_one_edit


def limits_of_2022(entries: Sequence[Occupation], work_types: Sequence[Occupation]) -> Sentence:
    """Say how far the list of 2022 goes, with its counts."""
    years = Counter(entry.edition for entry in entries if entry.level is Level.OCCUPATION)
    added = years["2024"] + years["2025"]
    return say(
        "{years} occupations of 2022, as many as the official totals say, {added} added in "
        "2024 and 2025, {years_2} added at an unknown date. Of the work types only the {n} "
        "that sources print are listed, of skill levels none. The names of the residual "
        "minor groups and of groups 7 and 8 come from the public draft.",
        years=years["2022"],
        added=added,
        years_2=years[""],
        n=len(work_types),
    )


def limits_of_2015(entries: Sequence[Occupation]) -> Sentence:
    """Say how far the list of 2015 goes, what in it is inferred, and what is missing."""
    occupations = [entry for entry in entries if entry.level is Level.OCCUPATION]
    printed = [entry for entry in occupations if entry.edition == "2015"]
    letters = Counter(entry.certainty for entry in printed)
    unconfirmed, inferred = letters[Certainty.C], letters[Certainty.D]
    added = len(occupations) - len(printed)
    return say(
        "There is no complete list of 2015 to quote: this one is put together from the "
        "national standard GB/T 6565-2015 and public lists that print codes, with {n} of "
        "1481 occupations (one of group 1 is missing, probably in 1-04-01). {unconfirmed} "
        "are not confirmed by a second source, {inferred} are inferred from 2022 (some of "
        "2-02-05, 2-01-06, 2-01-10 and others), as are the minor groups 2-01-06 and "
        "2-01-10. Of the new occupations of 2019 to 2021 those {added} are here whose code "
        "a source prints. Such entries never decide the link of a post alone.",
        n=len(printed),
        unconfirmed=unconfirmed,
        inferred=inferred,
        added=added,
    )


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file in `data`, by column name; a blank cell is an empty text."""
    text = (files("jinque.classification") / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


EDITIONS = ("2022", "2015")
"""The editions known here, newest first."""
_CATALOGUES = ("dalian", "skilled-trades")
"""Editions of the corpus that the data files cite by line."""


@cache
def load_classification(edition: str = "2022") -> Classification:
    """Return an edition by code, each with the entries added since.

    Args:
        edition: one of `EDITIONS`.

    Raises:
        KeyError: there is no such edition here.
    """
    return {"2022": _edition_2022, "2015": _edition_2015}[edition]()


def check_edition(edition: str, where: str = "edition") -> None:
    """Refuse an edition that is not here.

    Raises:
        InvalidOptionError: it is none of `EDITIONS`; `where` names the option.
    """
    if edition in EDITIONS:
        return
    if not edition:
        raise InvalidOptionError(
            say("The edition is not given."),
            where=where,
            hint=say("Give one of {editions}.", editions=joined(EDITIONS)),
        )
    raise InvalidOptionError(
        say("There is no list of an edition “{edition}”.", edition=edition[:40]),
        where=where,
        hint=say("The editions are: {editions}.", editions=joined(EDITIONS)),
    )


def _edition_2022() -> Classification:
    former = _former_names()
    entries = [_listed(row, former) for row in read_table("occupations_2022.csv")]
    work_types = [_attested(row, "2022") for row in read_table("work_types_2022_attested.csv")]
    return Classification(
        edition="2022",
        by_code={entry.code: entry for entry in (*entries, *work_types)},
        is_complete=True,
        limits=limits_of_2022(entries, work_types),
    )


def _edition_2015() -> Classification:
    entries = [_listed_2015(row) for row in read_table("occupations_2015.csv")]
    return Classification(
        edition="2015",
        by_code={entry.code: entry for entry in entries},
        is_complete=False,
        limits=limits_of_2015(entries),
    )


def _listed(row: dict[str, str], former: dict[str, list[str]]) -> Occupation:
    year = re.match(r"\d{4}", row["edition"])
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=year[0] if year else "",
        is_green=row["green_L"] == "Y",
        is_digital=row["digital_S"] == "Y",
        effective_from=row["effective_from"] or None,
        attested_by=tuple(row["sources_agree"].split(";")),
        former_names=tuple(former[row["code"]]),
        note=row["note"],
    )


def _listed_2015(row: dict[str, str]) -> Occupation:
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=row["edition"],
        is_green=row["green_L"] == "Y",
        is_digital=False,
        classification="2015",
        effective_from=row["effective_from"] or None,
        attested_by=tuple(_places(row["sources"].split(), row["lines"].split())),
        note=row["note"],
        certainty=Certainty(row["certainty"]),
        other_spellings=tuple(row["other_spellings"].split()),
    )


def _attested(row: dict[str, str], edition: str) -> Occupation:
    """Make an entry of what catalogues print and known moves name."""
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=edition,
        is_green=row.get("green_L") == "Y",
        is_digital=False,
        classification=edition,
        effective_from=row.get("effective_from") or None,
        attested_by=tuple(_places(row["attested_by"].split(), row["lines"].split())),
    )


def _places(sources: list[str], lines: list[str]) -> Iterable[str]:
    """Yield the sources, the catalogue that has lines once for each: `dalian:16`."""
    for source in sources:
        is_catalogue = lines and source in _CATALOGUES
        yield from (f"{source}:{line}" for line in lines) if is_catalogue else (source,)


def _former_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table("former_names_2022.csv"):
        names[row["code"]].append(row["former_name"])
    return names


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
            say("No edition of the classification from before {oldest} is here.", oldest=oldest),
            where=day.isoformat(),
            hint=say("Give a day in {oldest} or later.", oldest=oldest),
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
    """Return the last day of `2022`, `2024-07` or `2020-02/2020-03`."""
    year, _, month = period.rpartition("/")[2].partition("-")
    last_month = int(month or _LAST_MONTH)
    return date(int(year), last_month, calendar.monthrange(int(year), last_month)[1])


def _note(day: date, edition: Classification, undecided: int) -> Sentence:
    newest = EDITIONS[0]
    taken = say("the {edition} edition is taken for that day", edition=edition.edition)
    if edition.edition != newest and day.year == int(newest):
        taken = say(
            "{taken}: that of {newest} was issued in the same year, its day is not in the list",
            taken=taken,
            newest=newest,
        )
    if not undecided:
        return taken
    held = say(
        "whether {undecided} of its entries held is undecided, their dates being missing or "
        "exact to the year or month only",
        undecided=undecided,
    )
    return clauses((taken, held))


LEAST_NEAR_LENGTH = 5
"""Characters that a name needs to have near names."""

_Index = dict[str, tuple[Occupation, ...]]


def entries_named(name: str) -> tuple[Occupation, ...]:
    """Return the entries of that very name, whatever its width and blanks.

    Newest edition first, an occupation before the class of the same name.
    """
    return _own_names().get(fold(name), ())


def entries_formerly_named(name: str) -> tuple[Occupation, ...]:
    """Return the entries that the printed edition of 2022 or its public draft called so."""
    return _index_of_former_names().get(fold(name), ())


def entries_spelt(name: str) -> tuple[Occupation, ...]:
    """Return the entries of 2015 whose name a source of the list spells so."""
    return _spellings().get(fold(name), ())


def entries_near(name: str) -> tuple[Occupation, ...]:
    """Return the entries whose names are one edit away from a name that no entry has.

    An edit is a character put in, left out or replaced, or two neighbours exchanged.

    Returns:
        Newest edition first; empty for a name of fewer than `LEAST_NEAR_LENGTH` characters and
        for one that is an entry's own or former name.
    """
    folded = fold(name)
    is_entry = folded in _own_names() or folded in _index_of_former_names()
    if is_entry or not LEAST_NEAR_LENGTH <= len(folded) <= _longest_length() + 1:
        return ()
    near = {
        other
        for shorter in _shortened(folded)
        for other in _by_shortened_name().get(shorter, ())
        if is_one_edit(folded, other)
    }
    return tuple(entry for other in sorted(near) for entry in _own_names()[other])


@cache
def _own_names() -> _Index:
    return _index(lambda entry: (entry.name,))


@cache
def _index_of_former_names() -> _Index:
    return _index(lambda entry: entry.former_names)


@cache
def _spellings() -> _Index:
    return _index(lambda entry: entry.other_spellings)


@cache
def _longest_length() -> int:
    return max(map(len, _own_names()))


@cache
def _by_shortened_name() -> dict[str, set[str]]:
    """Index names by themselves less one character: names one edit apart share such a form."""
    index: defaultdict[str, set[str]] = defaultdict(set)
    for name in _own_names():
        for shorter in _shortened(name):
            index[shorter].add(name)
    return index


def _index(names: Callable[[Occupation], Iterable[str]]) -> _Index:
    index: defaultdict[str, list[Occupation]] = defaultdict(list)
    for edition in EDITIONS:
        entries = load_classification(edition).by_code.values()
        for entry in sorted(entries, key=_occupations_first):
            for name in names(entry):
                index[fold(name)].append(entry)
    return {name: tuple(found) for name, found in index.items()}


def _occupations_first(entry: Occupation) -> tuple[bool, str]:
    return entry.level not in (Level.OCCUPATION, Level.WORK_TYPE), entry.code


def _shortened(name: str) -> Iterator[str]:
    yield name
    for i in range(len(name)):
        yield name[:i] + name[i + 1 :]


_SUB_MAJOR_SEGMENTS = 2


def sub_major_of(code: str) -> tuple[str, str]:
    """Return code and name of the sub-major class (中类) of a code of 2022.

    The name is empty where the list has no such class.
    """
    group = "-".join(code.split("-")[:_SUB_MAJOR_SEGMENTS])
    entry = load_classification("2022").by_code.get(group)
    return group, entry.name if entry else ""
