"""What a title says about the work, without rank, pay and decoration."""

import re
from dataclasses import dataclass
from functools import cache

from jinque.coding.script import simplify
from jinque.parameters import load_title_words
from jinque.text import fold

_BRACKETS = re.compile(r"[(\[{<【「『〔《]([^()\[\]{}<>【】「」『』〔〕《》]*)[)\]}>】」』〕》]")
_PAY = re.compile(
    r"\d+(?:\.\d+)?[kw万千元]?(?:[-~—至到]\d+(?:\.\d+)?[kw万千元]?)?(?:/|每)?(?:[起薪月天日年时]|以上|小时)*"
)
_PAY_MARK = re.compile(r"[k万千元薪]|\d{3,}|[-~]\d")
_NOISE = re.compile(r"[!！?？*★☆。,，;；:：|~～\"'“”‘’…]+")
_SEPARATORS = re.compile(r"[/、|&＆／]|(?<=[^a-z0-9])\+|\+(?=[^a-z0-9+])|兼(?=\w{2})")
_SHORTEST_CORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanTitle:
    """A title in the forms in which it is looked up.

    Attributes:
        whole: folded and simplified, brackets and all.
        bare: without decoration and brackets.
        inside: what stood in brackets and names work or place.
        parts: the jobs that a stroke separates; one where there is none.
        cores: each part without ranks, from the least shortened to the most.
    """

    whole: str
    bare: str
    inside: str
    parts: tuple[str, ...]
    cores: tuple[str, ...]


def clean(title: str) -> CleanTitle:
    """Return a title in the forms in which it is looked up."""
    whole = simplify(fold(title))
    inside = "".join(filter(None, (_undecorated(text) for text in _BRACKETS.findall(whole))))
    bare = _undecorated(_BRACKETS.sub("", whole))
    if not bare:
        bare, inside = inside, ""
    parts = tuple(filter(None, _SEPARATORS.split(bare))) or (bare,)
    return CleanTitle(whole=whole, bare=bare, inside=inside, parts=parts, cores=_cores(parts[0]))


def _undecorated(text: str) -> str:
    text = _decoration().sub("", _NOISE.sub("", text))
    return _PAY.sub(_without_pay, text).strip("-—_+/()[]")


def _without_pay(found: re.Match[str]) -> str:
    return "" if _PAY_MARK.search(found[0]) else found[0]


def _cores(text: str) -> tuple[str, ...]:
    cores = [text]
    words = load_title_words()
    for _ in range(3):
        shorter = _shortened(cores[-1], words.rank_prefixes, words.rank_suffixes)
        if shorter == cores[-1]:
            break
        cores.append(shorter)
    return tuple(cores)


def _shortened(text: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> str:
    if not text.startswith(prefixes) and not text.endswith(suffixes):
        return text
    for prefix in prefixes:
        if text.startswith(prefix) and len(text) - len(prefix) >= _SHORTEST_CORE:
            return text[len(prefix) :]
    for suffix in suffixes:
        if text.endswith(suffix) and len(text) - len(suffix) >= _SHORTEST_CORE:
            return text[: -len(suffix)]
    return text


@cache
def _decoration() -> re.Pattern[str]:
    words = sorted(map(fold, load_title_words().decoration), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
