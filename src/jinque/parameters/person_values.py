"""Days as people write them; a month alone is enough for work.

What a file about a person gets wrong, in words that say where and what to do.

Text of YAML or JSON as a tree in which every value is a text, so that nothing is guessed.

YAML would take `NO` for a truth and 2022-13-01 for a fault of its own; here both stay texts until
the reader of their key looks at them.

Single texts into facts: days, years, levels, yes and no.

Each reader takes the text and returns the fact, or raises `UnreadError` with what
would be right.

The keys, levels and short answers of a file about a person, as data.
"""

import calendar
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.errors import InvalidPersonError
from jinque.model import Words
from jinque.parameters.ladders import load_ladders
from jinque.parameters.words import load_criteria_words
from jinque.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key of a shape.

    Attributes:
        names: other keys that mean the same.
        kind: what stands there, named as the readers of `values` and `reading` are.
        of: shape of the records of a list; empty otherwise.
        short: key of a record that a bare text stands for; empty where none may stand.
        needed: a record without it says nothing.
        opens: a record without it cannot be measured; it is not kept, and its list is taken as one
            that lacks some.
    """

    kind: str
    names: tuple[str, ...] = ()
    of: str = ""
    short: str = ""
    needed: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """How a file about a person is worded; see the comments in `data/person.yaml`.

    Attributes:
        shapes: shape -> key -> what stands there.
        refused: keys of what nobody needs and nothing may hold.
        yes: answers that mean yes; `no` as that.
        none: what stands for an empty list.
        others: an item that says that a list is not complete; `no_others` that it is.
        open: keys of lists that are not complete unless they say so or are empty.
        until_now: what stands for the end of work that goes on.
        education_levels: other name -> name that catalogues print; the others as that.
    """

    shapes: dict[str, dict[str, Entry]]
    refused: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    none: tuple[str, ...]
    others: tuple[str, ...]
    no_others: tuple[str, ...]
    open: tuple[str, ...]
    until_now: tuple[str, ...]
    education_levels: dict[str, str]
    degrees: dict[str, str]
    title_levels: dict[str, str]
    skill_levels: dict[str, str]


@cache
def load_person_words() -> PersonWords:
    """Return the words that ship with the package."""
    path = files("jinque.parameters") / "data" / "person.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    for entry in (entry for shape in told["shapes"].values() for entry in shape.values()):
        entry["kind"] = entry.pop("is")
    return msgspec.convert(told, PersonWords)


FIRST_YEAR, LAST_YEAR = 1900, 2100

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")


class UnreadError(Exception):
    """A text is not what its key wants; `wanted` says what would be right."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.wanted = Words(zh=zh, en=en)


def read_day(typed: str) -> date:
    """Return a day that is written out."""
    year, month, day = _parts(typed)
    if day is None:
        raise UnreadError("请写到日，如 2022-11-01", "write a day such as 2022-11-01")
    return _day(year, month, day)


def read_first_day(typed: str) -> date:
    """Return a day; a month alone counts from its first day."""
    year, month, day = _parts(typed)
    return _day(year, month, day or 1)


def read_last_day(typed: str) -> date | None:
    """Return a day; a month alone counts to its last day. None while it goes on (至今)."""
    if fold(typed) in map(fold, load_person_words().until_now):
        return None
    year, month, day = _parts(typed)
    first = _day(year, month, day or 1)
    return first if day else first.replace(day=calendar.monthrange(year, month)[1])


def _parts(typed: str) -> tuple[int, int, int | None]:
    found = _DAY.fullmatch(fold(typed))
    if not found:
        told = "请写成 2022-11-01 或 2022-11 这样的日期", "write a date as 2022-11-01 or 2022-11"
        raise UnreadError(*told)
    return int(found[1]), int(found[2]), int(found[3]) if found[3] else None


def _day(year: int, month: int, day: int) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise UnreadError("日历上没有这一天", "the calendar has no such day") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        told = f"年份应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间"
        raise UnreadError(told, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    return made


_MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One value that cannot be read.

    Attributes:
        path: of its key, `work[1].begun_on`, items counted from 1.
        line: None where lines are not known.
        message: what is wrong and what would be right.
    """

    path: str
    line: int | None
    message: Words


def several(name: str, faults: Sequence[Fault]) -> InvalidPersonError:
    """Return one error that tells of at most five faults and counts the others."""
    first = faults[0]
    told = faults[:_MOST_TOLD]
    rest = len(faults) - len(told)
    zh = "；".join(f"{_at_zh(each)}{each.message.zh}" for each in told)
    en = "; ".join(f"{_at_en(each)}{each.message.en}" for each in told)
    return InvalidPersonError(
        zh + (f"；另有 {rest} 处" if rest else "") + "。",
        en + (f"; and {rest} more" if rest else "") + ".",
        where=f"{name}:{first.line}" if first.line else f"{name} {first.path}".strip(),
        hint_zh="请改正后再试；不知道的项整行删去，就算未知。样例：jinque assess --example。",
        hint_en="Correct it and try again; leave out what you do not know, it then counts as "
        "unknown. An example: jinque assess --example.",
    )


def _at_zh(fault: Fault) -> str:
    line = f"第 {fault.line} 行" if fault.line else ""
    return " ".join(filter(None, (line, fault.path))) + ("：" if line or fault.path else "")


def _at_en(fault: Fault) -> str:
    line = f"line {fault.line}" if fault.line else ""
    return " ".join(filter(None, (line, fault.path))) + (": " if line or fault.path else "")


def refused(where: str, zh: str, en: str) -> InvalidPersonError:
    """Return the error for a file that is refused as a whole."""
    return InvalidPersonError(
        f"人员文件{zh}。",
        f"The file about the person: {en}.",
        where=where,
        hint_zh="请从样例改起：jinque assess --example。",
        hint_en="Begin with the example: jinque assess --example.",
    )


def not_json(name: str, line: int, column: int) -> InvalidPersonError:
    """Return the error for a text that is no JSON, with the place where it stops being any."""
    return InvalidPersonError(
        f"第 {line} 行第 {column} 个字起不是 JSON。",
        f"It is no JSON from line {line}, column {column}.",
        where=f"{name}:{line}",
        hint_zh="请检查引号、逗号和括号是否成对，是否用了中文标点。",
        hint_en="Check quotes, commas and brackets, and that the punctuation is not Chinese.",
    )


def not_yaml(name: str, line: int, lines: Sequence[str]) -> InvalidPersonError:
    """Return the error for a text that is no YAML.

    Args:
        name: of the file.
        line: in which the parser stopped.
        lines: of the text, to tell the usual slips.
    """
    near = "\n".join(lines[max(0, line - 2) : line])
    zh, en = "请检查缩进、冒号后的空格和引号", "Check indents, blanks behind colons and quotes"
    if "\t" in near:
        zh, en = "缩进请用空格，不要用制表符（Tab）", "Indent with blanks, not with tabs"
    elif "：" in near:
        zh, en = "键后请用英文冒号加空格“: ”", "Put “: ” behind a key, not a Chinese colon"
    elif "*" in near or "&" in near:
        zh, en = "不能用 & 和 * 引用", "References with & and * are not taken"
    return InvalidPersonError(
        f"第 {line} 行不是 YAML。",
        f"Line {line} is no YAML.",
        where=f"{name}:{line}",
        hint_zh=f"{zh}。",
        hint_en=f"{en}.",
    )


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


Reader = Callable[[str], object]

_YEAR = re.compile(r"(\d{4})年?")
_YEARS = re.compile(r"满?(\d{1,2})年?")
_MOST_YEARS = 80
_LONGEST = 200


def read_text(typed: str) -> str:
    """Return a text of up to 200 characters."""
    if len(typed) > _LONGEST:
        raise UnreadError(f"最多 {_LONGEST} 个字", f"at most {_LONGEST} characters")
    return typed


def read_yes_no(typed: str) -> bool:
    """Return the truth of 是 or 否."""
    words = load_person_words()
    if fold(typed) in map(fold, words.yes):
        return True
    if fold(typed) in map(fold, words.no):
        return False
    raise UnreadError("请写 是 或 否", "write yes or no")


def read_year(typed: str) -> int:
    """Return a year from 1900 to 2100."""
    found = _YEAR.fullmatch(fold(typed))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise UnreadError("请写四位年份，如 2020", "write a year such as 2020")
    return int(found[1])


def read_years(typed: str) -> int:
    """Return full years from 0 to 80."""
    found = _YEARS.fullmatch(fold(typed))
    if not found or int(found[1]) > _MOST_YEARS:
        told = f"请写满几年，0 到 {_MOST_YEARS}", f"write full years from 0 to {_MOST_YEARS}"
        raise UnreadError(*told)
    return int(found[1])


def read_degree(typed: str) -> str:
    """Return an academic degree; an empty text for 无."""
    words = load_person_words()
    if fold(typed) in map(fold, words.none):
        return ""
    ranks = load_criteria_words().degree_ranks
    ending = next((name for name in ranks if fold(typed).endswith(name)), typed)
    return _level(ending, ranks, words.degrees)


def _level(typed: str, known: Iterable[str], others: Mapping[str, str]) -> str:
    names = {fold(name): name for name in known} | {fold(k): v for k, v in others.items()}
    found = names.get(fold(typed))
    if found is None:
        listed = dict.fromkeys(known)
        raise UnreadError(f"可写：{'、'.join(listed)}", f"one of {', '.join(listed)}")
    return found


def read_education_level(typed: str) -> str:
    """Return an education level as catalogues print it."""
    known = load_criteria_words().education_ranks
    return _level(typed, known, load_person_words().education_levels)


def read_title_level(typed: str) -> str:
    """Return the level of a professional title."""
    known = load_criteria_words().title_ranks
    return _level(typed, known, load_person_words().title_levels)


def read_skill_level(typed: str) -> str:
    """Return a skill level that any ladder knows."""
    known = [level for ladder in load_ladders() for level in ladder.skill_order]
    by_name = load_person_words().skill_levels
    typed = typed.partition("/")[2] or typed
    return _level(typed, known, by_name)


READERS: Mapping[str, Reader] = {
    "text": read_text,
    "yes_no": read_yes_no,
    "year": read_year,
    "years": read_years,
    "day": read_day,
    "first_day": read_first_day,
    "last_day": read_last_day,
    "degree": read_degree,
    "education_level": read_education_level,
    "title_level": read_title_level,
    "skill_level": read_skill_level,
}
