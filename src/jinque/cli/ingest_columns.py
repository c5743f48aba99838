"""The columns of an ingested file, as `jinque ingest` prints them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model.column import ColumnReading

if TYPE_CHECKING:
    from rich.console import Console

_LONGEST_SAMPLE = 14


def print_columns(session: Session, screen: "Console", columns: Sequence[ColumnReading]) -> None:
    """Print heading, meaning, confidence and examples of each column; nothing without columns."""
    from jinque.cli.screen import show_table

    if not columns:
        return
    headings = [
        session.say("栏", "Column"),
        session.say("读作", "Read as"),
        session.say("把握", "Sure"),
        session.say("有内容的行", "Filled"),
        session.say("例", "For example"),
    ]
    screen.print()
    show_table(screen, headings, [_row(session, column) for column in columns])


def _row(session: Session, column: ColumnReading) -> list[str]:
    from jinque import api

    kept = session.say("照印保留，不取值", "kept as printed, not read")
    return [
        column.heading or session.say("（无表头）", "(no heading)"),
        session.of(api.role_names()[column.role]) if column.role else kept,
        f"{column.confidence:.0%}" if column.role else "—",
        f"{column.filled}/{column.rows}",
        "、".join(map(_short, column.samples)),
    ]


def _short(sample: str) -> str:
    text = sample.replace("\n", " ")
    return text if len(text) <= _LONGEST_SAMPLE else f"{text[:_LONGEST_SAMPLE]}…"
