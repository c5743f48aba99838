"""One field of the self-check's form, and fields that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.model import Words
from jinque.web.contexts.assess_choices import (
    DEGREES,
    EDUCATION_LEVELS,
    NATIONALITIES,
    REST,
    TITLE_LEVELS,
    Choice,
    choices,
)
from jinque.web.contexts.assess_fields import NONE, Given


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
    question: Words | None = None
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
    question: Words | None = None


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
    told = Words(zh=about, en=about)
    sent = tuple(values or given.get(name, ()))
    return FieldView(name=name, question=told, kind=kind, values=sent)


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
