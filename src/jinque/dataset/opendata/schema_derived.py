"""The tables of what is derived from catalogues, column by column."""

from jinque.dataset.opendata.field import Table, flag, several, text, whole
from jinque.dataset.opendata.shared_columns import EDITION, POST, SOURCE
from jinque.model import Words

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
