"""Text of YAML or JSON as a tree in which every value is a text, so that nothing is guessed.

YAML would take `NO` for a truth and 2022-13-01 for a fault of its own; here both stay texts until
the reader of their key looks at them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from jinque.errors import InvalidPersonError
from jinque.parameters.person.faults import not_json, not_yaml, refused

Tree = dict[str, "Tree"] | list["Tree"] | str | None

MOST_CHARACTERS = 64 * 1024
_BLANK = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a text says.

    Attributes:
        lines: path of a key -> line in which it stands, counted from 1; empty for JSON.
    """

    tree: Tree
    lines: dict[str, int] = field(default_factory=dict)


def told(text: str, name: str) -> Told:
    """Take a text apart.

    Args:
        text: of YAML or, where `name` ends with `.json` or it begins with a brace, of JSON.
        name: of the file, for errors.

    Raises:
        InvalidPersonError: it is neither, is too long or too deep, or names a key twice.
    """
    if len(text) > MOST_CHARACTERS:
        raise refused(
            name, f"超过 {MOST_CHARACTERS} 个字", f"more than {MOST_CHARACTERS} characters"
        )
    try:
        if name.lower().endswith(".json") or text.lstrip().startswith("{"):
            return Told(tree=_of_json(text, name))
        return _of_yaml(text, name)
    except RecursionError:
        raise refused(name, "嵌套太深", "nested too deeply") from None


def _of_json(text: str, name: str) -> Tree:
    def once(pairs: Iterable[tuple[str, Tree]]) -> Tree:
        kept: dict[str, Tree] = {}
        for key, value in pairs:
            if key in kept:
                raise _twice(name, key)
            kept[key] = value
        return kept

    try:
        tree: object = json.loads(
            text, object_pairs_hook=once, parse_int=str, parse_float=str, parse_constant=str
        )
    except json.JSONDecodeError as fault:
        raise not_json(name, fault.lineno, fault.colno) from fault
    return _as_texts(tree)


def _as_texts(value: object) -> Tree:
    if isinstance(value, dict):
        return {str(key): _as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


class _Loader(yaml.SafeLoader):
    """Composes nodes; one that points at another is refused, since it could grow without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("a node points at another")
        return super().compose_node(parent, index)


def _of_yaml(text: str, name: str) -> Told:
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise not_yaml(name, mark.line + 1 if mark else 1, text.splitlines()) from fault
    lines: dict[str, int] = {}
    return Told(tree=_tree(node, "", lines, name), lines=lines)


def _tree(node: yaml.Node | None, path: str, lines: dict[str, int], name: str) -> Tree:
    if node is not None:
        lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_tree(each, f"{path}[{i}]", lines, name) for i, each in enumerate(node.value, 1)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, name)
    if not isinstance(node, yaml.ScalarNode) or (node.value in _BLANK and not node.style):
        return None
    return str(node.value).strip() or None


def _mapping(node: yaml.MappingNode, path: str, lines: dict[str, int], name: str) -> Tree:
    kept: dict[str, Tree] = {}
    for key, value in node.value:
        key_name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if key_name in kept:
            raise _twice(f"{name}:{key.start_mark.line + 1}", key_name)
        within = f"{path}.{key_name}" if path else key_name
        kept[key_name] = _tree(value, within, lines, name)
        lines[within] = key.start_mark.line + 1
    return kept


def _twice(where: str, key: str) -> InvalidPersonError:
    return refused(where, f"“{key}”写了两次", f"“{key}” stands twice")
