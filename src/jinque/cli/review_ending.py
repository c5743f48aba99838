"""The steps that end a review, and what an office asks of them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.exits import DONE
from jinque.cli.output import write, write_json
from jinque.cli.review_actor import shell_actor
from jinque.cli.review_asking import no_action
from jinque.cli.review_draft import draft_of, show_draft
from jinque.cli.review_options import ReviewOptions
from jinque.cli.session import Session

if TYPE_CHECKING:
    from jinque.api import Workspace


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
        write_json(api.ingest_dict(answer))
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
    from jinque.api.review_decisions import export_decisions, save_decisions

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
        on = session.say("公布前须另一人复核。", "A second person has to approve a draft.")
        off = session.say("公布前不要求另一人复核。", "Nobody else has to approve a draft.")
        sys.stdout.write(f"{on if is_on else off}\n")
    return DONE
