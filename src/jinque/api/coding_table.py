"""The verb for a table of titles that is no file on this machine: bytes in, a workbook out."""

from jinque import coding, documents
from jinque.api.coding_sheet import coded_sheet
from jinque.dataset import workbook_bytes
from jinque.errors import LimitError

MOST_TITLES_IN_TABLE = 20_000
"""Rows of a table that comes over the network: a few seconds of one core."""


def code_table(data: bytes, name: str) -> bytes:
    """Code the titles of a table and return them with their codes as an .xlsx workbook.

    Args:
        data: a table that `documents.read` can read.
        name: of the file, for messages and to tell the format of plain text.

    Raises:
        LimitError: it has more than `MOST_TITLES_IN_TABLE` rows.
        WrongCallError: it cannot be read as a table of titles.
    """
    table = coding.read_titles(documents.read(data, name=name), name)
    if len(table.rows) > MOST_TITLES_IN_TABLE:
        raise _too_many(name, len(table.rows))
    answers = coding.load_coder().code_sound(table.requests)
    return workbook_bytes([coded_sheet(table, answers)])


def _too_many(name: str, rows: int) -> LimitError:
    most = MOST_TITLES_IN_TABLE
    return LimitError(
        f"表有 {rows} 行，网页一次最多 {most} 行。",
        f"The table has {rows} rows; a page takes {most} at most.",
        where=name,
        hint_zh="请分成几个文件，或用命令 jinque code-file，它没有这个限制。",
        hint_en="Send several files, or use jinque code-file, which has no such limit.",
    )
