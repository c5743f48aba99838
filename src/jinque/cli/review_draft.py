"""A draft that a command names, and how it is shown behind a step."""

from typing import TYPE_CHECKING

from jinque.cli.exits import DONE, FAULTY_DATA
from jinque.cli.output import write_json
from jinque.cli.review_asking import needed
from jinque.cli.review_options import ReviewOptions
from jinque.cli.review_print import print_draft
from jinque.cli.session import Session
from jinque.model.review import Draft

if TYPE_CHECKING:
    from jinque.api import Workspace


def draft_of(workspace: "Workspace", options: ReviewOptions) -> Draft:
    """Return the draft that a command names."""
    from jinque.api import review as verbs

    return verbs.draft(workspace, needed(options.draft, "DRAFT"))


def show_draft(session: Session, draft: Draft, *, as_json: bool, key: str | None = None) -> int:
    """Print a draft; the exit code tells whether something keeps it from being published."""
    from jinque.api.review_shapes import draft_dict

    if as_json:
        write_json(draft_dict(draft))
    else:
        print_draft(session, draft, key)
    return FAULTY_DATA if draft.blocking else DONE
