"""What a part holds, in printed order: runs of rows, running lists, remarks, rejected rows."""

from dataclasses import dataclass

from jinque.extraction.columns import Column
from jinque.extraction.headings import Heading
from jinque.extraction.running_lists import RunningList
from jinque.model import Cell, Row, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """A body row with one cell, or None, for each column of its table."""

    cells: tuple[Cell | None, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Rows below one printed header row.

    Attributes:
        headings: headings in force, outermost first.
        is_titled: a heading is printed between these rows and the ones before.
        is_headless: their table has no header row; they stand below that of a table before it.
    """

    headings: tuple[Heading, ...]
    is_titled: bool
    is_headless: bool
    columns: tuple[Column, ...]
    rows: tuple[AlignedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRun:
    """A running list below its headings, its own heading among them."""

    headings: tuple[Heading, ...]
    entries: RunningList


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Text that is neither heading, row nor list."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A body row that could not be laid under the columns of its table.

    Attributes:
        has_columns: whether its table has a header row or stands below one.
    """

    row: Row
    has_columns: bool


Event = Segment | ListRun | Remark | Reject
