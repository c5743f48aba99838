"""Tables in plain text: values separated by commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator

from jinque.documents.encoding import decode
from jinque.documents.flattening import Flattener
from jinque.documents.sheet import Sheet
from jinque.documents.sheet_blocks import SheetPourer
from jinque.documents.source import Source
from jinque.errors import NotReadableError
from jinque.model import Document

_SEPARATORS = ",\t;|，"
_LINES_LOOKED_AT = 50


def read_delimited(source: Source, separator: str | None = None) -> Document:
    """Read values in quotation marks or without, a row a line.

    Places are those of the text as the program would show it: row and column, counted from 1.

    Args:
        source: the file.
        separator: what separates the values; None finds the one that most lines have in common.

    Raises:
        NotReadableError: the bytes are no text, or a quotation mark opens a value too long.
        EmptySourceError: no words in it.
        LimitError: it exceeds the budget.
    """
    text, encoding = decode(source.data, source.name)
    rows = list(_rows(text, separator or _separator(text), source))
    width = max(map(len, rows), default=0)
    source.budget.take_cells(sum(width - len(row) for row in rows))
    sheet = Sheet(name=None, rows=[row + [""] * (width - len(row)) for row in rows])
    flattener = Flattener(source)
    if width:
        SheetPourer(sheet, flattener).pour()
    return flattener.document(encoding)


def _rows(text: str, separator: str, source: Source) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            source.budget.take_row()
            source.budget.take_cells(len(row))
            yield [value.strip() for value in row]
    except csv.Error as fault:
        raise NotReadableError(
            f"第 {reader.line_num} 行无法按分隔符读取：{fault}。",
            f"Line {reader.line_num} cannot be read as separated values: {fault}.",
            where=source.name,
            hint_zh="请检查这一行的引号是否成对，或用 Excel 打开后另存为 .xlsx。",
            hint_en="Check that the quotation marks on it are paired, or save it as .xlsx.",
        ) from fault


def _separator(text: str) -> str:
    """Return the separator with the most occurrences shared by the lines; a comma without any."""
    lines = [line for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]
    shared = {one: sorted(line.count(one) for line in lines) for one in _SEPARATORS}
    return max(_SEPARATORS, key=lambda one: shared[one][len(lines) // 2] if lines else 0)
