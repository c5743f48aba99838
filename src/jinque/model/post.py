"""One listed row: what it prints and what is read from it."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.correction import Correction
from jinque.model.document import Span
from jinque.model.metadata import Citation


class Kind(StrEnum):
    """What one listed row is."""

    POST = "post"
    TITLE_MAPPING = "title_mapping"
    LIST_ITEM = "list_item"


class Marker(StrEnum):
    """A mark printed behind a name: （特需）, L, S."""

    SPECIAL_NEED = "special_need"
    GREEN = "green"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCell:
    """A cell of a post under the heading of its column.

    Attributes:
        heading: the heading as first printed for the joined table.
        role: what the column was recognised as (`name`, `code`, …); None for an unknown column.
        text: the cell as printed, without bookmark marks, outer blanks and line wraps.
        span: the cell's place; None when the row prints no such cell.
    """

    heading: str
    role: str | None
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """How short a post is, as printed.

    Attributes:
        printed: the label as printed (`★★★`, `紧缺`).
        scale: `stars_5` or `words_3`; labels of two scales are not comparable.
        value: the label's rank within its own scale, 1 = weakest.
        index: the number printed beside the label, 0 to 1; None where none is printed.
    """

    printed: str
    scale: str
    value: int
    index: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """The printed requirement texts; None = the row has no such block, which is not "none"."""

    ability: str | None = None
    education: str | None = None
    experience: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One listed row: a post, or (see `kind`) a title mapping or an entry of a running list.

    Attributes:
        id: edition, last heading without its ordinal, serial: `dalian:装备制造:1`.
        order: position in the edition, from 1.
        section: headings above the row, outermost first; None stands for a heading that the
            export lost.
        industry: industry of the row as printed, without its ordinal.
        region: county or district that a regional section names.
        serial: number within the section, printed or computed.
        serial_printed: the number as printed; None where it is computed from the position.
        code: official code as printed; None where a dash or nothing is printed.
        name: name without marks and inner blanks.
        name_printed: name as printed, with marks.
        pay_cny_10k_year: median pay in 10,000 CNY a year.
        series: title series a mapping points to; several are alternatives.
        notes: footnotes that bind the row's section.
        corrections: values that a person put in place of printed ones; `cells`, `name_printed`
            and `serial_printed` stay as printed.
    """

    id: str
    order: int
    edition_id: str
    kind: Kind
    section: tuple[str | None, ...]
    industry: str | None = None
    region: str | None = None
    serial: int
    serial_printed: int | None = None
    code: str | None = None
    name: str
    name_printed: str
    markers: tuple[Marker, ...] = ()
    shortage: Shortage | None = None
    pay_cny_10k_year: float | None = None
    series: tuple[str, ...] | None = None
    requirements: Requirements | None = None
    cells: tuple[PrintedCell, ...] = ()
    notes: tuple[str, ...] = ()
    citation: Citation
    corrections: tuple[Correction, ...] = ()
