"""The verbs for a roster put to the ladder; nothing about the people is kept."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from jinque import documents
from jinque.api.workspace import Workspace
from jinque.bridge.roster_overview import summary_sheet
from jinque.bridge.roster_screening import screen_roster as screening
from jinque.bridge.roster_sheets import people_sheet, rejects_sheet, result_sheets
from jinque.bridge.roster_template import template_sheets
from jinque.dataset import sheet_csv, workbook_bytes
from jinque.errors import UnsupportedFormatError
from jinque.model.bridge_roster import RosterAnswer

ROSTER_FORMATS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")


def screen_roster(
    workspace: Workspace,
    roster: Path | bytes,
    *,
    name: str,
    on: date,
    place: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RosterAnswer:
    """Tell of everybody on a roster what they may apply for, and when.

    Args:
        workspace: whose editions hold the words of the rules.
        roster: the file, or its bytes.
        name: name of the file, which tells its format.
        on: the day asked about.
        place: where who names no place works; None is unknown.
        progress: called with the people done and how many there are.

    Raises:
        PersonalDataError: it holds identity card or phone numbers.
        WrongCallError: it cannot be read as a roster.
    """
    if not name.lower().endswith(ROSTER_FORMATS):
        raise _not_a_table(name)
    document = documents.read(roster, name=name)
    books = workspace.rulebooks()
    return screening(books, document, where=name, on=on, place=place, progress=progress)


def roster_workbook(answer: RosterAnswer) -> bytes:
    """Return the result as an .xlsx workbook."""
    return workbook_bytes(result_sheets(answer))


def roster_csv(answer: RosterAnswer) -> dict[str, Iterator[str]]:
    """Return the result as CSV files: what their names end with -> their pieces."""
    sheets = {"": people_sheet, ".rejects": rejects_sheet, ".summary": summary_sheet}
    return {ending: sheet_csv(sheet(answer)) for ending, sheet in sheets.items()}


def roster_template(workspace: Workspace) -> bytes:
    """Return an empty roster as an .xlsx workbook, with explanations and lists."""
    return workbook_bytes(template_sheets(workspace.rulebooks()))


def _not_a_table(name: str) -> UnsupportedFormatError:
    return UnsupportedFormatError(
        "名单须是 Excel 或 CSV 文件。",
        "A roster is an Excel or CSV file.",
        where=name,
        hint_zh=f"可用的后缀：{'、'.join(ROSTER_FORMATS)}。",
        hint_en=f"It ends with one of {', '.join(ROSTER_FORMATS)}.",
    )
