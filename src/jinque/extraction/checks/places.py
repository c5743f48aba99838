"""An issue at the place of a post, a cell, a citation or nowhere."""

from itertools import groupby

from jinque.extraction.posts import last_heading
from jinque.locale import Sentence
from jinque.model import Citation, Edition, Issue, Post, PrintedCell, Severity


def at_post(
    post: Post, code: str, severity: Severity, *, message: Sentence, cell: PrintedCell | None = None
) -> Issue:
    """Return an issue of one post, quoting its raw lines; `cell` narrows the place to a cell."""
    row = post.citation.span
    own = cell.span if cell and cell.span else row
    return Issue(
        code=code,
        severity=severity,
        message=message,
        post_id=post.id,
        section=last_heading(post.section),
        serial=post.serial,
        line_start=row.line_start,
        line_end=row.line_end,
        quote=post.citation.quote,
        place=own.place,
    )


def at_section(post: Post, code: str, severity: Severity, *, message: Sentence) -> Issue:
    """Return an issue of a whole section, placed at its first post."""
    return Issue(
        code=code,
        severity=severity,
        message=message,
        section=last_heading(post.section),
        line_start=post.citation.span.line_start,
        line_end=post.citation.span.line_start,
        quote=post.citation.quote.split("\n")[0],
        place=post.citation.span.place,
    )


def at_citation(
    citation: Citation | None, code: str, severity: Severity, *, message: Sentence
) -> Issue:
    """Return an issue of the edition, at the words cited; without a place where None is given."""
    return Issue(
        code=code,
        severity=severity,
        message=message,
        line_start=citation.span.line_start if citation else None,
        line_end=citation.span.line_end if citation else None,
        quote=citation.quote if citation else "",
        place=citation.span.place if citation else None,
    )


def runs(edition: Edition) -> list[list[Post]]:
    """Return the posts by runs of the same section, in printed order."""
    return [list(group) for _, group in groupby(edition.posts, key=lambda post: post.section)]
