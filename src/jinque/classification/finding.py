"""Entries by a code or a name as people type it, old ones followed to 2022."""

import re
from collections.abc import Iterable, Iterator

from jinque.classification.correspondence import correspondences, counterparts
from jinque.classification.names import entries_formerly_named, entries_named, entries_spelt
from jinque.classification.occupations import EDITIONS, load_classification
from jinque.model import Correspondence, FoundOccupation, Level, Occupation
from jinque.text import fold

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_CODE = re.compile(r"\d(?:-\d{2}){0,4}")
_CLASSES = (Level.MAJOR, Level.SUB_MAJOR, Level.MINOR)


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
    attested = (row for row in counterparts(entry) if entry.code in row.codes_2022)
    before = {("2015", row.code_2015) for row in attested if _is_listed(row)}
    is_new = entry.classification == "2022"
    return frozenset({(entry.classification, entry.code), *(before if is_new else ())})


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
