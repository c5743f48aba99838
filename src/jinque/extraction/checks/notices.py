"""What the reader of the file noticed, as issues of the edition."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from jinque.extraction.checks.places import at_citation, at_post
from jinque.model import Citation, Document, Edition, Issue, Post, ReadingNotice, Severity, Span

_WORTH_KNOWING = frozenset(("pictures_not_read", "tracked_changes"))


def check_notices(edition: Edition, document: Document) -> Iterator[Issue]:
    """Report each notice at the post that it touches, or else at its own words."""
    rows = _Rows(edition.posts)
    for notice in document.notices:
        severity = Severity.INFO if notice.code in _WORTH_KNOWING else Severity.WARNING
        zh, en = notice.message.zh, notice.message.en
        post = rows.around(notice.span)
        if post:
            yield at_post(post, notice.code, severity, zh=zh, en=en)
        else:
            yield at_citation(_citation(document, notice), notice.code, severity, zh=zh, en=en)


class _Rows:
    """The rows of the posts by where they begin; no two of them overlap."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._posts = sorted(posts, key=lambda post: post.citation.span.start)
        self._starts = [post.citation.span.start for post in self._posts]

    def around(self, span: Span | None) -> Post | None:
        """Return the post whose row holds all of a span."""
        place = bisect_right(self._starts, span.start) if span else 0
        if span is None or not place:
            return None
        post = self._posts[place - 1]
        return post if span.end <= post.citation.span.end else None


def _citation(document: Document, notice: ReadingNotice) -> Citation | None:
    if notice.span is None:
        return None
    return Citation(
        source_sha256=document.source_sha256,
        span=notice.span,
        quote=document.slice(notice.span),
    )
