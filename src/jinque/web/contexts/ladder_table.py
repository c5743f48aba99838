"""Rows of the table of occupations and title series, and names like a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque import api
from jinque.model import Words
from jinque.model.title_table import NearName, TableRow, TitleSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingView:
    """An occupation with its title series.

    Attributes:
        series: several are alternatives; which one applies is not stated.
        printed: the cell as printed.
        is_group: the row describes persons, not an occupation.
        codes: entries of the national classification with the same name; the table prints none.
        post: identifier of the row in its edition.
    """

    serial: int
    name: str
    printed: str
    series: tuple[TitleSeries, ...]
    is_group: bool
    codes: tuple[str, ...]
    post: str
    line_start: int
    line_end: int

    @classmethod
    def of(cls, row: TableRow) -> "MappingView":
        """Flatten `row`."""
        return cls(
            serial=row.serial,
            name=row.name,
            printed=row.printed,
            series=row.series,
            is_group=row.is_group,
            codes=row.codes,
            post=row.post_id,
            line_start=row.citation.span.line_start,
            line_end=row.citation.span.line_end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView:
    """A listed name that is like another; a proposal, never taken as the same."""

    serial: int
    name: str
    reason: Words

    @classmethod
    def of(cls, near: NearName) -> "NearView":
        """Flatten `near`."""
        return cls(serial=near.serial, name=near.name, reason=near.reason)


def near_rows(name: str, rows: Iterable[TableRow]) -> tuple[NearView, ...]:
    """Return the rows whose names are most like a name, each with the reason."""
    serials = {row.name: row.serial for row in rows}
    return tuple(
        NearView.of(NearName(name=found, serial=serials[found], reason=why))
        for found, why in api.near_names(name, serials)
    )
