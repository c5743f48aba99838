"""What a heading says of its column.

A column of a table.

What a cell looks like, whatever its heading says.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from jinque.locale import Sentence
from jinque.model import Row, Span
from jinque.parameters import load_vocabulary
from jinque.parameters.reading import load_reading_words
from jinque.text import drop_blanks, fold, strip_ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column under its printed heading; an unknown one has no role and is kept.

    Attributes:
        heading: as printed, without blanks.
        role: a role of the vocabulary; None without a meaning.
        confidence: 0 to 1; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that a person may give it, the likeliest first.
        span: place of the heading.
        is_settled: a person said what it is, or that it is not read.
    """

    heading: str
    role: str | None
    confidence: float = 0.0
    reasons: tuple[Sentence, ...] = ()
    proposals: tuple[str, ...] = ()
    span: Span | None = None
    is_settled: bool = False


def position(columns: tuple[Column, ...], role: str) -> int | None:
    """Return the position of the column with that role, or None."""
    return next((i for i, column in enumerate(columns) if column.role == role), None)


_QUOTES = re.compile(r"[《》“”\"'<>]")
_BRACKET = re.compile(r"\(([^()]*)\)")
_OTHER_LANGUAGE = re.compile(r"^[a-z][a-z.&/,'-]{2,}|[a-z.&/,'-]{2,}[a-z.]$")
_TWO_ROWS = "·"
"""Stands between the two rows of one heading."""
_LEAST_KNOWN = 2
_LEAST_KNOWN_SHARE = 0.5
_MOST_COLUMNS = 64
_LONGEST_HEADING = 60
_LEAST_INSIDE = 2
_MOST_AROUND = 3
_KEPT = 65_536


class Naming(Enum):
    """How a heading names a role; the value is how much that says, 0 to 1."""

    SETTLED = 1.0
    SYNONYM = 0.95
    DECORATED = 0.9
    CONTAINED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A role that a heading names.

    Attributes:
        synonym: the heading of the vocabulary that was found; empty where a person settled it.
    """

    role: str
    how: Naming
    synonym: str = ""


def read_header(row: Row) -> tuple[Column, ...] | None:
    """Return the columns that a header row names; None for a body row.

    A header row has at least two headings, half of its cells known headings, among them the
    name or the serial; each role is given once, from the left. No catalogue has more than 64
    columns. What the cells below hold is not asked; see `Survey`.
    """
    if len(row.cells) > _MOST_COLUMNS:
        return None
    named = [exact_role(cell.text) for cell in row.cells]
    roles = set(named) - {None}
    if len(roles) < _LEAST_KNOWN or len(roles) < _LEAST_KNOWN_SHARE * len(named):
        return None
    if not roles & {"name", "serial"}:
        return None
    return tuple(
        Column(heading=drop_blanks(cell.text), role=role if role not in named[:i] else None)
        for i, (cell, role) in enumerate(zip(row.cells, named, strict=True))
    )


@lru_cache(maxsize=_KEPT)
def exact_role(heading: str) -> str | None:
    """Return the role that a heading of the vocabulary names, and None for any other words."""
    if len(heading) > _LONGEST_HEADING:
        return None
    found = _roles().get(key(heading))
    return found[0] if found else None


def named_roles(heading: str, settled: Mapping[str, str | None]) -> tuple[Named, ...]:
    """Return the roles that a heading may name, in the order of the vocabulary.

    Args:
        heading: as printed.
        settled: key of a heading -> role that a person gave it, None for no meaning.
    """
    folded = key(heading)
    if folded in settled:
        role = settled[folded]
        return (Named(role=role, how=Naming.SETTLED),) if role else ()
    if found := _roles().get(folded):
        return (Named(role=found[0], how=Naming.SYNONYM, synonym=found[1]),)
    bare = _undecorated(folded)
    found = _roles().get(bare) or _pay_of(folded) or _of_upper(folded)
    if found:
        return (Named(role=found[0], how=Naming.DECORATED, synonym=found[1]),)
    return _contained(bare)


def key(heading: str) -> str:
    """Return a heading for comparison: without blanks, quotes, width and case."""
    return _QUOTES.sub("", fold(heading))


def _undecorated(folded: str) -> str:
    """Leave out marks, an ordinal, Latin words around others, and brackets without a unit."""
    vocabulary = load_vocabulary()
    bare = _BRACKET.sub(
        lambda found: found[0] if any(u in found[1] for u in vocabulary.heading_units) else "",
        folded,
    )
    bare = strip_ordinal(bare.strip("".join(map(fold, vocabulary.heading_marks))))
    return _OTHER_LANGUAGE.sub("", bare) or bare


def _pay_of(folded: str) -> tuple[str, str] | None:
    """Return the role of pay where a heading names it, whatever unit its brackets tell."""
    found = _roles().get(_BRACKET.sub("", folded))
    return found if found and found[0] == "pay" else None


_ROLES_BELOW = {"benefit": "benefit", "shortage": "shortage_mark"}
"""Role of the upper of two rows of a heading -> role of each column below it."""


def _of_upper(folded: str) -> tuple[str, str] | None:
    """Return the role of a column that is one of several kinds of what its upper heading names."""
    upper, _, lower = folded.partition(_TWO_ROWS)
    found = _roles().get(_BRACKET.sub("", upper))
    role = _ROLES_BELOW.get(found[0]) if lower and found else None
    return (role, found[1]) if found and role else None


def ticked_label(heading: str, text: str) -> str | None:
    """Return the lower of two rows of a heading where a cell below it is ticked."""
    is_ticked = drop_blanks(text) in load_reading_words().ticks
    return heading.rpartition(_TWO_ROWS)[2] if is_ticked else None


def is_demand(heading: str) -> bool:
    """Tell whether a heading that names no role demands something of a person."""
    vocabulary, folded = load_vocabulary(), key(heading)
    if any(word in folded for word in vocabulary.not_demand_words):
        return False
    return any(word in folded for word in vocabulary.demand_words)


def _contained(bare: str) -> tuple[Named, ...]:
    """Return the roles whose headings stand inside a longer one; of nested ones the longest.

    A heading of two rows is of a part of what the upper one names, and no role of its own.
    """
    if _TWO_ROWS in bare:
        return ()
    if any(unit in found[1] for found in _BRACKET.finditer(bare) for unit in _units()):
        return ()
    inside = sorted((name for name in _roles() if name in bare and _tells(name, bare)), key=len)
    outer = [
        name
        for place, name in enumerate(inside)
        if not any(name in longer for longer in inside[place + 1 :])
    ]
    found = {_roles()[name][0]: _roles()[name][1] for name in outer}
    return tuple(
        Named(role=role, how=Naming.CONTAINED, synonym=synonym) for role, synonym in found.items()
    )


def _tells(name: str, heading: str) -> bool:
    """Tell whether a heading of the vocabulary is enough of a longer one to name it."""
    return len(name) >= _LEAST_INSIDE and len(heading) <= _MOST_AROUND * len(name)


def _units() -> tuple[str, ...]:
    return load_vocabulary().heading_units


@cache
def _roles() -> dict[str, tuple[str, str]]:
    """Return role and heading of the vocabulary, by the heading's key."""
    headings = load_vocabulary().headings
    return {key(name): (role, name) for role, names in headings.items() for name in names}


_STAR, _HOLLOW, _NUMERALS = "★", "☆", "一二三四五六七八九"
_STARS = re.compile(rf"([1-9{_NUMERALS}])[颗个]?星级?|{_STAR}([1-9])级?|([1-9]){_STAR}级?")
_STAR_DIGIT = re.compile("[1-9]")
_SHORT = 2
_SERIAL = re.compile(r"\((\d{1,7})\)|(\d{1,7})[.、,)]?")
_CODE = re.compile(r"[0-9]-[0-9]{2}(?:-[0-9]{2}){0,3}")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－ー一", "-"))
_GUARD = re.compile(r'="?(.*?)"?')
_INDEX = re.compile(r"[01](?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def looks_like(role: str | None, text: str) -> bool | None:
    """Tell whether `text` has the look of a column of that role.

    Returns:
        True or False where the role has a look of its own; None where any text may stand.
    """
    look = _LOOKS.get(role or "")
    return look(drop_blanks(text)) if look else None


def read_serial(text: str) -> int | None:
    """Return the number of a serial in whatever signs (`1`, `01`, `（1）`, `①`, `1.`), or None."""
    found = _SERIAL.fullmatch(fold(text))
    return int(found[1] or found[2]) if found else None


def plain_code(text: str) -> str:
    """Return a code in ASCII digits and hyphens, without the guard of a spreadsheet (`="…"`)."""
    found = _GUARD.fullmatch(text)
    narrow = fold((found[1] if found else text).translate(_HYPHENS))
    return narrow.translate(_HYPHENS)


def is_code(text: str) -> bool:
    """Tell whether `text` is a classification code of two to five segments, in any width."""
    return bool(_CODE.fullmatch(plain_code(text)))


def is_dash(text: str) -> bool:
    """Tell whether a cell prints a mark for "nothing" rather than a value."""
    return text in load_vocabulary().dashes


def star_count(text: str, *, is_counted: bool = False) -> int | None:
    """Return how many stars a label prints: `★★★`, `★★★☆☆`, `3星`, `三星级`, `★3`; None for others.

    Args:
        text: a cell without blanks.
        is_counted: the heading says that a bare digit counts stars.
    """
    folded = fold(text).replace("⭐", _STAR)
    if folded and set(folded) <= {_STAR, _HOLLOW}:
        return folded.count(_STAR) or folded.count(_HOLLOW)
    found = _STARS.fullmatch(folded)
    if found:
        digit = next(filter(None, found.groups()))
        return int(digit) if digit.isdecimal() else _NUMERALS.index(digit) + 1
    return int(folded) if is_counted and _STAR_DIGIT.fullmatch(folded) else None


def is_shortage(text: str) -> bool:
    """Tell whether `text` prints stars, or a label that nothing but shortage has."""
    return bool(text) and (star_count(text) is not None or fold(text) in _labels())


@cache
def _labels() -> frozenset[str]:
    scales = load_vocabulary().word_scales
    words = load_reading_words()
    others = [label for labels in words.ordered_labels for label in labels if len(label) > _SHORT]
    return frozenset(fold(label) for scale in scales for label in scale.labels) | frozenset(
        fold(label) for label in others
    )


@cache
def block_label() -> re.Pattern[str]:
    """Return the pattern of a label that begins a requirement block (`1.职业能力要求：`).

    Groups: `number` (empty without one) and `label`.
    """
    labels = "|".join(map(re.escape, load_vocabulary().block_labels))
    return re.compile(rf"(?P<number>(?:\d{{1,2}}[.．、])?)\s*(?P<label>{labels})[:：]")


def _begins_block(text: str) -> bool:
    found = block_label().match(text)
    return found is not None and bool(load_vocabulary().block_labels[found["label"]])


_LOOKS: dict[str, Callable[[str], bool]] = {
    "serial": lambda text: read_serial(text) is not None,
    "code": lambda text: is_code(text) or is_dash(text),
    "index": lambda text: bool(_INDEX.fullmatch(text)),
    "pay": lambda text: bool(_NUMBER.fullmatch(text)),
    "shortage": is_shortage,
    "requirements": _begins_block,
}
