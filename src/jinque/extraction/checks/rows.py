"""Rows that became no post, and cells whose value could not be read."""

from collections.abc import Iterator, Sequence

from jinque.extraction.checks.places import at_citation, at_post
from jinque.extraction.patterns import is_dash, looks_like
from jinque.model import Citation, Document, Edition, Issue, Row, Severity
from jinque.text import drop_blanks

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
                yield at_post(
                    post,
                    "value_unreadable",
                    Severity.WARNING,
                    zh=f"“{cell.heading}”一栏的“{cell.text}”无法识别；原样保留，不取值。",
                    en=f"“{cell.text}” under “{cell.heading}” cannot be read; kept as printed "
                    "without a value.",
                )
