"""What a cell looks like, whatever its heading says."""

import re
from collections.abc import Callable
from functools import cache

from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

_SERIAL = re.compile(r"\d{1,7}")
_CODE = re.compile(r"\d-\d{2}(?:-\d{2}){0,3}")
_INDEX = re.compile(r"[01](?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def looks_like(role: str | None, text: str) -> bool | None:
    """Tell whether `text` has the look of a column of that role.

    Returns:
        True or False where the role has a look of its own; None where any text may stand.
    """
    look = _LOOKS.get(role or "")
    return look(drop_blanks(text)) if look else None


def is_code(text: str) -> bool:
    """Tell whether `text` is a classification code of two to five segments."""
    return bool(_CODE.fullmatch(text))


def is_dash(text: str) -> bool:
    """Tell whether a cell prints a mark for "nothing" rather than a value."""
    return text in load_vocabulary().dashes


def is_shortage(text: str) -> bool:
    """Tell whether `text` is a run of stars or a label of a known scale in words."""
    is_stars = set(text) == {load_vocabulary().star}
    return is_stars or (bool(text) and fold(text) in _labels())


@cache
def _labels() -> frozenset[str]:
    scales = load_vocabulary().word_scales
    return frozenset(fold(label) for scale in scales for label in scale.labels)


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
    "serial": lambda text: bool(_SERIAL.fullmatch(text)),
    "code": lambda text: is_code(text) or is_dash(text),
    "index": lambda text: bool(_INDEX.fullmatch(text)),
    "pay": lambda text: bool(_NUMBER.fullmatch(text)),
    "shortage": is_shortage,
    "requirements": _begins_block,
}
