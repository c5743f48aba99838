"""`jinque survey`: the forms and the scheme of a survey of employers."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from jinque.cli.call import DONE, Session, bundled
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.locale import joined, say
from jinque.model.evidence import Marks, SurveyRequest

SURVEY_COMMANDS = {
    "survey": say("Make forms and scheme of a survey"),
}
SURVEY_PARAMETERS = {
    "survey ACTION": say("new: make it"),
    "survey NAME": say("code of the survey: letters, digits, hyphens"),
    "survey --quarter": say("quarter, as 2026Q3"),
    "survey --title": say("title of the form"),
    "survey --reference-day": say("reference day (default: end of quarter)"),
    "survey --rule": say("rule on marks: law, four (default), or fujian, six"),
    "survey --form-number": say("form number"),
    "survey --maker": say("maker"),
    "survey --document-number": say("document number"),
    "survey --approver": say("approver"),
    "survey --approval-number": say("approval or filing number"),
    "survey --valid-until": say("valid until, as 2027-06-30"),
    "survey --occupation": say("occupation: code or whole name, may be repeated"),
    "survey --occupations-file": say("file of occupations, one a line or a table"),
    "survey --frame": say(
        "frame of employers: number, name, industry, size, layer; a form for each"
    ),
    "survey --contact": say("contact, printed on the form"),
    "survey --output": say("folder to write to (default: the code)"),
    "survey --json": say("answer in JSON, for programs"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "new"
    name: Annotated[str | None, typer.Argument()] = None
    quarter: Annotated[str, typer.Option("--quarter")] = ""
    title: Annotated[str, typer.Option("--title")] = ""
    reference_day: Annotated[str | None, typer.Option("--reference-day")] = None
    rule: Annotated[str, typer.Option("--rule")] = "law"
    form_number: Annotated[str, typer.Option("--form-number")] = ""
    maker: Annotated[str, typer.Option("--maker")] = ""
    document_number: Annotated[str, typer.Option("--document-number")] = ""
    approver: Annotated[str, typer.Option("--approver")] = ""
    approval_number: Annotated[str, typer.Option("--approval-number")] = ""
    valid_until: Annotated[str | None, typer.Option("--valid-until")] = None
    occupation: Annotated[list[str] | None, typer.Option("--occupation")] = None
    occupations_file: Annotated[str | None, typer.Option("--occupations-file")] = None
    frame: Annotated[str | None, typer.Option("--frame")] = None
    contact: Annotated[str, typer.Option("--contact")] = ""
    output: Annotated[str | None, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_survey_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="survey")(bundled(SurveyOptions, run_survey))


def run_survey(session: Session, options: SurveyOptions) -> int:
    """Make the files of a survey; return the exit code."""
    if options.action != "new":
        raise InvalidOptionError(
            say("There is no action “{action}”.", action=options.action),
            where="ACTION",
            hint=say("There is: new."),
        )
    if not options.name:
        raise WrongCallError(say("NAME is missing."), where="NAME")
    from jinque.api import evidence as verbs

    request = _request(options, options.name)
    folder = Path(options.output or options.name)
    survey, files = verbs.new_survey(request, folder)
    missing = verbs.missing_marks_of(survey)
    if options.as_json:
        write_json(
            {
                "name": survey.name,
                "folder": str(folder),
                "files": list(files),
                "missing": list(missing),
            }
        )
        return DONE
    lines = [session.of(say("{n} files written to {folder}.", folder=folder, n=len(files)))]
    lines += [f"  {name}" for name in files[:8]]
    if missing:
        lines.append(
            session.of(
                say(
                    "Marks of the law are missing: {missing}. It is a draft; its returns "
                    "are refused.",
                    missing=joined(missing),
                )
            )
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE


def _request(options: SurveyOptions, name: str) -> SurveyRequest:
    return SurveyRequest(
        name=name,
        quarter=options.quarter,
        title=options.title,
        rule=options.rule,
        marks=Marks(
            form_number=options.form_number,
            maker=options.maker,
            document_number=options.document_number,
            approver=options.approver,
            approval_number=options.approval_number,
            valid_until=_day("--valid-until", options.valid_until),
        ),
        reference_day=_day("--reference-day", options.reference_day),
        occupations=tuple(options.occupation or ()),
        occupations_file=options.occupations_file or "",
        frame=options.frame or "",
        contact=options.contact,
    )


def _day(option: str, typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise InvalidOptionError(
            say("“{typed}” is no day.", typed=typed), where=option, hint=say("Write 2027-06-30.")
        ) from None
