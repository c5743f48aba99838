"""The tables of what catalogues print, column by column."""

from jinque.dataset.opendata.field import Table, number, several, text, whole
from jinque.dataset.opendata.shared_columns import EDITION, POST, SOURCE
from jinque.model import Words

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
