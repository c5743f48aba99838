"""One row of a roster for the bridge: where it stands, what it asks, what is wrong with it."""

from dataclasses import dataclass

from jinque.model.bridge import BridgeRequest
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPlace:
    """A row or a cell of the roster.

    Attributes:
        sheet: None in a file without sheets.
        row: counted from 1, as a spreadsheet shows it.
        column: letters of the column; empty for the whole row.
    """

    sheet: str | None
    row: int
    column: str = ""

    @property
    def address(self) -> str:
        """`名单!C5` for a cell, `名单!5` for a row; without a sheet `C5` and `5`."""
        cell = f"{self.column}{self.row}"
        return f"{self.sheet}!{cell}" if self.sheet else cell


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """One person of the roster.

    Attributes:
        staff_id: as in the roster; empty where blank, as the name.
        requests: one for each direction asked: a skill level asks for a title, a title for a
            skill level.
        levels: level as written -> its cell and the heading above it.
    """

    place: RosterPlace
    staff_id: str
    name: str
    requests: tuple[BridgeRequest, ...]
    levels: dict[str, tuple[RosterPlace, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFault:
    """Why a row could not be read.

    Attributes:
        place: the cell at fault.
        heading: of its column; empty where the whole row is at fault.
    """

    place: RosterPlace
    heading: str
    message: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row that got no answer, with everything that is wrong with it."""

    place: RosterPlace
    staff_id: str
    name: str
    faults: tuple[RosterFault, ...]
