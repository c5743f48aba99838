"""`jinque ingest --review`: a file becomes a draft, settled by a person or by a file."""

import sys
from pathlib import Path

from jinque.cli.ingest_progress import file_progress
from jinque.cli.opening import opened
from jinque.cli.review import apply_file
from jinque.cli.review_actor import shell_actor
from jinque.cli.review_draft import show_draft
from jinque.cli.review_walk import Walk
from jinque.cli.session import Session
from jinque.model.review import Draft


def begin_review(
    session: Session, file: str, edition_id: str | None, decisions: str | None, *, as_json: bool
) -> int:
    """Make a draft of a file, settle what can be settled now, and tell what is open."""
    from jinque.api import review as verbs

    with opened(session) as workspace:
        with file_progress(session) as progress:
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
            f"\n还没有公布。逐条处理：jinque review --help；再看：jinque review show {draft.id}\n",
            "\nNothing is published yet. Settle each: jinque review --help; look again: "
            f"jinque review show {draft.id}\n",
        )
    return session.say(
        f"\n还没有公布。公布：jinque review publish {draft.id}\n",
        f"\nNothing is published yet. To publish it: jinque review publish {draft.id}\n",
    )
