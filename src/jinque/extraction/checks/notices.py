"""What the reader of the file noticed, as issues of the edition."""

from collections.abc import Iterator

from jinque.extraction.checks.places import at_citation, at_post
from jinque.model import Citation, Document, Edition, Issue, Post, ReadingNotice, Severity

_WORTH_KNOWING = frozenset(("pictures_not_read", "tracked_changes"))


def check_notices(edition: Edition, document: Document) -> Iterator[Issue]:
    """Report each notice at the post that it touches, or else at its own words."""
    for notice in document.notices:
        severity = Severity.INFO if notice.code in _WORTH_KNOWING else Severity.WARNING
        zh, en = notice.message.zh, notice.message.en
        post = _post(edition, notice)
        if post:
            yield at_post(post, notice.code, severity, zh=zh, en=en)
        else:
            yield at_citation(_citation(document, notice), notice.code, severity, zh=zh, en=en)


def _post(edition: Edition, notice: ReadingNotice) -> Post | None:
    """Return the post whose row holds all of what the notice is about."""
    span = notice.span
    if span is None:
        return None
    rows = ((post, post.citation.span) for post in edition.posts)
    return next((one for one, row in rows if row.start <= span.start <= span.end <= row.end), None)


def _citation(document: Document, notice: ReadingNotice) -> Citation | None:
    if notice.span is None:
        return None
    return Citation(
        source_sha256=document.source_sha256,
        span=notice.span,
        quote=document.slice(notice.span),
    )
