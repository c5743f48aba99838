"""Catalogue › Edition › Section › Post › Clause, with what each rests on."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.document import Span


class Status(StrEnum):
    """Whether the document itself says a thing."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


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
class Citation:
    """Where a statement rests; cutting `span` out of the source gives `quote`.

    Attributes:
        source_sha256: checksum of the source's bytes.
        span: place in the source's decoded text.
        quote: the raw slice, with tabs, bookmark marks and line breaks as they stand.
    """

    source_sha256: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """A fact about an edition, with what it rests on.

    Attributes:
        value: the fact as text (dates as ISO 8601); None when the document does not state it.
        status: stated, inferred or not stated.
        basis_zh: what an inference rests on, or what is missing; empty when plainly stated.
        basis_en: the same in English.
        citation: the words that state it; compulsory when the status is stated.
    """

    value: str | None = None
    status: Status
    basis_zh: str = ""
    basis_en: str = ""
    citation: Citation | None = None

    def __post_init__(self) -> None:
        if (self.value is None) != (self.status is Status.NOT_STATED):
            raise ValueError(f"value {self.value!r} does not go with status {self.status}")
        if self.status is Status.STATED and self.citation is None:
            raise ValueError(f"{self.value!r} is called stated without a citation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The interval of an index that a label stands for, ends inclusive as printed.

    Attributes:
        label: the label as printed.
        lower: lower end, an index between 0 and 1.
        upper: upper end.
        includes_lower: whether the bracket printed at the lower end is closed.
        includes_upper: the same at the upper end.
    """

    label: str
    lower: float
    upper: float
    includes_lower: bool
    includes_upper: bool

    def holds(self, index: float) -> bool:
        """Tell whether `index` lies in the interval."""
        above = index >= self.lower if self.includes_lower else index > self.lower
        below = index <= self.upper if self.includes_upper else index < self.upper
        return above and below


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How an edition prints shortage.

    Attributes:
        code: `stars_5` or `words_3`.
        labels: the labels from weakest to strongest, as printed.
        order: whether the document states that order.
        bands: intervals of an index, in printed order; empty where no index is printed.
    """

    code: str
    labels: tuple[str, ...]
    order: Attested
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an edition as a whole, each fact with its status.

    `effective_to` is exclusive; `scope` names the persons the edition is for.
    """

    title: Attested
    publisher: Attested
    document_number: Attested
    place: Attested
    issued_on: Attested
    effective_from: Attested
    effective_to: Attested
    classification_edition: Attested
    scope: Attested
    scale: Scale | None = None


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
    """

    id: str
    order: int
    edition_id: str
    kind: Kind
    section: tuple[str | None, ...]
    industry: str | None
    region: str | None
    serial: int
    serial_printed: int | None
    code: str | None
    name: str
    name_printed: str
    markers: tuple[Marker, ...]
    shortage: Shortage | None
    pay_cny_10k_year: float | None
    series: tuple[str, ...] | None
    requirements: Requirements | None
    cells: tuple[PrintedCell, ...]
    notes: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph of a regulation under its number.

    Attributes:
        id: edition and reference: `zhejiang-2022-77:三（二）1（1）`, with `#2` for a second
            paragraph under the same reference.
        order: position in the edition, from 1.
        section: title of the part, then the headings above the clause.
        ref: number of the clause, brackets as printed; empty for text before the first number.
        text: the words, a sentence cut by a page break joined.
    """

    id: str
    order: int
    edition_id: str
    section: tuple[str, ...]
    ref: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or preliminary remark.

    Attributes:
        text: the words without export marks.
        section: last heading of the section it binds; None when it binds the whole edition.
    """

    text: str
    section: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A run of rows under one heading.

    Attributes:
        path: headings from outermost to innermost; None for one that the export lost.
        status: stated when the innermost heading is printed before its rows, inferred when a
            later heading tells it.
        is_open_list: the list ends with 等, so it names examples.
        rows: how many rows stand in it.
    """

    path: tuple[str | None, ...]
    status: Status
    is_open_list: bool
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a catalogue as read from one source; immutable once published."""

    id: str
    source_sha256: str
    source_name: str
    metadata: Metadata
    headings: tuple[str, ...]
    sections: tuple[Section, ...]
    posts: tuple[Post, ...]
    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...]
