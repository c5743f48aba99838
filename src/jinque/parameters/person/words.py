"""The keys, levels and short answers of a file about a person, as data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


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
