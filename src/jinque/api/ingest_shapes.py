"""The JSON shape of an ingested file: its rows, its columns and its issues on one level."""

from collections.abc import Iterable

from jinque.api.shapes import edition_dict
from jinque.dataset import issue_dict
from jinque.model import IngestAnswer, Kind, PublishedEdition, Words
from jinque.model.column import ColumnReading
from jinque.model.related import RelatedEdition
from jinque.parameters import load_vocabulary


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


def role_names() -> dict[str, Words]:
    """Return what each role of a column is called."""
    return load_vocabulary().role_names


def column_dict(column: ColumnReading) -> dict[str, object]:
    """Return what a column was recognised as, how surely and why."""
    cited = column.citation
    return {
        "heading": column.heading,
        "role": column.role,
        "confidence": column.confidence,
        "reasons": [{"zh": reason.zh, "en": reason.en} for reason in column.reasons],
        "proposals": list(column.proposals),
        "rows": column.rows,
        "filled": column.filled,
        "samples": list(column.samples),
        "is_settled": column.is_settled,
        "line": cited.span.line_start if cited else None,
    }
