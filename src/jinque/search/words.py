"""A query as typed becomes words; a row matches when it holds all of them.

Names by the first letters of their pinyin: `rjgcs` for 软件工程师.

A word that no row holds, read as one that sounds the same or is one slip away.

Text to tokens: pairs of Chinese characters, whole Latin words, whole codes.

A run of Chinese characters becomes its overlapping pairs and its last character
(`电路设计` -> 电路 路设 设计 计). Pairs that stand side by side spell the run, so a phrase of them
finds any two or more characters without a dictionary, and every single character begins a token.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, product
from operator import add
from typing import ClassVar

from jinque.text import is_one_edit, plain_dashes

LEAST = 2
MOST = 12
"""Letters: a single one is in every name, and nobody types more than a dozen."""
_MOST_SPELLINGS = 16


class Initials:
    """Names of rows by initials; made when somebody first types letters."""

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(names):
            for name in own:
                numbers[name].append(number)
        spelt = sorted((spelling, name) for name in numbers for spelling in spellings(name))
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


def spellings(name: str) -> tuple[str, ...]:
    """Return the initials of a name, then those with other readings of its characters.

    朝 is read `zhao` and `chao`, so 朝阳工 is `zyg` and `cyg`; of many readings 16 spellings stay.
    """
    usual = letters(name)
    characters = [each for each in name.lower() if each.isalnum()]
    if len(characters) != len(usual):
        return ("".join(usual),)
    read = [(first, *_others(each, first)) for each, first in zip(characters, usual, strict=True)]
    return tuple(islice(("".join(each) for each in product(*read)), _MOST_SPELLINGS))


@cache
def _others(character: str, usual: str) -> tuple[str, ...]:
    """Return the first letters of other readings of a character."""
    from pypinyin import Style, pinyin

    if character.isascii():
        return ()
    found = pinyin(character, style=Style.FIRST_LETTER, heteronym=True)[0]
    return tuple(sorted({each for each in found if each.isalpha()} - {usual}))


@cache
def sound(character: str) -> str:
    """Return the most usual reading of a character without its tone; itself where it has none."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))


_WIDE = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_LATIN = rf"[^\W_{_WIDE}]"
_RUN = re.compile(
    rf"(?P<wide>[{_WIDE}]+)|(?P<stars>[★☆]+)"
    rf"|(?P<code>\d+(?:[-.]\d+)+(?!{_LATIN}))|(?P<word>{_LATIN}+(?:\+\+|#)?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token with its place in the printed text.

    Attributes:
        text: folded to half width and lower case.
        start: offset of its first character in the printed text.
        end: offset behind its last character.
        is_tail: the last character of a Chinese run.
    """

    text: str
    start: int
    end: int
    is_tail: bool = False


class _Folding(dict[int, str]):
    """Character -> its half-width lower-case form, any dash a hyphen; filled as they occur."""

    shared: ClassVar["_Folding"]

    def __missing__(self, character: int) -> str:
        folded = plain_dashes(unicodedata.normalize("NFKC", chr(character)).casefold())
        self[character] = folded
        return folded


_Folding.shared = _Folding()


def fold_token(text: str) -> str:
    """Return `text` in half width and lower case; blanks stay."""
    return text.translate(_Folding.shared)


def terms(text: str) -> str:
    """Return the folded tokens of `text` in order, joined by blanks."""
    parts: list[str] = []
    for run in _RUN.finditer(fold_token(text)):
        characters = run[0]
        if run.lastgroup == "wide":
            parts.extend(map(add, characters, characters[1:]))
            parts.append(characters[-1])
        else:
            parts.append(characters)
    return " ".join(parts)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`, their places counted in the text as printed."""
    places = [
        place for place, character in enumerate(text) for _ in _Folding.shared[ord(character)]
    ]
    return [
        Token(
            text=token.text,
            start=places[token.start],
            end=places[token.end - 1] + 1,
            is_tail=token.is_tail,
        )
        for token in _folded_tokens(fold_token(text))
    ]


def _folded_tokens(folded: str) -> Iterator[Token]:
    for run in _RUN.finditer(folded):
        if run["wide"] is None:
            yield Token(text=run[0], start=run.start(), end=run.end())
        else:
            yield from _pairs(run[0], run.start())


def _pairs(run: str, start: int) -> Iterator[Token]:
    for place in range(len(run)):
        pair = run[place : place + 2]
        yield Token(
            text=pair,
            start=start + place,
            end=start + place + len(pair),
            is_tail=len(pair) == 1,
        )


# What people put between words besides blanks. Marks that belong to codes and Latin names
# (`-`, `.`, `+`, `#`, `/`) are left to the tokens.
_BETWEEN_WORDS = re.compile(r"[\s,;:!?()\[\]{}<>|\"'、。《》〈〉【】“”‘’…·~]+")
_CODE_BEGINNING = re.compile(r"\d+(?:-\d+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a query: tokens that must stand side by side.

    Attributes:
        typed: the word, folded to half width and lower case.
        tokens: folded tokens; never empty.
        is_open: the last token matches whatever begins with it: a single Chinese character
            begins a pair, `2-02` begins an occupation code.
    """

    typed: str
    tokens: tuple[str, ...]
    is_open: bool

    def places(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return the character spans in which the word stands in a tokenised text."""
        size = len(self.tokens)
        windows = (tokens[first : first + size] for first in range(len(tokens) - size + 1))
        return [(found[0].start, self._end(found)) for found in windows if self._is(found)]

    def _is(self, found: list[Token]) -> bool:
        last, wanted = found[-1].text, self.tokens[-1]
        begins = tuple(token.text for token in found[:-1]) == self.tokens[:-1]
        return begins and (last.startswith(wanted) if self.is_open else last == wanted)

    def _end(self, found: list[Token]) -> int:
        return found[-1].start + len(self.tokens[-1]) if self.is_open else found[-1].end


def read_words(query: str) -> tuple[Word, ...]:
    """Return the distinct words of a query in typed order; none for punctuation alone."""
    words: dict[tuple[str, ...], Word] = {}
    for piece in _BETWEEN_WORDS.split(fold_token(query)):
        tokens = _wanted(tokenise(piece))
        if tokens:
            texts = tuple(token.text for token in tokens)
            is_open = tokens[-1].is_tail or (
                len(texts) == 1 and _CODE_BEGINNING.fullmatch(texts[0]) is not None
            )
            words.setdefault(texts, Word(typed=piece, tokens=texts, is_open=is_open))
    return tuple(words.values())


def _wanted(tokens: list[Token]) -> list[Token]:
    """Leave out the last character of a run that ends the word: in a row the run may go on."""
    is_in_a_pair = len(tokens) > 1 and tokens[-2].end == tokens[-1].end
    return tokens[:-1] if is_in_a_pair else tokens


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
        sounds: of every character of the names, see `sound`.
    """

    names: tuple[str, ...]
    other_names: tuple[str, ...]
    latin: frozenset[str]
    sounds: Mapping[str, str]

    @cached_property
    def _text(self) -> str:
        return "\n".join(self.names)

    @cached_property
    def _by_half(self) -> dict[int, dict[tuple[bool, str], set[str]]]:
        return {}

    def sounding_like(self, typed: str) -> list[str]:
        """Return parts of rows' names that sound like a Chinese word and are written otherwise.

        Tones do not count; the part that stands in most names comes first.
        """
        written = [self._written_for(character) for character in typed]
        if not all(written):
            return []
        classes = "".join(f"[{re.escape(characters)}]" for characters in written)
        names: defaultdict[str, set[int]] = defaultdict(set)
        for found in re.finditer(f"(?=({classes}))", self._text):
            names[found[1]].add(self._text.rfind("\n", 0, found.start()))
        names.pop(typed, None)
        return sorted(names, key=lambda part: -len(names[part]))

    def _written_for(self, character: str) -> str:
        """Return the characters of names that sound like one."""
        meant = self.sounds.get(character) or sound(character)
        return "".join(each for each in sorted(self.sounds) if self.sounds[each] == meant)

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


def sounds_of(names: Iterable[str]) -> dict[str, str]:
    """Return how each character of some names sounds."""
    return {each: sound(each) for each in sorted({each for name in names for each in name})}


def _halves(part: str) -> tuple[tuple[bool, str], tuple[bool, str]]:
    middle = len(part) // 2
    return (True, part[:middle]), (False, part[middle:])


def _parts(name: str, size: int) -> set[str]:
    return {name[at : at + size] for at in range(len(name) - size + 1)}
