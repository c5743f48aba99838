"""`jinque ingest`.

The columns of an ingested file, as `jinque ingest` prints them.

What a file that was read in is to editions that the record held before, in plain words.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.call import DONE, FAULTY_DATA, Session
from jinque.cli.terminal import (
    ISSUES,
    KINDS,
    counted,
    file_progress,
    opened,
    title_of,
    write_json,
)
from jinque.model import EditionSummary, IngestAnswer, PublishedEdition, Severity
from jinque.model.decision import RelatedEdition, Relation
from jinque.model.post import ColumnReading

if TYPE_CHECKING:
    from rich.console import Console


_LONGEST_SAMPLE = 14


def print_columns(session: Session, screen: "Console", columns: Sequence[ColumnReading]) -> None:
    """Print heading, meaning, confidence and examples of each column; nothing without columns."""
    from jinque.cli.console import show_table

    if not columns:
        return
    headings = [
        session.say("Column"),
        session.say("Read as"),
        session.say("Sure"),
        session.say("Filled"),
        session.say("For example"),
    ]
    screen.print()
    show_table(screen, headings, [_row(session, column) for column in columns])


def _row(session: Session, column: ColumnReading) -> list[str]:
    from jinque import api

    kept = session.say("kept as printed, not read")
    return [
        column.heading or session.say("(no heading)"),
        session.of(api.role_names()[column.role]) if column.role else kept,
        f"{column.confidence:.0%}" if column.role else "—",
        f"{column.filled}/{column.rows}",
        "、".join(map(_short, column.samples)),
    ]


def _short(sample: str) -> str:
    text = sample.replace("\n", " ")
    return text if len(text) <= _LONGEST_SAMPLE else f"{text[:_LONGEST_SAMPLE]}…"


def print_relations(session: Session, screen: "Console", answer: IngestAnswer) -> None:
    """Say of each edition that it is another's next one, or a new version of one."""
    from jinque.cli.console import plain

    for published, related in zip(answer.editions, answer.related, strict=False):
        told = _told(session, published.summary, related)
        if told:
            screen.print()
            screen.print(plain(f"  {told}", "yellow"))


def _told(session: Session, summary: EditionSummary, related: RelatedEdition) -> str:
    if related.is_next and related.is_settled:
        return session.say("It is the next edition of {other}.", other=related.other)
    if related.relation is Relation.SAME_EDITION and not related.is_settled:
        return session.say(
            "Its content is that of {other} ({equal_rows} of {rows} rows): it became "
            "version {version} of it. If it is another catalogue, give it an identifier by "
            "--edition, or use --review.",
            other=related.other,
            rows=related.rows,
            equal_rows=related.equal_rows,
            version=str(summary.version),
        )
    return ""


def ingest_file(session: Session, file: str, edition_id: str | None, *, as_json: bool) -> int:
    """Read a file into the record and tell what it became; return the exit code."""
    from jinque import api

    with opened(session) as workspace, file_progress(session) as progress:
        answer = api.ingest(workspace, Path(file), edition_id, progress=progress)
    if as_json:
        write_json(api.to_json(answer))
    else:
        print_answer(session, answer)
    return FAULTY_DATA if _has_errors(answer) else DONE


def ingest_again(session: Session, edition: str, *, as_json: bool) -> int:
    """Read the source of an edition once more and tell what changed; return the exit code."""
    from jinque import api

    with opened(session) as workspace:
        before = {each.id: each.version for each in api.catalogues(workspace)}
        with file_progress(session) as progress:
            answer = api.ingest_again(workspace, edition, progress=progress)
        diffs = [
            api.diff(workspace, each.id, each.id, former_version=each.version - 1)
            for each in (published.summary for published in answer.editions)
            if each.version > before.get(each.id, each.version)
        ]
    if as_json:
        write_json(api.to_json(answer))
        return FAULTY_DATA if _has_errors(answer) else DONE
    print_answer(session, answer)
    for found in diffs:
        counts = api.diff_counts(found)
        told = session.say(
            "{id}, beside the version before: {added} added, {removed} removed, {changed} "
            "changed, {unchanged} unchanged."
        )
        sys.stdout.write(f"\n  {told.format(id=found.later.id, **counts)}\n")
    return FAULTY_DATA if _has_errors(answer) else DONE


def _has_errors(answer: IngestAnswer) -> bool:
    return any(
        issue.severity is Severity.ERROR
        for published in answer.editions
        for issue in published.report.issues
    )


def print_answer(session: Session, answer: IngestAnswer) -> None:
    """Print what a file became, and how it stands to what the record held."""
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    if answer.is_new:
        screen.print(plain(session.say("Read into the record:"), "bold"))
    else:
        known = session.say("The record already holds this; nothing changed:")
        screen.print(plain(known, "bold"))
    for published in answer.editions:
        _print_edition(session, screen, published)
    if answer.is_new:
        print_relations(session, screen, answer)


def _print_edition(session: Session, screen: "Console", published: PublishedEdition) -> None:
    from jinque import api
    from jinque.cli.console import plain, show_fields

    summary, report = published.summary, published.report
    screen.print()
    screen.print(plain(summary.id, "bold"), plain(title_of(session, summary)))
    rows = session.say("{read} read = {posts} posts + {other} others + {rejected} rejected").format(
        **api.rows_read([published])
    )
    show_fields(
        screen,
        [
            (session.say("Version"), str(summary.version)),
            (session.say("Rows"), counted(session, summary.counts, KINDS)),
            (session.say("Counted"), rows),
            (session.say("Issues"), counted(session, summary.issues, ISSUES)),
        ],
    )
    print_columns(session, screen, report.columns)
    if summary.issues:
        see = session.say("See each: ")
        screen.print()
        screen.print(plain(f"  {see}jinque issues {summary.id}", "dim"))
