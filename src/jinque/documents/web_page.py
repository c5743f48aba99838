"""Web pages: words in the order of the page, tables with spanning cells; nothing is fetched."""

from lxml import etree

from jinque.documents.flattening import Flattener
from jinque.documents.layout import pour
from jinque.documents.page_builder import PageBuilder
from jinque.documents.page_encoding import decode_page
from jinque.documents.source import Source
from jinque.errors import NotReadableError, TooDeepError
from jinque.model import Document


def read_html(source: Source) -> Document:
    """Read a page as it shows itself without scripts.

    Raises:
        NotReadableError: no encoding decodes it, or it holds no element.
        EmptySourceError: it shows no words.
        LimitError: it exceeds the budget.
    """
    text, _ = decode_page(source.data, source.name)
    builder = PageBuilder(source.budget)
    builder.walk(_root(text, source))
    flattener = Flattener(source)
    pour(builder.content, flattener, source.budget)
    if builder.hidden:
        flattener.notice(
            "hidden_text",
            zh=f"网页里有 {builder.hidden} 处文字设为不显示，未读取。",
            en=f"{builder.hidden} pieces of the page are set not to be shown; they are not read.",
        )
    return flattener.document("html")


def _root(text: str, source: Source) -> etree._Element:
    markup = text.replace("\x00", "").encode()
    source.budget.check_elements(markup, source.budget.limits.page_elements)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise _unreadable(source.name) from fault
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooDeepError(
            "网页的元素嵌套过深。",
            "The elements of the page are nested too deeply.",
            where=source.name,
            hint_zh="请用浏览器打开，把表格复制到 Word 或 Excel 再导入。",
            hint_en="Open it in a browser and copy its tables to Word or Excel.",
        )
    if root is None:
        raise _unreadable(source.name)
    return root


def _unreadable(where: str) -> NotReadableError:
    return NotReadableError(
        "这个网页无法解析。",
        "The page cannot be parsed.",
        where=where,
        hint_zh="请用浏览器打开确认内容，另存后再导入。",
        hint_en="Open it in a browser, check what it shows and save it anew.",
    )
