"""`jinque ingest`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.exits import DONE, FAULTY_DATA
from jinque.cli.ingest_columns import print_columns
from jinque.cli.ingest_progress import file_progress
from jinque.cli.ingest_relations import print_relations
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import KINDS, SEVERITIES, counted, title_of
from jinque.model import IngestAnswer, PublishedEdition, Severity

if TYPE_CHECKING:
    from rich.console import Console


def ingest_file(session: Session, file: str, edition_id: str | None, *, as_json: bool) -> int:
    """Read a file into the record and tell what it became; return the exit code."""
    from jinque import api

    with opened(session) as workspace, file_progress(session) as progress:
        answer = api.ingest(workspace, Path(file), edition_id, progress=progress)
    if as_json:
        write_json(api.ingest_dict(answer))
    else:
        print_answer(session, answer)
    return FAULTY_DATA if _has_errors(answer) else DONE


def _has_errors(answer: IngestAnswer) -> bool:
    return any(
        issue.severity is Severity.ERROR
        for published in answer.editions
        for issue in published.report.issues
    )


def print_answer(session: Session, answer: IngestAnswer) -> None:
    """Print what a file became, and how it stands to what the record held."""
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    if answer.is_new:
        screen.print(plain(session.say("已读入：", "Read into the record:"), "bold"))
    else:
        known = session.say(
            "记录里已有同样的内容，没有改变：", "The record already holds this; nothing changed:"
        )
        screen.print(plain(known, "bold"))
    for published in answer.editions:
        _print_edition(session, screen, published)
    if answer.is_new:
        print_relations(session, screen, answer)


def _print_edition(session: Session, screen: "Console", published: PublishedEdition) -> None:
    from jinque import api
    from jinque.cli.screen import plain, show_fields

    summary, report = published.summary, published.report
    screen.print()
    screen.print(plain(summary.id, "bold"), plain(title_of(session, summary)))
    rows = session.say(
        "读到 {read} 行 = 岗位 {posts} + 其他 {other} + 未能读成 {rejected}",
        "{read} read = {posts} posts + {other} others + {rejected} rejected",
    ).format(**api.rows_dict([published]))
    show_fields(
        screen,
        [
            (session.say("版本", "Version"), str(summary.version)),
            (session.say("内容", "Rows"), counted(session, summary.counts, KINDS)),
            (session.say("行数", "Counted"), rows),
            (session.say("读入问题", "Issues"), counted(session, summary.issues, SEVERITIES)),
        ],
    )
    print_columns(session, screen, report.columns)
    if summary.issues:
        see = session.say("逐条查看：", "See each: ")
        screen.print()
        screen.print(plain(f"  {see}jinque issues {summary.id}", "dim"))
