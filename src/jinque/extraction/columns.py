"""Header rows and what their headings name."""

import re
from dataclasses import dataclass
from functools import cache

from jinque.model import Row
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

_QUOTES = re.compile(r"[《》“”\"'<>]")
_LEAST_KNOWN = 2
_LEAST_KNOWN_SHARE = 0.5
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column under its printed heading; an unknown one has no role and is kept."""

    heading: str
    role: str | None


def read_header(row: Row) -> tuple[Column, ...] | None:
    """Return the columns that a header row names; None for a body row.

    A header row has at least two headings, half of its cells known headings, among them the
    name or the serial; each role is given once, from the left. No catalogue has more than 64
    columns.
    """
    if len(row.cells) > _MOST_COLUMNS:
        return None
    texts = [drop_blanks(cell.text) for cell in row.cells]
    columns: list[Column] = []
    for text in texts:
        role = _role_of(text)
        is_taken = role in {column.role for column in columns}
        columns.append(Column(heading=text, role=None if is_taken else role))
    roles = {column.role for column in columns} - {None}
    if len(roles) < _LEAST_KNOWN or len(roles) < _LEAST_KNOWN_SHARE * len(columns):
        return None
    return tuple(columns) if roles & {"name", "serial"} else None


def position(columns: tuple[Column, ...], role: str) -> int | None:
    """Return the position of the column with that role, or None."""
    return next((i for i, column in enumerate(columns) if column.role == role), None)


def _role_of(heading: str) -> str | None:
    return _roles().get(_key(heading))


def _key(heading: str) -> str:
    return _QUOTES.sub("", fold(heading))


@cache
def _roles() -> dict[str, str]:
    headings = load_vocabulary().headings
    return {_key(name): role for role, names in headings.items() for name in names}
