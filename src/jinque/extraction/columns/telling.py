"""What the cells of a column say of its role, whatever its heading says."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from jinque.classification import entries_formerly_named, entries_named
from jinque.extraction.patterns import is_code, is_dash, looks_like
from jinque.parameters import CellWords, load_vocabulary
from jinque.text import drop_blanks

_SMALL_DECIMAL = re.compile(r"0?\.\d+|1\.0+")
_PAY = re.compile(
    r"\d+(?:\.\d+)?(?:万元?|[kK])?(?:[-~–—至到]\d+(?:\.\d+)?)?(?:万元?|[kK])?(?:/年|以上)?"
)
_PAY_UNIT = re.compile(r"万|[kK]")
_LONGEST_LOOK = 200
STRICT = ("code", "shortage", "index", "serial", "pay")
"""Roles whose cells all have one look: cells of another look contradict them."""


def share_of(role: str, texts: Sequence[str]) -> float | None:
    """Return the share of cells that look like those of a role, 0 to 1.

    Args:
        role: a role of the vocabulary.
        texts: cells of one column in printed order.

    Returns:
        None where nothing can be said: no cell prints anything but a dash, or the role has no
        look.
    """
    filled = [text for text in map(drop_blanks, texts) if text and not is_dash(text)]
    look = _LOOKS.get(role)
    if not filled or look is None:
        return None
    if role == "serial":
        return _running(filled)
    return sum(look(text) for text in filled) / len(filled)


def alone_share_of(role: str, texts: Sequence[str]) -> float:
    """Return the share that counts where no heading helps: only what no other column prints."""
    look = _ALONE.get(role)
    if look is None:
        return share_of(role, texts) or 0.0
    filled = [text for text in map(drop_blanks, texts) if text and not is_dash(text)]
    return sum(look(text) for text in filled) / len(filled) if filled else 0.0


def has_look(role: str, text: str) -> bool:
    """Tell whether one cell has the look of a role."""
    look = _LOOKS.get(role)
    return look is not None and look(drop_blanks(text))


def _running(texts: Sequence[str]) -> float:
    """Return the share of numbers that are one more than the number before, or begin anew."""
    if not all(looks_like("serial", text) for text in texts):
        return sum(bool(looks_like("serial", text)) for text in texts) / len(texts) / 2
    numbers = [int(text) for text in texts]
    steps = [after in (before + 1, 1) and after != before for before, after in pairwise(numbers)]
    return sum(steps) / len(steps) if steps else float(numbers[0] == 1)


def _has_words(role: str) -> Callable[[str], bool]:
    return lambda text: _tells(load_vocabulary().cell_words[role], text)


def _tells(words: CellWords, text: str) -> bool:
    return len(text) <= words.longest and (
        text.startswith(words.begins)
        or text.endswith(words.ends)
        or any(word in text[:_LONGEST_LOOK] for word in words.contains)
    )


def _is_name(text: str) -> bool:
    words = load_vocabulary().cell_words["name"]
    if len(text) > words.longest:
        return False
    bare = re.sub(r"[（(].*?[）)]|[A-Z/、]+$", "", text)
    is_listed = bool(entries_named(text) or entries_formerly_named(text))
    return is_listed or _tells(words, bare)


_LOOKS: dict[str, Callable[[str], bool]] = {
    "serial": lambda text: bool(looks_like("serial", text)),
    "code": is_code,
    "index": lambda text: bool(looks_like("index", text)),
    "shortage": lambda text: bool(looks_like("shortage", text)),
    "requirements": lambda text: bool(looks_like("requirements", text)),
    "pay": lambda text: bool(_PAY.fullmatch(text)),
    "name": _is_name,
    "education": _has_words("education"),
    "experience": _has_words("experience"),
    "ability": _has_words("ability"),
    "description": _has_words("description"),
    "industry": _has_words("industry"),
}
"""Role -> what a cell of it looks like."""

_ALONE: dict[str, Callable[[str], bool]] = {
    "index": lambda text: bool(_SMALL_DECIMAL.fullmatch(text)),
    "pay": lambda text: bool(_PAY.fullmatch(text) and _PAY_UNIT.search(text)),
}
"""Roles whose look other columns share, and what only they print."""
