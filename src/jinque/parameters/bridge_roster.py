"""The columns of rosters: headings, other names for them, what to write in them."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.model import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterColumn:
    """One column.

    Attributes:
        key: what the words of the column are called in code.
        names: other headings that mean the same.
        is_day: typed as a day.
        is_yes_no: 是 or 否; blank is unknown.
    """

    key: str
    heading: str
    meaning: Words
    names: tuple[str, ...] = ()
    is_day: bool = False
    is_yes_no: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTerms:
    """How rosters are worded.

    Attributes:
        columns: in the order of the template.
        refused: a heading that holds one of these is of a column that is not read.
        passed: results of an appraisal; `failed` are the others.
    """

    columns: tuple[RosterColumn, ...]
    refused: tuple[str, ...]
    passed: tuple[str, ...]
    failed: tuple[str, ...]


@cache
def load_roster_terms() -> RosterTerms:
    """Return the terms that ship with the package."""
    path = files("jinque.parameters") / "data" / "bridge_roster.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), RosterTerms)


@cache
def load_screening_columns() -> tuple[RosterColumn, ...]:
    """Return the columns of a roster held against posts, in the order of the template."""
    path = files("jinque.parameters") / "data" / "screening_roster.yaml"
    columns = yaml.safe_load(path.read_text(encoding="utf-8"))["columns"]
    return msgspec.convert(columns, tuple[RosterColumn, ...])
