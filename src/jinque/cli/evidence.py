"""`jinque evidence`: what a shortage index is computed from."""

import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled, whole_number
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.locale import joined, say

if TYPE_CHECKING:
    from jinque.api.evidence import EvidenceSummary
    from jinque.model.evidence import EvidenceReport

ACTIONS = ("list", "show", "ingest", "example")
_JSON = say("answer in JSON, for programs")

EVIDENCE_COMMANDS = {
    "evidence": say("Evidence of shortage: read it in"),
}
EVIDENCE_PARAMETERS = {
    "evidence ACTION": say("list (default), show, ingest (read in) or example (make up)"),
    "evidence NAME": say("name of the evidence and its survey"),
    "evidence FOLDER": say("ingest: folder of returns and tables"),
    "evidence --as-of": say("ingest: day on which the approval must hold (default: today)"),
    "evidence --questions": say("ingest: write a workbook of questions back"),
    "evidence --seed": say("example: seed (default 1)"),
    "evidence --parameters": say("example: a file of parameters of one's own"),
    "evidence --plague": say(
        "example: what goes wrong, may be repeated: double_reporting, agencies, "
        "wrong_codes, nonresponse, small_cells"
    ),
    "evidence --json": _JSON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    name: Annotated[str | None, typer.Argument()] = None
    folder: Annotated[str | None, typer.Argument()] = None
    as_of: Annotated[str | None, typer.Option("--as-of")] = None
    questions: Annotated[str | None, typer.Option("--questions")] = None
    seed: Annotated[str, typer.Option("--seed")] = "1"
    parameters: Annotated[str | None, typer.Option("--parameters")] = None
    plague: Annotated[list[str] | None, typer.Option("--plague")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_evidence_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="evidence")(bundled(EvidenceOptions, run_evidence))


def run_evidence(session: Session, options: EvidenceOptions) -> int:
    """Carry out one action; return the exit code."""
    if options.action not in ACTIONS:
        raise InvalidOptionError(
            say("There is no action “{action}”.", action=options.action),
            where="ACTION",
            hint=say("Choose one of: {actions}.", actions=joined(ACTIONS)),
        )
    if options.action == "list":
        return _list(session, options)
    if not options.name:
        raise WrongCallError(say("NAME is missing."), where="NAME")
    if options.action == "ingest":
        return _ingest(session, options)
    return _show(session, options, is_new=options.action == "example")


def _list(session: Session, options: EvidenceOptions) -> int:
    from jinque.api import evidence as verbs

    found = verbs.summaries()
    if options.as_json:
        write_json({"evidence": [asdict(each) for each in found]})
        return DONE
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    if not found:
        screen.print(plain(session.say("There is no evidence yet.")))
        return DONE
    headings = (
        session.say_in("list", "Name"),
        session.say("Quarter"),
        session.say_in("list", "Employers"),
        session.say("Answers"),
        session.say("Note"),
    )
    rows = [
        (
            each.name,
            each.quarter,
            str(each.rows["employers"]),
            str(each.rows["answers"]),
            _mark(session, each),
        )
        for each in found
    ]
    show_table(screen, headings, rows)
    return DONE


def _mark(session: Session, summary: "EvidenceSummary") -> str:
    return session.say("synthetic") if summary.is_synthetic else ""


def _show(session: Session, options: EvidenceOptions, *, is_new: bool) -> int:
    from jinque.api import evidence as verbs

    name = options.name or ""
    if is_new:
        found = verbs.example_evidence(
            name,
            whole_number("--seed", options.seed),
            parameters=Path(options.parameters) if options.parameters else None,
            plagues=tuple(options.plague or ()),
        )
    else:
        found = verbs.summary(name)
    if options.as_json:
        write_json(asdict(found))
        return DONE
    from jinque.cli.console import console, plain, show_fields

    screen = console(sys.stdout)
    screen.print(plain(found.name, "bold"), plain(_mark(session, found), "yellow"), sep="  ")
    show_fields(
        screen,
        [
            (session.say("Quarter"), found.quarter),
            (session.say_in("list", "Employers"), str(found.rows["employers"])),
            (session.say("Answers"), str(found.rows["answers"])),
            (session.say("Vacancies"), str(found.rows["vacancies"])),
            (session.say("Rows of tables"), str(found.rows["market"])),
            (session.say_in("show", "Checksum"), found.sha256),
            (session.say("Folder"), found.folder),
        ],
    )
    return DONE


def _ingest(session: Session, options: EvidenceOptions) -> int:
    from jinque.api import evidence as verbs

    if not options.folder:
        raise WrongCallError(say("FOLDER is missing."), where="FOLDER")
    report = verbs.ingest_evidence(
        options.name or "",
        Path(options.folder),
        as_of=options.as_of,
        questions=Path(options.questions) if options.questions else None,
    )
    if options.as_json:
        from jinque import api

        write_json(api.to_json(report))
    else:
        _print_report(session, report)
    return FAULTY_DATA if any(each.rows_reported for each in report.files) else DONE


def _print_report(session: Session, report: "EvidenceReport") -> None:
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    screen.print(plain(report.name, "bold"))
    if not report.is_changed:
        screen.print(plain(session.say("Nothing new: unchanged."), "dim"))
    headings = (
        session.say("File"),
        session.say("Kind"),
        session.say_in("review", "Rows"),
        session.say("Kept"),
        session.say("Reported"),
    )
    kinds = {
        "return": session.say("return"),
        "market": session.say("table"),
        "refused": session.say("refused"),
    }
    rows = [
        (
            each.name,
            kinds[each.kind],
            str(each.rows_in),
            str(each.rows_kept),
            str(each.rows_reported),
        )
        for each in report.files
    ]
    show_table(screen, headings, rows)
    for each in report.files:
        for issue in each.issues:
            where = _address(issue.place)
            screen.print(
                plain(f"{each.name} {where} ", "dim"), plain(session.of(issue.message)), sep=""
            )
    for words in report.duplicates:
        screen.print(plain(session.of(words), "yellow"))
    told = session.say(
        "Returns {returns}; agencies {agencies}; cells that say 若干 {open_ended}.",
        returns=report.returns,
        agencies=report.agencies,
        open_ended=report.open_ended,
    )
    screen.print(plain(told))


def _address(place: object) -> str:
    sheet, row, column = (getattr(place, name, None) for name in ("sheet", "row", "column"))
    letters = ""
    number = column or 0
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet or ''}!{letters}{row or ''}".strip("!")
