"""What was recognised in a file, and what is open about it."""

from dataclasses import dataclass, fields

from jinque import api
from jinque.api import review
from jinque.model import Attested, Metadata, Section
from jinque.model.related import RelatedEdition
from jinque.model.review import Draft, DraftEdition
from jinque.web.contexts.cards import Fact, ScaleView
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.contexts.office.draft_column import DraftColumn, RoleChoice, role_choices
from jinque.web.contexts.office.draft_issue import DraftIssueView, issue_views
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView

MOST_BLOCKING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """One catalogue of the file, as it would be published now.

    Attributes:
        facts: Fact by name, see docs/reference/metadata.md.
        related: how it stands to the editions of the record.
        related_title: title of the edition that `related` names, as printed; None without one.
    """

    edition_id: str
    rows_in: int
    rows_out: int
    rows_rejected: int
    columns: tuple[DraftColumn, ...]
    sections: tuple[Section, ...]
    scale: ScaleView | None
    facts: dict[str, Fact]
    related: RelatedEdition
    related_title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContext:
    """What `/office/drafts/{id}` shows.

    Attributes:
        parts: one for each catalogue in the file.
        blocking: at most fifty issues that hold up the publication.
        roles: what a column can be read as.
        known: identifiers of the editions in the record.
        is_four_eyes: publishing needs the approval of somebody who decided nothing in it.
        refusal: why a form was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    parts: tuple[DraftPart, ...]
    blocking: tuple[DraftIssueView, ...]
    roles: tuple[RoleChoice, ...]
    known: tuple[str, ...]
    is_four_eyes: bool
    refusal: Refusal | None


def draft_context(desk: Desk, draft: Draft, refusal: Refusal | None = None) -> DraftContext:
    """Gather what the page of a draft shows."""
    titles = {each.id: each.metadata.title.value for each in api.catalogues(desk.workspace)}
    return DraftContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        parts=tuple(_part(one, titles) for one in draft.editions),
        blocking=issue_views(draft, lambda each: each.is_open and each.is_blocking)[:MOST_BLOCKING],
        roles=role_choices(),
        known=tuple(titles),
        is_four_eyes=review.four_eyes(desk.workspace),
        refusal=refusal,
    )


def _part(one: DraftEdition, titles: dict[str, str | None]) -> DraftPart:
    given = frozenset(each.heading for each in one.edition.given_roles)
    other = one.related.other
    return DraftPart(
        edition_id=one.edition.id,
        rows_in=one.report.rows_in,
        rows_out=one.report.rows_out,
        rows_rejected=one.report.rows_rejected,
        columns=tuple(DraftColumn.of(each, given) for each in one.report.columns),
        sections=one.edition.sections,
        scale=ScaleView.of(one.edition.metadata.scale),
        facts=_facts(one.edition.metadata),
        related=one.related,
        related_title=(titles.get(other) or other) if other else None,
    )


def _facts(metadata: Metadata) -> dict[str, Fact]:
    values = ((field.name, getattr(metadata, field.name)) for field in fields(metadata))
    return {name: Fact.of(value) for name, value in values if isinstance(value, Attested)}
