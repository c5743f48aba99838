"""Columns that a person should settle: unknown, uncertain, or one of several."""

from collections.abc import Iterable, Iterator

from jinque.extraction.checks.places import at_citation
from jinque.extraction.columns import SURE
from jinque.model import Issue, Severity
from jinque.model.column import ColumnReading
from jinque.parameters import load_vocabulary


def check_columns(columns: Iterable[ColumnReading]) -> Iterator[Issue]:
    """Ask about each column whose role is not sure; blank columns without a heading are none."""
    for column in columns:
        if column.is_settled:
            continue
        if column.role and column.confidence < SURE:
            yield _uncertain(column)
        elif column.role is None and column.proposals:
            yield _ambiguous(column)
        elif column.role is None and (column.heading or column.filled):
            yield _unknown(column)


def _uncertain(column: ColumnReading) -> Issue:
    name = load_vocabulary().role_names[column.role or ""]
    zh, en = _reasons(column)
    return at_citation(
        column.citation,
        "column_uncertain",
        Severity.WARNING,
        zh=f"“{column.heading}”一栏暂按{name.zh}读取，把握 {column.confidence:.0%}：{zh}。"
        "请核对；不对时请指定这一栏是什么。",
        en=f"“{column.heading}” is read as the {name.en}, {column.confidence:.0%} sure: {en}. "
        "Check it, and say what the column is if this is wrong.",
    )


def _ambiguous(column: ColumnReading) -> Issue:
    names = [load_vocabulary().role_names[role] for role in column.proposals]
    zh, en = _reasons(column)
    return at_citation(
        column.citation,
        "column_ambiguous",
        Severity.WARNING,
        zh=f"“{column.heading}”一栏可能是{'、'.join(name.zh for name in names)}（{zh}）；"
        "照印保留，不取值。请指定这一栏是什么。",
        en=f"“{column.heading}” may be the {', '.join(name.en for name in names)} ({en}); it is "
        "kept as printed and not read. Say what the column is.",
    )


def _unknown(column: ColumnReading) -> Issue:
    zh, en = _reasons(column)
    heading = column.heading or "（无表头）"
    return at_citation(
        column.citation,
        "column_unknown",
        Severity.INFO,
        zh=f"“{heading}”一栏：{zh}；照印保留，不取值。如果有用，请指定它是什么，或把表头加进词表。",
        en=f"“{heading}”: {en}; it is kept as printed and not read. If it matters, say what it "
        "is, or add the heading to the vocabulary.",
    )


def _reasons(column: ColumnReading) -> tuple[str, str]:
    zh = "；".join(reason.zh for reason in column.reasons)
    return zh, "; ".join(reason.en for reason in column.reasons)
