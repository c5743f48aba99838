"""What became of the entries of 2015 in the 2022 edition, and entries by what people type.

What moved stands in `data/moves_2015_2022.csv`, a row for each occupation that is not the same.
The reasons are made here from those facts, so that no row says more than its facts do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from jinque.classification.occupations import (
    EDITIONS,
    entries_formerly_named,
    entries_named,
    entries_spelt,
    has_begun,
    load_classification,
    read_table,
)
from jinque.locale import Sentence, joined, say
from jinque.model import (
    Certainty,
    Correspondence,
    CorrespondenceKind,
    DatedClassification,
    FoundOccupation,
    Level,
    Occupation,
    Standing,
)
from jinque.text import fold

_CLASSES = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_CODE = re.compile(r"\d(?:-\d{2}){0,4}")
_BASES = {
    "draft-2022": say("the public draft of 2022 had the old name"),
    "print-2022": say("the first print of 2022 had the old name"),
    "known-moves": say("a known move"),
}
"""What attests that a name was changed."""


@cache
def correspondences() -> tuple[Correspondence, ...]:
    """Return the rows in code order, those without a code of 2015 last.

    Each entry of 2015 has one. A code of a draft notice, and a new occupation of 2019 to 2021
    whose code nothing attests, have one besides.
    """
    read = [_read(row) for row in read_table("moves_2015_2022.csv")]
    moved = {(row.code_2015, fold(row.name_2015)) for row in read}
    entries = load_classification("2015").by_code.values()
    rest = [entry for entry in entries if (entry.code, fold(entry.name)) not in moved]
    rows = [*read, *map(_compared, rest)]
    return tuple(sorted(rows, key=lambda row: (row.code_2015 is None, row.code_2015 or "")))


def counterparts(entry: Occupation) -> tuple[Correspondence, ...]:
    """Return the rows that lead from an entry to the other edition, attested ones first.

    Returns:
        For an entry of 2015 its one row. For one of 2022 all rows that lead to it, then those
        that merely propose it; where there are none, the list of 2015 has nothing for it.
    """
    rows = _by_code().get(entry.code, ())
    if entry.classification == "2015":
        name = fold(entry.name)
        return tuple(
            row for row in rows if row.code_2015 == entry.code and fold(row.name_2015) == name
        )
    attested = [row for row in rows if entry.code in row.codes_2022]
    proposed = [row for row in rows if entry.code in row.proposed_2022]
    return (*attested, *proposed)


@cache
def _by_code() -> dict[str, tuple[Correspondence, ...]]:
    index: defaultdict[str, list[Correspondence]] = defaultdict(list)
    for row in correspondences():
        for code in dict.fromkeys((row.code_2015, *row.codes_2022, *row.proposed_2022)):
            if code:
                index[code].append(row)
    return {code: tuple(rows) for code, rows in index.items()}


def _read(row: dict[str, str]) -> Correspondence:
    now = load_classification("2022").by_code
    code, name = row["code_2015"] or None, row["name_2015"]
    kind = CorrespondenceKind(row["kind"])
    present = now.get(code) if code else None
    name_now = present.name if present and fold(present.name) != fold(name) else None
    codes, proposed = tuple(row["codes_2022"].split()), tuple(row["proposed_2022"].split())
    attested_by = tuple(row["attested_by"].split())
    return Correspondence(
        code_2015=code,
        name_2015=name,
        kind=kind,
        codes_2022=codes,
        proposed_2022=proposed,
        reason=_reason(kind, code, name, name_now, [now[each] for each in codes or proposed])
        if kind is not CorrespondenceKind.RENAMED
        else _renaming(name_now or "", attested_by),
        attested_by=attested_by,
        name_now=name_now,
        certainty=_certainty(code, name),
    )


def _certainty(code: str | None, name: str) -> Certainty | None:
    entry = load_classification("2015").by_code.get(code or "")
    return entry.certainty if entry and fold(entry.name) == fold(name) else None


def _compared(entry: Occupation) -> Correspondence:
    """Compare an entry that no row of the data file is about: a class, or one that is the same."""
    now = load_classification("2022")
    present = now.by_code.get(entry.code)
    spelt = fold(present.name) if present else ""
    if present and spelt in map(fold, (entry.name, *entry.other_spellings)):
        is_named_so = spelt == fold(entry.name)
        return Correspondence(
            code_2015=entry.code,
            name_2015=entry.name,
            kind=CorrespondenceKind.SAME,
            codes_2022=(entry.code,),
            proposed_2022=(),
            reason=_same(entry) if is_named_so else _spelt_so(entry, present),
            attested_by=entry.attested_by,
            certainty=entry.certainty,
        )
    named = _classes_named(fold(entry.name), entry.level)
    name_now = present.name if present else None
    kind = CorrespondenceKind.GONE if present is None else CorrespondenceKind.UNKNOWN
    kind = CorrespondenceKind.RECODED if len(named) == 1 else kind
    return Correspondence(
        code_2015=entry.code,
        name_2015=entry.name,
        kind=kind,
        codes_2022=tuple(each.code for each in named) if len(named) == 1 else (),
        proposed_2022=(),
        reason=_reason(kind, entry.code, entry.name, name_now, named),
        attested_by=("names",),
        name_now=name_now,
        certainty=entry.certainty,
    )


def _classes_named(folded: str, level: Level) -> list[Occupation]:
    return [each for each in _classes_by_name().get(folded, ()) if each.level is level]


@cache
def _classes_by_name() -> dict[str, list[Occupation]]:
    index: defaultdict[str, list[Occupation]] = defaultdict(list)
    for entry in load_classification("2022").by_code.values():
        if entry.level in _CLASSES:
            index[fold(entry.name)].append(entry)
    return dict(index)


def _reason(
    kind: CorrespondenceKind,
    code: str | None,
    name: str,
    name_now: str | None,
    targets: list[Occupation],
) -> Sentence:
    """Say what became of an entry, from the facts of its row."""
    like = joined(say("{name} {code}", name=each.name, code=each.code) for each in targets)
    match kind:
        case CorrespondenceKind.RECODED:
            return _recoded(code, name_now, targets[0])
        case CorrespondenceKind.LIKELY_RENAMED:
            return say(
                "in 2022 the code is named {name_now}; a renaming by its spelling alone, "
                "which no source says, so the two are not merged",
                name_now=name_now,
            )
        case CorrespondenceKind.WORK_TYPE:
            return _work_type(targets[0])
        case CorrespondenceKind.SPLIT:
            return say(
                "its work types became occupations: {like}; it is none of them alone", like=like
            )
        case CorrespondenceKind.GONE:
            first = say("neither the code nor the name is in 2022")
            if targets:
                first = say("{message}; like names there are {like}", message=first, like=like)
        case _:
            first = say(
                "in 2022 the code is {name_now}, and the name {name} is gone",
                name_now=name_now or "",
                name=name,
            )
            if targets:
                first = say("{first}; a like name there is {like}", first=first, like=like)
    return say("{first}; what became of it is not attested, so nothing is merged", first=first)


def _same(entry: Occupation) -> Sentence:
    message = say("code and name are the same in both editions")
    if entry.certainty is Certainty.D:
        return say("{message} (the entry of 2015 is inferred from 2022)", message=message)
    return message


def _spelt_so(entry: Occupation, present: Occupation) -> Sentence:
    return say(
        "the code is the same; the standard writes {entry_name} for {name}, another source "
        "of 2015 as 2022 does",
        name=present.name,
        entry_name=entry.name,
    )


def _recoded(code: str | None, name_now: str | None, target: Occupation) -> Sentence:
    message = (
        say("the class of the same name has code {code} in 2022", code=target.code)
        if target.level in _CLASSES
        else say("the same name has code {code} in 2022", code=target.code)
    )
    if code is None:
        return say(
            "a new occupation of 2019 to 2021 whose code of then is not attested; {message}",
            message=message,
        )
    if name_now:
        return say(
            "{message}; in 2022 {code} is {name_now}", code=code, name_now=name_now, message=message
        )
    return say("{message}; {code} is not in 2022", code=code, message=message)


def _renaming(name_now: str, attested_by: tuple[str, ...]) -> Sentence:
    basis = next(_BASES[each] for each in attested_by if each in _BASES)
    return say("the code is named {name_now} in 2022 ({basis})", name_now=name_now, basis=basis)


def _work_type(target: Occupation) -> Sentence:
    code = target.code.rpartition("-")[0]
    parent = load_classification("2022").by_code[code]
    return say(
        "in 2022 it is a work type below the occupation {code} {name} (a known move)",
        code=code,
        name=parent.name,
    )


def find_occupations(typed: str, edition: str | None = None) -> tuple[FoundOccupation, ...]:
    """Return the entries that a code or a name leads to, those of 2022 first.

    A code or name of 2015 that is attested to have moved leads to the entry of 2022. A code that
    two editions give to two occupations leads to both. Where a name is that of an occupation and
    of the class around it, the class is left out.

    Args:
        typed: a code of one to five segments, or a whole name; width, blanks and the kind of
            dash do not matter.
        edition: takes the entries of this edition alone, followed nowhere; None takes both.
    """
    code = code_typed(typed)
    if code:
        entries = meanings(code)
    else:
        entries = entries_named(typed) or entries_formerly_named(typed) or entries_spelt(typed)
    if edition is not None:
        own = (entry for entry in entries if entry.classification == edition)
        found = tuple(FoundOccupation(entry=entry, via=None) for entry in own)
    elif code:
        return _each_once(_followed(entries))
    else:
        found = _each_once([*_followed(entries), *_renamed(typed)])
    one = tuple(each for each in found if each.entry.level not in _CLASSES)
    return found if code else one or found


def code_typed(typed: str) -> str | None:
    """Return the code that was typed, in plain figures and hyphens; None for a name."""
    code = _DASHES.sub("-", fold(typed))
    return code if _CODE.fullmatch(code) else None


def meanings(code: str) -> tuple[Occupation, ...]:
    """Return what a code is in each edition that has it, newest first."""
    entries = (load_classification(edition).by_code.get(code) for edition in EDITIONS)
    return tuple(entry for entry in entries if entry)


def codes_of(entry: Occupation) -> frozenset[tuple[str, str]]:
    """Return edition and code of an entry and of what is attested to be the same elsewhere."""
    rows = counterparts(entry)
    if entry.classification == "2015":
        elsewhere = {("2022", code) for row in rows for code in row.codes_2022}
    else:
        leading = (row for row in rows if entry.code in row.codes_2022 and _is_listed(row))
        elsewhere = {("2015", row.code_2015) for row in leading if row.code_2015}
    return frozenset({(entry.classification, entry.code), *elsewhere})


def proposed_codes_of(entry: Occupation) -> frozenset[tuple[str, str]]:
    """Return edition and code of what is proposed, and no more, to be the same elsewhere."""
    rows = counterparts(entry)
    if entry.classification == "2015":
        return frozenset(("2022", code) for row in rows for code in row.proposed_2022)
    proposing = (row for row in rows if entry.code in row.proposed_2022)
    return frozenset(("2015", row.code_2015) for row in proposing if row.code_2015)


def _is_listed(row: Correspondence) -> bool:
    """Tell whether the list of 2015 has the code under this name, and not a draft notice alone."""
    entry = load_classification("2015").by_code.get(row.code_2015 or "")
    return entry is not None and fold(entry.name) == fold(row.name_2015)


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
    is_listed = bool(codes & load_classification(edition.edition).by_code.keys())
    is_addition = entry.edition != entry.classification
    if is_listed or (is_addition and not has_begun(entry, dated.day)):
        return Standing.NOT_YET
    kinds = {row.kind for row in counterparts(entry)}
    is_gone = CorrespondenceKind.GONE in kinds and edition.is_complete
    return Standing.NO_LONGER if is_gone else Standing.UNATTESTED
