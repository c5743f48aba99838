"""Drafts on a terminal: lists, and issues with their places.

The facts of a draft on a terminal: stated, inferred, supplied, or missing.

The history of a source on a terminal.

Words of reviews, in both languages.
"""

import sys
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from jinque.cli.call import Session
from jinque.cli.editions import STYLES
from jinque.cli.terminal import SEVERITIES, place_of, place_of_issue
from jinque.locale import say, say_in
from jinque.model import Attested, Metadata, Status
from jinque.model.decision import Action, Decision, Relation
from jinque.model.review import (
    ComparedRow,
    Draft,
    DraftEdition,
    DraftIssue,
    DraftState,
    DraftSummary,
    Extract,
)

if TYPE_CHECKING:
    from rich.console import Console


_STATUSES = {
    Status.STATED: say("stated"),
    Status.INFERRED: say("inferred"),
    Status.SUPPLIED: say("supplied by a person"),
    Status.NOT_STATED: say("not stated"),
}
_FACTS = {
    "title": say_in("fact", "Title"),
    "publisher": say("Publisher"),
    "document_number": say("Document number"),
    "place": say_in("fact", "Place"),
    "issued_on": say("Issued on"),
    "effective_from": say("In force from"),
    "effective_to": say("No longer in force from"),
    "classification_edition": say("Classification"),
    "scope": say_in("fact", "Scope"),
}


def print_facts(session: Session, screen: "Console", metadata: Metadata) -> None:
    """Print each fact with its name for `jinque review state`, and what it rests on."""
    from jinque.cli.console import show_fields

    screen.print()
    rows = []
    for field in fields(Metadata):
        fact = getattr(metadata, field.name)
        if isinstance(fact, Attested):
            label = f"{session.of(_FACTS[field.name])} {field.name}"
            status = session.of(_STATUSES[fact.status])
            rows.append((label, f"{fact.value} · {status}" if fact.value else status))
    show_fields(screen, rows)


DRAFT_HEADINGS = (
    say("Draft"),
    say("State"),
    say("File"),
    say_in("review", "Rows"),
    say("Open"),
    say("Blocking"),
)
STATES = {
    DraftState.OPEN: say_in("review", "open"),
    DraftState.APPROVED: say("approved"),
    DraftState.PUBLISHED: say("published"),
    DraftState.DISCARDED: say("discarded"),
}
RELATIONS = {
    Relation.NEW: say("a new catalogue"),
    Relation.NEXT_EDITION: say("the next edition of"),
    Relation.SAME_EDITION: say("the same edition as"),
}
ACTIONS = {
    Action.ACCEPT: say("accepted"),
    Action.CORRECT: say("corrected"),
    Action.REJECT: say("rejected"),
    Action.ROLE: say("told what a column is"),
    Action.STATE: say("stated a fact"),
    Action.RELATE: say("related"),
    Action.RANK: say("ranked a label"),
    Action.UPLOAD: say("uploaded"),
    Action.REREAD: say("read again"),
    Action.UNDO: say("undid"),
    Action.APPROVE: say_in("review", "approved"),
    Action.PUBLISH: say_in("review", "published"),
    Action.DISCARD: say_in("review", "discarded"),
}


def print_history(session: Session, history: Sequence[Decision]) -> None:
    """Print every decision about a source, oldest first."""
    from rich.padding import Padding

    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for each in history:
        state = session.say(" (undone)") if each.undone_by else ""
        void = session.say(" (draft discarded)") if each.is_void else ""
        action = session.of(ACTIONS[each.action])
        screen.print(plain(f"{each.number}. {each.at}  {each.by}  {action}{state}{void}"))
        told = _told(each)
        if told:
            screen.print(Padding(plain(told, "dim"), (0, 0, 0, 4)))


def _told(decision: Decision) -> str:
    target = decision.target
    parts = [
        target.issue or target.field or "" if target else "",
        f"“{target.printed.strip()}”" if target and target.printed else "",
        f"→ “{decision.value}”" if decision.value and target else "",
        f"#{decision.undoes}" if decision.undoes else "",
        decision.reason,
    ]
    return "  ".join(filter(None, parts))


def print_drafts(session: Session, drafts: Sequence[DraftSummary]) -> None:
    """Print the list of drafts."""
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    if not drafts:
        none = session.say("There is no draft. Begin one with: jinque ingest --review FILE")
        screen.print(plain(none))
        return
    headings = [session.of(each) for each in DRAFT_HEADINGS]
    rows = [
        (
            each.id,
            session.of(STATES[each.state]),
            each.source_name,
            *map(str, (each.rows, each.open_issues, each.blocking)),
        )
        for each in drafts
    ]
    show_table(screen, headings, rows)


def print_draft(session: Session, draft: Draft, key: str | None = None) -> None:
    """Print a draft with what is open, or one issue of it by its key or code."""
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    state = session.of(STATES[draft.state])
    counts = session.say(
        "{n} open, {blocking} of them blocking",
        n=len(draft.open_issues),
        blocking=len(draft.blocking),
    )
    screen.print(plain(draft.id, "bold"), plain(f"{draft.source_name} · {state} · {counts}"))
    for edition in draft.editions:
        if key is None:
            _print_edition(session, screen, edition)
        for issue in edition.issues:
            if issue.is_open if key is None else key in (issue.key, issue.issue.code):
                screen.print()
                print_issue(session, screen, issue)


_MOST_COMPARED = 20


def print_compared(session: Session, rows: Sequence[ComparedRow], other: str) -> None:
    """Print the facts that differ from the edition that a draft would replace; nothing without."""
    from jinque.cli.console import console, plain, show_table

    if not rows:
        return
    screen = console(sys.stdout)
    told = session.say("Beside {other} as it is in the record:", other=other)
    screen.print(plain(told, "bold"))
    headings = [
        session.say("Post"),
        session.say("Fact"),
        session.say("The version there"),
        session.say("This reading"),
    ]
    lines = [
        (
            row.name or session.say("the whole catalogue"),
            session.of(fact.fact),
            fact.before or "—",
            fact.now or session.say("not read"),
        )
        for row in rows
        for fact in row.facts
    ]
    show_table(screen, headings, lines[:_MOST_COMPARED])
    if len(lines) > _MOST_COMPARED:
        more = session.say("{n} more facts differ.", n=len(lines) - _MOST_COMPARED)
        screen.print(plain(f"  {more}", "dim"))
    screen.print()


def print_issue(session: Session, screen: "Console", issue: DraftIssue) -> None:
    """Print an issue with its place, the cells named by it marked."""
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.console import plain

    found = issue.issue
    severity = found.severity.value
    head = [
        plain(issue.key, "bold"),
        plain(session.of(SEVERITIES[severity]), STYLES[severity]),
        plain(found.code),
        plain(place_of(session, issue.extract.place) or place_of_issue(session, found), "dim"),
        plain(found.post_id or ""),
    ]
    if issue.is_blocking and issue.is_open:
        head.append(plain(session.say("blocks publication"), "bold red"))
    screen.print(Text("  ").join(head))
    screen.print(Padding(plain(session.of(found.message)), (0, 0, 0, 2)))
    _print_extract(screen, issue.extract)
    if issue.settled_by:
        settled = _settled(session, issue.settled_by)
        screen.print(Padding(plain(settled, "green"), (0, 0, 0, 2)))


def _settled(session: Session, by: Decision) -> str:
    return session.say("Settled: {reason} ({by}, {at})", reason=by.reason, by=by.by, at=by.at[:10])


def _print_edition(session: Session, screen: "Console", edition: DraftEdition) -> None:
    from jinque.cli.console import plain
    from jinque.cli.ingest import print_columns

    report, related = edition.report, edition.related
    screen.print()
    title = edition.edition.metadata.title.value or session.say("(no title)")
    screen.print(plain(edition.edition.id, "bold"), plain(title))
    relation = session.of(RELATIONS[related.relation])
    other = f" {related.other}" if related.other else ""
    rows = session.say(
        "{rows_in} rows, {rows_out} read, {rows_rejected} left out",
        rows_in=report.rows_in,
        rows_out=report.rows_out,
        rows_rejected=report.rows_rejected,
    )
    screen.print(plain(f"  {relation}{other} · {rows}", "dim"))
    print_columns(session, screen, report.columns)
    print_facts(session, screen, edition.edition.metadata)


def _print_extract(screen: "Console", extract: Extract) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.console import plain

    cells = [
        plain(f"[{each.text}]" if each.is_marked else each.text, "bold" if each.is_marked else "")
        for each in extract.cells
    ]
    if cells:
        screen.print(Padding(Text(" | ").join(cells), (0, 0, 0, 4)))
        return
    for line in extract.lines:
        sign = ">" if line.is_cited else " "
        screen.print(Padding(plain(f"{sign} {line.number:>5}  {line.text}", "dim"), (0, 0, 0, 4)))
