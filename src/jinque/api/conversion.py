"""The verb that tells the codes of one edition of the classification in the other."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinque import coding, documents
from jinque.classification import convert_code
from jinque.dataset import Sheet, save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import LimitError, SourceNotFoundError, UnsupportedFormatError
from jinque.model import (
    Conversion,
    ConversionStatus,
    ConvertedTable,
    Sureness,
    Words,
)

PARQUET = ".parquet"
CONVERTED_FORMATS = (".xlsx", ".csv", PARQUET)
MOST_CODES_IN_TABLE = 20_000
"""Rows of a table that comes over the network."""
_SHEET = Words(zh="换码结果", en="converted")
_LEFT = Words(zh="未换码", en="left")
_WIDTHS = (14, 12, 16, 28, 56, 40)
CONVERSION_STATUSES = {
    ConversionStatus.SAME: Words(zh="两版相同", en="same in both"),
    ConversionStatus.CURRENT: Words(zh="已是该版", en="of that edition already"),
    ConversionStatus.RECODED: Words(zh="已换码", en="recoded"),
    ConversionStatus.RENAMED: Words(zh="已改名", en="renamed"),
    ConversionStatus.WORK_TYPE: Words(zh="职业与工种互换", en="to or from a work type"),
    ConversionStatus.AMBIGUOUS: Words(zh="未换：编码有两义", en="left: code of two occupations"),
    ConversionStatus.CONTRADICTS: Words(zh="未换：码名不符", en="left: code and name disagree"),
    ConversionStatus.UNSETTLED: Words(zh="未换：去向无定论", en="left: nothing settles it"),
    ConversionStatus.UNLISTED: Words(zh="未换：名单没有此码", en="left: in no list"),
    ConversionStatus.NO_CODE: Words(zh="未换：没有编码", en="left: no code"),
}
CONVERSION_SURENESS = {
    Sureness.CERTAIN: Words(zh="确定", en="certain"),
    Sureness.UNCONFIRMED: Words(zh="未经证实", en="unconfirmed"),
    Sureness.UNDECIDED: Words(zh="未定", en="undecided"),
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
        save(sheet_csv(sheets[0]), target)
    else:
        save_bytes([workbook_bytes(sheets)], target)
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
    return workbook_bytes(_sheets(table, table.converted(to), to, language))


def conversion_dict(conversion: Conversion) -> dict[str, object]:
    """Return a conversion for a program."""
    entry = conversion.entry
    return {
        "code": conversion.code,
        "name": conversion.name,
        "edition": conversion.edition,
        "wanted": conversion.wanted,
        "status": conversion.status.value,
        "sureness": conversion.sureness.value,
        "entry": entry and {"code": entry.code, "name": entry.name},
        "reason": {"zh": conversion.reason.zh, "en": conversion.reason.en},
        "proposed": [{"code": each.code, "name": each.name} for each in conversion.proposed],
    }


def converted_dict(table: ConvertedTable) -> dict[str, object]:
    """Return what came of a table for a program."""
    return {
        "wanted": table.wanted,
        "code_heading": table.code_heading,
        "name_heading": table.name_heading,
        "rows": table.rows,
        "counts": {status.value: count for status, count in table.counts.items()},
        "unconfirmed": table.unconfirmed,
        "undecided": table.undecided,
        "left": [{"row": each.number, **conversion_dict(each.conversion)} for each in table.left],
    }


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
    if language == "en":
        return ("result", "how sure", f"code of {to}", f"name of {to}", "why", "to choose from")
    return ("换码结果", "把握", f"{to}年版编码", f"{to}年版名称", "依据", "供选")


def _cells(found: Conversion, language: str) -> tuple[str, ...]:
    entry = found.entry
    return (
        _said(CONVERSION_STATUSES[found.status], language),
        _said(CONVERSION_SURENESS[found.sureness], language),
        entry.code if entry else "",
        entry.name if entry else "",
        _said(found.reason, language),
        "；".join(f"{each.code} {each.name}" for each in found.proposed),
    )


def _said(words: Words, language: str) -> str:
    return words.en if language == "en" else words.zh


def _wrong_ending(target: Path) -> UnsupportedFormatError:
    return UnsupportedFormatError(
        "结果须写成 .xlsx 或 .csv 文件；.parquet 只能写成 .parquet。",
        "The result is written as .xlsx or .csv, and .parquet as .parquet alone.",
        where=str(target),
        hint_zh="请改结果文件名的后缀。",
        hint_en="Let the name of the result end in another way.",
    )


def _missing(source: Path) -> SourceNotFoundError:
    return SourceNotFoundError(
        "找不到这个文件。",
        "There is no such file.",
        where=str(source),
        hint_zh="请检查文件名和所在的文件夹。",
        hint_en="Check the name and the folder.",
    )


def _too_many(name: str, rows: int) -> LimitError:
    most = MOST_CODES_IN_TABLE
    return LimitError(
        f"表有 {rows} 行，网页一次最多 {most} 行。",
        f"The table has {rows} rows; a page takes {most} at most.",
        where=name,
        hint_zh="请分成几个文件，或用命令 jinque convert，它没有这个限制。",
        hint_en="Send several files, or use jinque convert, which has no such limit.",
    )
