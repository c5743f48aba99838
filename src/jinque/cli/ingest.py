"""`jinque ingest`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.exits import DONE, FAULTY_DATA
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

    with opened(session) as workspace:
        answer = api.ingest(workspace, Path(file), edition_id)
    if as_json:
        write_json(api.ingest_dict(answer))
    else:
        _print(session, answer)
    return FAULTY_DATA if _has_errors(answer) else DONE


def _has_errors(answer: IngestAnswer) -> bool:
    return any(
        issue.severity is Severity.ERROR
        for published in answer.editions
        for issue in published.report.issues
    )


def _print(session: Session, answer: IngestAnswer) -> None:
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


def _print_edition(session: Session, screen: "Console", published: PublishedEdition) -> None:
    from jinque.cli.screen import plain, show_fields

    summary, report = published.summary, published.report
    screen.print()
    screen.print(plain(summary.id, "bold"), plain(title_of(session, summary)))
    rows = session.say(
        f"读到 {report.rows_in}，成为数据 {report.rows_out}，未能读成 {report.rows_rejected}",
        f"{report.rows_in} in, {report.rows_out} out, {report.rows_rejected} rejected",
    )
    show_fields(
        screen,
        [
            (session.say("版本", "Version"), str(summary.version)),
            (session.say("内容", "Rows"), counted(session, summary.counts, KINDS)),
            (session.say("行数", "Counted"), rows),
            (session.say("读入问题", "Issues"), counted(session, summary.issues, SEVERITIES)),
        ],
    )
    if summary.issues:
        see = session.say("逐条查看：", "See each: ")
        screen.print(plain(f"  {see}jinque issues {summary.id}", "dim"))
