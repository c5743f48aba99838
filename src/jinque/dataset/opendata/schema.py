"""What a column of the open data holds, and why a value may be missing.

The tables of what is derived from catalogues, column by column.

The tables of what catalogues print, column by column.

Columns that several tables of the open data have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinque.model import Words


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
    Missing.NOT_STATED: Words(zh="未载明：有此栏，本行未印", en="not stated"),
    Missing.NONE_REQUIRED: Words(zh="原文写明无要求", en="none required"),
    Missing.NOT_APPLICABLE: Words(zh="不适用：目录无此栏", en="not applicable"),
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
    title: Words
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the open data.

    Attributes:
        key: columns that identify a row.
        refers_to: column -> the table whose `id` (of `editions` and of `posts`) it holds.
    """

    name: str
    title: Words
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers_to: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A table with its rows, in an order that the data alone decide."""

    table: Table
    rows: Sequence[Row]


def text(name: str, zh: str, en: str) -> Field:
    """Return a column of texts."""
    return Field(name=name, type="string", title=Words(zh=zh, en=en))


def whole(name: str, zh: str, en: str) -> Field:
    """Return a column of whole numbers."""
    return Field(name=name, type="integer", title=Words(zh=zh, en=en))


def number(name: str, zh: str, en: str, unit: str = "") -> Field:
    """Return a column of numbers."""
    return Field(name=name, type="number", title=Words(zh=zh, en=en), unit=unit)


def flag(name: str, zh: str, en: str) -> Field:
    """Return a column of yes or no."""
    return Field(name=name, type="boolean", title=Words(zh=zh, en=en))


def several(name: str, zh: str, en: str) -> Field:
    """Return a column of lists of texts."""
    return Field(name=name, type="list", title=Words(zh=zh, en=en))


SOURCE = (
    text("source_sha256", "原文件校验和", "SHA-256 of the source file"),
    whole("line_start", "原文起始行", "first line in the source, from 1"),
    whole("line_end", "原文结束行", "last line in the source, inclusive"),
    text("quote", "原文", "the raw characters of that place"),
)
EDITION = text("edition", "目录编号", "identifier of the edition")
POST = text("post", "行编号", "identifier of the row")


CRITERIA = Table(
    name="criteria",
    title=Words(zh="岗位要求的读法（推断）", en="Requirements as read (derived)"),
    key=("post", "position"),
    refers_to={"post": "posts"},
    fields=(
        POST,
        whole("position", "第几条", "position among the post's criteria, from 1"),
        text("block", "栏", "scope, education, experience, ability, other or note"),
        text("kind", "种类", "kind of criterion"),
        text("reading_zh", "读法", "our reading in Chinese"),
        text("reading_en", "读法（英文）", "our reading in English"),
        text("criterion", "读法（JSON）", "our reading as a JSON object"),
        text("clause", "所在句", "the sentence in which the words stand"),
        *SOURCE,
    ),
)

LINKS = Table(
    name="links",
    title=Words(zh="与职业分类大典的关联", en="Links to the national classification"),
    key=("post",),
    refers_to={"post": "posts"},
    fields=(
        POST,
        text("code", "编码", "code that the row leads to"),
        text("classification", "大典版本", "edition that the code belongs to"),
        text("status", "状态", "how code and name agree"),
        text("reason_zh", "依据", "what the status rests on"),
        several("candidates", "候选编码", "codes of entries that the name suggests"),
    ),
)

ISSUES = Table(
    name="issues",
    title=Words(zh="读入问题", en="Issues found in reading"),
    key=("edition", "position"),
    refers_to={"edition": "editions"},
    fields=(
        EDITION,
        whole("position", "第几条", "position in the report, from 1"),
        text("code", "代码", "stable name of the check"),
        text("severity", "程度", "error, warning or info"),
        text("post", "行编号", "the row at fault"),
        text("message_zh", "说明", "message in Chinese"),
        text("message_en", "说明（英文）", "message in English"),
        whole("line_start", "原文起始行", "first line in the source, from 1"),
        whole("line_end", "原文结束行", "last line, inclusive"),
        text("quote", "原文", "the raw characters of that place"),
    ),
)

OCCUPATIONS = Table(
    name="occupations",
    title=Words(zh="职业分类（2022 全部；2015 只有可证的）", en="Classification entries"),
    key=("classification", "code"),
    refers_to={},
    fields=(
        text("classification", "大典版本", "edition of the classification"),
        text("code", "编码", "official code"),
        text("name", "名称", "official name"),
        text("level", "层级", "major, sub_major, minor, occupation or work_type"),
        flag("is_green", "绿色职业", "marked L"),
        flag("is_digital", "数字职业", "marked S"),
        text("effective_from", "始于", "since when, as exactly as its list says"),
        several("attested_by", "出处", "lists or catalogues that attest it"),
    ),
)


EDITIONS = Table(
    name="editions",
    title=Words(zh="目录", en="Editions of catalogues"),
    key=("id",),
    refers_to={},
    fields=(
        text("id", "目录编号", "identifier of the edition"),
        whole("version", "版次", "version of the reading, from 1"),
        text("title", "名称", "title"),
        text("publisher", "发布机构", "publisher"),
        text("document_number", "文号", "document number"),
        text("place", "地方", "place"),
        text("issued_on", "发布日期", "date of issue, as exactly as stated"),
        text("effective_from", "施行日期", "in force from, as exactly as stated"),
        text("effective_to", "失效日期（当日不含）", "in force until, exclusive"),
        text("classification_edition", "职业分类大典版本", "edition of the classification used"),
        text("scope", "适用人群", "persons it is for"),
        several("inferred", "属推断的各项", "columns above that are inferred, not stated"),
        text("scale", "紧缺程度标尺", "scale of shortage: stars_5 or words_3"),
        several("scale_labels", "标尺等级，由弱到强", "labels of the scale, weakest first"),
        text("source_name", "原文件名", "name of the source file"),
        text("source_sha256", "原文件校验和", "SHA-256 of the source file"),
        text("content_sha256", "内容校验和", "SHA-256 of this edition's rows as JSON Lines"),
        whole("rows", "行数", "rows and clauses"),
    ),
)

POSTS = Table(
    name="posts",
    title=Words(zh="岗位与对应关系", en="Posts, title mappings and list entries"),
    key=("id",),
    refers_to={"edition": "editions"},
    fields=(
        text("id", "行编号", "identifier: edition, section, serial"),
        EDITION,
        whole("order", "次序", "position in the edition, from 1"),
        text("kind", "类别", "post, title_mapping or list_item"),
        several("section", "章节", "headings above the row, outermost first; ? = lost"),
        text("industry", "行业", "industry as printed"),
        text("region", "区县", "county or district of a regional section"),
        whole("serial", "序号", "number within the section"),
        whole("serial_printed", "印刷序号", "number as printed"),
        text("code", "职业编码", "official code as printed"),
        text("name", "名称", "name without marks"),
        text("name_printed", "印刷名称", "name as printed"),
        several("markers", "标记", "special_need (特需), green (L), digital (S)"),
        text("shortage_printed", "紧缺程度（原文）", "shortage label as printed"),
        text("shortage_scale", "紧缺程度标尺", "scale; labels of two scales are not comparable"),
        whole("shortage_value", "标尺内位次", "rank within the scale, 1 = weakest"),
        number("shortage_index", "紧缺指数", "index printed beside the label", "0 to 1"),
        number("pay_cny_10k_year", "年薪中位值", "median pay", "10,000 CNY a year"),
        several("series", "职称系列", "title series, any of which will do"),
        text("ability", "能力要求", "ability required, as printed"),
        text("education", "学历要求", "education required, as printed"),
        text("experience", "经历要求", "experience required, as printed"),
        text("other", "其他要求", "other requirements, as printed"),
        several("notes", "适用说明", "footnotes that bind the section"),
        *SOURCE,
    ),
)

CELLS = Table(
    name="cells",
    title=Words(zh="原表单元格", en="Printed cells"),
    key=("post", "position"),
    refers_to={"post": "posts"},
    fields=(
        POST,
        whole("position", "第几格", "position in the row, from 1"),
        text("heading", "栏名", "heading of the column as first printed"),
        text("role", "读作", "what the column was recognised as; unknown = nothing"),
        text("text", "内容", "the cell as printed; empty for a blank cell"),
    ),
)

CLAUSES = Table(
    name="clauses",
    title=Words(zh="条款", en="Clauses of regulations"),
    key=("id",),
    refers_to={"edition": "editions"},
    fields=(
        text("id", "条款编号", "identifier: edition and reference"),
        EDITION,
        whole("order", "次序", "position in the edition, from 1"),
        several("section", "章节", "title of the part and headings above"),
        text("ref", "条号", "number as printed; empty before the first"),
        text("text", "内容", "the words"),
        *SOURCE,
    ),
)
