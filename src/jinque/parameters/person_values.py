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
from jinque.locale import Sentence, clauses, joined, say
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

    def __init__(self, wanted: Sentence) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def read_day(typed: str) -> date:
    """Return a day that is written out."""
    year, month, day = _parts(typed)
    if day is None:
        raise UnreadError(say("write a day such as 2022-11-01"))
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
        raise UnreadError(say("write a date as 2022-11-01 or 2022-11"))
    return int(found[1]), int(found[2]), int(found[3]) if found[3] else None


def _day(year: int, month: int, day: int) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise UnreadError(say("the calendar has no such day")) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        first, last = str(FIRST_YEAR), str(LAST_YEAR)
        raise UnreadError(say("a year from {first} to {last}", first=first, last=last))
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
    message: Sentence


def several(name: str, faults: Sequence[Fault]) -> InvalidPersonError:
    """Return one error that tells of at most five faults and counts the others."""
    first = faults[0]
    told = faults[:_MOST_TOLD]
    rest = len(faults) - len(told)
    listed = [_told(each) for each in told]
    if rest:
        listed.append(say("and {rest} more", rest=rest))
    return InvalidPersonError(
        say("{told}.", told=clauses(listed)),
        where=f"{name}:{first.line}" if first.line else f"{name} {first.path}".strip(),
        hint=say(
            "Correct it and try again; leave out what you do not know, it then counts as "
            "unknown. An example: jinque assess --example."
        ),
    )


def _told(fault: Fault) -> Sentence:
    if fault.line and fault.path:
        line = str(fault.line)
        return say("line {line} {path}: {fault}", line=line, path=fault.path, fault=fault.message)
    if fault.line:
        return say("line {line}: {fault}", line=str(fault.line), fault=fault.message)
    if fault.path:
        return say("{path}: {fault}", path=fault.path, fault=fault.message)
    return fault.message


def refused(where: str, message: Sentence) -> InvalidPersonError:
    """Return the error for a file that is refused as a whole."""
    return InvalidPersonError(
        say("The file about the person: {message}.", message=message),
        where=where,
        hint=say("Begin with the example: jinque assess --example."),
    )


def not_json(name: str, line: int, column: int) -> InvalidPersonError:
    """Return the error for a text that is no JSON, with the place where it stops being any."""
    return InvalidPersonError(
        say("It is no JSON from line {line}, column {column}.", line=str(line), column=str(column)),
        where=f"{name}:{line}",
        hint=say("Check quotes, commas and brackets, and that the punctuation is not Chinese."),
    )


def not_yaml(name: str, line: int, lines: Sequence[str]) -> InvalidPersonError:
    """Return the error for a text that is no YAML.

    Args:
        name: of the file.
        line: in which the parser stopped.
        lines: of the text, to tell the usual slips.
    """
    near = "\n".join(lines[max(0, line - 2) : line])
    message = say("Check indents, blanks behind colons and quotes")
    if "\t" in near:
        message = say("Indent with blanks, not with tabs")
    elif "：" in near:
        message = say("Put “: ” behind a key, not a Chinese colon")
    elif "*" in near or "&" in near:
        message = say("References with & and * are not taken")
    return InvalidPersonError(
        say("Line {line} is no YAML.", line=str(line)),
        where=f"{name}:{line}",
        hint=say("{message}.", message=message),
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
            name, say("more than {most_characters} characters", most_characters=MOST_CHARACTERS)
        )
    try:
        if name.lower().endswith(".json") or text.lstrip().startswith("{"):
            return Told(tree=_of_json(text, name))
        return _of_yaml(text, name)
    except RecursionError:
        raise refused(name, say("nested too deeply")) from None


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
    return refused(where, say("“{key}” stands twice", key=key))


Reader = Callable[[str], object]

_YEAR = re.compile(r"(\d{4})年?")
_YEARS = re.compile(r"满?(\d{1,2})年?")
_MOST_YEARS = 80
_LONGEST = 200


def read_text(typed: str) -> str:
    """Return a text of up to 200 characters."""
    if len(typed) > _LONGEST:
        raise UnreadError(say("at most {longest} characters", longest=_LONGEST))
    return typed


def read_yes_no(typed: str) -> bool:
    """Return the truth of 是 or 否."""
    words = load_person_words()
    if fold(typed) in map(fold, words.yes):
        return True
    if fold(typed) in map(fold, words.no):
        return False
    raise UnreadError(say("write yes or no"))


def read_year(typed: str) -> int:
    """Return a year from 1900 to 2100."""
    found = _YEAR.fullmatch(fold(typed))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise UnreadError(say("write a year such as 2020"))
    return int(found[1])


def read_years(typed: str) -> int:
    """Return full years from 0 to 80."""
    found = _YEARS.fullmatch(fold(typed))
    if not found or int(found[1]) > _MOST_YEARS:
        told = say("write full years from 0 to {most_years}", most_years=_MOST_YEARS)
        raise UnreadError(told)
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
        raise UnreadError(say("one of {listed}", listed=joined(listed)))
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
