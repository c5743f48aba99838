"""Rows that became no post, and cells whose value could not be read."""

import re
from collections.abc import Iterator, Sequence

from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.patterns import is_dash, looks_like
from jinque.model import Citation, Document, Edition, Issue, Post, PrintedCell, Row, Severity
from jinque.text import drop_blanks

_DATE = re.compile(r"(200\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00:00)?")
_READ_ROLES = ("serial", "code", "shortage", "index", "pay")


def check_rejects(rejects: Sequence[Row], document: Document) -> Iterator[Issue]:
    """Report each rejected row with its raw words, so that nothing is lost."""
    for row in rejects:
        citation = Citation(
            source_sha256=document.source_sha256, span=row.span, quote=document.slice(row.span)
        )
        yield at_citation(
            citation,
            "row_rejected",
            Severity.ERROR,
            zh=f"这一行有 {len(row.cells)} 个单元格，与表头对不上或没有名称；未收入，原文见引文。",
            en=f"This row has {len(row.cells)} cells that do not fit the headings, or no name; it "
            "is left out and quoted here.",
        )


def check_values(edition: Edition) -> Iterator[Issue]:
    """Report cells whose text does not have the look of their column."""
    for post in edition.posts:
        for cell in post.cells:
            compact = drop_blanks(cell.text)
            is_blank = not compact or is_dash(compact)
            if cell.role in _READ_ROLES and not is_blank and not looks_like(cell.role, compact):
                yield _unreadable(post, cell)


def _unreadable(post: Post, cell: PrintedCell) -> Issue:
    typed = _typed_code(cell) if cell.role == "code" else None
    zh = f"它像日期，录入时可能是“{typed}”，被表格软件改成了日期；" if typed else ""
    en = f" It is like a date: probably “{typed}” was typed and taken for one." if typed else ""
    return at_post(
        post,
        "value_unreadable",
        Severity.WARNING,
        zh=f"“{cell.heading}”一栏的“{cell.text}”无法识别；{zh}原样保留，不取值。",
        en=f"“{cell.text}” under “{cell.heading}” cannot be read; kept as printed without a value."
        f"{en}",
        cell=cell,
    )


def _typed_code(cell: PrintedCell) -> str | None:
    """Return the code that became a date while it was typed; None for any other text."""
    found = _DATE.fullmatch(drop_blanks(cell.text))
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    return f"{year % 10}-{month:02d}-{day:02d}"
