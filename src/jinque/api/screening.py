"""The verbs for a roster held against all posts; nothing about the people is kept.

The JSON shape of the answer for a roster held against posts (docs/reference/json.md).

Counts of a roster as faces show them: small ones are left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinque import documents
from jinque.api.entitlement.roster import given_dict, given_sheet, given_to_roster
from jinque.api.ladder import ROSTER_FORMATS
from jinque.api.shapes import to_json
from jinque.api.workspace import Workspace, readings
from jinque.dataset import save, save_bytes, sheet_csv, workbook_bytes
from jinque.errors import UnsupportedFormatError
from jinque.locale import Sentence, Translator, joined, say
from jinque.matching.kernel import plan_of
from jinque.matching.large import Where, processors, screen_parquet
from jinque.matching.screening import screen_document
from jinque.matching.sheets import (
    people_with,
    rejects_sheet,
    result_sheets,
    template_sheets,
    totals_shown,
)
from jinque.model.entitlement.roster import RosterGiven
from jinque.model.matching import SELF_CHECK_NOTICE, VERDICT_NAMES, Verdict
from jinque.model.roster import (
    Engine,
    LargeAnswer,
    ScreeningAnswer,
)

Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

PARQUET = ".parquet"


def screen_posts(
    workspace: Workspace,
    roster: Path | bytes,
    *,
    name: str,
    on: date,
    progress: Progress | None = None,
) -> ScreeningAnswer:
    """Hold everybody of a roster in a spreadsheet against the posts of all catalogues.

    Args:
        workspace: whose newest editions are looked at.
        roster: the file, or its bytes.
        name: name of the file, which tells its format.
        on: the day as of which years count.
        progress: called with the people done and how many there are.

    Raises:
        PersonalDataError: it holds identity card or phone numbers.
        WrongCallError: it cannot be read as a roster.
    """
    if not name.lower().endswith(ROSTER_FORMATS):
        raise _not_a_table(name)
    document = documents.read(roster, name=name)
    return screen_document(document, readings(workspace), where=name, on=on, progress=progress)


def screen_given(
    workspace: Workspace,
    roster: Path | bytes,
    *,
    name: str,
    on: date,
    progress: Progress | None = None,
) -> tuple[ScreeningAnswer, RosterGiven]:
    """Hold everybody of a roster against all posts, and say what being listed gives them.

    Columns whose heading names a fact of the rules are read for that; arguments and errors as
    those of `screen_posts`.
    """
    answer = screen_posts(workspace, roster, name=name, on=on, progress=progress)
    document = documents.read(roster, name=name)
    given = given_to_roster(document, answer.people, on, name)
    unread = tuple(
        each for each in answer.unread if not any(each.endswith(f" {fact}") for fact in given.facts)
    )
    return replace(answer, unread=unread), given


def screen_large(
    workspace: Workspace,
    roster: Path,
    folder: Path,
    *,
    on: date,
    master: str | None = None,
    progress: Progress | None = None,
) -> LargeAnswer:
    """Screen a roster in Parquet and write the results to a folder.

    Args:
        workspace: whose newest editions are looked at.
        roster: a file or a folder of files.
        folder: parts of an earlier run over the same roster and posts that stand in it are kept.
        on: the day as of which years count.
        master: address of a Spark cluster; None means processes of this machine.
        progress: called with the people done and how many there are.

    Raises:
        PersonalDataError: it holds identity card or phone numbers.
        WrongCallError: it cannot be read, or other files stand in the folder.
    """
    engine = Engine.PROCESSES if master is None else Engine.SPARK
    where = Where(engine=engine, processes=processors(), master=master or "")
    return screen_parquet(roster, folder, plan_of(readings(workspace), on), where, progress)


def save_screening(
    answer: ScreeningAnswer,
    path: Path,
    given: RosterGiven | None = None,
    language: str = "zh",
) -> list[Path]:
    """Write the result as a workbook, rows not read beside it, and return the files.

    Args:
        answer: the result.
        path: of the workbook.
        given: what being listed gives; a sheet of its own.
        language: of the files, `zh` or `en`.

    Raises:
        MachineError: the system refuses to write.
    """
    save_bytes([screening_workbook(answer, given, language)], path)
    if not answer.rejects:
        return [path]
    rejects = path.with_name(f"{path.stem}.rejects.csv")
    save(sheet_csv(rejects_sheet(answer), Translator(language)), rejects)
    return [path, rejects]


def screening_workbook(
    answer: ScreeningAnswer, given: RosterGiven | None = None, language: str = "zh"
) -> bytes:
    """Return the result as an .xlsx workbook in a language, `zh` or `en`.

    What being listed gives is a sheet of its own.
    """
    more = (given_sheet(given),) if given is not None and given.people else ()
    return workbook_bytes((*result_sheets(answer), *more), Translator(language))


def screening_template(language: str = "zh") -> bytes:
    """Return an empty roster as an .xlsx workbook, explained in a language, with lists."""
    return workbook_bytes(template_sheets(), Translator(language))


def _not_a_table(name: str) -> UnsupportedFormatError:
    endings = (*ROSTER_FORMATS, PARQUET)
    return UnsupportedFormatError(
        say("A roster is an Excel, CSV or Parquet file."),
        where=name,
        hint=say("It ends with one of {endings}.", endings=joined(endings)),
    )


def screening_told(answer: ScreeningAnswer, given: RosterGiven) -> dict[str, object]:
    """Return a roster held against posts for JSON, with what being listed gives its people."""
    return {**to_json(answer), "entitlements": given_dict(given)}


__all__ = ["SELF_CHECK_NOTICE", "people_by_verdict", "totals_shown"]


def people_by_verdict(answer: ScreeningAnswer) -> Iterator[tuple[Sentence, int | None]]:
    """Yield how many people have a post of each verdict worth reading; None for 1 or 2."""
    for verdict in (Verdict.MATCHES, Verdict.NOT_YET, Verdict.INCOMPLETE):
        yield VERDICT_NAMES[verdict], people_with(answer, verdict)
