"""From a row, a cell or an issue of a draft to the place that a later reading finds again."""

from jinque.ingestion.review_faults import (
    no_such_edition,
    no_such_field,
    no_such_issue,
    no_such_post,
    not_a_row,
)
from jinque.ingestion.review_places import target_of
from jinque.model import Kind, Post
from jinque.model.review import Draft, DraftEdition
from jinque.model.review_decision import Target
from jinque.model.review_issue import DraftIssue


def issue_in(draft: Draft, key: str) -> tuple[DraftEdition, DraftIssue]:
    """Return an issue of a draft by its key.

    Raises:
        DecisionError: there is none of that key.
    """
    for edition in draft.editions:
        for issue in edition.issues:
            if issue.key == key:
                return edition, issue
    raise no_such_issue(key, draft)


def edition_in(draft: Draft, edition_id: str | None) -> DraftEdition:
    """Return a catalogue of a draft; None means the only one.

    Raises:
        DecisionError: there is none of that identifier, or there are several.
    """
    editions = draft.editions
    if edition_id is None and len(editions) == 1:
        return editions[0]
    found = next((each for each in editions if each.edition.id == edition_id), None)
    if found is None:
        raise no_such_edition(edition_id, [each.edition.id for each in editions])
    return found


def post_in(draft: Draft, post_id: str | None) -> tuple[int, Post]:
    """Return a row of a draft with the number of its catalogue.

    Raises:
        DecisionError: there is none of that identifier, or it is an entry of a running list,
            which is no row.
    """
    for edition in draft.editions:
        for post in edition.edition.posts:
            if post.id == post_id:
                if post.kind is Kind.LIST_ITEM:
                    raise not_a_row(post)
                return edition.part, post
    raise no_such_post(post_id)


def row_target(post: Post, part: int) -> Target:
    """Return the place of a whole row."""
    return target_of(post.citation.span, part=part, printed=post.citation.quote)


def cell_target(post: Post, part: int, field: str | None) -> Target:
    """Return the place of a cell by its role; where the row prints none, that of the row.

    Raises:
        DecisionError: the table has no such column.
    """
    cell = next((each for each in post.cells if each.role and each.role == field), None)
    if cell is None:
        raise no_such_field(field, [each.role for each in post.cells if each.role])
    span = cell.span or post.citation.span
    return target_of(span, part=part, printed=cell.text, field=field)


def issue_target(issue: DraftIssue, part: int) -> Target:
    """Return what a later reading finds an accepted issue by."""
    found = issue.issue
    return Target(
        part=part,
        place=found.place,
        line_start=found.line_start,
        line_end=found.line_end,
        printed=found.quote,
        issue=found.code,
        message=found.message.zh,
    )
