"""Headings that were lost, inferred, or are missing from their numbering."""

from collections.abc import Iterator
from itertools import pairwise

from jinque.extraction.checks.places import at_citation, at_section, runs
from jinque.model import Edition, Issue, Post, Section, Severity, Status
from jinque.text import Ordinal, read_ordinal, strip_ordinal


def check_sections(edition: Edition) -> Iterator[Issue]:
    """Report lost and inferred headings and gaps in the numbering of the outermost ones."""
    first_posts = {run[0].section: run[0] for run in reversed(runs(edition))}
    for section in edition.sections:
        yield from _lost(section, first_posts[section.path])
    yield from _numbering(edition)


def _lost(section: Section, post: Post) -> Iterator[Issue]:
    name = strip_ordinal(section.path[-1] or "") if section.path else ""
    if section.status is Status.INFERRED:
        yield at_section(
            post,
            "heading_inferred",
            Severity.INFO,
            zh=f"这一节开头没有标题；“{name}”取自接续其序号的续表标题。",
            en=f"No heading stands here; “{name}” is that of the table that continues the serials.",
        )
    if section.status is Status.NOT_STATED:
        zh, en = (
            "这一节没有标题，也没有续表能说明它的名称。",
            "This section has no heading of its own.",
        )
        yield at_section(post, "heading_lost", Severity.WARNING, zh=zh, en=en)
    if None in section.path:
        yield at_section(
            post,
            "heading_lost",
            Severity.WARNING,
            zh=f"“{name}”上面一级的标题在文件中缺失；不补写。",
            en=f"The heading above “{name}” is missing from the file; none is filled in.",
        )


def _numbering(edition: Edition) -> Iterator[Issue]:
    """Compare the ordinals of the outermost numbered headings, title included."""
    numbered: dict[str, tuple[Ordinal, Post]] = {}
    for run in runs(edition):
        for text in run[0].section:
            ordinal = read_ordinal(text) if text else None
            if text and ordinal:
                numbered.setdefault(text, (ordinal, run[0]))
                break
    entries = list(numbered.items())
    if entries and entries[0][1][0].number > 1 and None not in entries[0][1][1].section:
        yield from _missing_part(edition, entries[0][0])
    for (text, (ordinal, _)), (later_text, (later, post)) in pairwise(entries):
        if ordinal.level == later.level and later.number != ordinal.number + 1:
            yield at_section(
                post,
                "heading_gap",
                Severity.WARNING,
                zh=f"标题序号不连续：“{text}”之后是“{later_text}”。",
                en=f"Headings are not numbered in sequence: “{later_text}” follows “{text}”.",
            )


def _missing_part(edition: Edition, text: str) -> Iterator[Issue]:
    """The file begins with a later part, unless lost headings in front were reported."""
    if any(None in section.path for section in edition.sections):
        return
    yield at_citation(
        edition.metadata.title.citation,
        "part_missing",
        Severity.WARNING,
        zh=f"文件从“{text}”开始，前面的部分不在文件中。",
        en=f"The file begins with “{text}”; the parts before it are not in it.",
    )
