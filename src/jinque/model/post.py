"""One listed row: what it prints and what is read from it.

What a column of a catalogue was recognised as, how surely, and why.

What a person decided about printed words, as a published edition tells it, without names.

Faults and doubts found in data: reported with a place, never raised.

How a post stands to the national classification.

What is known beforehand of one catalogue: its identity, its metadata, its habits of print.
"""

from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.document import Place, Span
from jinque.model.metadata import Citation, Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """A printed column and the role that its heading and its cells give it.

    Attributes:
        heading: as first printed, without blanks; empty where none is printed.
        role: one of the roles of the vocabulary (`name`, `code`, …); None for a column that is
            kept as printed without a meaning.
        confidence: 0 to 1, see docs/explanation/columns.md; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that a person may give it, the likeliest first.
        rows: rows of the tables that have the column.
        filled: those of them that print something in it.
        samples: up to three different cells, as printed.
        citation: the heading's own cell; None where no heading is printed.
        is_settled: a person said what the column is, or that it is not read.
    """

    heading: str
    role: str | None
    confidence: float
    reasons: tuple[Sentence, ...] = ()
    proposals: tuple[str, ...] = ()
    rows: int = 0
    filled: int = 0
    samples: tuple[str, ...] = ()
    citation: Citation | None = None
    is_settled: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} of “{self.heading}” is not in 0 to 1")
        if self.role is None and self.confidence:
            raise ValueError(f"“{self.heading}” has no role and a confidence of {self.confidence}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRole:
    """What a person says that a column is.

    Attributes:
        heading: heading of the column; width, case, blanks and quotes do not matter.
        role: a role of the vocabulary; None says that it has no meaning here.
    """

    heading: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRank:
    """Where a person says that a label of shortage stands, in every row that prints it.

    Attributes:
        label: as printed; width, case and blanks do not matter.
        rank: 1 the weakest; None says that it has none.
    """

    label: str
    rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value that stands in place of the printed one; the printed one stays in the cells.

    Attributes:
        field: role of the cell (`code`, `shortage`, …).
        printed: the words as printed; empty where the row prints no such cell.
        value: the value in their place; empty when the printed one is not to be used.
        decided_on: day of the decision, ISO 8601.
    """

    field: str
    printed: str
    value: str
    reason: str
    decided_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRole:
    """A column whose meaning a person settled.

    Attributes:
        heading: the heading as printed, without blanks.
        role: what the column is read as; None for a column that is kept and not read.
        decided_on: day of the decision, ISO 8601.
    """

    heading: str
    role: str | None
    reason: str
    decided_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Why an issue needs nobody's attention any more: a person let the printed words stand.

    Attributes:
        decided_on: day of the decision, ISO 8601.
    """

    reason: str
    decided_on: str


class Severity(StrEnum):
    """How much an issue may mislead a reader who does not see it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One fault or doubt in a source.

    Attributes:
        code: stable name of the check that found it, listed in docs/reference/issues.md.
        severity: see `Severity`.
        message: what, why, and what a reader may do, in both languages.
        post_id: the post at fault; None when the issue is of a section or the whole edition.
        section: last heading of the section, without its ordinal; None for the whole edition.
        serial: the post's number within its section; None where no one post is at fault.
        line_start: first line of the place, counted from 1; None where nothing printed shows it.
        line_end: last line, inclusive.
        quote: the raw characters of that place; empty where there is none.
        place: page, sheet, table, row and column in an office file; None for plain text.
        settled: why a person let the printed words stand; None while nobody did.
    """

    code: str
    severity: Severity
    message: Sentence
    post_id: str | None = None
    section: str | None = None
    serial: int | None = None
    line_start: int | None = None
    line_end: int | None = None
    quote: str = ""
    place: Place | None = None
    settled: Settled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What happened while a document was read: nothing is dropped in silence.

    Attributes:
        rows_in: body rows, list entries and clauses that the document holds for this edition.
        rows_out: posts, mappings, list items and clauses made of them.
        rows_rejected: rows that became none of these, each with an issue `row_rejected`.
        issues: in printed order, those of the whole edition first.
        columns: the columns of the edition's tables, each heading once, as first printed.
    """

    rows_in: int
    rows_out: int
    rows_rejected: int
    issues: tuple[Issue, ...]
    columns: tuple[ColumnReading, ...] = ()

    def __post_init__(self) -> None:
        if self.rows_in != self.rows_out + self.rows_rejected:
            raise ValueError(
                f"{self.rows_in} rows in, {self.rows_out} out, {self.rows_rejected} rejected"
            )


class LinkStatus(StrEnum):
    """What was found when a post's code and name were looked up.

    Attributes:
        AGREES: code and name are those of an entry of the edition that the catalogue uses.
        NAMES_CLASS: the same, but the entry is a class and not one occupation.
        OTHER_EDITION: code and name are those of an entry of another edition.
        NAME_DIFFERS: the code is in the edition under another name.
        CODE_REUSED: the same, and the editions give the code to two occupations; not linked.
        UNCONFIRMED: code and name are an entry's of 2015 that no second source confirms, and
            nothing else tells that the catalogue uses that edition; not linked.
        UNCHECKED: the code falls into a known gap of the edition's list, or is a work type.
        CODE_UNKNOWN: no list has the code, the complete one of the edition included.
        NO_CODE_STATED: the source itself says that the classification has no such occupation.
        PROPOSED: no code is printed; entries with this or a like name are named.
        UNMATCHED: no code is printed, and no entry has this or a like name.
        CONFIRMED: a person named the code in place of what is printed, and a list has it.
    """

    AGREES = "agrees"
    NAMES_CLASS = "names_class"
    OTHER_EDITION = "other_edition"
    NAME_DIFFERS = "name_differs"
    CODE_REUSED = "code_reused"
    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"
    CODE_UNKNOWN = "code_unknown"
    NO_CODE_STATED = "no_code_stated"
    PROPOSED = "proposed"
    UNMATCHED = "unmatched"
    CONFIRMED = "confirmed"


class Likeness(StrEnum):
    """Why an entry is proposed for a name.

    Attributes:
        SAME_NAME: the entry has this very name.
        FORMER_NAME: the printed edition or its public draft had this name for the entry.
        NEAR_NAME: the names are one character apart, or two neighbours are exchanged.
    """

    SAME_NAME = "same_name"
    FORMER_NAME = "former_name"
    NEAR_NAME = "near_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCandidate:
    """An entry that a person may confirm; never a link by itself.

    Attributes:
        edition: edition of the classification that `code` belongs to.
    """

    code: str
    name: str
    edition: str
    likeness: Likeness
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A post and the entry of the classification that it names.

    Attributes:
        code: code as printed, that of its class where the print names a class as an occupation,
            or as a person confirmed it; None where the post is not linked.
        edition: edition of the classification that `code` belongs to; None without a code.
        reason: what the status rests on, for people.
        candidates: other entries that the name suggests, the most alike first.
    """

    post_id: str
    code: str | None
    edition: str | None
    status: LinkStatus
    reason: Sentence
    candidates: tuple[LinkCandidate, ...] = ()

    def __post_init__(self) -> None:
        if (self.code is None) != (self.edition is None):
            raise ValueError(f"code {self.code!r} does not go with edition {self.edition!r}")


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
        printed: the label as printed (`★★★`, `紧缺`); the number where no label is printed.
        scale: `stars_5` or `words_3`; `words` where the order of the labels is not known, `index`
            where only a number is printed. Labels of two scales are not comparable.
        value: the label's rank within its own scale, 1 = weakest; None where it has none.
        index: the number printed beside the label, in the range that the catalogue uses (0 to 1,
            0 to 100), a percentage as a part of one; None where none is printed.
    """

    printed: str
    scale: str
    value: int | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one edition is found in its document and what its readers already settled.

    Attributes:
        edition_id: identifier of the edition.
        title: title of the part that holds the rows, without blanks; empty for what stands
            before the first title; None takes every part, as for a document whose title is lost.
        clause_parts: titles of further parts whose numbered text belongs to the edition as
            clauses.
        path_includes: what of a part's beginning counts as a section of its rows (`annex`,
            `title`).
        column_roles: what a person settled of columns; it goes before every other evidence.
        label_ranks: what a person settled of the labels of shortage.
        metadata: the facts, each with its status; None derives what the document prints.
    """

    edition_id: str
    title: str | None
    clause_parts: tuple[str, ...] = ()
    path_includes: tuple[str, ...] = ()
    column_roles: tuple[ColumnRole, ...] = ()
    label_ranks: tuple[LabelRank, ...] = ()
    metadata: Metadata | None = None
