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
from jinque.model import Attested, Metadata, Status, Words
from jinque.model.decision import Action, Decision, Relation
from jinque.model.review import Draft, DraftEdition, DraftIssue, DraftState, DraftSummary, Extract

if TYPE_CHECKING:
    from rich.console import Console


_STATUSES = {
    Status.STATED: Words(zh="原文载明", en="stated"),
    Status.INFERRED: Words(zh="推断", en="inferred"),
    Status.SUPPLIED: Words(zh="人工补充", en="supplied by a person"),
    Status.NOT_STATED: Words(zh="未载明", en="not stated"),
}
_FACTS = {
    "title": Words(zh="标题", en="Title"),
    "publisher": Words(zh="发布机关", en="Publisher"),
    "document_number": Words(zh="文号", en="Document number"),
    "place": Words(zh="地区", en="Place"),
    "issued_on": Words(zh="发布日期", en="Issued on"),
    "effective_from": Words(zh="施行日期", en="In force from"),
    "effective_to": Words(zh="有效期至", en="In force until"),
    "classification_edition": Words(zh="职业分类大典", en="Classification"),
    "scope": Words(zh="适用人群", en="Scope"),
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
    Words(zh="草稿", en="Draft"),
    Words(zh="状态", en="State"),
    Words(zh="文件", en="File"),
    Words(zh="行", en="Rows"),
    Words(zh="待处理", en="Open"),
    Words(zh="其中须先处理", en="Blocking"),
)
STATES = {
    DraftState.OPEN: Words(zh="审核中", en="open"),
    DraftState.APPROVED: Words(zh="复核通过", en="approved"),
    DraftState.PUBLISHED: Words(zh="已公布", en="published"),
    DraftState.DISCARDED: Words(zh="已作废", en="discarded"),
}
RELATIONS = {
    Relation.NEW: Words(zh="新目录", en="a new catalogue"),
    Relation.NEXT_EDITION: Words(zh="下一版，前一版是", en="the next edition of"),
    Relation.SAME_EDITION: Words(zh="同一版：", en="the same edition as"),
}
ACTIONS = {
    Action.ACCEPT: Words(zh="接受", en="accepted"),
    Action.CORRECT: Words(zh="更正", en="corrected"),
    Action.REJECT: Words(zh="拒绝", en="rejected"),
    Action.ROLE: Words(zh="指定栏目", en="told what a column is"),
    Action.STATE: Words(zh="补充信息", en="stated a fact"),
    Action.RELATE: Words(zh="确定版本关系", en="related"),
    Action.UPLOAD: Words(zh="送审", en="uploaded"),
    Action.REREAD: Words(zh="重读", en="read again"),
    Action.UNDO: Words(zh="撤销", en="undid"),
    Action.APPROVE: Words(zh="复核", en="approved"),
    Action.PUBLISH: Words(zh="公布", en="published"),
    Action.DISCARD: Words(zh="作废", en="discarded"),
}


def print_history(session: Session, history: Sequence[Decision]) -> None:
    """Print every decision about a source, oldest first."""
    from rich.padding import Padding

    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for each in history:
        state = session.say("（已撤销）", " (undone)") if each.undone_by else ""
        void = session.say("（草稿已作废）", " (draft discarded)") if each.is_void else ""
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
    from jinque.cli.console import console, plain

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
    from jinque.cli.console import plain
    from jinque.cli.ingest import print_columns

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
