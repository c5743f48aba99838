"""The error for a file in which nothing of a catalogue was found."""

from collections.abc import Iterable

from jinque.errors import NothingFoundError
from jinque.model import Document, Table
from jinque.text import drop_blanks

_MOST_SHOWN = 12
_LONGEST_SHOWN = 20


def nothing_found(document: Document, where: str) -> NothingFoundError:
    """Return the error; it shows the first row of the first table, where there is one."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    first = next(tables, None)
    if first is None:
        return NothingFoundError(
            "文件里没有找到目录的表格、列表或条款。",
            "No table, list or clause of a catalogue was found in the file.",
            where=where,
            hint_zh="表格需要有表头（如“序号”“岗位名称”）；请确认导出时保留了制表符。",
            hint_en="A table needs a header row (such as 序号, 岗位名称); keep its tabs on export.",
        )
    shown = _shown(cell.text for cell in first.rows[0].cells)
    return NothingFoundError(
        f"文件里有表格，但认不出哪一栏是岗位名称；第一行是“{shown}”。",
        f"The file has a table, but no column of it is known to hold names of posts; it begins "
        f"“{shown}”.",
        where=where,
        hint_zh="表格的第一行应是表头，其中一栏是“岗位名称”或“职业名称”；改好表头后再导入。",
        hint_en="The first row should be headings, one of them 岗位名称 or 职业名称; rename it.",
    )


def _shown(texts: Iterable[str]) -> str:
    words = [text for text in map(drop_blanks, texts) if text][:_MOST_SHOWN]
    return "、".join(word[:_LONGEST_SHOWN] for word in words)
