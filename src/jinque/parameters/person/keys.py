"""Keys as people type them."""

import difflib
from collections.abc import Iterable, Mapping

from jinque.model import Words
from jinque.parameters.person.words import Entry, load_person_words
from jinque.text import fold

_LIKE_ENOUGH = 0.5
"""Two characters of which one is right are like enough to be proposed."""


def find_key(entries: Mapping[str, Entry], typed: str) -> str | None:
    """Return the key that `typed` is, in Chinese or English; None where it is none."""
    return _known(entries).get(fold(typed))


def with_english_keys(tree: object, shape: str = "person") -> object:
    """Return what was told with every known key in English; unknown ones stay as they are.

    Args:
        tree: as taken apart from JSON.
        shape: of `tree` or, where it is a list, of its records.
    """
    if isinstance(tree, list):
        return [with_english_keys(each, shape) for each in tree]
    if not isinstance(tree, dict):
        return tree
    entries = load_person_words().shapes[shape]
    told: dict[str, object] = {}
    for typed, value in tree.items():
        key = find_key(entries, str(typed))
        below = entries[key].of if key else ""
        is_free = key is not None and key not in told and (key == typed or key not in tree)
        name = str(key) if is_free else str(typed)
        told[name] = with_english_keys(value, below) if below else value
    return told


def unknown_key(entries: Mapping[str, Entry], typed: str, refused: Iterable[str]) -> Words:
    """Say of a key that is none which one may be meant, or that nobody needs it."""
    if fold(typed) in map(fold, refused):
        return Words(zh="自查用不着，请删去", en="not needed for a self-check: leave it out")
    near = difflib.get_close_matches(fold(typed), _known(entries), n=1, cutoff=_LIKE_ENOUGH)
    if near:
        return Words(
            zh=f"没有这个键，是否想写 {near[0]}", en=f"no such key; do you mean {near[0]}?"
        )
    listed = [entry.names[0] for entry in entries.values()]
    return Words(
        zh=f"没有这个键，可写 {'、'.join(listed)}",
        en=f"no such key; the keys are {', '.join(entries)}",
    )


def _known(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {fold(name): key for key, entry in entries.items() for name in (key, *entry.names)}
