"""What a person asks for, turned into decisions that name places of the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jinque.ingestion.review_choices import Wanted, fact_value, read_relation, role_value
from jinque.ingestion.review_faults import no_such_action, no_such_issue
from jinque.ingestion.review_questions import RELATED
from jinque.ingestion.review_targets import (
    cell_target,
    edition_in,
    issue_in,
    issue_target,
    post_in,
    row_target,
)
from jinque.ingestion.review_values import checked_reason, checked_value
from jinque.model.review import Draft, DraftEdition
from jinque.model.review_actor import Actor
from jinque.model.review_decision import SETTLING, Action, Decision, Settlement, Target
from jinque.model.review_issue import DraftIssue
from jinque.store.publication import utc_now

REJECTED = "row_rejected"
"""Code of the error that a row became no post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """A person at a draft.

    Attributes:
        known: identifiers of the editions in the record.
        own: those of them that were read from the draft's own source.
    """

    draft: Draft
    actor: Actor
    known: frozenset[str]
    own: frozenset[str]

    def decisions(self, asked: Sequence[Settlement]) -> list[Decision]:
        """Return the decisions that settlements come to, each checked against the draft.

        Raises:
            DecisionError: no such issue, row, column, fact or value, or no reason.
        """
        return [each for one in asked for each in self._decisions(one)]

    def _decisions(self, asked: Settlement) -> Iterator[Decision]:
        made = self._made(asked)
        if asked.at is not None:
            yield self._placed(asked, asked.at, made)
        elif asked.action is Action.ACCEPT:
            yield from self._accepted(asked, made)
        elif asked.action in {Action.CORRECT, Action.REJECT}:
            yield self._about_row(asked, made)
        else:
            yield self._about_whole(asked, made)

    def _made(self, asked: Settlement) -> Decision:
        if asked.action not in SETTLING:
            raise no_such_action(asked.action)
        return Decision(
            number=0,
            draft_id=self.draft.id,
            action=asked.action,
            by=self.actor.name,
            role=self.actor.role,
            at=utc_now(),
            reason=checked_reason(asked.reason),
            value=asked.value,
            other=asked.other,
            named=asked.named,
        )

    def _placed(self, asked: Settlement, at: Target, made: Decision) -> Decision:
        """Return a decision whose place is told outright, as by a file of decisions."""
        if asked.action is Action.ACCEPT or (asked.action is Action.REJECT and not at.field):
            return replace(made, target=at, value=None)
        if asked.action in {Action.CORRECT, Action.REJECT}:
            is_value = asked.action is Action.CORRECT
            value = checked_value(asked.value, at.field) if is_value else ""
            return replace(made, target=at, value=value)
        edition = next((e.edition.id for e in self.draft.editions if e.part == at.part), "")
        field = at.printed if asked.action is Action.ROLE else at.field
        return self._about_whole(replace(asked, edition=edition, field=field), made)

    def _accepted(self, asked: Settlement, made: Decision) -> Iterator[Decision]:
        """Yield one decision for an issue by its key, or one for each open issue of a code."""
        found = [
            (edition, issue)
            for edition in self.draft.editions
            for issue in edition.issues
            if asked.issue == issue.key or (asked.issue == issue.issue.code and issue.is_open)
        ]
        if not found:
            raise no_such_issue(asked.issue, self.draft)
        for edition, issue in found:
            yield _acceptance(made, edition, issue)

    def _about_row(self, asked: Settlement, made: Decision) -> Decision:
        edition, issue = issue_in(self.draft, asked.issue) if asked.issue else (None, None)
        if edition and issue and issue.issue.code == REJECTED and asked.action is Action.REJECT:
            return _acceptance(replace(made, action=Action.ACCEPT, value=None), edition, issue)
        post_id = asked.post or (issue.issue.post_id if issue else None)
        part, post = post_in(self.draft, post_id)
        if asked.action is Action.REJECT and asked.field is None:
            return replace(made, target=row_target(post, part), value=None)
        target = cell_target(post, part, asked.field)
        value = "" if asked.action is Action.REJECT else checked_value(asked.value, asked.field)
        return replace(made, target=target, value=value)

    def _about_whole(self, asked: Settlement, made: Decision) -> Decision:
        edition = edition_in(self.draft, asked.edition)
        if asked.action is Action.ROLE:
            target = Target(part=edition.part, printed=asked.field or "")
            return replace(made, target=target, value=role_value(edition, asked))
        if asked.action is Action.STATE:
            target = Target(part=edition.part, field=asked.field)
            return replace(made, target=target, value=fact_value(asked))
        wanted: Wanted = read_relation(edition, asked, self.known, self.known - self.own)
        return replace(
            made,
            target=Target(part=edition.part),
            value=wanted.relation.value,
            other=wanted.other,
            named=wanted.named,
        )


def _acceptance(made: Decision, edition: DraftEdition, issue: DraftIssue) -> Decision:
    if issue.issue.code != RELATED:
        return replace(made, target=issue_target(issue, edition.part))
    return replace(
        made,
        action=Action.RELATE,
        target=Target(part=edition.part),
        value=edition.related.relation.value,
        other=edition.related.other,
        named=edition.edition.id,
    )
