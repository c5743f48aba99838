"""Rows of a table that links occupations and title series, as an answer shows them."""

from dataclasses import dataclass

from jinque.model.metadata import Citation
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSeries:
    """A title series of a table row.

    Attributes:
        speciality: printed behind it in brackets; None where none is.
    """

    name: str
    speciality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCode:
    """An entry of the national classification with a name like a row's; a proposal only."""

    code: str
    name: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """An occupation with its title series.

    Attributes:
        series: several are alternatives; which one applies is not stated.
        printed: the cell as printed.
        is_group: the row describes persons, not an occupation.
        codes: entries of the national classification with the same name; the table prints none.
        near_codes: entries with a like name, where none has the same.
    """

    post_id: str
    serial: int
    name: str
    series: tuple[TitleSeries, ...]
    printed: str
    is_group: bool
    codes: tuple[str, ...]
    near_codes: tuple[NearCode, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class NearName:
    """A listed name that is like the one asked for; a proposal, never taken as the same."""

    name: str
    serial: int
    reason: Words
