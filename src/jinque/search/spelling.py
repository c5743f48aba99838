"""A word that no row holds, read as one that sounds the same or is one slip away."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from jinque.search.initials import sound
from jinque.search.words import Word, read_words
from jinque.text import is_one_edit

_LEAST_FOR_A_SLIP = 4
"""Characters: shorter words one slip apart are other words (会计 and 统计)."""
_LEAST_FOR_A_SOUND = 2
_MOST_READINGS = 3
_MOST_TRIES = 9

Finds = Callable[[Sequence[Word]], bool]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is spelt right, or at least printed.

    Attributes:
        names: names of rows, folded.
        other_names: what their occupations are called elsewhere, folded.
        latin: Latin words of all rows, folded.
    """

    names: tuple[str, ...]
    other_names: tuple[str, ...]
    latin: frozenset[str]

    @cached_property
    def _by_sound(self) -> dict[int, dict[tuple[str, ...], list[str]]]:
        return {}

    @cached_property
    def _by_half(self) -> dict[int, dict[tuple[bool, str], set[str]]]:
        return {}

    def sounding_like(self, typed: str) -> list[str]:
        """Return parts of rows' names that sound like a Chinese word and are written otherwise.

        Tones do not count; the most frequent part comes first.
        """
        size = len(typed)
        if size not in self._by_sound:
            counts = Counter(part for name in self.names for part in _parts(name, size))
            by_sound: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
            for part, _ in counts.most_common():
                by_sound[_sounds(part)].append(part)
            self._by_sound[size] = dict(by_sound)
        alike = self._by_sound[size].get(_sounds(typed), [])
        return [part for part in alike if part != typed]

    def one_slip_from(self, typed: str) -> list[str]:
        """Return Latin words, or parts of names, that are one slip away; none for short words."""
        if len(typed) < _LEAST_FOR_A_SLIP:
            return []
        known = self.latin if typed.isascii() else self._sharing_a_half(typed)
        return sorted(word for word in known if is_one_edit(typed, word))

    def _sharing_a_half(self, typed: str) -> set[str]:
        """Return the parts of names that can be one slip away.

        A wrong character leaves one half of the word as it is; so do two that changed places,
        unless they stand in the middle, and then they are put back.
        """
        size, middle = len(typed), len(typed) // 2
        if size not in self._by_half:
            by_half: defaultdict[tuple[bool, str], set[str]] = defaultdict(set)
            for part in {
                part for name in (*self.names, *self.other_names) for part in _parts(name, size)
            }:
                for half in _halves(part):
                    by_half[half].add(part)
            self._by_half[size] = dict(by_half)
        swapped = f"{typed[: middle - 1]}{typed[middle]}{typed[middle - 1]}{typed[middle + 1 :]}"
        found = self._by_half[size]
        return set().union(*(found.get(half, ()) for half in (*_halves(typed), *_halves(swapped))))


def alike(word: Word, known: Known) -> tuple[Word, ...]:
    """Return words of names that sound like a Chinese word of at least two characters."""
    typed = word.typed
    if typed.isascii() or len(typed) < _LEAST_FOR_A_SOUND:
        return ()
    return tuple(each for part in known.sounding_like(typed) for each in read_words(part)[:1])


def respell(words: Sequence[Word], known: Known, finds: Finds) -> tuple[Word, ...] | None:
    """Return the words as they may be meant; None where nothing near finds a row.

    A word that finds something by itself stays as typed. Another is read as words of names that
    sound the same (前段 as 前端), then as those that are one slip away.

    Args:
        words: those of a query that finds nothing.
        known: where other spellings come from.
        finds: tells whether rows hold all of some words.
    """
    readings = [[word] if finds([word]) else [word, *_near(word.typed, known)] for word in words]
    tries = islice(product(*readings), 1, _MOST_TRIES)
    return next((meant for meant in tries if finds(meant)), None)


def _near(typed: str, known: Known) -> list[Word]:
    sounding = [] if typed.isascii() else known.sounding_like(typed)
    near = dict.fromkeys([*sounding, *known.one_slip_from(typed)])
    found = (word for part in near for word in read_words(part)[:1])
    return list(islice(found, _MOST_READINGS))


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(sound(character) for character in text)


def _halves(part: str) -> tuple[tuple[bool, str], tuple[bool, str]]:
    middle = len(part) // 2
    return (True, part[:middle]), (False, part[middle:])


def _parts(name: str, size: int) -> set[str]:
    return {name[at : at + size] for at in range(len(name) - size + 1)}
