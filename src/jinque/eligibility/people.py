"""The occupations of a person, coded to the classification, so that they link to posts."""

from dataclasses import replace
from functools import lru_cache

from jinque.coding import load_coder, title_fault
from jinque.eligibility.demands import codes_named
from jinque.model import CodingOutcome, TitleRequest
from jinque.model.career import WorkSpell
from jinque.model.person import Person

_MOST_TITLES = 20_000


def coded(person: Person) -> Person:
    """Return the person with a code for each occupation that is surely known.

    A code that the person gives stays.
    """
    if not person.work:
        return person
    return replace(person, work=tuple(_coded(spell) for spell in person.work))


@lru_cache(_MOST_TITLES)
def code_of(title: str) -> str | None:
    """Return the code of 2022 that a free title surely means; it may be that of a class.

    An official name needs no coder, which takes a second to open.
    """
    if title_fault(title):
        return None
    official = codes_named(title)
    if len(official) == 1:
        return next(iter(official))
    [found] = load_coder().code_all([TitleRequest(title=title)])
    return found.candidates[0].code if found.outcome is CodingOutcome.CODED else None


def _coded(spell: WorkSpell) -> WorkSpell:
    if spell.code or not spell.occupation:
        return spell
    return replace(spell, code=code_of(spell.occupation))
