"""`jinque review`: the steps of a review from the shell.

The commands by which files come into the record: `ingest` and `review`.

Who is at work in the shell.

From the words of a command to what is asked of a review.

`jinque ingest --review`: a file becomes a draft, settled by a person or by a file.

A draft that a command names, and how it is shown behind a step.

The steps that end a review, and what an office asks of them.

What `jinque review` does and takes, in both languages.

The options of `jinque review`, as typed.

`jinque ingest --review` on a terminal: one open issue after the other, in plain questions.
"""

import getpass
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli import call, terminal
from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled, whole_number
from jinque.cli.ingest import ingest_again, ingest_file
from jinque.cli.review_print import (
    print_compared,
    print_draft,
    print_drafts,
    print_history,
    print_issue,
)
from jinque.cli.terminal import file_progress, opened, write, write_json
from jinque.errors import InvalidOptionError, PoorerReadingError, WrongCallError
from jinque.locale import Sentence, joined, say
from jinque.model.account import Role
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import COLUMN_QUESTIONS, Draft, DraftIssue

if TYPE_CHECKING:
    from jinque.api import Workspace


def shell_actor() -> Actor:
    """Return whoever the operating system says is at work, who may do everything here."""
    return Actor(name=f"shell:{getpass.getuser()}", role=Role.PUBLISHER)


OptionalText = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOptions:
    """The options as typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    draft: Annotated[OptionalText, typer.Argument()] = None
    what: Annotated[OptionalText, typer.Argument()] = None
    field: Annotated[OptionalText, typer.Option("--field")] = None
    value: Annotated[OptionalText, typer.Option("--value")] = None
    reason: Annotated[str, typer.Option("--reason")] = ""
    edition: Annotated[OptionalText, typer.Option("--edition")] = None
    other: Annotated[OptionalText, typer.Option("--other")] = None
    named: Annotated[OptionalText, typer.Option("--named")] = None
    format: Annotated[str, typer.Option("--format")] = "yaml"
    output: Annotated[OptionalText, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def settlement(options: ReviewOptions, draft: Draft) -> Settlement:
    """Return what a command asks for.

    WHAT is an issue or a post for a decision about a row, and names the column, the fact or the
    relation for one about the whole.

    Raises:
        WrongCallError: WHAT is missing.
    """
    action, what = Action(options.action), needed(options.what, "WHAT")
    keys = {issue.key for edition in draft.editions for issue in edition.issues}
    is_issue = action is Action.ACCEPT or what in keys
    is_of_row = action in {Action.ACCEPT, Action.CORRECT, Action.REJECT}
    is_relation = action is Action.RELATE
    return Settlement(
        action=action,
        reason=options.reason,
        issue=what if is_of_row and is_issue else None,
        post=what if is_of_row and not is_issue else None,
        field=options.field if is_of_row else (None if is_relation else what),
        value=what if is_relation else options.value,
        edition=options.edition,
        other=options.other,
        named=options.named,
    )


def needed(value: str | None, name: str) -> str:
    """Return an argument that the action cannot do without.

    Raises:
        WrongCallError: it is missing.
    """
    if value is None:
        raise WrongCallError(
            say("{name} is missing.", name=name),
            where=name,
            hint=say("`jinque review --help` tells what each action takes."),
        )
    return value


def no_action(action: str, known: Iterable[str]) -> InvalidOptionError:
    """Tell an action that there is not."""
    named = list(known)
    return InvalidOptionError(
        say("There is no action “{action}”.", action=action),
        where="review",
        hint=say("Choose from: {named}.", named=joined(named)),
    )


def draft_of(workspace: "Workspace", options: ReviewOptions) -> Draft:
    """Return the draft that a command names."""
    from jinque.api import review as verbs

    return verbs.draft(workspace, needed(options.draft, "DRAFT"))


def keep_poorer(
    session: Session, file: str, edition: str | None, poorer: PoorerReadingError
) -> PoorerReadingError:
    """Keep a reading with fewer facts as a draft; return the error that names it."""
    from jinque.api import review as verbs

    with opened(session) as workspace:
        draft = verbs.review_file(workspace, Path(file), shell_actor(), edition_id=edition)
    return PoorerReadingError(
        poorer.message,
        where=poorer.where,
        hint=say(
            "It is kept as draft {draft_id}, which shows both side by side: "
            "jinque review show {draft_id}; as another catalogue: --edition NEW-NAME.",
            draft_id=draft.id,
        ),
    )


def show_draft(session: Session, draft: Draft, *, as_json: bool, key: str | None = None) -> int:
    """Print a draft; the exit code tells whether something keeps it from being published."""
    if as_json:
        from jinque import api

        write_json(api.to_json(draft))
    else:
        print_draft(session, draft, key)
    return FAULTY_DATA if draft.blocking else DONE


def approve(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    """Approve a draft."""
    from jinque.api import review as verbs

    found = draft_of(workspace, options)
    after = verbs.approve(workspace, found.id, shell_actor(), revision=found.revision)
    return show_draft(session, after, as_json=options.as_json)


def publish(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    """Publish a draft and tell what it became."""
    from jinque import api
    from jinque.api import review as verbs
    from jinque.cli.ingest import print_answer

    found = draft_of(workspace, options)
    answer = verbs.publish(workspace, found.id, shell_actor(), revision=found.revision)
    if options.as_json:
        write_json(api.to_json(answer))
    else:
        print_answer(session, answer)
    return DONE


def discard(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    """Give a draft up."""
    from jinque.api import review as verbs

    found = draft_of(workspace, options)
    after = verbs.discard(
        workspace, found.id, shell_actor(), revision=found.revision, reason=options.reason
    )
    show_draft(session, after, as_json=options.as_json)
    return DONE


def export(_: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    """Write the decisions about a draft."""
    from jinque.api.decisions import export_decisions, save_decisions

    found = draft_of(workspace, options)
    if options.output:
        save_decisions(workspace, found.id, Path(options.output), options.format)
    else:
        write([export_decisions(workspace, found.id, options.format)])
    return DONE


def four_eyes(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    """Tell whether two people are asked for, or settle it."""
    from jinque.api import review as verbs

    if options.draft is not None:
        if options.draft not in {"on", "off"}:
            raise no_action(options.draft, ("on", "off"))
        verbs.set_four_eyes(workspace, shell_actor(), is_on=options.draft == "on")
    is_on = verbs.four_eyes(workspace)
    if options.as_json:
        write_json({"four_eyes": is_on})
    else:
        on = session.say("A second person has to approve a draft.")
        off = session.say("Nobody else has to approve a draft.")
        sys.stdout.write(f"{on if is_on else off}\n")
    return DONE


_Step = Callable[[Session, "Workspace", ReviewOptions], int]
_LARGEST_NUMBER = 1_000_000


def review(session: Session, options: ReviewOptions) -> int:
    """Take a step of a review; return the exit code."""
    step = _STEPS.get(options.action)
    if step is None:
        raise no_action(options.action, _STEPS)
    with opened(session) as workspace:
        return step(session, workspace, options)


def _list(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    from jinque.api import review as verbs

    found = verbs.drafts(workspace)
    if options.as_json:
        from jinque import api

        write_json({"drafts": api.to_json(found)})
    else:
        print_drafts(session, found)
    return DONE


def _show(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:

    from jinque.api import review as verbs

    found = draft_of(workspace, options)
    if not options.as_json and not options.what:
        for one in found.editions:
            print_compared(session, verbs.compared(workspace, one), one.related.other or "")
    return show_draft(session, found, as_json=options.as_json, key=options.what)


def _settle(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    from jinque.api import review as verbs

    found = draft_of(workspace, options)
    asked = settlement(options, found)
    after = verbs.settle(workspace, found.id, [asked], shell_actor(), revision=found.revision)
    return show_draft(session, after, as_json=options.as_json)


def _apply(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    found = draft_of(workspace, options)
    after = apply_file(workspace, found, needed(options.what, "FILE"))
    return show_draft(session, after, as_json=options.as_json)


def apply_file(workspace: "Workspace", draft: Draft, path: str) -> Draft:
    """Apply a file of decisions, all of them or none."""
    from jinque.api import review as verbs
    from jinque.api.decisions import decisions_in

    asked = decisions_in(Path(path), draft)
    return verbs.settle(workspace, draft.id, asked, shell_actor(), revision=draft.revision)


def _undo(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:
    from jinque.api import review as verbs

    found = draft_of(workspace, options)
    number = whole_number("NUMBER", options.what, most=_LARGEST_NUMBER) if options.what else None
    after = verbs.undo(
        workspace,
        found.id,
        shell_actor(),
        revision=found.revision,
        number=number,
        reason=options.reason,
    )
    return show_draft(session, after, as_json=options.as_json)


def _history(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:

    found = draft_of(workspace, options)
    if options.as_json:
        from jinque import api

        write_json({"history": api.to_json(found.history)})
    else:
        print_history(session, found.history)
    return DONE


_STEPS: dict[str, _Step] = {
    "list": _list,
    "show": _show,
    **dict.fromkeys(("accept", "correct", "reject", "role", "state", "relate", "rank"), _settle),
    "undo": _undo,
    "history": _history,
    "approve": approve,
    "publish": publish,
    "discard": discard,
    "export": export,
    "apply": _apply,
    "four-eyes": four_eyes,
}


_ACTIONS = {"a": Action.ACCEPT, "c": Action.CORRECT, "r": Action.REJECT}


@dataclass(slots=True)
class Walk:
    """A person's way through the open issues of a draft."""

    session: Session
    workspace: "Workspace"
    draft: Draft

    def go(self) -> Draft:
        """Ask about each open issue, blocking ones first; return the draft behind the walk.

        An empty answer passes an issue over; `q` or the end of the input ends the walk.
        """
        from jinque.cli.console import console

        screen, passed = console(sys.stdout), set[str]()
        while issue := _next(self.draft, passed):
            screen.print()
            print_issue(self.session, screen, issue)
            answer = self._ask(
                say("a accept, c correct, r reject, u undo the last, q quit, Enter to skip: ")
            )
            if answer is None or answer == "q":
                break
            if not answer:
                passed.add(issue.key)
                continue
            self._try(issue, answer)
        return self.draft

    def _try(self, issue: DraftIssue, answer: str) -> None:
        from jinque.api import review as verbs

        revision = self.draft.revision
        try:
            if answer == "u":
                self.draft = verbs.undo(
                    self.workspace, self.draft.id, shell_actor(), revision=revision
                )
            elif answer in _ACTIONS and (asked := self._asked(issue, _ACTIONS[answer])):
                self.draft = verbs.settle(
                    self.workspace, self.draft.id, [asked], shell_actor(), revision=revision
                )
        except WrongCallError as fault:
            terminal.tell(fault, self.session)

    def _asked(self, issue: DraftIssue, action: Action) -> Settlement | None:
        """Return what the person wants; None when the input ended."""
        is_column = issue.issue.code in COLUMN_QUESTIONS
        if is_column and action is Action.CORRECT:
            return self._role(issue)
        field = value = None
        if action is Action.CORRECT:
            named = [each.role for each in issue.extract.cells if each.role and each.is_marked]
            default = named[0] if named else ""
            field = self._ask(say("Column [{default}]: ", default=default)) or default
            value = self._ask(say("New value: "))
        reason = self._ask(say("Why: "))
        if reason is None:
            return None
        return Settlement(action=action, issue=issue.key, field=field, value=value, reason=reason)

    def _role(self, issue: DraftIssue) -> Settlement | None:
        role = self._ask(say("Read as (empty: kept unread): "))
        reason = self._ask(say("Why: "))
        if role is None or reason is None:
            return None
        edition = next(each for each in self.draft.editions if issue in each.issues)
        return Settlement(
            action=Action.ROLE,
            edition=edition.edition.id,
            field=issue.issue.quote,
            value=role or None,
            reason=reason,
        )

    def _ask(self, message: Sentence) -> str | None:
        """Return a trimmed line of the input; None at its end."""
        sys.stdout.write(self.session.of(message))
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.strip() if line else None


def _next(draft: Draft, passed: set[str]) -> DraftIssue | None:
    waiting = [each for each in draft.open_issues if each.key not in passed]
    return min(waiting, key=lambda each: not each.is_blocking, default=None)


def begin_review(
    session: Session,
    file: str,
    edition_id: str | None,
    decisions: str | None,
    *,
    is_again: bool = False,
    as_json: bool,
) -> int:
    """Make a draft of a file, settle what can be settled now, and tell what is open.

    With `is_again` it is the source of the edition that `file` names.
    """
    from jinque.api import review as verbs

    with opened(session) as workspace:
        with file_progress(session) as progress:
            if is_again:
                draft = verbs.review_again(workspace, file, shell_actor(), progress=progress)
            else:
                draft = verbs.review_file(
                    workspace, Path(file), shell_actor(), edition_id=edition_id, progress=progress
                )
        if decisions is not None:
            draft = apply_file(workspace, draft, decisions)
        is_talk = sys.stdin.isatty() and sys.stdout.isatty() and not as_json
        if is_talk and decisions is None:
            draft = Walk(session, workspace, draft).go()
        code = show_draft(session, draft, as_json=as_json)
    if not as_json:
        sys.stdout.write(_next_step(session, draft))
    return code


def _next_step(session: Session, draft: Draft) -> str:
    if draft.blocking:
        return session.say(
            "\nNothing is published yet. Settle each: jinque review --help; look again: "
            "jinque review show {id}\n",
            id=draft.id,
        )
    return session.say(
        "\nNothing is published yet. To publish it: jinque review publish {id}\n", id=draft.id
    )


def read_again(
    session: Session,
    edition: str,
    edition_id: str | None,
    decisions: str | None,
    *,
    review: bool,
    as_json: bool,
) -> int:
    """Read the source of an edition once more; return the exit code."""
    if edition_id is not None:
        raise InvalidOptionError(
            say(
                "--again reads the source of an edition that there is; it takes no other "
                "identifier."
            ),
            where="--edition",
            hint=say("Write `jinque ingest --again EDITION`."),
        )
    if review or decisions:
        return begin_review(session, edition, None, decisions, is_again=True, as_json=as_json)
    return ingest_again(session, edition, as_json=as_json)


def add_ingest_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(ingest)
    app.command(name="review")(bundled(ReviewOptions, review))


def ingest(  # noqa: PLR0913 - the options of the command
    ctx: typer.Context,
    file: call.File,
    *,
    edition: call.NewEdition = None,
    review: call.Review = False,
    again: call.Again = False,
    decisions: call.Decisions = None,
    as_json: call.AsJson = False,
) -> int:
    """Read a file, or the source of an edition once more, into the record or into a draft."""
    if again:
        return read_again(ctx.obj, file, edition, decisions, review=review, as_json=as_json)
    if review or decisions:
        return begin_review(ctx.obj, file, edition, decisions, as_json=as_json)
    try:
        return ingest_file(ctx.obj, file, edition, as_json=as_json)
    except PoorerReadingError as poorer:
        raise keep_poorer(ctx.obj, file, edition, poorer) from poorer


REVIEW_COMMANDS = {
    "review": say("Settle the doubts of a draft, publish it"),
}

REVIEW_ACTIONS = {
    "list": say("list the drafts (default)"),
    "show DRAFT [ISSUE]": say("what was read, what is open, and where"),
    "accept DRAFT ISSUE": say("let the printed words stand; a code accepts all of its kind"),
    "correct DRAFT POST|ISSUE": say("correct a cell: --field and --value"),
    "reject DRAFT POST|ISSUE": say("the row is no entry; with --field that cell has no value"),
    "role DRAFT HEADING": say("what a column is: --value; none keeps it unread"),
    "rank DRAFT LABEL": say(
        "which rank a label of shortage has in all rows, 1 the weakest: --value"
    ),
    "state DRAFT FACT": say("state a fact, as publisher or issued_on: --value"),
    "relate DRAFT RELATION": say("next_edition, same_edition or new; --other, --named"),
    "undo DRAFT [NUMBER]": say("undo a decision (the last one)"),
    "history DRAFT": say("who decided what, when and why"),
    "approve DRAFT": say("approve, where two people are asked for"),
    "publish DRAFT": say("publish"),
    "discard DRAFT": say("give the draft up"),
    "export DRAFT": say("write the decisions as YAML or JSON"),
    "apply DRAFT FILE": say("apply a file of decisions"),
    "four-eyes [on|off]": say("whether a second person has to approve"),
}

REVIEW_PARAMETERS = {
    "review ACTION": say("see the actions below; list by default"),
    "review DRAFT": say("a draft, see jinque review"),
    "review WHAT": say("issue, post, heading, …, as the action asks"),
    "review --field": say("column: code, name, shortage, …"),
    "review --value": say("the new value"),
    "review --reason": say("why; needed, and published with it"),
    "review --edition": say("which catalogue, where the file holds several"),
    "review --other": say("relate: the edition of the record"),
    "review --named": say("relate: what the new edition is called"),
    "review --format": say("export: yaml (default) or json"),
    "review --output": say("export: write to a file"),
    "review --json": say("answer in JSON, for programs"),
    "ingest --review": say("make a draft of it, to be settled and published"),
    "ingest --decisions": say("with --review: apply a file of decisions"),
}
