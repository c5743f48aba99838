"""The verbs that lead free titles to codes; they need no workspace.

Coded titles as a sheet for people, and as JSON.

The verb for a table of titles that is no file on this machine: bytes in, a workbook out.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jinque import coding
from jinque.classification import check_edition, load_classification
from jinque.coding import TitleTable, title_fault
from jinque.dataset import Sheet, save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import LimitError, SourceNotFoundError, UnsupportedFormatError
from jinque.locale import Sentence, Translator, say, say_in, sentences
from jinque.model import CodedTitle, CodingOutcome, Level, TitleRequest

_OUTCOMES = {
    CodingOutcome.CODED: say("coded"),
    CodingOutcome.REVIEW: say("to be reviewed"),
    CodingOutcome.NO_NATIONAL_CODE: say("no national code"),
}
_UNUSABLE = say("cannot be coded")
_HEADINGS = (
    say_in("coding", "Result"),
    say("Code"),
    say("Name"),
    say("Probability"),
    say("At least within"),
    say_in("coding", "Evidence"),
    say("Other candidates"),
    say("Remark"),
)
_NAME = say("Coded titles")
_LEAST_SHOWN = 0.005


def coded_sheet(table: TitleTable, answers: Sequence[CodedTitle | None]) -> Sheet:
    """Return the rows as they were, with the answer behind each."""
    width = max(map(len, table.rows), default=1)
    headings: tuple[Sentence | str, ...] = table.headings or (say("Job title"), *[""] * (width - 1))
    given = zip(table.rows, table.requests, answers, strict=True)
    rows = [(*row, *_cells(request, answer)) for row, request, answer in given]
    return Sheet(name=_NAME, headings=(*headings, *_HEADINGS), rows=rows)


def _cells(request: TitleRequest, answer: CodedTitle | None) -> tuple[Sentence | str, ...]:
    if answer is None:
        fault = title_fault(request.title)
        return (_UNUSABLE, "", "", "", "", "", "", fault or "")
    first = answer.candidates[0] if answer.candidates else None
    is_coded = answer.outcome is not CodingOutcome.NO_NATIONAL_CODE
    shown = first if is_coded else None
    rest = answer.candidates[1:] if shown else answer.candidates
    others = [each for each in rest if each.probability >= _LEAST_SHOWN]
    return (
        _OUTCOMES[answer.outcome],
        shown.code if shown else "",
        shown.name if shown else "",
        f"{shown.probability:.2f}" if shown else "",
        answer.at_least or "",
        "、".join(each.text for each in shown.evidence) if shown else "",
        "；".join(f"{each.code} {each.name} {each.probability:.2f}" for each in others),
        sentences(answer.notices),
    )


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


def code_file(source: Path, target: Path, language: str = "zh") -> Counter[CodingOutcome | None]:
    """Code the titles of a table file and write them with their codes to another.

    Parquet is coded batch by batch, see `jinque.dataset.parquet`.

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
    return _code_parquet(source, target) if is_parquet else _code_sheet(source, target, language)


def _code_parquet(source: Path, target: Path) -> Counter[CodingOutcome | None]:
    from jinque.dataset.parquet import code_parquet

    if not source.is_file():
        raise _missing(source)
    counts = code_parquet(source, target)
    return Counter({CodingOutcome(each) if each else None: n for each, n in counts.items()})


def _code_sheet(source: Path, target: Path, language: str) -> Counter[CodingOutcome | None]:
    from jinque import documents

    table = coding.read_titles(documents.read(source), source.name)
    answers = coding.load_coder().code_sound(table.requests)
    sheet, translator = coded_sheet(table, answers), Translator(language)
    if target.suffix.lower() == ".csv":
        save(sheet_csv(sheet, translator), target)
    else:
        save_bytes([workbook_bytes([sheet], translator)], target)
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
        say("The result is written as .xlsx or .csv, and .parquet as .parquet alone."),
        where=str(target),
        hint=say("Let the name of the result end in another way."),
    )


def _missing(source: Path) -> SourceNotFoundError:
    return SourceNotFoundError(
        say("There is no such file."), where=str(source), hint=say("Check the name and the folder.")
    )


MOST_TITLES_IN_TABLE = 20_000
"""Rows of a table that comes over the network: a few seconds of one core."""


def code_table(data: bytes, name: str, language: str = "zh") -> bytes:
    """Code the titles of a table and return them with their codes as an .xlsx workbook.

    Args:
        data: a table that `documents.read` can read.
        name: of the file, for messages and to tell the format of plain text.
        language: of the workbook, `zh` or `en`.

    Raises:
        LimitError: it has more than `MOST_TITLES_IN_TABLE` rows.
        WrongCallError: it cannot be read as a table of titles.
    """
    from jinque import documents

    table = coding.read_titles(documents.read(data, name=name), name)
    if len(table.rows) > MOST_TITLES_IN_TABLE:
        raise _too_many(name, len(table.rows))
    answers = coding.load_coder().code_sound(table.requests)
    return workbook_bytes([coded_sheet(table, answers)], Translator(language))


def _too_many(name: str, rows: int) -> LimitError:
    most = MOST_TITLES_IN_TABLE
    return LimitError(
        say("The table has {rows} rows; a page takes {most} at most.", rows=rows, most=most),
        where=name,
        hint=say("Send several files, or use jinque code-file, which has no such limit."),
    )
