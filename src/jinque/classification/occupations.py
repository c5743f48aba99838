"""The two editions of the classification of occupations as published and attested facts.

Source: data/README.md.

What became of the entries of 2015 in the 2022 edition, as far as anything attests it.

The classification as it stood on a day.

Entries by a code or a name as people type it, old ones followed to 2022.

The class at one depth that a code of 2022 stands in.

What is missing from each list, in words that every answer shows.

Entries by name: the very name, a former name, a name one character apart.

A near name is a proposal and nothing more: 家畜饲养员 and 家禽饲养员 are two occupations. So a name
that is an entry's own or former name has no near names, and short names have none either: the
2022 edition itself has dozens of pairs of up to four characters that differ in one.

Whether an entry held on a day.

The data files of this package as rows.
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
from jinque.model import (
    Classification,
    Correspondence,
    CorrespondenceKind,
    DatedClassification,
    FoundOccupation,
    Level,
    Occupation,
    Standing,
    Words,
)
from jinque.text import fold, is_one_edit


def limits_of_2022(entries: Sequence[Occupation], work_types: Sequence[Occupation]) -> Words:
    """Say how far the list of 2022 goes, with its counts."""
    years = Counter(entry.edition for entry in entries if entry.level is Level.OCCUPATION)
    added = years["2024"] + years["2025"]
    return Words(
        zh=f"2022年版职业 {years['2022']} 个，与官方各大类合计相符；另有 2024、2025 年增补 {added} "
        f"个、增补年份未查明 {years['']} 个。工种只列来源印出的 {len(work_types)} 个；"
        "各职业的技能等级没有来源印出，不列。“其他”小类和第七、八大类的名称取自公示稿。",
        en=f"{years['2022']} occupations of 2022, as many as the official totals say, {added} "
        f"added in 2024 and 2025, {years['']} added at an unknown date. Of the work types only the "
        f"{len(work_types)} that sources print are listed, of skill levels none. The names of the "
        "residual minor groups and of groups 7 and 8 come from the public draft.",
    )


def limits_of_2015(entries: Sequence[Occupation]) -> Words:
    """Say that the list of 2015 holds attested entries only."""
    return Words(
        zh=f"2015年版没有完整名单：这里只有来源印出或已知变动里的 {len(entries)} 个编码，"
        "名单里没有不等于大典里没有。多数出自大连目录，其版本按2015年版（含2019至2021年公布的"
        "新职业）是推断；各条自其中哪一年起有效未见载。",
        en=f"There is no complete list of 2015: these are the {len(entries)} codes that sources "
        "print or known moves name, and one that is missing here may well be in the edition. Most "
        "come from the catalogue of Dalian, whose edition (2015 with the new occupations of 2019 "
        "to 2021) is an inference; in which of these years an entry began is not attested.",
    )


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file in `data`, by column name; a blank cell is an empty text."""
    text = (files("jinque.classification") / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


EDITIONS = ("2022", "2015")
"""The editions known here, newest first."""


@cache
def load_classification(edition: str = "2022") -> Classification:
    """Return an edition by code: 2022 with the entries added since, 2015 as far as attested.

    Args:
        edition: one of `EDITIONS`.

    Raises:
        KeyError: there is no such edition here.
    """
    return {"2022": _edition_2022, "2015": _edition_2015}[edition]()


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
    entries = [_attested(row, "2015") for row in read_table("occupations_2015_attested.csv")]
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
    """Yield `dalian:16` for each line of the first source, which is the one that has lines."""
    if lines:
        yield from (f"{sources[0]}:{line}" for line in lines)
    yield from sources[1:] if lines else sources


def _former_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table("former_names_2022.csv"):
        names[row["code"]].append(row["former_name"])
    return names


@cache
def correspondences() -> tuple[Correspondence, ...]:
    """Return one row for each attested entry of 2015, in code order, nameless codes last.

    Entries whose code and name are both in 2022 are the same; every other row was settled by
    reading and stands in the data file with its reason.
    """
    same = [_same(entry) for entry in load_classification("2015").by_code.values()]
    rows = [row for row in same if row]
    rows += [_read(row) for row in read_table("correspondence_2015_2022.csv")]
    return tuple(sorted(rows, key=lambda row: (row.code_2015 is None, row.code_2015 or "")))


def counterparts(entry: Occupation) -> tuple[Correspondence, ...]:
    """Return the rows that lead from an entry to the other edition, attested ones first.

    Returns:
        For an entry of 2015 its one row. For one of 2022 all rows that lead to it, then those
        that merely propose it; where there are none, what became of it is unknown.
    """
    if entry.classification == "2015":
        return tuple(row for row in correspondences() if row.code_2015 == entry.code)
    attested = [row for row in correspondences() if entry.code in row.codes_2022]
    proposed = [row for row in correspondences() if entry.code in row.proposed_2022]
    return (*attested, *proposed)


def _same(entry: Occupation) -> Correspondence | None:
    later = load_classification("2022").by_code.get(entry.code)
    if later is None or later.name != entry.name:
        return None
    return Correspondence(
        code_2015=entry.code,
        name_2015=entry.name,
        kind=CorrespondenceKind.SAME,
        codes_2022=(entry.code,),
        proposed_2022=(),
        reason=Words(zh="两版的编码与名称都相同", en="code and name are the same in both editions"),
        attested_by=entry.attested_by,
    )


def _read(row: dict[str, str]) -> Correspondence:
    return Correspondence(
        code_2015=row["code_2015"] or None,
        name_2015=row["name_2015"],
        kind=CorrespondenceKind(row["kind"]),
        codes_2022=tuple(row["codes_2022"].split()),
        proposed_2022=tuple(row["proposed_2022"].split()),
        reason=Words(zh=row["reason_zh"], en=row["reason_en"]),
        attested_by=tuple(row["attested_by"].split()),
    )


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


_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_CODE = re.compile(r"\d(?:-\d{2}){0,4}")
_CLASSES = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR)


def find_occupations(typed: str) -> tuple[FoundOccupation, ...]:
    """Return the entries that a code or a name leads to, those of 2022 first.

    A code or name of 2015 that is attested to have moved leads to the entry of 2022. A code that
    two editions give to two occupations leads to both. Where a name is that of an occupation and
    of the class around it, the class is left out.

    Args:
        typed: a code of one to five segments, or a whole name; width, blanks and the kind of
            dash do not matter.
    """
    code = _DASHES.sub("-", fold(typed))
    if _CODE.fullmatch(code):
        return _each_once(_followed(_with_code(code)))
    entries = entries_named(typed) or entries_formerly_named(typed)
    found = _each_once([*_followed(entries), *_renamed(typed)])
    one = tuple(each for each in found if each.entry.level not in _CLASSES)
    return one or found


def codes_of(entry: Occupation) -> frozenset[tuple[str, str]]:
    """Return edition and code of an entry and of what is attested to be the same elsewhere."""
    attested = (row for row in counterparts(entry) if entry.code in row.codes_2022)
    before = {("2015", row.code_2015) for row in attested if row.code_2015}
    is_new = entry.classification == "2022"
    return frozenset({(entry.classification, entry.code), *(before if is_new else ())})


def proposed_codes_of(entry: Occupation) -> frozenset[tuple[str, str]]:
    """Return edition and code of what is proposed, and no more, to be the same elsewhere."""
    rows = counterparts(entry)
    if entry.classification == "2015":
        return frozenset(("2022", code) for row in rows for code in row.proposed_2022)
    proposing = (row for row in rows if entry.code in row.proposed_2022)
    return frozenset(("2015", row.code_2015) for row in proposing if row.code_2015)


def _with_code(code: str) -> Iterator[Occupation]:
    for edition in EDITIONS:
        entry = load_classification(edition).by_code.get(code)
        if entry:
            yield entry


def _followed(entries: Iterable[Occupation]) -> Iterator[FoundOccupation]:
    for entry in entries:
        rows = counterparts(entry) if entry.classification == "2015" else ()
        moved = [found for row in rows for found in _targets(row)]
        yield from moved or [FoundOccupation(entry=entry, via=None)]


def _renamed(name: str) -> Iterator[FoundOccupation]:
    """Yield the entries whose name of 2015 is known while their code of 2015 is not."""
    for row in correspondences():
        if row.code_2015 is None and fold(row.name_2015) == fold(name):
            yield from _targets(row)


def _targets(row: Correspondence) -> Iterator[FoundOccupation]:
    now = load_classification("2022").by_code
    return (FoundOccupation(entry=now[code], via=row) for code in row.codes_2022)


def _each_once(found: Iterable[FoundOccupation]) -> tuple[FoundOccupation, ...]:
    once: dict[tuple[str, str], FoundOccupation] = {}
    for each in found:
        once.setdefault((each.entry.classification, each.entry.code), each)
    return tuple(once.values())


_SUB_MAJOR_SEGMENTS = 2


def sub_major_of(code: str) -> tuple[str, str]:
    """Return code and name of the sub-major class (中类) of a code of 2022.

    The name is empty where the list has no such class.
    """
    group = "-".join(code.split("-")[:_SUB_MAJOR_SEGMENTS])
    entry = load_classification("2022").by_code.get(group)
    return group, entry.name if entry else ""


def standing_in(entry: Occupation, dated: DatedClassification) -> Standing:
    """Return how an entry stood on a day, by its code in the edition then in force.

    Args:
        entry: of any edition.
        dated: what `as_of` answers for the day.
    """
    edition = dated.classification
    codes = {code for of, code in codes_of(entry) if of == edition.edition}
    if codes & edition.by_code.keys():
        return Standing.HOLDS
    if codes & {other.code for other in dated.undecided}:
        return Standing.UNDECIDED
    is_addition = entry.edition != entry.classification
    if is_addition and not has_begun(entry, dated.day):
        return Standing.NOT_YET
    kinds = {row.kind for row in counterparts(entry)}
    is_gone = CorrespondenceKind.GONE in kinds and edition.is_complete
    return Standing.NO_LONGER if is_gone else Standing.UNATTESTED
