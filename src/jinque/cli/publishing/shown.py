"""Drafts of next editions on a terminal."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.call import DONE, FAULTY_DATA, Session
from jinque.cli.terminal import SEVERITIES, write_json
from jinque.model import Issue, Severity
from jinque.model.publishing import (
    PROPOSAL_WORDS,
    STAGE_WORDS,
    STEP_WORDS,
    DraftPost,
    DraftStep,
    Lineage,
    NextEdition,
    NextEditionSummary,
    Proposal,
)

if TYPE_CHECKING:
    from jinque.api.publishing import Publication, Receipt


def print_drafts(session: Session, drafts: Sequence[NextEditionSummary], *, as_json: bool) -> None:
    """Print a line a draft."""
    from jinque.api import to_json
    from jinque.cli.console import console, show_table

    if as_json:
        write_json({"drafts": [to_json(each) for each in drafts]})
        return
    if not drafts:
        sys.stdout.write(
            session.say("No next edition is compiled. Begin one: jinque draft new --from EDITION\n")
        )
        return
    headings = (
        session.say("Draft"),
        session.say("Stage"),
        session.say_in("fact", "Title"),
        session.say("Edition"),
    )
    rows = (
        (each.id, session.of(STAGE_WORDS[each.stage]), each.title, each.edition_id)
        for each in drafts
    )
    show_table(console(sys.stdout), headings, rows)


def print_draft(session: Session, draft: NextEdition, *, as_json: bool) -> int:
    """Print how far a draft is and the rows that change; return the exit code."""
    from jinque.api import to_json

    if as_json:
        write_json(to_json(draft))
        return DONE
    _print_head(session, draft)
    _print_changes(session, draft)
    for each in draft.open_opinions:
        sys.stdout.write(
            session.say(
                "Opinion {id} ({source}, {about}) waits for an answer: {text}\n",
                id=each.id,
                source=each.source,
                about=each.key or each.post_id or "—",
                text=each.text,
            )
        )
    sys.stdout.write(
        session.say("\nWhat is wrong or doubtful: jinque draft lint {id}\n", id=draft.id)
    )
    return DONE


def _print_head(session: Session, draft: NextEdition) -> None:
    from jinque.cli.console import console, show_fields

    counts = Counter(each.in_force for each in draft.posts)
    told = ", ".join(
        f"{session.of(PROPOSAL_WORDS[each])} {counts[each]}" for each in Proposal if counts[each]
    )
    head, screen = draft.head, console(sys.stdout)
    show_fields(
        screen,
        [
            (session.say("Draft"), draft.id),
            (session.say("Stage"), session.of(STAGE_WORDS[draft.stage])),
            (session.say_in("fact", "Title"), head.title),
            (session.say("Publisher"), head.publisher or "—"),
            (session.say("Issued on"), head.issued_on or "—"),
            (session.say("In force from"), head.effective_from or "—"),
            (session.say("Rows"), f"{len(draft.printed)} ({told})"),
            (session.say("Last step"), str(draft.revision)),
        ],
    )


def _print_changes(session: Session, draft: NextEdition) -> None:
    from jinque.cli.console import console, show_table

    name, label = draft.head.heading_of("name") or "", draft.head.heading_of("shortage") or ""
    moved = [
        each
        for each in draft.posts
        if each.in_force is not Proposal.KEEP or each.lineage is not Lineage.SAME
    ]
    if not moved:
        return
    headings = (
        session.say("Row"),
        session.say("Post"),
        session.say("Index"),
        session.say("Computed"),
        session.say("Label"),
        session.say("Decision"),
        session.say("Reason"),
    )
    rows = (
        (
            each.key,
            each.cells.get(name, ""),
            "" if each.index is None else f"{each.index:.4f}",
            each.computed,
            each.cells.get(label, ""),
            session.of(PROPOSAL_WORDS[each.in_force]) + ("" if each.decision else "?"),
            each.override.reason if each.override else session.of(each.reason),
        )
        for each in moved
    )
    show_table(console(sys.stdout), headings, rows)


def print_lint(session: Session, issues: Sequence[Issue], *, as_json: bool) -> int:
    """Print issues; the exit code tells whether one of them is an error."""
    from jinque.api import to_json

    is_faulty = any(each.severity is Severity.ERROR for each in issues)
    if as_json:
        write_json({"issues": [to_json(each) for each in issues]})
        return FAULTY_DATA if is_faulty else DONE
    for each in issues:
        severity = session.of(SEVERITIES[each.severity])
        about = f" {each.post_id}" if each.post_id else ""
        sys.stdout.write(f"{severity} {each.code}{about}\n  {session.of(each.message)}\n")
    if not issues:
        sys.stdout.write(session.say("Nothing is wrong or doubtful.\n"))
    return FAULTY_DATA if is_faulty else DONE


def print_case(
    session: Session, post: DraftPost, steps: Iterable[DraftStep], *, as_json: bool
) -> None:
    """Print why a row is there, and every step that changed it."""
    from jinque.api import to_json
    from jinque.cli.console import console, show_fields, show_table

    if as_json:
        write_json({"row": to_json(post), "steps": [to_json(each) for each in steps]})
        return
    screen = console(sys.stdout)
    signed = post.override
    show_fields(
        screen,
        [
            *post.cells.items(),
            (session.say("Proposal"), session.of(PROPOSAL_WORDS[post.proposal])),
            (session.say("Reason"), session.of(post.reason)),
            (session.say("Index"), "—" if post.index is None else f"{post.index:.4f}"),
            (session.say("Computed"), post.computed or "—"),
            (session.say("Decision"), session.of(PROPOSAL_WORDS[post.in_force])),
            (session.say("Signed"), f"{signed.by}: {signed.reason}" if signed else "—"),
            (session.say("Looked at again by"), post.review_by or "—"),
            (session.say("Transition"), post.transition or "—"),
        ],
    )
    headings = (session.say("Step"), session.say("What"), session.say("Who"), session.say("When"))
    rows = ((str(s.number), session.of(STEP_WORDS[s.kind]), s.by, s.at) for s in steps)
    show_table(screen, headings, rows)


def print_receipt(session: Session, receipt: "Receipt", *, as_json: bool) -> None:
    """Print what became of a sheet that returned."""
    from jinque.api import to_json

    if as_json:
        write_json(to_json(receipt))
        return
    sys.stdout.write(
        session.say(
            "{office}: {rows} rows, {unchanged} unchanged, {taken} cells taken over, "
            "{opinions} opinions, {conflicts} conflicts, {rejected} rejected\n",
            office=receipt.office,
            rows=receipt.rows,
            unchanged=receipt.unchanged,
            taken=receipt.taken,
            opinions=receipt.opinions,
            conflicts=len(receipt.conflicts),
            rejected=len(receipt.rejected),
        )
    )
    for each in receipt.conflicts:
        sys.stdout.write(
            session.say(
                "  Row {key}, {heading}: was “{was}”, is “{now}”, the office wants “{wanted}”\n",
                key=each.key,
                heading=each.heading,
                was=each.was,
                now=each.now,
                wanted=each.wanted,
            )
        )
    for why in receipt.rejected:
        sys.stdout.write(f"  {session.of(why)}\n")


def print_publication(
    session: Session, found: "Publication", folder: Path, *, as_json: bool
) -> None:
    """Print what was written, and what our readers make of it."""
    from jinque.api import to_json

    if as_json:
        write_json(to_json(found))
        return
    sys.stdout.write(
        session.say(
            "Published: {edition}. Files in {folder}:\n",
            edition=found.edition_id,
            folder=str(folder),
        )
    )
    read = {each.file: each.rows for each in found.read_back}
    for name in found.files:
        rows = (
            session.say_n("{n} row read back", "{n} rows read back", n=read[name])
            if name in read
            else ""
        )
        sys.stdout.write(f"  {name}  {rows}".rstrip() + "\n")
    for note in found.notes:
        sys.stdout.write(f"  {session.of(note)}\n")
