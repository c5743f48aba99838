"""Entries by name: the very name, a former name, a name one character apart.

A near name is a proposal and nothing more: 家畜饲养员 and 家禽饲养员 are two occupations. So a name
that is an entry's own or former name has no near names, and short names have none either: the
2022 edition itself has dozens of pairs of up to four characters that differ in one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from jinque.classification.occupations import EDITIONS, load_classification
from jinque.model import Level, Occupation
from jinque.text import fold, is_one_edit

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
    return _former_names().get(fold(name), ())


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
    is_entry = folded in _own_names() or folded in _former_names()
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
def _former_names() -> _Index:
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
