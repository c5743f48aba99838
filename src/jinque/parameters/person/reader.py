"""Walks what was told by the shapes of the words; what cannot be read becomes a fault."""

from collections.abc import Iterable, Mapping
from typing import Any

from jinque.model import Words
from jinque.model.career import Education, LanguageHeld, WorkSpell
from jinque.model.fact import Fact
from jinque.model.person import Appraisal, Skill, Title
from jinque.parameters.person.days import UnreadError
from jinque.parameters.person.faults import Fault
from jinque.parameters.person.keys import find_key, unknown_key
from jinque.parameters.person.tree import Tree
from jinque.parameters.person.values import READERS
from jinque.parameters.person.words import Entry, load_person_words
from jinque.text import fold, split_list

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
            self._refuse(
                path,
                "这里应是“键: 值”，冒号用英文的，后面空一格",
                "keys with values should stand here",
            )
            return None
        entries = self._words.shapes[shape]
        fields: dict[str, Any] = {}
        for typed, value in tree.items():
            within = f"{path}.{typed}" if path else typed
            key = self._key(entries, typed, within)
            if key in fields:
                self._refuse(within, f"与前面的 {key} 重复", f"says {key} a second time")
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
            self._refuse(path, unknown.zh, unknown.en)
        return found

    def _value(self, key: str, entry: Entry, tree: Tree, path: str) -> object:
        if entry.kind in ("names", "list"):
            return self._items(key, entry, tree, path)
        if not isinstance(tree, str):
            self._refuse(path, "这里应是一个值", "one value should stand here")
            return None
        return self._single(entry.kind, tree, path)

    def _single(self, kind: str, typed: str, path: str) -> object:
        try:
            return READERS[kind](typed)
        except UnreadError as fault:
            wanted = fault.wanted
            self._refuse(path, f"“{typed}”不对：{wanted.zh}", f"“{typed}”: {wanted.en}")
            return None

    def _items(self, key: str, entry: Entry, tree: Tree, path: str) -> tuple[object, ...]:
        words = self._words
        if tree == [] or _is_among(tree, words.none):
            return ()
        if isinstance(tree, str) and entry.kind == "names":
            tree = list(split_list(tree, "、；;"))
        items = tree if isinstance(tree, list) else [tree]
        if len(items) > _MOST_ITEMS:
            self._refuse(path, f"最多 {_MOST_ITEMS} 项", f"at most {_MOST_ITEMS} items")
            return ()
        if len(items) > 1 and any(_is_among(item, words.none) for item in items):
            self._refuse(path, "既列了内容，又写了无", "it lists something and says none as well")
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
            self._refuse(path, "结束早于开始", "it ends before it begins")
            return None

    def _open(self, key: str, path: str) -> None:
        if key in {fact.value for fact in Fact}:
            self.open_lists.add(Fact(key))
        else:
            self._refuse(path, "这里不能写还有其他", "others cannot be left open here")

    def _lack(self, path: str, key: str, entry: Entry) -> None:
        name = entry.names[0]
        zh = f"缺少{name}（{key}）；不清楚就把这一段整个不填"
        en = f"{key} is missing; leave out the whole entry if it is not known"
        message = Words(zh=zh, en=en)
        within = f"{path}.{key}" if path else key
        self.faults.append(Fault(path=within, line=self._lines.get(path), message=message))

    def _is_faulty(self, path: str) -> bool:
        return any(fault.path.startswith(path) for fault in self.faults)

    def _refuse(self, path: str, zh: str, en: str) -> None:
        line = self._lines.get(path)
        self.faults.append(Fault(path=path, line=line, message=Words(zh=zh, en=en)))


def _is_among(item: Tree, words: Iterable[str]) -> bool:
    return isinstance(item, str) and fold(item) in map(fold, words)
