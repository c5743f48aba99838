"""A YAML file as a tree of texts with the line of every key; faults are collected, never raised."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

import yaml

from jinque.locale import Sentence, Words, say, say_in
from jinque.model.entitlement.rules import RuleFault

Tree = dict[str, "Tree"] | list["Tree"] | str | None
Found = TypeVar("Found")

MOST_CHARACTERS = 2_000_000
_MOST_DEPTH = 40
_FEN = 100
_MOST_YUAN = 10**12
YES = {"是", "yes", "true"}
NO = {"否", "no", "false"}
NOT_STATED = {"未载明", "not stated"}


class _Loader(yaml.SafeLoader):
    """Composes nodes; one that points at another is refused, since it could grow without end."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("a node points at another")
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise yaml.YAMLError("nested too deeply")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


@dataclass(slots=True, kw_only=True)
class RuleFile:
    """One file while it is read: its tree, its lines, and the faults found so far."""

    name: str
    tree: Tree = None
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[RuleFault] = field(default_factory=list)

    def fault(self, code: str, path: str, message: Sentence, *, is_error: bool = True) -> None:
        """Note a fault at the place of a key, or of the nearest key above it."""
        at = path
        while at and at not in self.lines:
            at = at.rpartition(".")[0] if "." in at else ""
        line = self.lines.get(at)
        found = RuleFault(
            code=code, is_error=is_error, message=message, file=self.name, line=line, path=path
        )
        self.faults.append(found)

    def broken(self, path: str, message: Sentence) -> None:
        """Note that a value is not what its key wants."""
        self.fault("schema", path, message)

    def has_errors(self) -> bool:
        """Whether what was read cannot be used."""
        return any(each.is_error for each in self.faults)


def parse(text: str, name: str) -> RuleFile:
    """Take a file apart; what is no YAML is a fault of the file."""
    found = RuleFile(name=name)
    if len(text) > MOST_CHARACTERS:
        found.broken(
            "",
            say_in(
                "parse", "more than {most_characters} characters", most_characters=MOST_CHARACTERS
            ),
        )
        return found
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        found.faults.append(_no_yaml(fault, name))
        return found
    found.tree = _tree(found, node, "")
    return found


def _no_yaml(fault: yaml.YAMLError, name: str) -> RuleFault:
    """Say where a text stops being YAML, and what to do about the usual slips."""
    mark = getattr(fault, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    problem = str(getattr(fault, "problem", "") or fault).splitlines()[0]
    told = say(
        "line {line} is no YAML that is read here ({problem}): check indents and colons",
        line=str(line),
        problem=problem,
    )
    if "'?'" in problem:
        told = say(
            "line {line}: within brackets a text with a question mark needs quotes", line=str(line)
        )
    return RuleFault(code="yaml", is_error=True, message=told, file=name, line=line)


def _tree(file: RuleFile, node: yaml.Node | None, path: str) -> Tree:
    if node is not None:
        file.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(file, each, f"{path}[{i}]") for i, each in enumerate(node.value, 1)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(file, node, path)
    if not isinstance(node, yaml.ScalarNode) or (
        not node.style and node.value in ("", "~", "null")
    ):
        return None
    return str(node.value).strip() or None


def _mapping(file: RuleFile, node: yaml.MappingNode, path: str) -> Tree:
    kept: dict[str, Tree] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        within = f"{path}.{name}" if path else name
        file.lines[within] = key.start_mark.line + 1
        if name in kept:
            file.broken(within, say("“{name}” stands twice", name=name))
            continue
        kept[name] = _tree(file, value, within)
    return kept


class Record:
    """One mapping of a file: each key is read once; a key that nobody reads is a fault."""

    def __init__(self, file: RuleFile, tree: Tree, path: str) -> None:
        self.file, self.path = file, path
        self._read: set[str] = set()
        self._tree: dict[str, Tree] = {}
        if isinstance(tree, dict):
            self._tree = tree
        else:
            file.broken(path, say_in("init", "keys with values should stand here"))

    def __contains__(self, key: str) -> bool:
        return self._tree.get(key) is not None

    @property
    def keys(self) -> list[str]:
        """Keys as they stand."""
        return list(self._tree)

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def raw(self, key: str) -> Tree:
        """Return what stands at a key."""
        self._read.add(key)
        return self._tree.get(key)

    def done(self) -> None:
        """Note every key that nothing read, so that a slip of the pen drops no rule."""
        known = "、".join(sorted(self._read))
        for key in self._tree:
            if key not in self._read:
                self.file.fault(
                    "key_unknown",
                    self.at(key),
                    say(
                        "there is no key “{key}”; the keys here are: {known}", key=key, known=known
                    ),
                )

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it is needed."""
        value = self.raw(key)
        if isinstance(value, str):
            return value
        if value is not None or default is None:
            self.file.broken(self.at(key), say("{key} is a text and needed", key=key))
        return default or ""

    def words(self, key: str) -> Words | None:
        """Return words: a text, which then stands for both languages, or `{zh, en}`."""
        value = self.raw(key)
        if isinstance(value, str):
            return Words(zh=value, en=value)
        if isinstance(value, dict):
            inner = Record(self.file, value, self.at(key))
            zh = inner.text("zh")
            en = inner.text("en", zh)
            inner.done()
            return Words(zh=zh, en=en) if zh else None
        if value is not None:
            self.file.broken(self.at(key), say("a text should stand here"))
        return None

    def needed_words(self, key: str) -> Words:
        """Return words that are needed."""
        found = self.words(key)
        if found is None:
            self.file.broken(self.at(key), say("{key} is missing", key=key))
            return Words(zh=key, en=key)
        return found

    def flag(self, key: str, *, default: bool) -> bool:
        """Return yes or no."""
        value = self.raw(key)
        if value is None:
            return default
        if isinstance(value, str) and value.lower() in YES | NO:
            return value.lower() in YES
        self.file.broken(self.at(key), say("yes or no should stand here"))
        return default

    def number(self, key: str, *, least: int = 0, most: int = 10**9) -> int | None:
        """Return a whole number; None where none stands."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, str) and value.lstrip("-").isdecimal() and value.isascii():
            found = int(value)
            if least <= found <= most:
                return found
        self.file.broken(
            self.at(key),
            say("a whole number from {least} to {most} should stand here", least=least, most=most),
        )
        return None

    def needed_number(self, key: str, *, least: int = 0, most: int = 10**9) -> int:
        """Return a whole number that is needed."""
        found = self.number(key, least=least, most=most)
        if found is None and key not in self:
            self.file.broken(self.at(key), say("{key} is missing", key=key))
        return least if found is None else found

    def amount(self, key: str) -> int | None:
        """Return an amount of yuan in fen; None where none stands."""
        value = self.raw(key)
        if value is None:
            return None
        found = fen_of(value) if isinstance(value, str) else None
        if found is None:
            self.file.broken(
                self.at(key), say("an amount in yuan, as 100000 or 1234.50, should stand here")
            )
        return found

    def day(self, key: str) -> date | None:
        """Return a day; None where none stands, or 未载明."""
        value = self.raw(key)
        if value is None or (isinstance(value, str) and value.lower() in NOT_STATED):
            return None
        found = day_of(value) if isinstance(value, str) else None
        if found is None:
            self.file.broken(self.at(key), say("a day as 2026-01-31 should stand here"))
        return found

    def choice(self, key: str, values: Mapping[str, Found], default: str | None = None) -> Found:
        """Return one of some values by its name."""
        value = self.raw(key)
        typed = default if value is None else value
        if isinstance(typed, str) and typed in values:
            return values[typed]
        names = "、".join(values)
        self.file.broken(self.at(key), say("one of these should stand here: {names}", names=names))
        return next(iter(values.values()))

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text is a list of one."""
        value = self.raw(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(each, str) for each in items):
            self.file.broken(self.at(key), say("a list of texts should stand here"))
        return tuple(each for each in items if isinstance(each, str))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        found = self.names(key)
        if not all(each.isascii() and each.isdecimal() for each in found):
            self.file.broken(self.at(key), say("a list of whole numbers should stand here"))
            return ()
        return tuple(map(int, found))

    def record(self, key: str) -> "Record | None":
        """Return the mapping below a key; None where none stands."""
        value = self.raw(key)
        return None if value is None else Record(self.file, value, self.at(key))

    def records(self, key: str) -> "Iterable[Record]":
        """Return the mappings listed below a key."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.file.broken(self.at(key), say("a list should stand here"))
            return ()
        path = self.at(key)
        return [Record(self.file, each, f"{path}[{i}]") for i, each in enumerate(value, 1)]

    def each(self, key: str, read: "Callable[[Record], Found]") -> tuple[Found, ...]:
        """Read every mapping listed below a key."""
        found = []
        for record in self.records(key):
            found.append(read(record))
            record.done()
        return tuple(found)


def fen_of(typed: str) -> int | None:
    """Return an amount of yuan in fen; None where it is none, or has parts of a fen."""
    try:
        yuan = Decimal(typed.replace(",", ""))
    except InvalidOperation:
        return None
    if not yuan.is_finite() or not 0 <= yuan <= _MOST_YUAN:
        return None
    fen = yuan * _FEN
    return int(fen) if fen == fen.to_integral_value() else None


def day_of(typed: str) -> date | None:
    """Return a day written as 2026-01-31; None where it is none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
