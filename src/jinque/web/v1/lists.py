"""From what the verbs answer to what `/api/v1` answers."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from jinque import api
from jinque.model import EditionSummary, Issue, SearchAnswer
from jinque.model.metadata import FACTS
from jinque.web.v1.issue_shapes import IssueObject
from jinque.web.v1.shapes import EditionObject, Fact, RowObject, RowPage


def edition_object(workspace: api.Workspace, summary: EditionSummary) -> EditionObject:
    """Return an edition with the numbers of all its versions."""
    metadata = summary.metadata
    facts = {name: getattr(metadata, name) for name in FACTS}
    return EditionObject(
        id=summary.id,
        version=summary.version,
        published_at=summary.published_at,
        is_builtin=summary.is_builtin,
        source_name=summary.source_name,
        source_sha256=summary.source_sha256,
        counts=summary.counts,
        issues=summary.issues,
        facts={
            name: Fact(
                value=fact.value,
                status=fact.status.value,
                quote=fact.citation.quote if fact.citation else "",
            )
            for name, fact in facts.items()
        },
        versions=[each.version for each in api.versions(workspace, summary.id)],
    )


def issue_objects(issues: Sequence[Issue]) -> list[IssueObject]:
    """Return issues in their order."""
    return [msgspec.convert(api.issue_dict(issue), IssueObject) for issue in issues]


def row_page(found: SearchAnswer, more: str | None) -> RowPage:
    """Return a page of rows; `more` is the address of the next one."""
    return RowPage(
        total=found.total,
        rows=[msgspec.convert(api.row_dict(hit.post), RowObject) for hit in found.hits],
        facets={
            name: {each.value: each.count for each in values}
            for name, values in found.facets.items()
        },
        next=more,
    )


def next_address(address: str, cursor: str | None) -> str | None:
    """Return the address of the next page; None where there is none."""
    if cursor is None:
        return None
    parts = urlsplit(address)
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name != "cursor"
    ]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("cursor", cursor)])))
