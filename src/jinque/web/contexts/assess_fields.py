"""What a self-check is sent, a form or JSON, as flat fields, and these as keys of a person file.

A field of a form is a path: `educations.1.level`. JSON has the keys of a file and is flattened to
the same paths, so that one reader serves both. `has.certificates.规培证` answers whether a name is
held: `yes`, `no`, of a language its level.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.model.fact import Fact
from jinque.web.contexts.assess_names import split_names

Given = Mapping[str, Sequence[str]]
Branch = dict[str, "Branch | list[str]"]

NONE = "无"
HAS = "has."
YES, NO = "yes", "no"
LISTS = frozenset({Fact.CERTIFICATES, Fact.TOOLS, Fact.AWARDS, "denied"})
"""Lists of names, which a form takes as one text: a name a line, or with 、 or ； between them."""

_ANSWER = re.compile(r"has\.(certificates|tools|languages|awards)\.\S.*")
_DEEPEST = 6
_SAID = ""
"""Key of what a list says beside its numbered rows, so that faults keep the numbers of rows."""


def from_form(items: Iterable[tuple[str, object]]) -> dict[str, tuple[str, ...]]:
    """Return the fields that were filled in; an uploaded file is not a value."""
    given: dict[str, tuple[str, ...]] = {}
    for name, value in items:
        if isinstance(value, str) and value.strip():
            given[name] = (*given.get(name, ()), value.strip())
    return given


def from_json(body: object) -> dict[str, tuple[str, ...]]:
    """Return a JSON object as the form would send it: true is `yes`, null nothing, [] is 无.

    Raises:
        InvalidOptionError: it is no object, or is nested too deeply.
    """
    if not isinstance(body, dict):
        raise _refused("JSON 应为一个对象", "The JSON should be an object")
    return from_form(_flat("", api.with_english_keys(body), 0))


def _flat(path: str, value: object, depth: int) -> Iterable[tuple[str, str]]:
    if depth > _DEEPEST:
        raise _refused("JSON 嵌套太深", "The JSON is nested too deeply")
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), each, depth + 1)
    elif isinstance(value, list):
        yield from [(path, NONE)] if not value else []
        for number, each in enumerate(value, 1):
            within = f"{path}.{number}" if isinstance(each, dict | list) else path
            yield from _flat(within, each, depth + 1)
    elif value is not None and str(value).strip():
        yield path, (YES if value else NO) if isinstance(value, bool) else str(value).strip()


def is_answer(name: str) -> bool:
    """Tell whether a field answers if one name is held; any other that begins so is no field."""
    return _ANSWER.fullmatch(name) is not None


def person_tree(given: Given) -> dict[str, object]:
    """Return the fields of a person as the keys of a file, answers about names put into lists."""
    root: Branch = {}
    for name, values in given.items():
        if not is_answer(name):
            _put(root, name.split("."), _split(name, values))
    tree = {key: _grown(each) for key, each in root.items()}
    for name, values in given.items():
        if is_answer(name):
            _answer(tree, name, values[0])
    return {key: NONE if _is_none(each) else each for key, each in tree.items()}


def _split(name: str, values: Sequence[str]) -> list[str]:
    if name not in LISTS and not name.endswith(".majors"):
        return list(values)
    return [name for value in values for name in split_names(value)]


def _put(branch: Branch, path: Sequence[str], values: list[str]) -> None:
    head, *rest = path
    if not rest:
        told = branch.setdefault(head, values)
        if isinstance(told, dict):
            told[_SAID] = values
        return
    below = branch.setdefault(head, {})
    if isinstance(below, list):
        below = branch[head] = {_SAID: below}
    _put(below, rest, values)


def _grown(branch: "Branch | list[str]") -> object:
    """Return a branch as a file has it: numbered keys as a list, a single text as itself."""
    if isinstance(branch, list):
        return branch[0] if len(branch) == 1 else branch
    numbered = sorted((key for key in branch if key.isdecimal()), key=int)
    if not numbered:
        return {key: _grown(each) for key, each in branch.items()}
    said = branch.get(_SAID, [])
    others = {key: each for key, each in branch.items() if key not in (*numbered, _SAID)}
    grown = [*(_grown(branch[key]) for key in numbered), *(said if isinstance(said, list) else [])]
    return [*grown, _grown(others)] if others else grown


def _answer(tree: dict[str, object], field: str, answer: str) -> None:
    """Put the answer about one name into the list it belongs to, or among what is denied."""
    _, key, name = field.split(".", 2)
    if answer in (NO, "不会", NONE):
        _append(tree, "denied", name)
    elif key == Fact.LANGUAGES:
        _append(tree, key, {"language": name, "level": answer} if answer != YES else name)
    else:
        _append(tree, key, name)


def _append(tree: dict[str, object], key: str, item: object) -> None:
    held = tree.get(key)
    several = held if isinstance(held, list) else [held] if held else []
    tree[key] = [*several, item]


def _is_none(value: object) -> bool:
    """Tell whether a list of levels is one record that says none is held."""
    if not isinstance(value, list) or len(value) != 1 or not isinstance(value[0], dict):
        return False
    return cast("object", value[0].get("level")) == NONE


def _refused(zh: str, en: str) -> InvalidOptionError:
    return InvalidOptionError(
        f"{zh}。",
        f"{en}.",
        hint_zh="键与人员文件相同，见 docs/reference/person.md",
        hint_en="The keys are those of a person file, see docs/reference/person.md",
    )
