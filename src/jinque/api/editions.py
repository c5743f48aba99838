"""The JSON shape of what is known of an edition as a whole.

The verb that takes a file into the record.

The JSON shape of an ingested file: its rows, its columns and its issues on one level.

The JSON shapes of the answers, one place for the shell and the site (docs/reference/json.md).

The verbs of the product, each a few lines of composition.

What an edition was before.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinque.api.workspace import Progress, Workspace, find_edition, find_post, rules_revision
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, joined, say
from jinque.model import (
    EditionSummary,
    IngestAnswer,
    Issue,
    PostAnswer,
    PublishedEdition,
    SourceLine,
    Span,
)
from jinque.parameters import load_vocabulary


def ingest(
    workspace: Workspace,
    path: Path,
    edition_id: str | None = None,
    *,
    progress: Progress | None = None,
) -> IngestAnswer:
    """Read a file into the record; the same file twice changes nothing.

    Args:
        workspace: where the editions go.
        path: the file.
        edition_id: what the edition is to be called; None derives it from document and name.
        progress: called with the step, how much of all steps is done, and how much there is.

    Raises:
        WrongCallError: the file cannot be read as a catalogue; nothing was changed.
        MachineError: the record cannot be written; it is as it was.
    """
    from jinque.ingestion.files import ingest_file

    return ingest_file(workspace.record, path, edition_id=edition_id, progress=progress)


def ingest_again(
    workspace: Workspace, typed: str, *, progress: Progress | None = None
) -> IngestAnswer:
    """Read the source of an edition once more; what comes out otherwise is its next version.

    What comes out the same stays the version that it is, and counts as read by this program.

    Args:
        workspace: where the edition is.
        typed: its identifier.
        progress: as for `ingest`.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
        UnderReviewError: a draft of the source is open.
        WrongCallError: the source cannot be read any more; nothing was changed.
        MachineError: the record cannot be written; it is as it was.
    """
    from jinque.ingestion.files import ingest_bytes

    summary = find_edition(workspace, typed).summary
    data = workspace.record.source(summary.source_sha256)
    answer = ingest_bytes(workspace.record, data, summary.source_name, progress=progress)
    workspace.forget()
    return answer


def role_names() -> Mapping[str, Sentence]:
    """Return what each role of a column is called."""
    return load_vocabulary().role_names


EXPORT_FORMATS = ("jsonl", "csv")

_CONTEXT_LINES = 3


def catalogues(workspace: Workspace) -> tuple[EditionSummary, ...]:
    """Return the newest version of each edition, built-in ones first."""
    return workspace.summaries()


def revision(workspace: Workspace) -> str:
    """Return a digest that changes when something is published or a bureau's own rules change."""
    return workspace.record.revision() + rules_revision()


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
    lines = workspace.source_lines(published.summary)
    return PostAnswer(
        post=post,
        edition=published.summary,
        issues=tuple(issue for issue in published.report.issues if issue.post_id == post.id),
        lines=_around(lines, post.citation.span),
        previous_id=posts[place - 1].id if place else None,
        next_id=posts[place + 1].id if place + 1 < len(posts) else None,
        link=next((each for each in published.edition.links if each.post_id == post.id), None),
    )


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
    from jinque import dataset

    _check_choice("format", fmt, list(EXPORT_FORMATS))
    _check_choice("kind", kind, [None, *dataset.ROW_KINDS])
    found = find_edition(workspace, edition_id).edition
    writer = dataset.to_jsonl if fmt == "jsonl" else dataset.to_csv
    return writer(found, kind or dataset.default_kind(found))


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
            say("{option} cannot be “{value}”.", option=option, value=value),
            where=option,
            hint=say("The values are: {named}.", named=joined(named)),
        )


def versions(workspace: Workspace, edition_id: str) -> tuple[EditionSummary, ...]:
    """Return every version of an edition, the oldest first.

    Raises:
        UnknownEditionError: there is none.
    """
    return workspace.record.versions(edition_id)
