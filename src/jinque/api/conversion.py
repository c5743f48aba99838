"""The verb that tells the codes of one edition of the classification in the other."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinque import coding, documents
from jinque.classification import convert_code
from jinque.dataset import Sheet, save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import LimitError, SourceNotFoundError, UnsupportedFormatError
from jinque.locale import Sentence, Translator, clauses, say, say_in
from jinque.model import Conversion, ConversionStatus, ConvertedTable, Sureness

PARQUET = ".parquet"
CONVERTED_FORMATS = (".xlsx", ".csv", PARQUET)
MOST_CODES_IN_TABLE = 20_000
"""Rows of a table that comes over the network."""
_SHEET = say("converted")
_LEFT = say("left")
_WIDTHS = (14, 12, 16, 28, 56, 40)
CONVERSION_STATUSES = {
    ConversionStatus.SAME: say("same in both"),
    ConversionStatus.CURRENT: say("of that edition already"),
    ConversionStatus.RECODED: say_in("conversion", "recoded"),
    ConversionStatus.RENAMED: say_in("conversion", "renamed"),
    ConversionStatus.WORK_TYPE: say("to or from a work type"),
    ConversionStatus.AMBIGUOUS: say("left: code of two occupations"),
    ConversionStatus.CONTRADICTS: say("left: code and name disagree"),
    ConversionStatus.UNSETTLED: say("left: nothing settles it"),
    ConversionStatus.UNLISTED: say("left: in no list"),
    ConversionStatus.NO_CODE: say("left: no code"),
}
CONVERSION_SURENESS = {
    Sureness.CERTAIN: say("certain"),
    Sureness.UNCONFIRMED: say("unconfirmed"),
    Sureness.UNDECIDED: say("undecided"),
}


def convert(pairs: Iterable[tuple[str, str]], to: str) -> tuple[Conversion, ...]:
    """Tell codes in an edition of the classification, each with the name beside it.

    Args:
        pairs: code and name; the name may be empty.
        to: `2022` or `2015`.

    Raises:
        InvalidOptionError: there is no such edition here.
    """
    return tuple(convert_code(code, name, to) for code, name in pairs)


def convert_file(source: Path, target: Path, to: str, language: str = "zh") -> ConvertedTable:
    """Convert the codes of a table file and write it, with the answers behind its columns.

    Args:
        source: a table with a column headed as a code, and best one headed as a name.
        target: ends in one of `CONVERTED_FORMATS`; Parquet is written as Parquet alone.
        to: `2022` or `2015`.
        language: of the columns that are added to a sheet, `zh` or `en`.

    Raises:
        InvalidOptionError: there is no such edition here.
        SourceNotFoundError: there is no such file.
        UnsupportedFormatError: the target ends otherwise.
        WrongCallError: the source cannot be read, or no column is headed as a code.
        MachineError: the target cannot be written.
    """
    convert_code("", "", to)
    ending = target.suffix.lower()
    is_parquet = source.suffix.lower() == PARQUET
    if ending not in CONVERTED_FORMATS or is_parquet != (ending == PARQUET):
        raise _wrong_ending(target)
    if is_parquet:
        return _convert_parquet(source, target, to)
    table = coding.read_code_table(documents.read(source), source.name)
    found = table.converted(to)
    sheets = _sheets(table, found, to, language)
    if ending == ".csv":
        save(sheet_csv(sheets[0], Translator(language)), target)
    else:
        save_bytes([workbook_bytes(sheets, Translator(language))], target)
    return _tallied(table, found, to)


def convert_table(data: bytes, name: str, to: str, language: str = "zh") -> bytes:
    """Convert the codes of a table that is no file on this machine; return an .xlsx workbook.

    Args:
        data: a table that `documents.read` can read.
        name: of the file, for messages and to tell the format of plain text.
        to: `2022` or `2015`.
        language: of the columns that are added.

    Raises:
        InvalidOptionError: there is no such edition here.
        LimitError: it has more than `MOST_CODES_IN_TABLE` rows.
        WrongCallError: it cannot be read, or no column is headed as a code.
    """
    convert_code("", "", to)
    table = coding.read_code_table(documents.read(data, name=name), name)
    if len(table.rows) > MOST_CODES_IN_TABLE:
        raise _too_many(name, len(table.rows))
    return workbook_bytes(_sheets(table, table.converted(to), to, language), Translator(language))


def _convert_parquet(source: Path, target: Path, to: str) -> ConvertedTable:
    from jinque.dataset.converted_codes import convert_parquet

    if not source.is_file():
        raise _missing(source)
    return convert_parquet(source, target, to)


def _tallied(table: coding.CodeTable, found: Sequence[Conversion], to: str) -> ConvertedTable:
    tally = coding.Tally(to)
    tally.add(found)
    return tally.table(table.headings, table.columns)


def _sheets(
    table: coding.CodeTable, found: Sequence[Conversion], to: str, language: str
) -> list[Sheet]:
    """Return the whole table with the answers, and the rows that were left."""
    added = _headings(to, language)
    rows = [(*row, *_cells(each, language)) for row, each in zip(table.rows, found, strict=True)]
    top, *above = (*table.above, (*table.headings, *added))
    left = [row for row, each in zip(rows, found, strict=True) if each.entry is None]
    widths = (*(16 for _ in table.headings), *_WIDTHS)
    return [
        Sheet(name=_said(_SHEET, language), headings=top, rows=[*above, *rows], widths=widths),
        Sheet(
            name=_said(_LEFT, language),
            headings=(*table.headings, *added),
            rows=left,
            widths=widths,
        ),
    ]


def _headings(to: str, language: str) -> tuple[str, ...]:
    headings = (
        say("result"),
        say("how sure"),
        say("code of {edition}", edition=to),
        say("name of {edition}", edition=to),
        say_in("conversion", "why"),
        say("to choose from"),
    )
    return tuple(_said(each, language) for each in headings)


def _cells(found: Conversion, language: str) -> tuple[str, ...]:
    entry = found.entry
    return (
        _said(CONVERSION_STATUSES[found.status], language),
        _said(CONVERSION_SURENESS[found.sureness], language),
        entry.code if entry else "",
        entry.name if entry else "",
        _said(found.reason, language),
        _said(clauses(f"{each.code} {each.name}" for each in found.proposed), language),
    )


def _said(words: Sentence, language: str) -> str:
    return Translator(language)(words)


def _wrong_ending(target: Path) -> UnsupportedFormatError:
    return UnsupportedFormatError(
        say("The result is written as .xlsx or .csv, and .parquet as .parquet alone."),
        where=str(target),
        hint=say("Let the name of the result end in another way."),
    )


def _missing(source: Path) -> SourceNotFoundError:
    return SourceNotFoundError(
        say("There is no such file."), where=str(source), hint=say("Check the name and the folder.")
    )


def _too_many(name: str, rows: int) -> LimitError:
    most = MOST_CODES_IN_TABLE
    return LimitError(
        say("The table has {rows} rows; a page takes {most} at most.", rows=rows, most=most),
        where=name,
        hint=say("Send several files, or use jinque convert, which has no such limit."),
    )
