"""What a column of the open data holds, and why a value may be missing.

The tables of what is derived from catalogues, column by column.

The tables of what catalogues print, column by column.

Columns that several tables of the open data have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence, say, say_in


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
    Missing.NOT_STATED: say_in("missing value", "not stated"),
    Missing.NONE_REQUIRED: say("none required"),
    Missing.NOT_APPLICABLE: say("not applicable"),
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
    title: Sentence
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the open data.

    Attributes:
        key: columns that identify a row.
        refers_to: column -> the table whose `id` (of `editions` and of `posts`) it holds.
    """

    name: str
    title: Sentence
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers_to: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A table with its rows, in an order that the data alone decide."""

    table: Table
    rows: Sequence[Row]


def text(name: str, message: Sentence) -> Field:
    """Return a column of texts."""
    return Field(name=name, type="string", title=message)


def whole(name: str, message: Sentence) -> Field:
    """Return a column of whole numbers."""
    return Field(name=name, type="integer", title=message)


def number(name: str, message: Sentence, unit: str = "") -> Field:
    """Return a column of numbers."""
    return Field(name=name, type="number", title=message, unit=unit)


def flag(name: str, message: Sentence) -> Field:
    """Return a column of yes or no."""
    return Field(name=name, type="boolean", title=message)


def several(name: str, message: Sentence) -> Field:
    """Return a column of lists of texts."""
    return Field(name=name, type="list", title=message)


SOURCE = (
    text("source_sha256", say("SHA-256 of the source file")),
    whole("line_start", say("first line in the source, from 1")),
    whole("line_end", say("last line in the source, inclusive")),
    text("quote", say("the raw characters of that place")),
)
EDITION = text("edition", say("identifier of the edition"))
POST = text("post", say("identifier of the row"))


CRITERIA = Table(
    name="criteria",
    title=say("Requirements as read (derived)"),
    key=("post", "position"),
    refers_to={"post": "posts"},
    fields=(
        POST,
        whole("position", say("position among the post's criteria, from 1")),
        text("block", say("scope, education, experience, ability, other or note")),
        text("kind", say("kind of criterion")),
        text("reading_zh", say("our reading in Chinese")),
        text("reading_en", say("our reading in English")),
        text("criterion", say("our reading as a JSON object")),
        text("clause", say("the sentence in which the words stand")),
        *SOURCE,
    ),
)

LINKS = Table(
    name="links",
    title=say("Links to the national classification"),
    key=("post",),
    refers_to={"post": "posts"},
    fields=(
        POST,
        text("code", say("code that the row leads to")),
        text("classification", say("edition that the code belongs to")),
        text("status", say("how code and name agree")),
        text("reason_zh", say("what the status rests on")),
        several("candidates", say("codes of entries that the name suggests")),
    ),
)

ISSUES = Table(
    name="issues",
    title=say("Issues found in reading"),
    key=("edition", "position"),
    refers_to={"edition": "editions"},
    fields=(
        EDITION,
        whole("position", say("position in the report, from 1")),
        text("code", say("stable name of the check")),
        text("severity", say("error, warning or info")),
        text("post", say("the row at fault")),
        text("message_zh", say("message in Chinese")),
        text("message_en", say("message in English")),
        whole("line_start", say("first line in the source, from 1")),
        whole("line_end", say("last line, inclusive")),
        text("quote", say("the raw characters of that place")),
    ),
)

OCCUPATIONS = Table(
    name="occupations",
    title=say_in("schema", "Classification entries"),
    key=("classification", "code"),
    refers_to={},
    fields=(
        text("classification", say("edition of the classification")),
        text("code", say("official code")),
        text("name", say("official name")),
        text("level", say("major, sub_major, minor, occupation or work_type")),
        flag("is_green", say("marked L")),
        flag("is_digital", say("marked S")),
        text("effective_from", say("since when, as exactly as its list says")),
        several("attested_by", say("lists or catalogues that attest it")),
        text("certainty", say("of an entry of 2015: A to D, C and D without a second source")),
    ),
)


EDITIONS = Table(
    name="editions",
    title=say("Editions of catalogues"),
    key=("id",),
    refers_to={},
    fields=(
        text("id", say("identifier of the edition")),
        whole("version", say("version of the reading, from 1")),
        text("title", say("title")),
        text("publisher", say_in("column", "publisher")),
        text("document_number", say("document number")),
        text("place", say("place")),
        text("issued_on", say("date of issue, as exactly as stated")),
        text("effective_from", say("in force from, as exactly as stated")),
        text("effective_to", say("in force until, exclusive")),
        text("classification_edition", say("edition of the classification used")),
        text("scope", say("persons it is for")),
        several("inferred", say("columns above that are inferred, not stated")),
        text("scale", say("scale of shortage: stars_5 or words_3")),
        several("scale_labels", say("labels of the scale, weakest first")),
        text("source_name", say("name of the source file")),
        text("source_sha256", say("SHA-256 of the source file")),
        text("content_sha256", say("SHA-256 of this edition's rows as JSON Lines")),
        whole("rows", say("rows and clauses")),
    ),
)

POSTS = Table(
    name="posts",
    title=say("Posts, title mappings and list entries"),
    key=("id",),
    refers_to={"edition": "editions"},
    fields=(
        text("id", say("identifier: edition, section, serial")),
        EDITION,
        whole("order", say("position in the edition, from 1")),
        text("kind", say("post, title_mapping or list_item")),
        several("section", say("headings above the row, outermost first; ? = lost")),
        text("industry", say("industry as printed")),
        text("region", say("county or district of a regional section")),
        whole("serial", say("number within the section")),
        whole("serial_printed", say("number as printed")),
        text("code", say("official code as printed")),
        text("name", say("name without marks")),
        text("name_printed", say("name as printed")),
        several("markers", say("special_need (特需), green (L), digital (S)")),
        text("shortage_printed", say("shortage label as printed")),
        text("shortage_scale", say("scale; labels of two scales are not comparable")),
        whole("shortage_value", say("rank within the scale, 1 = weakest")),
        number("shortage_index", say("index printed beside the label"), "0 to 1"),
        number("pay_cny_10k_year", say("median pay"), "10,000 CNY a year"),
        several("series", say("title series, any of which will do")),
        text("ability", say("ability required, as printed")),
        text("education", say("education required, as printed")),
        text("experience", say("experience required, as printed")),
        text("other", say("other requirements, as printed")),
        several("notes", say("footnotes that bind the section")),
        *SOURCE,
    ),
)

CELLS = Table(
    name="cells",
    title=say("Printed cells"),
    key=("post", "position"),
    refers_to={"post": "posts"},
    fields=(
        POST,
        whole("position", say("position in the row, from 1")),
        text("heading", say("heading of the column as first printed")),
        text("role", say("what the column was recognised as; unknown = nothing")),
        text("text", say("the cell as printed; empty for a blank cell")),
    ),
)

CLAUSES = Table(
    name="clauses",
    title=say("Clauses of regulations"),
    key=("id",),
    refers_to={"edition": "editions"},
    fields=(
        text("id", say("identifier: edition and reference")),
        EDITION,
        whole("order", say("position in the edition, from 1")),
        several("section", say("title of the part and headings above")),
        text("ref", say("number as printed; empty before the first")),
        text("text", say("the words")),
        *SOURCE,
    ),
)
