"""The verbs of the product, each a few lines of composition."""

from collections.abc import Callable, Iterator

from jinque import dataset
from jinque import search as searching
from jinque.api.lookup import find_edition, find_post
from jinque.api.workspace import Workspace
from jinque.errors import InvalidOptionError
from jinque.model import (
    Edition,
    EditionSummary,
    Issue,
    PostAnswer,
    PublishedEdition,
    SearchAnswer,
    SearchRequest,
    SourceLine,
    Span,
)

EXPORT_FORMATS: dict[str, Callable[[Edition, str], Iterator[str]]] = {
    "jsonl": dataset.to_jsonl,
    "csv": dataset.to_csv,
}

_CONTEXT_LINES = 3


def catalogues(workspace: Workspace) -> tuple[EditionSummary, ...]:
    """Return the newest version of each edition, built-in ones first."""
    return workspace.summaries()


def revision(workspace: Workspace) -> str:
    """Return a digest that changes exactly when something was published."""
    return workspace.record.revision()


def edition(workspace: Workspace, edition_id: str, version: int | None = None) -> PublishedEdition:
    """Return a version of an edition; None means the newest.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    return find_edition(workspace, edition_id, version)


def show(workspace: Workspace, post_id: str) -> PostAnswer:
    """Return a post with its issues, its source lines and its neighbours.

    Raises:
        UnknownEditionError: the identifier begins with no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    published, place = find_post(workspace, post_id)
    posts = published.edition.posts
    post = posts[place]
    lines = workspace.source_lines(post.citation.source_sha256, published.summary.source_name)
    return PostAnswer(
        post=post,
        edition=published.summary,
        issues=tuple(issue for issue in published.report.issues if issue.post_id == post.id),
        lines=_around(lines, post.citation.span),
        previous_id=posts[place - 1].id if place else None,
        next_id=posts[place + 1].id if place + 1 < len(posts) else None,
        link=next((each for each in published.edition.links if each.post_id == post.id), None),
    )


def search(workspace: Workspace, request: SearchRequest) -> SearchAnswer:
    """Answer a search over the newest version of every edition.

    Raises:
        InvalidOptionError: an option of the request is out of range.
    """
    return searching.find(workspace.index(), request)


def issues(workspace: Workspace, edition_id: str) -> tuple[Issue, ...]:
    """Return what the reading of an edition found, in printed order.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    return find_edition(workspace, edition_id).report.issues


def export(
    workspace: Workspace, edition_id: str, fmt: str, kind: str | None = None
) -> Iterator[str]:
    """Return the rows of an edition as pieces of a file, lines ended.

    Args:
        workspace: where the edition is.
        edition_id: identifier of the edition.
        fmt: one of `EXPORT_FORMATS`.
        kind: one of `dataset.ROW_KINDS`; None means posts, or what the edition has instead.

    Raises:
        InvalidOptionError: no such format or kind.
        UnknownEditionError: there is none; the hint names near ones.
    """
    _check_choice("format", fmt, list(EXPORT_FORMATS))
    _check_choice("kind", kind, [None, *dataset.ROW_KINDS])
    found = find_edition(workspace, edition_id).edition
    return EXPORT_FORMATS[fmt](found, kind or dataset.default_kind(found))


def _around(lines: tuple[str, ...], span: Span) -> tuple[SourceLine, ...]:
    first = max(1, span.line_start - _CONTEXT_LINES)
    last = min(len(lines), span.line_end + _CONTEXT_LINES)
    return tuple(
        SourceLine(
            number=number,
            text=lines[number - 1],
            is_cited=span.line_start <= number <= span.line_end,
        )
        for number in range(first, last + 1)
    )


def _check_choice(option: str, value: str | None, choices: list[str | None] | list[str]) -> None:
    if value not in choices:
        named = [choice for choice in choices if choice]
        raise InvalidOptionError(
            f"{option} 不能是“{value}”。",
            f"{option} cannot be “{value}”.",
            where=option,
            hint_zh=f"可用的值：{'、'.join(named)}。",
            hint_en=f"The values are: {', '.join(named)}.",
        )
