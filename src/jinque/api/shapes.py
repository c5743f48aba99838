"""The JSON shapes of the answers, one place for the shell and the site (docs/reference/json.md)."""

from collections.abc import Iterable

from jinque.api.facts import metadata_dict, section_dict
from jinque.api.occupations import found_dict, link_dict
from jinque.dataset import issue_dict, row_dict
from jinque.model import (
    EditionSummary,
    Issue,
    Passage,
    PostAnswer,
    SearchAnswer,
)


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
