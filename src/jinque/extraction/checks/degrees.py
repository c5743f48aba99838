"""Words for education that no vocabulary has."""

from collections import defaultdict
from collections.abc import Iterator

from jinque.extraction.checks.places import at_post
from jinque.extraction.patterns import is_dash
from jinque.model import Edition, Issue, Post, PrintedCell, Severity
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks

_MOST_SHOWN = 40


def check_degrees(edition: Edition) -> Iterator[Issue]:
    """Report each different text of an education column that names no level or degree.

    It is reported once, at its first row; the sentence counts the rows.
    """
    found: defaultdict[str, list[tuple[Post, PrintedCell]]] = defaultdict(list)
    for post in edition.posts:
        for cell in post.cells:
            text = drop_blanks(cell.text) if cell.role == "education" else ""
            if text and not is_dash(text):
                found[text].append((post, cell))
    for text, rows in found.items():
        if not _names_a_level(text):
            yield _unknown(text, rows)


def _names_a_level(text: str) -> bool:
    vocabulary = load_vocabulary()
    words = (*vocabulary.education_levels, *vocabulary.education_other)
    return text in words or any(word in text for word in words if len(word) > 1)


def _unknown(text: str, rows: list[tuple[Post, PrintedCell]]) -> Issue:
    post, cell = rows[0]
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    return at_post(
        post,
        "degree_unknown",
        Severity.WARNING,
        zh=f"“{cell.heading}”一栏的“{shown}”（{len(rows)} 行）里没有已知的学历或学位；照印保留，"
        "按学历筛选时找不到这些行。请核对是否印错。",
        en=f"“{shown}” under “{cell.heading}” ({len(rows)} rows) names no known level or degree; "
        "it is kept as printed, and no filter by education finds these rows. Check the print.",
        cell=cell,
    )
