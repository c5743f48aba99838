"""Which edition of the classification the codes and names of a catalogue are of.

A code alone says nothing: 2-07-03-00 is a lawyer in 2015 and a prosecutor in 2022. A pair of code
and name does, where only one edition has it. Entries of 2015 that no second source confirms are
no evidence, and neither is what the catalogue in question attests itself.
"""

from collections.abc import Iterable
from functools import cache

from jinque.classification.occupations import load_classification, read_table
from jinque.classification.witnesses import is_confirmed
from jinque.model import EditionUse, Level, Occupation
from jinque.parameters import load_edition_rule
from jinque.text import fold

_GAP = "1-04-01-"
"""Beginning of the codes where the one missing occupation of 2015 probably stands."""


def edition_used(pairs: Iterable[tuple[str, str]], *, witness: str | None = None) -> EditionUse:
    """Return the edition that pairs of code and name are of, with the counts it rests on.

    Args:
        pairs: code and name as printed; those that are no codes of occupations are passed over.
        witness: the catalogue that the pairs come from, which cannot attest entries for itself.
    """
    asked = {(code, fold(name)) for code, name in pairs if _is_occupation(code)}
    before = [entry for pair in asked if (entry := _of_2015(*pair, witness))]
    now = [entry for pair in asked if (entry := entry_of("2022", *pair))]
    known = {(entry.code, fold(entry.name)) for entry in before}
    current = {(entry.code, fold(entry.name)) for entry in now}
    anywhere = {pair for pair in asked if entry_of("2015", *pair)} | current
    only_2015, only_2022 = len(known - current), len(current - _names_of_2015(asked))
    return EditionUse(
        pairs=len(asked),
        of_2015=sum(entry.edition == "2015" for entry in before),
        of_2015_additions=sum(entry.edition != "2015" for entry in before),
        of_2022=sum(entry.edition == "2022" for entry in now),
        of_2022_additions=sum(entry.edition != "2022" for entry in now),
        only_2015=only_2015,
        only_2022=only_2022,
        unconfirmed=len(_names_of_2015(asked) - known - current),
        of_neither=len(asked - anywhere),
        edition=_decide(only_2015, only_2022),
        is_mixed=bool(only_2015 and only_2022),
    )


def entry_of(edition: str, code: str, name: str) -> Occupation | None:
    """Return the entry that has both the code and the name; width and blanks do not matter."""
    entry = load_classification(edition).by_code.get(code)
    return entry if entry and fold(entry.name) == fold(name) else None


def is_known_gap(edition: str, code: str, name: str) -> bool:
    """Tell whether the list of an edition may lack an entry though the edition has it.

    The list of 2015 lacks one occupation, probably of 1-04-01, and the codes of many of the new
    occupations of 2019 to 2021, whose names are known.
    """
    if edition != "2015":
        return False
    return code.startswith(_GAP) or fold(name) in _announced_without_code()


@cache
def _announced_without_code() -> frozenset[str]:
    rows = read_table("announced_2019_2021.csv")
    return frozenset(fold(row["name"]) for row in rows if not row["code_2015"])


def _names_of_2015(asked: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {pair for pair in asked if entry_of("2015", *pair)}


def _of_2015(code: str, name: str, witness: str | None) -> Occupation | None:
    entry = entry_of("2015", code, name)
    return entry if entry and is_confirmed(entry, witness) else None


def _is_occupation(code: str) -> bool:
    return code.count("-") == tuple(Level).index(Level.OCCUPATION)


def _decide(only_2015: int, only_2022: int) -> str | None:
    """Return the edition that nearly all telling pairs are of; None where too many are not."""
    telling = only_2015 + only_2022
    if not telling:
        return None
    least = load_edition_rule().least_share
    if only_2015 >= least * telling:
        return "2015"
    return "2022" if only_2022 >= least * telling else None
