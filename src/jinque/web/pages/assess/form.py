"""What the self-check's form offers to choose from: values as a person file has them.

One field of the self-check's form, and fields that belong together.

What a self-check is sent, a form or JSON, as flat fields, and these as keys of a person file.

A field of a form is a path: `educations.1.level`. JSON has the keys of a file and is flattened to
the same paths, so that one reader serves both. `has.certificates.规培证` answers whether a name is
held: `yes`, `no`, of a language its level.

The fields of a self-check: six questions to begin with, then what can still change a verdict.

The fields for facts that can still change a verdict, the most useful first.

The question of a visitor: who asks, about which posts, and how the answer is to be shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, Words, printed, say
from jinque.model.matching import NextFact, Verdict
from jinque.model.person import Fact, MissingFact, Person
from jinque.web.forms import FieldError, FieldReader, natural, split_names

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
        raise _refused(say("The JSON should be an object"))
    return from_form(_flat("", api.with_english_keys(body), 0))


def _flat(path: str, value: object, depth: int) -> Iterable[tuple[str, str]]:
    if depth > _DEEPEST:
        raise _refused(say("The JSON is nested too deeply"))
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


def _refused(message: Sentence) -> InvalidOptionError:
    return InvalidOptionError(
        say("{message}.", message=message),
        hint=say("The keys are those of a person file, see docs/reference/person.md"),
    )


EDUCATION_LEVELS = {
    "初中": "lower secondary",
    "高中": "upper secondary",
    "中专": "vocational secondary",
    "技校": "technical school",
    "大专": "junior college",
    "本科": "undergraduate",
    "硕士": "master",
    "博士": "doctor",
}
DEGREES = {"无": "none", "学士": "bachelor", "硕士": "master", "博士": "doctor"}
TITLE_LEVELS = {
    "无": "none",
    "初级": "junior",
    "中级": "intermediate",
    "副高级": "associate senior",
    "正高级": "senior",
}
NATIONALITIES = {"中国": "Chinese", "外籍": "foreign"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that may be chosen, as sent, and what it is called."""

    value: str
    words: Sentence


def choices(known: Mapping[str, str], sent: Sequence[str] = ()) -> tuple[Choice, ...]:
    """Return what may be chosen, a value that was sent otherwise among it."""
    every = {**known, **{value: value for value in sent if value not in known}}
    return tuple(
        Choice(value=value, words=Words(zh=value, en=english)) for value, english in every.items()
    )


REST = (
    Choice(value="", words=say("there may be others")),
    Choice(value="没有其他", words=say("these are all")),
    Choice(value=NONE, words=say("I hold none")),
)
"""Whether a list of names is complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of the form.

    Attributes:
        name: path of the key in a person file, or of an answer about a name.
        label: key of its words; empty where `question` stands instead.
        kind: `choice`, `radio`, `yes_no`, `text`, `names` (one a line, with whether there are
            others), `month`, `day` or `none` (a box that says that there is none).
        options: what may be chosen.
        values: as given.
    """

    name: str
    label: str = ""
    question: Sentence | None = None
    kind: str = "text"
    options: tuple[Choice, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsView:
    """Fields that belong together.

    Attributes:
        key: what the words of its heading are called: `educations`, `work`, `certificates` …
        number: of a row among several, from 1; 0 where there is one only.
        about: how many verdicts the answer can change; 0 where that is not told.
        question: the question in words; None where `key` has them.
    """

    key: str
    fields: tuple[FieldView, ...]
    number: int = 0
    about: int = 0
    question: Sentence | None = None


def nationality_field(given: Given) -> FieldView:
    """Return the choice of the nationality, one that was sent otherwise among it."""
    known = tuple(given.get("nationality", ()))
    options = choices(NATIONALITIES, known)
    return FieldView(
        name="nationality", label="nationality", kind="radio", options=options, values=known
    )


def names(given: Given, key: str) -> FieldView:
    """Return the field of a list of names."""
    return FieldView(
        name=key, label=key, kind="names", options=REST, values=tuple(given.get(key, ()))
    )


def answer_field(given: Given, name: str, values: Sequence[str] = ()) -> FieldView:
    """Return the field that answers whether one name is held; its words are the name itself."""
    _, key, about = name.split(".", 2)
    kind = "text" if key == "languages" else "yes_no"
    sent = tuple(values or given.get(name, ()))
    return FieldView(name=name, question=printed(about), kind=kind, values=sent)


def title_field(given: Given) -> FieldView:
    """Return the field of the highest professional title."""
    name = "titles.1.level"
    known = tuple(given.get(name, ()))
    shown = choices(TITLE_LEVELS, known)
    return FieldView(name=name, label="title", kind="choice", options=shown, values=known)


def plain_field(given: Given, name: str, kind: str) -> FieldView:
    """Return a field of one value, `kind` as in `FieldView`."""
    label = name.rpartition(".")[2]
    return FieldView(name=name, label=label, kind=kind, values=tuple(given.get(name, ())))


def none_field(given: Given, name: str) -> FieldView:
    """Return the box by which a person says to have none of a list."""
    options = choices({NONE: "none"})
    sent = tuple(each for each in given.get(name, ()) if each == NONE)
    return FieldView(name=name, label=f"no_{name}", kind="none", options=options, values=sent)


_KINDS = {
    "level": "choice",
    "degree": "choice",
    "is_full_time": "yes_no",
    "is_management": "yes_no",
    "begun_on": "month",
    "ended_on": "month",
    "year": "month",
}
_OPTIONS = {"level": EDUCATION_LEVELS, "degree": DEGREES}


def fields_of(given: Given, path: str, keys: Sequence[str]) -> tuple[FieldView, ...]:
    """Return the fields of some keys of one record."""
    return tuple(_of_key(given, path, key) for key in keys)


def _of_key(given: Given, path: str, key: str) -> FieldView:
    name = path + key.rpartition("language_")[2]
    known = tuple(given.get(name, ()))
    options = _OPTIONS.get(key)
    return FieldView(
        name=name,
        label=key,
        kind=_KINDS.get(key, "text"),
        options=choices(options, known) if options else (),
        values=known,
    )


_MOST_ROWS = 20


def six_questions(given: Given) -> tuple[FieldsView, ...]:
    """Return the questions that a self-check begins with."""
    return (
        FieldsView(key="nationality", fields=(nationality_field(given),)),
        FieldsView(key="education", fields=fields_of(given, "educations.1.", ("level", "degree"))),
        FieldsView(key="majors", fields=fields_of(given, "educations.1.", ("majors",))),
        FieldsView(key="graduate", fields=(plain_field(given, "is_graduate_of_year", "yes_no"),)),
        FieldsView(key="aim", fields=(plain_field(given, "aim", "text"),)),
        FieldsView(key="work", fields=work_fields(given, 1)),
    )


def all_questions(given: Given, add: str, but: frozenset[str]) -> tuple[FieldsView, ...]:
    """Return every question with what was answered, those named in `but` left out.

    Args:
        given: the fields as sent.
        add: `educations` or `work`: one empty row more.
        but: names of fields that are asked elsewhere on the page.
    """
    left = (
        FieldsView(
            key=each.key,
            number=each.number,
            fields=tuple(field for field in each.fields if field.name not in but),
        )
        for each in _every(given, add, but)
    )
    return tuple(each for each in left if each.fields)


def _every(given: Given, add: str, but: frozenset[str]) -> Iterator[FieldsView]:
    yield FieldsView(key="nationality", fields=(nationality_field(given),))
    yield from _rows(given, "educations", add)
    yield FieldsView(key="graduate", fields=(plain_field(given, "is_graduate_of_year", "yes_no"),))
    yield FieldsView(key="aim", fields=(plain_field(given, "aim", "text"),))
    yield from _rows(given, "work", add)
    yield FieldsView(key="titles", fields=(title_field(given),))
    yield FieldsView(key="certificates", fields=(names(given, "certificates"),))
    yield FieldsView(key="tools", fields=(names(given, "tools"),))
    yield from _rows(given, "languages", add)
    yield FieldsView(key="awards", fields=(names(given, "awards"),))
    yield FieldsView(key="answered", fields=tuple(_answered(given, but)))
    yield FieldsView(key="on", fields=(plain_field(given, "on", "day"),))


def education_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one education."""
    keys = ("level", "degree", "majors", "is_full_time", "year")
    return fields_of(given, f"educations.{number}.", keys)


def work_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one time of work; the first can say that there was none."""
    none = (none_field(given, "work"),) if number == 1 else ()
    keys = ("occupation", "begun_on", "ended_on", "is_management", "industry")
    return (*none, *fields_of(given, f"work.{number}.", keys))


def language_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one language."""
    return fields_of(given, f"languages.{number}.", ("language", "language_level"))


_OF_ROW = {"educations": education_fields, "work": work_fields, "languages": language_fields}


def rows_given(given: Given, key: str) -> int:
    """Return how many rows of a list were sent."""
    numbers = [name.split(".")[1] for name in given if name.startswith(f"{key}.")]
    return min(_MOST_ROWS, max((natural(each) or 0 for each in numbers), default=0))


def _rows(given: Given, key: str, add: str) -> Iterator[FieldsView]:
    count = max(1, rows_given(given, key)) + (add == key)
    for number in range(1, count + 1):
        yield FieldsView(key=key, number=number, fields=_OF_ROW[key](given, number))


def _answered(given: Given, but: frozenset[str]) -> Iterator[FieldView]:
    for name, values in given.items():
        if is_answer(name) and name not in but:
            yield answer_field(given, name, tuple(values))


MOST_ASKED = 3

_PARTS: Mapping[Fact, Mapping[str, str]] = {
    Fact.EDUCATIONS: {
        "学历": "level",
        "学位": "degree",
        "全日制": "is_full_time",
        "专业": "majors",
    },
    Fact.WORK: {"管理": "is_management", "行业": "industry"},
}
"""What a question about a part of a list is about -> key of that part."""


def next_questions(given: Given, facts: Iterable[NextFact]) -> tuple[FieldsView, ...]:
    """Return the fields for the most useful facts, each with the verdicts that it can change."""
    found = (_question(given, each.fact, each.posts) for each in facts)
    return _first(found)


def missing_questions(given: Given, facts: Iterable[MissingFact]) -> tuple[FieldsView, ...]:
    """Return the fields for the facts that one post lacks."""
    return _first(_question(given, each, 0) for each in facts)


def _first(found: Iterable[FieldsView | None]) -> tuple[FieldsView, ...]:
    """Return the first questions that the form can ask, no field of them twice."""
    asked: set[str] = set()
    chosen: list[FieldsView] = []
    for each in found:
        names_of = {field.name for field in each.fields} if each else set()
        if each and names_of and not names_of & asked and len(chosen) < MOST_ASKED:
            chosen.append(each)
            asked |= names_of
    return tuple(chosen)


def _question(given: Given, missing: MissingFact, posts: int) -> FieldsView | None:
    fields = tuple(_fields(given, missing))
    if not fields:
        return None
    return FieldsView(key=missing.fact.value, fields=fields, about=posts, question=missing.question)


def _fields(given: Given, missing: MissingFact) -> Iterator[FieldView]:
    fact, about = missing.fact, missing.about
    if fact in _PARTS and about:
        yield from _of_rows(given, fact, about)
    elif about:
        yield from (answer_field(given, f"{HAS}{fact}.{each}") for each in about.split("、"))
    elif fact in (Fact.CERTIFICATES, Fact.TOOLS, Fact.AWARDS):
        yield names(given, fact.value)
    else:
        yield from _whole(given, fact)


def _whole(given: Given, fact: Fact) -> Iterator[FieldView]:
    if fact is Fact.NATIONALITY:
        yield nationality_field(given)
    elif fact is Fact.EDUCATIONS:
        yield from education_fields(given, 1)
    elif fact is Fact.WORK:
        yield from work_fields(given, 1)
    elif fact is Fact.LANGUAGES:
        yield from language_fields(given, 1)
    elif fact is Fact.TITLES:
        yield title_field(given)
    elif fact is Fact.IS_GRADUATE_OF_YEAR:
        yield plain_field(given, fact.value, "yes_no")


def _of_rows(given: Given, fact: Fact, about: str) -> Iterator[FieldView]:
    """Yield the field of one part for every row that does not tell of it."""
    key = _PARTS[fact].get(about)
    for number in range(1, rows_given(given, fact.value) + 1):
        name = f"{fact}.{number}.{key}"
        of = given.get(f"{fact}.{number}.occupation") or given.get(f"{fact}.{number}.level")
        if key and name not in given and of:
            label = say("{of}: {about}", of=of[0], about=about)
            kind = "yes_no" if key.startswith("is_") else "text"
            options = choices(DEGREES) if key == "degree" else ()
            kind = "choice" if options else kind
            yield FieldView(name=name, question=label, kind=kind, options=options)


GROUPINGS = ("nearness", "place", "verdict")
MOST_ERRORS = 20
CONTROLS = frozenset({"aim", "on", "places", "verdicts", "group", "show", "add", "post"})
"""Fields that say what is asked, not who asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessQuestion:
    """What was read.

    Attributes:
        given: every field as it was sent.
        aim: occupation aimed at; None when not given.
        places: cities to show; empty means all.
        verdicts: verdicts to show; empty means all.
        group: one of `GROUPINGS`.
        show: key of the group that is shown whole; empty where none is.
        add: list to which the form adds an empty row; empty where none.
        post: the post that the visitor came from; empty where none.
        errors: the first of them, in the order of the fields; the facts named there are left out.
    """

    given: dict[str, tuple[str, ...]]
    person: Person
    on: date
    aim: str | None
    places: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    group: str
    show: str
    add: str
    post: str
    errors: tuple[FieldError, ...]


def read_assess_question(given: Mapping[str, tuple[str, ...]], today: date) -> AssessQuestion:
    """Read the fields; one that is not given, or empty, is an unknown fact.

    Args:
        given: values by name of field.
        today: the day as of which years count where none is given.
    """
    reader = FieldReader(given)
    on = reader.day("on") or today
    aim = reader.text("aim")
    person, faults = _person(given)
    verdicts = tuple(each for each in Verdict if each.value in reader.all_of("verdicts"))
    group = reader.text("group")
    return AssessQuestion(
        given=dict(given),
        person=person,
        on=on,
        aim=aim,
        places=reader.all_of("places"),
        verdicts=verdicts,
        group=group if group in GROUPINGS else GROUPINGS[0],
        show=reader.text("show") or "",
        add=reader.text("add") or "",
        post=reader.text("post") or "",
        errors=(*reader.errors, *faults)[:MOST_ERRORS],
    )


def _person(given: Mapping[str, tuple[str, ...]]) -> tuple[Person, list[FieldError]]:
    facts = {name: values for name, values in given.items() if name not in CONTROLS}
    person, faults = api.read_person_told(person_tree(facts))  # type: ignore[arg-type]
    return person, [_error(fault.path, fault.message) for fault in faults]


def _error(path: str, message: Sentence) -> FieldError:
    """Name a fault by its field: `educations[1].level` is `educations.1.level`."""
    return FieldError(field=path.replace("[", ".").replace("]", ""), value="", message=message)
