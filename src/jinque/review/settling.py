"""What a person asks for, turned into decisions that name places of the source.

What may be said of a catalogue as a whole: a column's role, a fact, its relation to others.

Values that a person may put in place of printed ones.

From a row, a cell or an issue of a draft to the place that a later reading finds again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from jinque.ingestion.places import target_of
from jinque.ingestion.replay import RELATED
from jinque.locale import Translator
from jinque.model import Kind, Metadata, Post
from jinque.model.decision import SETTLING, Action, Actor, Decision, Relation, Settlement, Target
from jinque.model.review import Draft, DraftEdition, DraftIssue
from jinque.parameters import load_vocabulary
from jinque.review.faults import (
    bad_date,
    bad_identifier,
    bad_value,
    no_reason,
    no_such_action,
    no_such_column,
    no_such_edition,
    no_such_fact,
    no_such_field,
    no_such_issue,
    no_such_label,
    no_such_other,
    no_such_post,
    no_such_rank,
    no_such_relation,
    no_such_role,
    not_a_row,
)
from jinque.store.record import utc_now
from jinque.text import drop_blanks, fold

LONGEST_VALUE = 2_000
LONGEST_REASON = 1_000


def checked_value(value: str | None, field: str | None) -> str:
    """Return a value without outer blanks.

    Raises:
        DecisionError: it is blank, too long, or holds characters that no page shows.
    """
    text = (value or "").strip()
    if not text or len(text) > LONGEST_VALUE or not _can_be_shown(text):
        raise bad_value(field, LONGEST_VALUE)
    return text


def checked_reason(reason: str) -> str:
    """Return a reason without outer blanks.

    Raises:
        DecisionError: it is blank, too long, or holds characters that no page shows.
    """
    text = reason.strip()
    if not text or len(text) > LONGEST_REASON or not _can_be_shown(text):
        raise no_reason(LONGEST_REASON)
    return text


def checked_date(value: str, field: str) -> str:
    """Return a date in the ISO form.

    Raises:
        DecisionError: there is no such day, or it is written otherwise.
    """
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as fault:
        raise bad_date(field, value) from fault


def _can_be_shown(text: str) -> bool:
    return all(character.isprintable() or character in "\n\t" for character in text)


FACTS = tuple(field.name for field in fields(Metadata) if field.name != "scale")
"""The facts of an edition that a person may state."""

_DATES = frozenset({"issued_on", "effective_from", "effective_to"})
_LONGEST_NAME = 80
_NAME = re.compile(r"[\w]+(?:-[\w]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A relation with the edition that it is to, and the identifier that comes of it."""

    relation: Relation
    other: str | None
    named: str | None


def role_value(edition: DraftEdition, asked: Settlement) -> str | None:
    """Return the role that a column is given; None for a column that is kept and not read.

    Raises:
        DecisionError: no such column, or no such role.
    """
    headings = [column.heading for column in edition.report.columns]
    wanted = fold(drop_blanks(asked.field or ""))
    if wanted not in {fold(drop_blanks(heading)) for heading in headings}:
        raise no_such_column(asked.field, headings)
    roles = tuple(load_vocabulary().headings)
    if asked.value is not None and asked.value not in roles:
        raise no_such_role(asked.value, roles)
    return asked.value


MOST_RANK = 9
"""A scale of shortage has at most so many labels."""


def rank_value(edition: DraftEdition, asked: Settlement) -> str | None:
    """Return the rank that a label of shortage is given; None for a label without one.

    Raises:
        DecisionError: no row prints the label, or the rank is no number from 1 to 9.
    """
    posts = edition.edition.posts
    labels = dict.fromkeys(post.shortage.printed for post in posts if post.shortage)
    if fold(asked.field or "") not in map(fold, labels):
        raise no_such_label(asked.field, labels)
    if not asked.value:
        return None
    if asked.value not in {str(rank) for rank in range(1, MOST_RANK + 1)}:
        raise no_such_rank(asked.value, MOST_RANK)
    return asked.value


def fact_value(asked: Settlement) -> str:
    """Return the fact that a person states; empty for one that is not to be used.

    Raises:
        DecisionError: no such fact, or not a value for it.
    """
    if asked.field not in FACTS:
        raise no_such_fact(asked.field, FACTS)
    if asked.value == "":
        return ""
    value = checked_value(asked.value, asked.field)
    return checked_date(value, asked.field) if asked.field in _DATES else value


def read_relation(
    edition: DraftEdition, asked: Settlement, known: frozenset[str], taken: frozenset[str]
) -> Wanted:
    """Return the relation that a person chooses.

    Args:
        edition: the catalogue.
        asked: what is asked.
        known: identifiers of the editions in the record.
        taken: those of them that are of other sources.

    Raises:
        DecisionError: no such relation, no such edition, or the new identifier is taken or odd.
    """
    if asked.value not in {each.value for each in Relation}:
        raise no_such_relation(asked.value)
    relation = Relation(asked.value)
    other = None if relation is Relation.NEW else asked.other or edition.related.other
    if relation is not Relation.NEW and other not in known:
        raise no_such_other(other, sorted(known))
    if relation is Relation.SAME_EDITION:
        return Wanted(relation=relation, other=other, named=other)
    return Wanted(
        relation=relation,
        other=other,
        named=_free_name(asked.named or edition.related.free_id or edition.edition.id, taken),
    )


def _free_name(named: str, taken: frozenset[str]) -> str:
    if named in taken or len(named) > _LONGEST_NAME or not _NAME.fullmatch(named):
        raise bad_identifier(named, is_taken=named in taken)
    return named


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
        message=Translator("zh")(found.message),
    )


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
        is_printed = asked.action in {Action.ROLE, Action.RANK}
        field = at.printed if is_printed else at.field
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
        if asked.action is Action.RANK:
            target = Target(part=edition.part, printed=asked.field or "", field="shortage")
            return replace(made, target=target, value=rank_value(edition, asked))
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
