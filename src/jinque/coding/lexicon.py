"""Every text by which an entry of the classification is known, each with what kind it is.

What a title says about the work, without rank, pay and decoration.

Traditional characters, read as simplified ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from jinque.classification import correspondences, load_classification
from jinque.model import CorrespondenceKind, EvidenceKind, Level, Occupation
from jinque.parameters import load_aliases, load_title_words
from jinque.text import fold

_FIRST, _LAST = 0x4E00, 0x9FFF


def simplify(text: str) -> str:
    """Return `text` with simplified characters, one for one."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    characters = [chr(code) for code in range(_FIRST, _LAST + 1)]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simple, strict=True)
    return {ord(before): after for before, after in pairs if before != after}


_BRACKETS = re.compile(r"[(\[{<【「『〔《]([^()\[\]{}<>【】「」『』〔〕《》]*)[)\]}>】」』〕》]")
_PAY = re.compile(
    r"\d+(?:\.\d+)?[kw万千元]?(?:[-~—至到]\d+(?:\.\d+)?[kw万千元]?)?(?:/|每)?(?:[起薪月天日年时]|以上|小时)*"
)
_PAY_MARK = re.compile(r"[k万千元薪]|\d{3,}|[-~]\d")
_NOISE = re.compile(r"[!！?？*★☆。,，;；:：|~～\"'“”‘’…]+")
_SEPARATORS = re.compile(r"[/、|&＆／]|(?<![a-z0-9+])\+(?!\+)|(?<!\+)\+(?=[^a-z0-9+])|兼(?=\w{2})")
# A single plus at the end joins nothing; two belong to a name, as of C++.
_EDGES = re.compile(r"^[-—_+/()\[\]]+|(?:[-—_/()\[\]]|(?<!\+)\+)+$")
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
        told: what stood in brackets before each core: 高级工程师（电气） is an 电气工程师.
    """

    whole: str
    bare: str
    inside: str
    parts: tuple[str, ...]
    cores: tuple[str, ...]
    told: tuple[str, ...] = ()


def clean(title: str) -> CleanTitle:
    """Return a title in the forms in which it is looked up."""
    whole = simplify(fold(title))
    inside = "".join(filter(None, (_undecorated(text) for text in _BRACKETS.findall(whole))))
    bare = _undecorated(_BRACKETS.sub("", whole))
    if not bare:
        bare, inside = inside, ""
    parts = tuple(filter(None, _SEPARATORS.split(bare))) or (bare,)
    cores = _cores(parts[0])
    told = tuple(inside + core for core in cores) if inside else ()
    return CleanTitle(whole=whole, bare=bare, inside=inside, parts=parts, cores=cores, told=told)


def _undecorated(text: str) -> str:
    text = _NOISE.sub("", text)
    less = _decoration().sub("", text)
    # 招聘专员 is a job: what leaves nothing but a rank was no decoration.
    kept = text if _is_rank(less) else less
    return _EDGES.sub("", _PAY.sub(_without_pay, kept))


def _is_rank(text: str) -> bool:
    words = load_title_words()
    return text in {*words.rank_prefixes, *words.rank_suffixes}


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


NO_CODE = ""
"""Stands for the code of a title that no class holds."""
_EDITION = "2022"
_RESIDUAL = "99"
_ONLY = "00"
_OFFICIAL = (EvidenceKind.NAME, EvidenceKind.FORMER_NAME, EvidenceKind.CLASS_NAME)
_MOVED = (CorrespondenceKind.RECODED, CorrespondenceKind.RENAMED, CorrespondenceKind.WORK_TYPE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A text by which a code is known.

    Attributes:
        folded: the form that is compared.
        code: `NO_CODE` for a title that no class holds.
    """

    text: str
    folded: str
    code: str
    kind: EvidenceKind

    @property
    def is_official(self) -> bool:
        """Whether an edition or the list of moves gives the text, and not an alias table."""
        return self.kind in _OFFICIAL


def read_lexicon() -> tuple[Known, ...]:
    """Return every text once a code: names first, then aliases, then what is derived."""
    unique: dict[tuple[str, str], Known] = {}
    for text, code, kind in _texts():
        folded = simplify(fold(text))
        known = Known(text=text, folded=folded, code=code, kind=kind)
        unique.setdefault((folded, code), known)
    return tuple(unique.values())


def _texts() -> Iterator[tuple[str, str, EvidenceKind]]:
    classification = load_classification(_EDITION)
    entries = [each for each in classification.by_code.values() if _is_looked_up(each)]
    occupations = [entry for entry in entries if entry.level is Level.OCCUPATION]
    yield from ((entry.name, entry.code, EvidenceKind.NAME) for entry in occupations)
    aliases = load_aliases()
    for code, titles in aliases.by_code.items():
        yield from ((title, code, EvidenceKind.ALIAS) for title in titles)
    yield from ((title, NO_CODE, EvidenceKind.ALIAS) for title in aliases.without_code)
    for entry in occupations:
        yield from ((name, entry.code, EvidenceKind.FORMER_NAME) for name in entry.former_names)
    yield from _moved(set(classification.by_code))
    for entry in occupations:
        yield from ((text, entry.code, EvidenceKind.DERIVED) for text in _derived(entry.name))
    for entry in entries:
        if entry.level in (Level.SUB_MAJOR, Level.MINOR):
            yield entry.name, entry.code, EvidenceKind.CLASS_NAME
        if entry.level is Level.WORK_TYPE:
            yield entry.name, entry.code.rpartition("-")[0], EvidenceKind.ALIAS


def _is_looked_up(entry: Occupation) -> bool:
    """Tell whether a title can mean an entry: not a residual one, not a class of one occupation."""
    if entry.level is Level.OCCUPATION:
        return not entry.name.startswith("其他")
    last = entry.code.rpartition("-")[2]
    is_doubled = f"{entry.code}-{_ONLY}" in load_classification(_EDITION).by_code
    return last != _RESIDUAL and not is_doubled


def _moved(codes: set[str]) -> Iterator[tuple[str, str, EvidenceKind]]:
    for row in correspondences():
        is_occupation = row.code_2015 is None or Level.of(row.code_2015) is Level.OCCUPATION
        if is_occupation and row.kind in _MOVED and len(row.codes_2022) == 1:
            code = "-".join(row.codes_2022[0].split("-")[:4])
            if code in codes:
                yield row.name_2015, code, EvidenceKind.FORMER_NAME


def _derived(name: str) -> Iterator[str]:
    for ending, others in load_title_words().endings.items():
        if name.endswith(ending):
            yield from (name.removesuffix(ending) + other for other in others)
            return
