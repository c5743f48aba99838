"""The codes in a table, with the names beside them, told in another edition."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinque.classification import EDITIONS, convert_code, entry_of, plain_code
from jinque.coding.tables import table_rows
from jinque.errors import NothingFoundError
from jinque.locale import say
from jinque.model import (
    MOST_LEFT,
    Conversion,
    ConversionStatus,
    ConvertedTable,
    Document,
    LeftRow,
    Sureness,
)
from jinque.parameters import load_edition_rule, load_vocabulary
from jinque.text import fold

_HEADING_ROWS = 10
"""Rows from the top among which the headings are sought; titles may stand above them."""
_ROWS_TRIED = 200
_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?:19|20)\d{2}年?版?的?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeColumns:
    """Where the codes and the names stand.

    Attributes:
        code: place of the column of codes.
        name: place of the column of names; None where no column is headed so.
    """

    code: int
    name: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTable:
    """The first table of a file.

    Attributes:
        above: rows that stand above the headings, such as a title.
        rows: cells as printed, all rows equally long.
        columns: in `headings`.
    """

    above: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: CodeColumns

    def converted(self, wanted: str) -> tuple[Conversion, ...]:
        """Return the code of each row told in an edition."""
        place = self.columns.name
        return tuple(
            convert_code(row[self.columns.code], row[place] if place is not None else "", wanted)
            for row in self.rows
        )


class Tally:
    """Counts conversions as they come, and keeps the first rows that were left."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._counts: Counter[ConversionStatus] = Counter()
        self._left: list[LeftRow] = []
        self._unconfirmed = 0

    def add(self, found: Iterable[Conversion]) -> None:
        """Count some more rows, in order."""
        for number, each in enumerate(found, start=self._counts.total() + 1):
            self._counts[each.status] += 1
            self._unconfirmed += each.sureness is Sureness.UNCONFIRMED
            if each.entry is None and len(self._left) < MOST_LEFT:
                self._left.append(LeftRow(number=number, conversion=each))

    def table(self, headings: Sequence[str], columns: CodeColumns) -> ConvertedTable:
        """Return what came of the table with these headings."""
        return ConvertedTable(
            wanted=self._wanted,
            code_heading=headings[columns.code],
            name_heading=None if columns.name is None else headings[columns.name],
            counts={status: self._counts[status] for status in ConversionStatus},
            unconfirmed=self._unconfirmed,
            left=tuple(self._left),
        )


def code_columns(headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> CodeColumns | None:
    """Return the column headed as codes and the one headed as names; None without codes.

    A heading counts in any width; what stands in its brackets and a year of an edition do not
    matter. Of several columns of names the one that agrees with most codes is taken, so that
    the name of a post does not stand for that of its occupation.

    Args:
        headings: of all columns.
        rows: some rows, by which to choose among columns of names.
    """
    words, rule = load_vocabulary().headings, load_edition_rule()
    plain = [_plain(heading) for heading in headings]
    codes = _headed(plain, (*words["code"], *rule.code_headings))
    if not codes:
        return None
    code, names = codes[0], _headed(plain, (*words["name"], *rule.name_headings))
    some = rows[:_ROWS_TRIED]
    agreeing = {name: sum(_agrees(row[code], row[name]) for row in some) for name in names}
    return CodeColumns(code=code, name=max(names, key=agreeing.__getitem__, default=None))


def read_code_table(document: Document, where: str) -> CodeTable:
    """Return the codes of the first table.

    Raises:
        NothingFoundError: no column is headed as a code.
    """
    rows = table_rows(document)
    for number, row in enumerate(rows[:_HEADING_ROWS]):
        columns = code_columns(row, rows[number + 1 :])
        if columns:
            return CodeTable(
                above=tuple(rows[:number]),
                headings=row,
                rows=tuple(rows[number + 1 :]),
                columns=columns,
            )
    raise no_code_column(where)


def no_code_column(where: str) -> NothingFoundError:
    """Return the fault of a table without a column of codes."""
    named = "、".join(load_vocabulary().headings["code"])
    return NothingFoundError(
        say("No column of the table is headed as a code."),
        where=where,
        hint=say(
            "Head the column with one of {named}, and that of the names with 职业名称.", named=named
        ),
    )


def _headed(headings: Sequence[str], names: Sequence[str]) -> list[int]:
    known = {_plain(name) for name in names}
    return [place for place, heading in enumerate(headings) if heading in known]


def _plain(heading: str) -> str:
    folded = fold(heading)
    return _YEAR.sub("", _BRACKETS.sub("", folded)) or folded


def _agrees(code: str, name: str) -> bool:
    return any(entry_of(edition, plain_code(code), name) for edition in EDITIONS)
