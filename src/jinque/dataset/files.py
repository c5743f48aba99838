"""Writes an export to a file: whole, or not at all.

Vega-Lite specifications drawn as pictures, here on the server; nothing is fetched.

Rows of any editions as files.

Tables for people as a workbook or as CSV: every text stays a text, the same bytes every time.
"""

import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.codec import encode
from jinque.dataset.rows import (
    BYTE_ORDER_MARK,
    flat,
    post_columns,
    record,
    records,
    safe_text,
)
from jinque.errors import FolderGivenError, MachineError, SourceNotFoundError
from jinque.locale import Sentence, Translator, say
from jinque.model import Post
from jinque.model.comparison import Spec

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Of a picture on paper: two dots for each point of the drawing.
_SCALE = 2

# No address is allowed: the numbers stand in the specification.
_NOWHERE: list[str] = []


def svg(spec: Spec) -> bytes:
    """Return an SVG whose letters are text, in the first font of its list that a reader has."""
    import vl_convert  # loads a drawing engine of some 100 MB, which few uses need

    drawn = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=_NOWHERE)
    return drawn.encode()


def png(spec: Spec) -> bytes:
    """Return a PNG; without a Chinese font on this machine its Chinese letters are boxes."""
    import vl_convert

    return vl_convert.vegalite_to_png(json.dumps(spec), scale=_SCALE, allowed_base_urls=_NOWHERE)


def save(pieces: Iterable[str], path: Path) -> None:
    """Write pieces to a file in UTF-8, line ends unchanged; raises what `save_bytes` raises."""
    save_bytes((piece.encode() for piece in pieces), path)


def save_bytes(pieces: Iterable[bytes], path: Path) -> None:
    """Write pieces to a file; a file at `path` is replaced.

    What stood there before stays until everything is written.

    Raises:
        FolderGivenError: a folder stands at the path.
        SourceNotFoundError: the folder that should hold the file does not exist.
        MachineError: the system refuses to write.
    """
    _check(path)
    try:
        _replace(pieces, path)
    except OSError as fault:
        raise MachineError(
            say("The file cannot be written: {strerror}.", strerror=fault.strerror),
            where=str(path),
            hint=say("Check permissions and free space, or choose another place."),
        ) from fault


def _replace(pieces: Iterable[bytes], path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _check(path: Path) -> None:
    if path.is_dir():
        raise FolderGivenError(
            say("A folder was given where the name of a file is needed."),
            where=str(path),
            hint=say("Add the name of the file."),
        )
    if not path.parent.is_dir():
        raise SourceNotFoundError(
            say("The folder to write to does not exist."),
            where=str(path.parent),
            hint=say("Make the folder first, or choose another place."),
        )


Value = Sentence | str | int | float | date | None
"""A cell; a sentence is put into words as the file is written."""

_WIDTH = 16
_LAST_ROW = 10_000
_SETTINGS = {
    # No part of the workbook reaches the disk on its way.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# A workbook says when it was made; a day of its own would make every one another.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table.

    Attributes:
        name: at most 31 characters, without marks that Excel refuses.
        widths: of the columns, in digits of the standard font; those not named are 16 wide.
        choices: column, counted from 0 -> the words that a spreadsheet offers in its cells.
        dates: columns, counted from 0, that are typed as days.
    """

    name: Sentence | str
    headings: tuple[Sentence | str, ...]
    rows: Sequence[Sequence[Value]]
    widths: tuple[int, ...] = ()
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[int, ...] = ()


def workbook_bytes(sheets: Sequence[Sheet], translator: Translator) -> bytes:
    """Return an .xlsx workbook in one language; texts are no formulas, days are days."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    book.set_properties({"created": _MADE})
    heading = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F6"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for sheet in sheets:
        page = book.add_worksheet(_told(sheet.name, translator))
        _write(page, sheet, translator, (heading, words, day))
    book.close()
    return buffer.getvalue()


def sheet_csv(sheet: Sheet, translator: Translator) -> Iterator[str]:
    """Yield headings and rows as records of a CSV file, safe to open in a spreadsheet."""
    yield BYTE_ORDER_MARK + record([_told(heading, translator) for heading in sheet.headings])
    for row in sheet.rows:
        yield record([safe_text(_text(value, translator)) for value in row])


def _told(words: Sentence | str, translator: Translator) -> str:
    return words if isinstance(words, str) else translator(words)


def _text(value: Value, translator: Translator) -> str:
    if isinstance(value, Sentence):
        return translator(value)
    return "" if value is None else str(value)


def _write(
    page: "Worksheet",
    sheet: Sheet,
    translator: Translator,
    formats: "tuple[Format, ...]",
) -> None:
    heading, words, day = formats
    for column, name in enumerate(sheet.headings):
        width = sheet.widths[column] if column < len(sheet.widths) else _WIDTH
        page.set_column(column, column, width, day if column in sheet.dates else words)
        page.write_string(0, column, _told(name, translator), heading)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            elif isinstance(value, int | float):
                page.write_number(number, column, value, words)
            elif text := _text(value, translator):
                page.write_string(number, column, text, words)
    for column, choices in sheet.choices.items():
        rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
        page.data_validation(1, column, _LAST_ROW, column, rule)
    page.freeze_panes(1, 0)


def rows_csv(posts: Sequence[Post]) -> bytes:
    """Return rows as `to_csv` writes those of one edition; a cell that a row lacks is empty."""
    table = [flat(encode(post)) for post in posts]
    return "".join(records(post_columns(table), table)).encode()


def rows_workbook(posts: Sequence[Post]) -> bytes:
    """Return the rows of `rows_csv` as an .xlsx workbook of one sheet; every value is a text."""
    table = [flat(encode(post), safe=str) for post in posts]
    columns = post_columns(table)
    values = [[row.get(column, "") for column in columns] for row in table]
    sheet = Sheet(name="rows", headings=columns, rows=values)
    return workbook_bytes([sheet], Translator("en"))
