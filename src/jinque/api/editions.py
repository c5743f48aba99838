"""The JSON shape of what is known of an edition as a whole.

The verb that takes a file into the record.

The JSON shape of an ingested file: its rows, its columns and its issues on one level.

The JSON shapes of the answers, one place for the shell and the site (docs/reference/json.md).

The verbs of the product, each a few lines of composition.

What an edition was before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from jinque import dataset
from jinque import search as searching
from jinque.api.search import found_dict, link_dict
from jinque.api.workspace import Progress, Workspace, find_edition, find_post, rules_revision
from jinque.dataset import issue_dict, row_dict
from jinque.errors import InvalidOptionError
from jinque.ingestion.files import ingest_file
from jinque.locale import Sentence, both, joined, say
from jinque.model import (
    Attested,
    Edition,
    EditionSummary,
    IngestAnswer,
    Issue,
    Kind,
    Metadata,
    Passage,
    PostAnswer,
    PublishedEdition,
    Scale,
    SearchAnswer,
    SearchRequest,
    Section,
    SourceLine,
    Span,
)
from jinque.model.decision import RelatedEdition
from jinque.model.metadata import FACTS
from jinque.model.post import ColumnReading
from jinque.parameters import load_vocabulary


def metadata_dict(metadata: Metadata) -> dict[str, object]:
    """Return the facts of an edition, each with its status and what it rests on."""
    facts: dict[str, object] = {name: _fact(getattr(metadata, name)) for name in FACTS}
    return {**facts, "scale": metadata.scale and _scale(metadata.scale)}


def _fact(fact: Attested) -> dict[str, object]:
    return {
        "value": fact.value,
        "status": fact.status.value,
        "basis": {"zh": fact.basis_zh, "en": fact.basis_en},
        "line": fact.citation.span.line_start if fact.citation else None,
        "quote": fact.citation.quote if fact.citation else "",
    }


def _scale(scale: Scale) -> dict[str, object]:
    return {
        "code": scale.code,
        "labels": list(scale.labels),
        "order": _fact(scale.order),
        "bands": [
            {
                "label": band.label,
                "lower": band.lower,
                "upper": band.upper,
                "includes_lower": band.includes_lower,
                "includes_upper": band.includes_upper,
            }
            for band in scale.bands
        ],
    }


def section_dict(section: Section) -> dict[str, object]:
    """Return a run of rows under one heading."""
    return {
        "path": list(section.path),
        "status": section.status.value,
        "is_open_list": section.is_open_list,
        "rows": section.rows,
    }


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


def catalogues_dict(summaries: Iterable[EditionSummary]) -> dict[str, object]:
    """Return the list of editions."""
    return {"catalogues": [edition_dict(summary) for summary in summaries]}


def edition_dict(summary: EditionSummary) -> dict[str, object]:
    """Return an edition as it stands in a list."""
    return {
        "id": summary.id,
        "version": summary.version,
        "published_at": summary.published_at,
        "is_builtin": summary.is_builtin,
        "is_read_by_older": summary.is_read_by_older,
        "source": {"sha256": summary.source_sha256, "name": summary.source_name},
        "counts": summary.counts,
        "issues": summary.issues,
        "metadata": metadata_dict(summary.metadata),
        "sections": [section_dict(section) for section in summary.sections],
    }


def post_dict(answer: PostAnswer) -> dict[str, object]:
    """Return a post with what stands beside it."""
    return {
        "post": row_dict(answer.post),
        "edition": edition_dict(answer.edition),
        "issues": [issue_dict(issue) for issue in answer.issues],
        "lines": [
            {"number": line.number, "text": line.text, "is_cited": line.is_cited}
            for line in answer.lines
        ],
        "previous": answer.previous_id,
        "next": answer.next_id,
        "link": answer.link and link_dict(answer.link),
    }


def search_dict(answer: SearchAnswer) -> dict[str, object]:
    """Return the hits of a search with the counts that may narrow them."""
    return {
        "query": answer.request.query,
        "limit": answer.request.limit,
        "offset": answer.request.offset,
        "total": answer.total,
        "searched": answer.searched,
        "hits": [
            {
                "post": row_dict(hit.post),
                "edition_title": hit.edition_title,
                "place": hit.place,
                "score": hit.score,
                "passages": [_passage(passage) for passage in hit.passages],
            }
            for hit in answer.hits
        ],
        "facets": {
            name: [{"value": facet.value, "count": facet.count} for facet in facets]
            for name, facets in answer.facets.items()
        },
        "suggestions": list(answer.suggestions),
        "occupations": [found_dict(each) for each in answer.occupations],
        "read_as": answer.read_as,
    }


def issues_dict(issues: Iterable[Issue]) -> dict[str, object]:
    """Return the issues of an edition."""
    return {"issues": [issue_dict(issue) for issue in issues]}


def _passage(passage: Passage) -> dict[str, object]:
    return {"field": passage.field, "runs": list(passage.runs)}


def ingest_dict(answer: IngestAnswer) -> dict[str, object]:
    """Return what an ingested file became.

    Rows, columns and issues are those of all editions in the file together; each column and
    issue names its edition.
    """
    return {
        "edition": answer.editions[0].summary.id,
        "rows": rows_dict(answer.editions),
        "columns": [
            {"edition": published.summary.id, **column_dict(column)}
            for published in answer.editions
            for column in published.report.columns
        ],
        "issues": [
            {"edition": published.summary.id, **issue_dict(issue)}
            for published in answer.editions
            for issue in published.report.issues
        ],
        "is_new": answer.is_new,
        "source_sha256": answer.source_sha256,
        "editions": [_edition(published) for published in answer.editions],
        "related": [related_dict(each) for each in answer.related],
    }


def _edition(published: PublishedEdition) -> dict[str, object]:
    return {
        **edition_dict(published.summary),
        "rows_in": published.report.rows_in,
        "rows_out": published.report.rows_out,
        "rows_rejected": published.report.rows_rejected,
    }


def related_dict(related: RelatedEdition) -> dict[str, object]:
    """Return how what was read stands to the record."""
    return {
        "relation": related.relation.value,
        "other": related.other,
        "rows": related.rows,
        "equal_rows": related.equal_rows,
        "is_settled": related.is_settled,
    }


def rows_dict(editions: Iterable[PublishedEdition]) -> dict[str, int]:
    """Return how many rows were read and what they became; what is read is the sum of the rest.

    `other` are title mappings, entries of running lists and clauses.
    """
    published = tuple(editions)
    read = sum(one.report.rows_in for one in published)
    rejected = sum(one.report.rows_rejected for one in published)
    posts = sum(post.kind is Kind.POST for one in published for post in one.edition.posts)
    return {
        "read": read,
        "posts": posts,
        "other": read - rejected - posts,
        "rejected": rejected,
    }


def role_names() -> Mapping[str, Sentence]:
    """Return what each role of a column is called."""
    return load_vocabulary().role_names


def column_dict(column: ColumnReading) -> dict[str, object]:
    """Return what a column was recognised as, how surely and why."""
    cited = column.citation
    return {
        "heading": column.heading,
        "role": column.role,
        "confidence": column.confidence,
        "reasons": [both(reason) for reason in column.reasons],
        "proposals": list(column.proposals),
        "rows": column.rows,
        "filled": column.filled,
        "samples": list(column.samples),
        "is_settled": column.is_settled,
        "line": cited.span.line_start if cited else None,
    }


EXPORT_FORMATS: dict[str, Callable[[Edition, str], Iterator[str]]] = {
    "jsonl": dataset.to_jsonl,
    "csv": dataset.to_csv,
}

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
