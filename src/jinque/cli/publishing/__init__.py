"""The commands of the next edition: `jinque draft`, `jinque lint`, `jinque publish`."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled, whole_number
from jinque.cli.publishing.shown import (
    print_case,
    print_draft,
    print_drafts,
    print_lint,
    print_publication,
    print_receipt,
)
from jinque.cli.review import needed, shell_actor
from jinque.cli.terminal import file_progress, opened
from jinque.errors import InvalidOptionError
from jinque.locale import joined, say
from jinque.model.publishing import Answer, NextEdition, Occasion, Proposal

if TYPE_CHECKING:
    from jinque.api import Workspace
    from jinque.api.publishing import Pen

_JSON = say("answer in JSON, for programs")
_LARGEST_NUMBER = 1_000_000

PUBLISHING_COMMANDS = {
    "draft": say("Compile the next edition: propose, edit, consult, approve"),
    "lint": say("Check a file of one's own before it is published"),
    "publish": say("Publish a final text: Word, PDF, Excel, page, papers"),
}
DRAFT_ACTIONS = {
    "new": say("propose the next edition: --from EDITION [--score NAME]"),
    "list": say("list the drafts"),
    "show DRAFT": say("how far it is, and what changes"),
    "case DRAFT ROW": say("one row: why it is there, every step, when it is looked at again"),
    "head DRAFT": say("facts of the edition: --set title=… --set issued_on=2027-03-01"),
    "edit DRAFT ROW": say("cells of a row: --set HEADING=TEXT"),
    "write DRAFT ROW": say("a requirement by a template: --template years --set years=3"),
    "decide DRAFT ROW": say("--as keep|raise|lower|drop|hold|add [--label L] --reason …"),
    "add DRAFT": say("a row: --section HEADING --set HEADING=TEXT --reason …"),
    "split DRAFT ROW NAME NAME": say("several rows of one"),
    "merge DRAFT ROW ROW": say("one row of several: --set name=NAME"),
    "section DRAFT OLD NEW": say("other words for a heading above rows"),
    "ask DRAFT OFFICE": say("the sheet by which an office is asked: -o FILE.xlsx"),
    "take DRAFT FILE": say("merge a sheet that came back"),
    "hear DRAFT OFFICE TEXT": say("take an opinion down [--row ROW]"),
    "answer DRAFT OPINION": say("--as adopted|partly|not_adopted --reason …"),
    "sign DRAFT OFFICE": say("note that an office agrees"),
    "lint DRAFT": say("what is wrong or doubtful"),
    "papers DRAFT": say("the papers that go with it: -o FOLDER"),
    "advance DRAFT": say("go on to the next stage"),
    "approve DRAFT": say("approve the final text, by a second person where that is asked for"),
    "undo DRAFT NUMBER": say("undo a step"),
    "discard DRAFT": say("give the draft up"),
}
PUBLISHING_PARAMETERS = {
    "draft ACTION": say("what to do; list without it"),
    "draft DRAFT": say("a draft, as jinque draft list names it"),
    "draft WHAT": say("rows, names, offices or files, as the action needs them"),
    "draft --from": say("the edition that the next one goes on from"),
    "draft --score": say("a published index, see jinque shortage"),
    "draft --band": say("a band of the index, as 紧缺:0.4-0.6; may be repeated"),
    "draft --occasion": say("regular (default), trial or mid_term"),
    "draft --review-by": say("day by which rows are looked at again"),
    "draft --set": say("NAME=TEXT; may be repeated"),
    "draft --as": say("a decision or an answer"),
    "draft --label": say("label of shortage that is decided"),
    "draft --transition": say("what holds for people who rely on a dropped row"),
    "draft --template": say(
        "degree, degree_and_majors, years, years_by_degree, certificate, title"
    ),
    "draft --section": say("heading above a new row; may be repeated"),
    "draft --row": say("row that an opinion is about"),
    "draft --reason": say("why"),
    "draft --output": say("file or folder to write"),
    "draft --json": _JSON,
    "lint FILE": say("a catalogue of any format that is read"),
    "lint --json": _JSON,
    "publish DRAFT": say("a draft that is a final text"),
    "publish --output": say("folder for the files; empty or not there yet"),
    "publish --edition": say("what the edition is to be called"),
    "publish --json": _JSON,
}

Many = list[str] | None
Text = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    draft: Annotated[Text, typer.Argument()] = None
    what: Annotated[Many, typer.Argument()] = None
    former: Annotated[Text, typer.Option("--from")] = None
    score: Annotated[str, typer.Option("--score")] = ""
    band: Annotated[Many, typer.Option("--band")] = None
    occasion: Annotated[str, typer.Option("--occasion")] = "regular"
    review_by: Annotated[str, typer.Option("--review-by")] = ""
    set_to: Annotated[Many, typer.Option("--set")] = None
    decided: Annotated[Text, typer.Option("--as")] = None
    label: Annotated[str, typer.Option("--label")] = ""
    transition: Annotated[str, typer.Option("--transition")] = ""
    template: Annotated[Text, typer.Option("--template")] = None
    section: Annotated[Many, typer.Option("--section")] = None
    row: Annotated[str, typer.Option("--row")] = ""
    reason: Annotated[str, typer.Option("--reason")] = ""
    output: Annotated[Text, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False

    def word(self, place: int, name: str) -> str:
        """Return what stands at a place behind the draft.

        Raises:
            WrongCallError: nothing does.
        """
        words = self.what or []
        return needed(words[place] if place < len(words) else None, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class LintOptions:
    """As typed."""

    file: Annotated[str, typer.Argument()]
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishOptions:
    """As typed; None is not said."""

    draft: Annotated[str, typer.Argument()]
    output: Annotated[Text, typer.Option("--output", "-o")] = None
    edition: Annotated[str, typer.Option("--edition")] = ""
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_publishing_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="draft")(bundled(DraftOptions, run_draft))
    app.command(name="lint")(bundled(LintOptions, run_lint))
    app.command(name="publish")(bundled(PublishOptions, run_publish))


def run_lint(session: Session, options: LintOptions) -> int:
    """Check a file; the exit code tells whether something keeps it from being published."""
    from jinque.api.publishing import lint_file

    return print_lint(session, lint_file(Path(options.file)), as_json=options.as_json)


def run_publish(session: Session, options: PublishOptions) -> int:
    """Publish a final text."""
    from jinque.api.publishing import publish_draft

    folder = Path(needed(options.output, "--output"))
    with opened(session) as workspace, file_progress(session) as progress:
        found = publish_draft(
            workspace,
            options.draft,
            shell_actor(),
            folder,
            edition_id=options.edition,
            progress=progress,
        )
    print_publication(session, found, folder, as_json=options.as_json)
    return DONE


def run_draft(session: Session, options: DraftOptions) -> int:
    """Take a step of a draft; return the exit code."""
    step = _STEPS.get(options.action)
    if step is None:
        raise InvalidOptionError(
            say("There is no action “{action}”.", action=options.action),
            where="draft",
            hint=say("Choose from: {named}.", named=joined(list(_STEPS))),
        )
    with opened(session) as workspace:
        return step(session, workspace, options)


def _pen(workspace: "Workspace", options: DraftOptions) -> "Pen":
    from jinque.api.publishing import Pen

    draft_id = needed(options.draft, "DRAFT")
    return Pen(workspace=workspace, draft_id=draft_id, actor=shell_actor())


def _values(options: DraftOptions) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in options.set_to or ():
        name, mark, text = each.partition("=")
        if not mark or not name.strip():
            raise InvalidOptionError(
                say("“{each}” does not say what is set to what.", each=each),
                where="--set",
                hint=say("Write NAME=TEXT."),
            )
        values[name.strip()] = text
    return values


def _chosen(options: DraftOptions, known: type[Proposal] | type[Answer]) -> str:
    names = [each.value for each in known]
    if options.decided not in names:
        raise InvalidOptionError(
            say("“{given}” cannot be decided here.", given=options.decided or ""),
            where="--as",
            hint=say("Choose from: {named}.", named=joined(names)),
        )
    return options.decided


def _list(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import next_drafts

    print_drafts(session, next_drafts(workspace), as_json=options.as_json)
    return DONE


def _new(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import DraftRequest, band, new_draft

    names = [each.value for each in Occasion]
    if options.occasion not in names:
        raise InvalidOptionError(
            say("There is no such occasion: {given}", given=options.occasion),
            where="--occasion",
            hint=say("Choose from: {named}.", named=joined(names)),
        )
    request = DraftRequest(
        former=needed(options.former, "--from"),
        score=options.score,
        bands=tuple(band(each) for each in options.band or ()),
        occasion=Occasion(options.occasion),
        review_by=options.review_by,
    )
    found = new_draft(workspace, request, shell_actor())
    return print_draft(session, found, as_json=options.as_json)


def _show(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import next_draft

    found = next_draft(workspace, needed(options.draft, "DRAFT"))
    return print_draft(session, found, as_json=options.as_json)


def _case(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import case_file

    post, steps = case_file(workspace, needed(options.draft, "DRAFT"), options.word(0, "ROW"))
    print_case(session, post, steps, as_json=options.as_json)
    return DONE


def _lint(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import lint_draft

    found = lint_draft(workspace, needed(options.draft, "DRAFT"))
    return print_lint(session, found, as_json=options.as_json)


def _ask(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import save_opinion_file

    path = Path(needed(options.output, "--output"))
    office = options.word(0, "OFFICE")
    save_opinion_file(workspace, needed(options.draft, "DRAFT"), office, path)
    sys.stderr.write(session.say("{output} written.\n", output=str(path)))
    return DONE


def _papers(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    from jinque.api.publishing import save_draft_papers

    folder = Path(needed(options.output, "--output"))
    for name in save_draft_papers(workspace, needed(options.draft, "DRAFT"), folder):
        sys.stderr.write(session.say("{output} written.\n", output=str(folder / name)))
    return DONE


def _take(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    path = Path(options.word(0, "FILE"))
    _, receipt = _pen(workspace, options).merge_path(path)
    print_receipt(session, receipt, as_json=options.as_json)
    return FAULTY_DATA if receipt.conflicts or receipt.rejected else DONE


def _decide(pen: "Pen", options: DraftOptions) -> NextEdition:
    from jinque.api.publishing import Ruling

    ruling = Ruling(
        proposal=Proposal(_chosen(options, Proposal)),
        reason=options.reason,
        label=options.label,
        review_by=options.review_by,
        transition=options.transition,
    )
    return pen.decide(options.word(0, "ROW"), ruling)


def _answer(pen: "Pen", options: DraftOptions) -> NextEdition:
    answer = Answer(_chosen(options, Answer))
    return pen.answer(options.word(0, "OPINION"), answer, options.reason)


_Change = Callable[["Pen", DraftOptions], NextEdition]

_CHANGES: dict[str, _Change] = {
    "head": lambda pen, o: pen.set_head(_values(o)),
    "edit": lambda pen, o: pen.edit(o.word(0, "ROW"), _values(o), o.reason),
    "write": lambda pen, o: pen.write(
        o.word(0, "ROW"), needed(o.template, "--template"), _values(o)
    ),
    "decide": _decide,
    "add": lambda pen, o: pen.add(o.section or (), _values(o), o.reason),
    "split": lambda pen, o: pen.split(o.word(0, "ROW"), _rest(o), o.reason),
    "merge": lambda pen, o: pen.merge(o.what or (), _values(o).get("name", ""), o.reason),
    "section": lambda pen, o: pen.rename_section(o.word(0, "OLD"), o.word(1, "NEW")),
    "hear": lambda pen, o: pen.hear(o.word(0, "OFFICE"), o.word(1, "TEXT"), o.row),
    "answer": _answer,
    "sign": lambda pen, o: pen.countersign(o.word(0, "OFFICE"), o.reason),
    "advance": lambda pen, _: pen.advance(),
    "approve": lambda pen, _: pen.approve(),
    "undo": lambda pen, o: pen.undo(
        whole_number("NUMBER", o.word(0, "NUMBER"), most=_LARGEST_NUMBER), o.reason
    ),
    "discard": lambda pen, o: pen.discard(o.reason),
}


def _rest(options: DraftOptions) -> Sequence[str]:
    return (options.what or [])[1:]


def _change(session: Session, workspace: "Workspace", options: DraftOptions) -> int:
    after = _CHANGES[options.action](_pen(workspace, options), options)
    return print_draft(session, after, as_json=options.as_json)


_STEPS: dict[str, Callable[[Session, "Workspace", DraftOptions], int]] = {
    "new": _new,
    "list": _list,
    "show": _show,
    "case": _case,
    "lint": _lint,
    "ask": _ask,
    "take": _take,
    "papers": _papers,
    **dict.fromkeys(_CHANGES, _change),
}
