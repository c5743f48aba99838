"""The verbs that lead free titles to codes; they need no workspace."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jinque import coding, documents
from jinque.api.coding_sheet import coded_sheet
from jinque.classification import check_edition, load_classification
from jinque.dataset import save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import SourceNotFoundError, UnsupportedFormatError
from jinque.model import CodedTitle, CodingOutcome, Level, TitleRequest

PARQUET = ".parquet"
CODED_FORMATS = (".xlsx", ".csv", PARQUET)


def code(
    titles: Sequence[str], description: str = "", industry: str = ""
) -> tuple[CodedTitle, ...]:
    """Return what each title may mean in the national classification of 2022.

    Args:
        titles: as printed.
        description: duties or abilities that belong to every one of them.
        industry: as printed, several joined by 、.

    Raises:
        InvalidOptionError: a title is empty or has more than 200 characters.
    """
    requests = [
        TitleRequest(title=title, description=description, industry=industry) for title in titles
    ]
    return tuple(coding.load_coder().code_all(requests))


def code_file(source: Path, target: Path) -> Counter[CodingOutcome | None]:
    """Code the titles of a table file and write them with their codes to another.

    Parquet is coded batch by batch, see `jinque.dataset.coded_titles`.

    Returns:
        How many rows came to which outcome; None are titles that are empty or too long.

    Raises:
        SourceNotFoundError: there is no such file.
        UnsupportedFormatError: the target ends in none of `CODED_FORMATS`, or one of the two files
            alone is Parquet.
        WrongCallError: the source cannot be read as a table of titles.
        MachineError: the target cannot be written.
    """
    ending = target.suffix.lower()
    is_parquet = source.suffix.lower() == PARQUET
    if ending not in CODED_FORMATS or is_parquet != (ending == PARQUET):
        raise _wrong_ending(target)
    return _code_parquet(source, target) if is_parquet else _code_sheet(source, target)


def _code_parquet(source: Path, target: Path) -> Counter[CodingOutcome | None]:
    from jinque.dataset.coded_titles import code_parquet

    if not source.is_file():
        raise _missing(source)
    counts = code_parquet(source, target)
    return Counter({CodingOutcome(each) if each else None: n for each, n in counts.items()})


def _code_sheet(source: Path, target: Path) -> Counter[CodingOutcome | None]:
    table = coding.read_titles(documents.read(source), source.name)
    answers = coding.load_coder().code_sound(table.requests)
    sheet = coded_sheet(table, answers)
    if target.suffix.lower() == ".csv":
        save(sheet_csv(sheet), target)
    else:
        save_bytes([workbook_bytes([sheet])], target)
    return Counter(answer.outcome if answer else None for answer in answers)


def entry_name(code: str) -> str:
    """Return the official name of a code of the 2022 edition; KeyError where it has none."""
    return load_classification().by_code[code].name


def major_groups(edition: str = "2022") -> tuple[str, ...]:
    """Return the codes of the major groups of an edition, in order.

    Raises:
        InvalidOptionError: there is no such edition here.
    """
    check_edition(edition)
    entries = load_classification(edition).by_code.values()
    return tuple(sorted(entry.code for entry in entries if entry.level is Level.MAJOR))


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
