"""What a person tells of themself in a file: YAML or JSON, keys in Chinese or English.

The example that a reader copies and fills in.

Keys as people type them.

Walks what was told by the shapes of the words; what cannot be read becomes a fault.

A file about a person into a `Person`: every key known, every value read, or told why not.
"""

import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinque.locale import Sentence, Words, joined, say
from jinque.model.person import (
    Appraisal,
    Education,
    Fact,
    LanguageHeld,
    Person,
    Skill,
    Title,
    WorkSpell,
)
from jinque.parameters.person_values import (
    READERS,
    Entry,
    Fault,
    Told,
    Tree,
    UnreadError,
    load_person_words,
    several,
    told,
)
from jinque.text import fold, split_list


@cache
def example_person() -> str:
    """Return a commented file about a made-up person, in YAML with Chinese keys."""
    path = files("jinque.parameters") / "data" / "person_example.yaml"
    return path.read_text(encoding="utf-8")


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


def unknown_key(entries: Mapping[str, Entry], typed: str, refused: Iterable[str]) -> Sentence:
    """Say of a key that is none which one may be meant, or that nobody needs it."""
    if fold(typed) in map(fold, refused):
        return say("not needed for a self-check: leave it out")
    near = difflib.get_close_matches(fold(typed), _known(entries), n=1, cutoff=_LIKE_ENOUGH)
    if near:
        return say("no such key; do you mean {near}?", near=near[0])
    keys = {key: Words(zh=entry.names[0], en=key) for key, entry in entries.items()}
    return say("no such key; the keys are {keys}", keys=joined(keys.values()))


def _known(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {fold(name): key for key, entry in entries.items() for name in (key, *entry.names)}


_MOST_ITEMS = 200
_RECORDS: Mapping[str, type] = {
    "education": Education,
    "work": WorkSpell,
    "language": LanguageHeld,
    "skill": Skill,
    "title": Title,
    "appraisal": Appraisal,
}


class PersonReader:
    """Reads one file; `faults` and `open_lists` fill while it does."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        self.faults: list[Fault] = []
        self.open_lists: set[Fact] = set()
        self._lines = lines
        self._words = load_person_words()

    def record(self, shape: str, tree: Tree, path: str) -> dict[str, Any] | None:
        """Return the fields of one record by name; None where it is none."""
        if not isinstance(tree, dict):
            self._refuse(path, say("keys with values should stand here"))
            return None
        entries = self._words.shapes[shape]
        fields: dict[str, Any] = {}
        for typed, value in tree.items():
            within = f"{path}.{typed}" if path else typed
            key = self._key(entries, typed, within)
            if key in fields:
                self._refuse(within, say("says {key} a second time", key=key))
            elif key and value is not None:
                fields[key] = self._value(key, entries[key], value, within)
        for key, entry in entries.items():
            if entry.needed and fields.get(key) is None and not self._is_faulty(path):
                self._lack(path, key, entry)
        return fields

    def _key(self, entries: Mapping[str, Entry], typed: str, path: str) -> str | None:
        found = find_key(entries, typed)
        if found is None:
            unknown = unknown_key(entries, typed, self._words.refused)
            self._refuse(path, unknown)
        return found

    def _value(self, key: str, entry: Entry, tree: Tree, path: str) -> object:
        if entry.kind in ("names", "list"):
            return self._items(key, entry, tree, path)
        if not isinstance(tree, str):
            self._refuse(path, say("one value should stand here"))
            return None
        return self._single(entry.kind, tree, path)

    def _single(self, kind: str, typed: str, path: str) -> object:
        try:
            return READERS[kind](typed)
        except UnreadError as fault:
            self._refuse(path, say("“{typed}”: {wanted}", typed=typed, wanted=fault.wanted))
            return None

    def _items(self, key: str, entry: Entry, tree: Tree, path: str) -> tuple[object, ...]:
        words = self._words
        if tree == [] or _is_among(tree, words.none):
            return ()
        if isinstance(tree, str) and entry.kind == "names":
            tree = list(split_list(tree, "、；;"))
        items = tree if isinstance(tree, list) else [tree]
        if len(items) > _MOST_ITEMS:
            self._refuse(path, say("at most {most_items} items", most_items=_MOST_ITEMS))
            return ()
        if len(items) > 1 and any(_is_among(item, words.none) for item in items):
            self._refuse(path, say("it lists something and says none as well"))
        is_open = any(_is_among(item, words.others) for item in items)
        is_closed = any(_is_among(item, words.no_others) for item in items)
        if is_open or (key in words.open and not is_closed):
            self._open(key, path)
        markers = (*words.others, *words.no_others, *words.none)
        read = (
            self._item(key, entry, item, f"{path}[{number}]" if isinstance(tree, list) else path)
            for number, item in enumerate(items, 1)
            if item is not None and not _is_among(item, markers)
        )
        return tuple(item for item in read if item is not None)

    def _item(self, key: str, entry: Entry, item: Tree, path: str) -> object:
        if entry.kind == "names":
            return self._value("", Entry(kind="text"), item, path)
        if isinstance(item, str) and entry.short:
            item = {entry.short: item}
        before = len(self.faults)
        fields = self.record(entry.of, item, path)
        if fields is None or len(self.faults) > before:
            return None
        shape = self._words.shapes[entry.of]
        if any(each.opens and fields.get(name) is None for name, each in shape.items()):
            self._open(key, path)
            return None
        try:
            return _RECORDS[entry.of](**fields)
        except ValueError:
            self._refuse(path, say("it ends before it begins"))
            return None

    def _open(self, key: str, path: str) -> None:
        if key in {fact.value for fact in Fact}:
            self.open_lists.add(Fact(key))
        else:
            self._refuse(path, say("others cannot be left open here"))

    def _lack(self, path: str, key: str, entry: Entry) -> None:
        name = entry.names[0]
        message = say(
            "{key} ({name}) is missing; leave out the whole entry if it is not known",
            key=key,
            name=name,
        )
        within = f"{path}.{key}" if path else key
        self.faults.append(Fault(path=within, line=self._lines.get(path), message=message))

    def _is_faulty(self, path: str) -> bool:
        return any(fault.path.startswith(path) for fault in self.faults)

    def _refuse(self, path: str, message: Sentence) -> None:
        line = self._lines.get(path)
        self.faults.append(Fault(path=path, line=line, message=message))


def _is_among(item: Tree, words: Iterable[str]) -> bool:
    return isinstance(item, str) and fold(item) in map(fold, words)


def read_person(text: str, name: str) -> Person:
    """Read a file about a person.

    Args:
        text: YAML or JSON; see docs/reference/person.md.
        name: of the file, which tells JSON from YAML and stands in errors.

    Raises:
        InvalidPersonError: a key is unknown, or a value cannot be read or cannot be; it tells of
            every fault with its line and key.
    """
    person, faults = _read(told(text, name))
    if faults:
        raise several(name, faults)
    return person


def read_person_told(tree: Tree) -> tuple[Person, tuple[Fault, ...]]:
    """Read what a form says of a person, taken apart already: the keys of a file, values as texts.

    Returns:
        The person without the facts at fault, and the faults.
    """
    return _read(Told(tree=tree))


def _read(source: Told) -> tuple[Person, tuple[Fault, ...]]:
    reader = PersonReader(source.lines)
    fields = {} if source.tree is None else reader.record("person", source.tree, "") or {}
    return Person(**fields, open_lists=frozenset(reader.open_lists)), tuple(reader.faults)


__all__ = [
    "Fault",
    "Tree",
    "example_person",
    "read_person",
    "read_person_told",
    "with_english_keys",
]
