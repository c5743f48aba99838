"""The JSON shapes of drafts (docs/reference/json.md)."""

from collections.abc import Iterable

from jinque.api.facts import metadata_dict, section_dict
from jinque.api.ingest_shapes import column_dict, related_dict
from jinque.api.review_history_shapes import decision_dict
from jinque.dataset import issue_dict, row_dict
from jinque.dataset.issues import place_dict
from jinque.model import SourceLine
from jinque.model.correction import GivenRole
from jinque.model.review import Draft, DraftEdition, DraftSummary
from jinque.model.review_issue import DraftIssue, ExtractCell


def drafts_dict(summaries: Iterable[DraftSummary]) -> dict[str, object]:
    """Return the list of drafts."""
    return {"drafts": [_summary(each) for each in summaries]}


def draft_dict(draft: Draft) -> dict[str, object]:
    """Return a draft with everything that is open, and its history."""
    return {
        **_summary(draft.summary()),
        "approved_by": draft.approved_by,
        "editions": [_edition(each) for each in draft.editions],
        "history": [decision_dict(each) for each in draft.history],
    }


def _summary(summary: DraftSummary) -> dict[str, object]:
    return {
        "id": summary.id,
        "state": summary.state.value,
        "revision": summary.revision,
        "source": {"sha256": summary.source_sha256, "name": summary.source_name},
        "created_at": summary.created_at,
        "created_by": summary.created_by,
        "titles": list(summary.titles),
        "rows": summary.rows,
        "open_issues": summary.open_issues,
        "blocking": summary.blocking,
    }


def _edition(edition: DraftEdition) -> dict[str, object]:
    report = edition.report
    return {
        "id": edition.edition.id,
        "part": edition.part,
        "related": related_dict(edition.related),
        "rows": {"in": report.rows_in, "out": report.rows_out, "rejected": report.rows_rejected},
        "columns": [column_dict(each) for each in report.columns],
        "given_roles": [_given(each) for each in edition.edition.given_roles],
        "sections": [section_dict(each) for each in edition.edition.sections],
        "metadata": metadata_dict(edition.edition.metadata),
        "issues": [_issue(each) for each in edition.issues],
        "posts": [row_dict(each) for each in edition.edition.posts],
    }


def _given(role: GivenRole) -> dict[str, object]:
    return {
        "heading": role.heading,
        "role": role.role,
        "reason": role.reason,
        "decided_on": role.decided_on,
    }


def _issue(issue: DraftIssue) -> dict[str, object]:
    return {
        "key": issue.key,
        **issue_dict(issue.issue),
        "is_open": issue.is_open,
        "is_blocking": issue.is_blocking,
        "settled_by": issue.settled_by and issue.settled_by.number,
        "place": issue.extract.place and place_dict(issue.extract.place),
        "lines": [_line(each) for each in issue.extract.lines],
        "cells": [_cell(each) for each in issue.extract.cells],
    }


def _line(line: SourceLine) -> dict[str, object]:
    return {"number": line.number, "text": line.text, "is_cited": line.is_cited}


def _cell(cell: ExtractCell) -> dict[str, object]:
    return {
        "heading": cell.heading,
        "role": cell.role,
        "text": cell.text,
        "is_marked": cell.is_marked,
    }
