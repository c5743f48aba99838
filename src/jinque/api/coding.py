"""The verbs that lead free titles to codes; they need no workspace."""

from collections.abc import Sequence
from pathlib import Path

from jinque import coding, documents
from jinque.api.coding_sheet import coded_sheet
from jinque.dataset import save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import UnsupportedFormatError
from jinque.model import CodedTitle, TitleRequest

CODED_FORMATS = (".xlsx", ".csv")


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


def code_file(source: Path, target: Path) -> tuple[CodedTitle | None, ...]:
    """Code the titles of a table file and write them with their codes to another.

    Returns:
        One answer for each row; None for a title that is empty or too long.

    Raises:
        UnsupportedFormatError: the target ends neither with .xlsx nor with .csv.
        WrongCallError: the source cannot be read as a table of titles.
        MachineError: the target cannot be written.
    """
    ending = target.suffix.lower()
    if ending not in CODED_FORMATS:
        raise _wrong_ending(target)
    table = coding.read_titles(documents.read(source), source.name)
    coder = coding.load_coder()
    answers = coder.code_sound(table.requests)
    sheet = coded_sheet(table, answers)
    if ending == ".xlsx":
        save_bytes([workbook_bytes([sheet])], target)
    else:
        save(sheet_csv(sheet), target)
    return answers


def _wrong_ending(target: Path) -> UnsupportedFormatError:
    return UnsupportedFormatError(
        "结果须写成 .xlsx 或 .csv 文件。",
        "The result is written as .xlsx or .csv.",
        where=str(target),
        hint_zh="请把结果文件名的后缀改为 .xlsx 或 .csv。",
        hint_en="Let the name of the result end with .xlsx or .csv.",
    )
