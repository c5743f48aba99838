"""What is said to people, before it is put into words.

The short functions are what `make messages` looks for: their texts have to stand in the call.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from string import Formatter
from typing import Any, Protocol, Self


class Language(Protocol):
    """What a sentence needs of a language to be put into words."""

    @property
    def code(self) -> str:
        """Return `zh` or `en`."""

    def text(self, message: str, plural: str, context: str, n: int) -> str:
        """Return the text of a message; `plural` and `context` are empty where there is none."""


class Sentence(ABC):
    """A statement that any language of the interface can put into words; equal if said alike.

    It is no string on purpose: whoever forgets the translator gets a TypeError, not English.
    """

    __slots__ = ()

    @abstractmethod
    def spoken(self, language: Language) -> str:
        """Return the words in a language; called by the translator alone."""

    def __str__(self) -> str:
        raise TypeError(f"a translator puts a sentence into words: {self!r}")


class _Value(Sentence):
    """A sentence that is equal to another by what it holds."""

    __slots__ = ("_held",)

    def __init__(self, *held: Any) -> None:  # noqa: ANN401 - each kind holds something else
        self._held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Value) and type(self) is type(other) and self._held == other._held

    def __hash__(self) -> int:
        return hash((type(self), self._held))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._held!r}"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self


class Said(_Value):
    """A message of the catalogue with the values of its slots."""

    __slots__ = ()

    def spoken(self, language: Language) -> str:
        """Return the message in a language, its slots filled."""
        message, plural, context, values = self._held
        held = dict(values)
        n = held.get("n", 0) if plural else 0
        text = language.text(message, plural, context, n)
        return _filled(text, held, language) if held else text

    def filled(self, **values: object) -> "Said":
        """Return the sentence with values for slots that had none."""
        message, plural, context, held = self._held
        return Said(message, plural, context, (*held, *_kept(values)))


class _Joined(_Value):
    """Sentences and printed words in a row, with the marks between them that a language uses."""

    __slots__ = ()

    def spoken(self, language: Language) -> str:
        kind, parts = self._held
        words = (each if isinstance(each, str) else each.spoken(language) for each in parts)
        return _MARKS[kind][language.code].join(filter(None, words))


class _Capitalised(_Value):
    """A sentence that begins with a capital letter in the languages that have them."""

    __slots__ = ()

    def spoken(self, language: Language) -> str:
        text: str = self._held[0].spoken(language)
        return text if language.code == "zh" else text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Sentence):
    """Words that are data, in both languages: of a stored report, of a rule, of a parameter file.

    They are never translated, and neither may be empty.
    """

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not (self.zh and self.en):
            raise ValueError("words need both languages")

    def spoken(self, language: Language) -> str:
        """Return the words as they were written down."""
        return self.zh if language.code == "zh" else self.en


def say(message: str, /, **values: object) -> Said:
    """Return a sentence.

    Args:
        message: the English, with a slot `{name}` for each value, which may have a format
            (`{share:.0%}`). Without values, braces are letters like any other.
        values: sentences, texts, days and numbers. A whole number is written with thousands
            separators; what is no quantity (a year, a line) is handed over as a text.
    """
    return Said(message, "", "", _kept(values))


def say_in(context: str, message: str, /, **values: object) -> Said:
    """Return a sentence whose English has another Chinese elsewhere: `context` tells them apart."""
    return Said(message, "", context, _kept(values))


def say_n(one: str, several: str, /, **values: object) -> Said:
    """Return a sentence about things whose number is the value `n`, in the singular or plural."""
    return Said(one, several, "", _kept(values))


def say_n_in(context: str, one: str, several: str, /, **values: object) -> Said:
    """Return what `say_n` does, for an English that has another Chinese elsewhere."""
    return Said(one, several, context, _kept(values))


def joined(parts: Iterable["Sentence | str"]) -> Sentence:
    """Return a list of names: `甲、乙` or `A, B`; empty ones are left out."""
    return _Joined("list", tuple(parts))


def phrases(parts: Iterable["Sentence | str"]) -> Sentence:
    """Return phrases of one clause: `甲，乙` or `A, B`; empty ones are left out."""
    return _Joined("phrase", tuple(parts))


def clauses(parts: Iterable["Sentence | str"]) -> Sentence:
    """Return clauses of one sentence: `甲；乙` or `A; B`; empty ones are left out."""
    return _Joined("clause", tuple(parts))


def sentences(parts: Iterable["Sentence | str"]) -> Sentence:
    """Return sentences one behind the other: `甲。乙。` or `A. B.`; empty ones are left out."""
    return _Joined("sentence", tuple(parts))


def printed(words: str) -> Sentence:
    """Return printed words, which are the same in every language."""
    return _Joined("sentence", (words,))


def capitalised(sentence: Sentence) -> Sentence:
    """Return the sentence with a capital letter in front, where a language has them."""
    return _Capitalised(sentence)


NOTHING: Sentence = _Joined("sentence", ())

_MARKS = {
    "list": {"zh": "、", "en": ", "},
    "phrase": {"zh": "，", "en": ", "},
    "clause": {"zh": "；", "en": "; "},
    "sentence": {"zh": "", "en": " "},
}
_KEPT = (Sentence, str, int, float, Decimal, date)


def _kept(values: dict[str, object]) -> tuple[tuple[str, object], ...]:
    """Freeze values, so that a sentence says the same whenever it is put into words."""
    return tuple((k, v if isinstance(v, _KEPT) else str(v)) for k, v in values.items())


@cache
def _parts(text: str) -> tuple[tuple[str, str | None, str, str | None], ...]:
    return tuple((lead, name, spec or "", how) for lead, name, spec, how in Formatter().parse(text))


def _filled(text: str, values: dict[str, object], language: Language) -> str:
    filled = []
    for lead, name, spec, how in _parts(text):
        filled.append(lead)
        if name is not None:
            filled.append(_shown(values[name], spec, how, language))
    return "".join(filled)


def _shown(value: object, spec: str, how: str | None, language: Language) -> str:
    if isinstance(value, Sentence):
        value = value.spoken(language)
    if how == "r":
        value = repr(value)
    if isinstance(value, int) and not spec and not isinstance(value, bool):
        spec = ","
    return format(value, spec)
