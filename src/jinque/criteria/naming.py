"""When a printed name and the one a person gives are the same thing, or may be."""

import re
from functools import lru_cache

from jinque.parameters.criteria_words import load_criteria_words
from jinque.text import fold

_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_LIKE = 0.5
_MOST_NAMES = 10_000
"""Names are typed by people: what is remembered of them has a bound."""
_TOOL_TAIL = re.compile(r"(?:软件|语言|编程语言|编程|系统|工具)$")


@lru_cache(_MOST_NAMES)
def certificate_keys(name: str) -> frozenset[str]:
    """Return the stems of a certificate's name, of what stands in brackets, of its other names.

    The words that say "certificate" are no part of a stem: 执业医师资格 and 执业医师资格证书 are
    one.
    """
    plain = _BRACKETS.sub("", name)
    names = {name, plain, *_BRACKETS.findall(name)}
    stems = {_stem(each) for each in names if each}
    for short, papers in load_criteria_words().certificate_aliases.items():
        group = {_stem(each) for each in (short, *papers)}
        stems |= group if stems & group else set()
    return frozenset(stems)


def is_like(printed: str, held: str) -> bool:
    """Tell whether two names of certificates share so many letters that people must compare."""
    return any(
        _shared(left, right) >= _LIKE
        for left in certificate_keys(printed)
        for right in certificate_keys(held)
    )


@lru_cache(_MOST_NAMES)
def is_vague(printed: str) -> bool:
    """Tell whether a printed name leaves open which certificate is meant (相关…证书)."""
    words = load_criteria_words()
    return any(word in printed for word in (*words.vague_certificates, *words.unnamed_certificates))


@lru_cache(_MOST_NAMES)
def tool_key(name: str) -> str:
    """Return a tool's name without case, blanks, hyphens and the word for what it is."""
    bare = re.sub(r"[\s\-]", "", fold(name))
    return _TOOL_TAIL.sub("", bare) or bare


@lru_cache(_MOST_NAMES)
def is_tool_sort(name: str) -> bool:
    """Tell whether a name is a sort of tools and none by itself."""
    return tool_key(name) in {tool_key(sort) for sort in load_criteria_words().tool_sorts}


@lru_cache(_MOST_NAMES)
def language_key(name: str) -> str:
    """Return the name of a language, whichever of its names is used."""
    aliases = {
        fold(key): fold(value) for key, value in load_criteria_words().language_aliases.items()
    }
    return aliases.get(fold(name), fold(name))


@lru_cache(_MOST_NAMES)
def exam_level(level: str) -> int | None:
    """Return the rank of a level of the known examination; None where it names none."""
    wanted = fold(level)
    for rank, names in enumerate(load_criteria_words().language_exams):
        if wanted in {fold(name) for name in names}:
            return rank
    return None


def _stem(name: str) -> str:
    endings = sorted(load_criteria_words().certificate_endings, key=len, reverse=True)
    stem = fold(name)
    for ending in endings:
        if stem.endswith(fold(ending)) and len(stem) > len(ending):
            return stem.removesuffix(fold(ending))
    return stem


def _shared(left: str, right: str) -> float:
    one, other = _pairs(left), _pairs(right)
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
