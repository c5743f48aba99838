"""Names by the first letters of their pinyin: `rjgcs` for 软件工程师."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

LEAST = 2
MOST = 12
"""Letters: a single one is in every name, and nobody types more than a dozen."""


class Initials:
    """Names of rows by initials; made when somebody first types letters."""

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(names):
            for name in own:
                numbers[name].append(number)
        spelt = sorted(("".join(letters(name)), name) for name in numbers)
        self._letters = [each for each, _ in spelt]
        self._names = [name for _, name in spelt]
        self._numbers = dict(numbers)

    def beginning(self, typed: str) -> dict[int, str]:
        """Return the rows with a name whose initials begin with `typed`, and the shortest such."""
        found: dict[int, str] = {}
        for at in range(bisect_left(self._letters, typed), len(self._letters)):
            if not self._letters[at].startswith(typed):
                break
            for number in self._numbers[self._names[at]]:
                found[number] = min(found.get(number, self._names[at]), self._names[at], key=len)
        return found


def may_be_initials(typed: str) -> bool:
    """Tell whether a word may be the first letters of something."""
    return typed.isascii() and typed.isalpha() and LEAST <= len(typed) <= MOST


@cache
def letters(name: str) -> tuple[str, ...]:
    """Return the first letter of each syllable, the Latin letters as they are."""
    from pypinyin import Style, lazy_pinyin  # its dictionary takes a while to load

    read = lazy_pinyin(name.lower(), style=Style.FIRST_LETTER)
    return tuple(letter for part in read for letter in part if letter.isalnum())


@cache
def sound(character: str) -> str:
    """Return the most usual reading of a character without its tone; itself where it has none."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))
