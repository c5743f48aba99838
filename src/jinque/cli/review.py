"""`jinque review`: the steps of a review from the shell."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.exits import DONE
from jinque.cli.numbers import whole_number
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.review_actor import shell_actor
from jinque.cli.review_asking import needed, no_action, settlement
from jinque.cli.review_draft import draft_of, show_draft
from jinque.cli.review_ending import approve, discard, export, four_eyes, publish
from jinque.cli.review_history import print_history
from jinque.cli.review_options import ReviewOptions
from jinque.cli.review_print import print_drafts
from jinque.cli.session import Session
from jinque.model.review import Draft

if TYPE_CHECKING:
    from jinque.api import Workspace

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
    from jinque.api.review_shapes import drafts_dict

    found = verbs.drafts(workspace)
    if options.as_json:
        write_json(drafts_dict(found))
    else:
        print_drafts(session, found)
    return DONE


def _show(session: Session, workspace: "Workspace", options: ReviewOptions) -> int:

    found = draft_of(workspace, options)
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
    from jinque.api.review_decisions import decisions_in

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
    from jinque.api.review_history_shapes import decision_dict

    found = draft_of(workspace, options)
    if options.as_json:
        write_json({"history": [decision_dict(each) for each in found.history]})
    else:
        print_history(session, found.history)
    return DONE


_STEPS: dict[str, _Step] = {
    "list": _list,
    "show": _show,
    **dict.fromkeys(("accept", "correct", "reject", "role", "state", "relate"), _settle),
    "undo": _undo,
    "history": _history,
    "approve": approve,
    "publish": publish,
    "discard": discard,
    "export": export,
    "apply": _apply,
    "four-eyes": four_eyes,
}
