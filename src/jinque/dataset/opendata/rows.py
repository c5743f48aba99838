"""Everything but posts as rows of the open data."""

import hashlib
from collections.abc import Iterator

from jinque.classification import EDITIONS, load_classification
from jinque.dataset.lines import to_jsonl
from jinque.dataset.opendata.field import Missing, Row, Value
from jinque.dataset.opendata.post_rows import source_of
from jinque.dataset.rows import ROW_KINDS
from jinque.model import Attested, Edition, Occupation, PublishedEdition, Status
from jinque.model.metadata import FACTS


def edition_row(published: PublishedEdition) -> Row:
    """Return the row of the table `editions`."""
    summary, edition = published.summary, published.edition
    facts: dict[str, Attested] = {name: getattr(summary.metadata, name) for name in FACTS}
    scale = summary.metadata.scale
    return {
        "id": summary.id,
        "version": summary.version,
        **{name: fact.value or Missing.NOT_STATED for name, fact in facts.items()},
        "inferred": tuple(name for name in FACTS if facts[name].status is Status.INFERRED),
        "scale": scale.code if scale else Missing.NOT_APPLICABLE,
        "scale_labels": scale.labels if scale else Missing.NOT_APPLICABLE,
        "source_name": summary.source_name,
        "source_sha256": summary.source_sha256,
        "content_sha256": content_sha256(edition),
        "rows": len(edition.posts) + len(edition.clauses),
    }


def content_sha256(edition: Edition) -> str:
    """Return a checksum of an edition's rows of all kinds, as `to_jsonl` writes them."""
    digest = hashlib.sha256()
    for kind in ROW_KINDS:
        for line in to_jsonl(edition, kind):
            digest.update(line.encode())
    return digest.hexdigest()


def clause_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `clauses` for each clause, in printed order."""
    for clause in edition.clauses:
        yield {
            "id": clause.id,
            "edition": clause.edition_id,
            "order": clause.order,
            "section": clause.section,
            "ref": clause.ref,
            "text": clause.text,
            **source_of(clause.citation),
        }


def link_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `links` for each row that was looked up."""
    for link in edition.links:
        yield {
            "post": link.post_id,
            "code": link.code or Missing.NOT_APPLICABLE,
            "classification": link.edition or Missing.NOT_APPLICABLE,
            "status": link.status.value,
            "reason_zh": link.reason.zh,
            "candidates": tuple(each.code for each in link.candidates),
        }


def issue_rows(published: PublishedEdition) -> Iterator[Row]:
    """Yield a row of the table `issues` for each issue, in the order of the report."""
    for position, issue in enumerate(published.report.issues, start=1):
        yield {
            "edition": published.summary.id,
            "position": position,
            "code": issue.code,
            "severity": issue.severity.value,
            "post": issue.post_id or Missing.NOT_APPLICABLE,
            "message_zh": issue.message.zh,
            "message_en": issue.message.en,
            "line_start": _or_none(issue.line_start),
            "line_end": _or_none(issue.line_end),
            "quote": issue.quote,
        }


def occupation_rows() -> Iterator[Row]:
    """Yield a row of the table `occupations` for each entry, by edition and code."""
    for edition in sorted(EDITIONS):
        entries = load_classification(edition).by_code
        yield from (_occupation(edition, entries[code]) for code in sorted(entries))


def _occupation(edition: str, entry: Occupation) -> Row:
    return {
        "classification": edition,
        "code": entry.code,
        "name": entry.name,
        "level": entry.level.value,
        "is_green": entry.is_green,
        "is_digital": entry.is_digital,
        "effective_from": entry.effective_from or Missing.NOT_STATED,
        "attested_by": entry.attested_by,
    }


def _or_none(value: int | None) -> Value:
    return Missing.NOT_APPLICABLE if value is None else value
