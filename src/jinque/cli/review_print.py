"""Drafts on a terminal: lists, and issues with their places."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinque.cli.issues import STYLES
from jinque.cli.review_words import DRAFT_HEADINGS, RELATIONS, STATES
from jinque.cli.session import Session
from jinque.cli.wording import SEVERITIES, place_of, place_of_issue
from jinque.model.review import Draft, DraftEdition, DraftSummary
from jinque.model.review_decision import Decision
from jinque.model.review_issue import DraftIssue, Extract

if TYPE_CHECKING:
    from rich.console import Console


def print_drafts(session: Session, drafts: Sequence[DraftSummary]) -> None:
    """Print the list of drafts."""
    from jinque.cli.screen import console, plain, show_table

    screen = console(sys.stdout)
    if not drafts:
        none = session.say(
            "没有草稿。用 jinque ingest --review 文件 开始审核。",
            "There is no draft. Begin one with: jinque ingest --review FILE",
        )
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
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    state = session.of(STATES[draft.state])
    counts = session.say(
        f"待处理 {len(draft.open_issues)}，其中须先处理 {len(draft.blocking)}",
        f"{len(draft.open_issues)} open, {len(draft.blocking)} of them blocking",
    )
    screen.print(plain(draft.id, "bold"), plain(f"{draft.source_name} · {state} · {counts}"))
    for edition in draft.editions:
        if key is None:
            _print_edition(session, screen, edition)
        for issue in edition.issues:
            if issue.is_open if key is None else key in (issue.key, issue.issue.code):
                screen.print()
                print_issue(session, screen, issue)


def print_issue(session: Session, screen: "Console", issue: DraftIssue) -> None:
    """Print an issue with its place, the cells named by it marked."""
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.screen import plain

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
        head.append(plain(session.say("须先处理", "blocks publication"), "bold red"))
    screen.print(Text("  ").join(head))
    screen.print(Padding(plain(session.of(found.message)), (0, 0, 0, 2)))
    _print_extract(screen, issue.extract)
    if issue.settled_by:
        settled = _settled(session, issue.settled_by)
        screen.print(Padding(plain(settled, "green"), (0, 0, 0, 2)))


def _settled(session: Session, by: Decision) -> str:
    return session.say(
        f"已处理：{by.reason}（{by.by}，{by.at[:10]}）",
        f"Settled: {by.reason} ({by.by}, {by.at[:10]})",
    )


def _print_edition(session: Session, screen: "Console", edition: DraftEdition) -> None:
    from jinque.cli.ingest_columns import print_columns
    from jinque.cli.review_facts import print_facts
    from jinque.cli.screen import plain

    report, related = edition.report, edition.related
    screen.print()
    title = edition.edition.metadata.title.value or session.say("（无标题）", "(no title)")
    screen.print(plain(edition.edition.id, "bold"), plain(title))
    relation = session.of(RELATIONS[related.relation])
    other = f" {related.other}" if related.other else ""
    rows = session.say(
        f"读到 {report.rows_in} 行，成为数据 {report.rows_out}，未收入 {report.rows_rejected}",
        f"{report.rows_in} rows, {report.rows_out} read, {report.rows_rejected} left out",
    )
    screen.print(plain(f"  {relation}{other} · {rows}", "dim"))
    print_columns(session, screen, report.columns)
    print_facts(session, screen, edition.edition.metadata)


def _print_extract(screen: "Console", extract: Extract) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.screen import plain

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
