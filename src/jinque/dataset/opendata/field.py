"""What a column of the open data holds, and why a value may be missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinque.model import Words


class Missing(StrEnum):
    """Why a value is missing; the values are the symbols of the CSV files.

    Attributes:
        NOT_STATED: the table has such a column, and the row prints nothing in it.
        NONE_REQUIRED: the row prints that nothing is required (无, 不限).
        NOT_APPLICABLE: the catalogue has no such column, or the row's kind no such fact.
    """

    NOT_STATED = "[not stated]"
    NONE_REQUIRED = "[none required]"
    NOT_APPLICABLE = "[not applicable]"


MISSING_WORDS = {
    Missing.NOT_STATED: Words(zh="未载明：有此栏，本行未印", en="not stated"),
    Missing.NONE_REQUIRED: Words(zh="原文写明无要求", en="none required"),
    Missing.NOT_APPLICABLE: Words(zh="不适用：目录无此栏", en="not applicable"),
}

Value = str | int | float | bool | tuple[str, ...] | Missing
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column.

    Attributes:
        type: `string`, `integer`, `number`, `boolean` or `list` (of strings).
        unit: of a number; empty for a count or a rank.
    """

    name: str
    type: str
    title: Words
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the open data.

    Attributes:
        key: columns that identify a row.
        refers_to: column -> the table whose `id` (of `editions` and of `posts`) it holds.
    """

    name: str
    title: Words
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers_to: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A table with its rows, in an order that the data alone decide."""

    table: Table
    rows: Sequence[Row]


def text(name: str, zh: str, en: str) -> Field:
    """Return a column of texts."""
    return Field(name=name, type="string", title=Words(zh=zh, en=en))


def whole(name: str, zh: str, en: str) -> Field:
    """Return a column of whole numbers."""
    return Field(name=name, type="integer", title=Words(zh=zh, en=en))


def number(name: str, zh: str, en: str, unit: str = "") -> Field:
    """Return a column of numbers."""
    return Field(name=name, type="number", title=Words(zh=zh, en=en), unit=unit)


def flag(name: str, zh: str, en: str) -> Field:
    """Return a column of yes or no."""
    return Field(name=name, type="boolean", title=Words(zh=zh, en=en))


def several(name: str, zh: str, en: str) -> Field:
    """Return a column of lists of texts."""
    return Field(name=name, type="list", title=Words(zh=zh, en=en))
