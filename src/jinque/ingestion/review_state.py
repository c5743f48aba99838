"""A draft as people see it: what was read, beside what was decided and what is still open."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jinque.ingestion.review_facts import given_roles
from jinque.ingestion.review_marking import day_of
from jinque.ingestion.review_questions import questions
from jinque.model import Issue, Place, Report
from jinque.model.correction import Settled
from jinque.model.review import Draft, DraftEdition, DraftReading, DraftState
from jinque.model.review_decision import SETTLING, Action, Decision
from jinque.model.review_issue import COLUMN_QUESTIONS, DraftIssue, Extract, blocks
from jinque.store.review_rows import DraftRow
from jinque.text import drop_blanks

_Like = tuple[str | None, str, Place | None, int | None]
_Accepts = dict[_Like, list[Decision]]
_NOWHERE = Extract(place=None, lines=(), cells=())
_KEY_LENGTH = 8


def draft_of(row: DraftRow, history: tuple[Decision, ...]) -> Draft:
    """Return a draft as it is kept, with every decision about its source."""
    approved_by = approver(row, history)
    is_approved = row.state == DraftState.OPEN and approved_by is not None
    return Draft(
        id=row.id,
        state=DraftState.APPROVED if is_approved else DraftState(row.state),
        revision=row.revision,
        source_sha256=row.source_sha256,
        source_name=row.source_name,
        created_at=row.created_at,
        created_by=row.created_by,
        editions=tuple(_edition(each, history) for each in row.readings),
        history=history,
        approved_by=approved_by,
    )


def in_force(history: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that the next reading follows, oldest first."""
    return tuple(each for each in history if each.is_in_force)


def approver(row: DraftRow, history: Sequence[Decision]) -> str | None:
    """Return who approved what the draft says now; anything decided later takes it back."""
    own = [each for each in history if each.draft_id == row.id]
    for decision in reversed(own):
        if decision.action is Action.APPROVE:
            return decision.by if decision.value == row.content_sha256 else None
        if decision.action in {*SETTLING, Action.UNDO, Action.REREAD}:
            return None
    return None


def settled_report(reading: DraftReading, history: Sequence[Decision]) -> Report:
    """Return the report with the reason beside each issue that a person let stand."""
    issues = reading.report.issues
    accepts = _accepts(reading.part, history)
    if not accepts:
        return reading.report
    likes = Counter(_like(issue) for issue in issues)
    return replace(
        reading.report,
        issues=tuple(_settled(each, _match(each, accepts, likes)) for each in issues),
    )


def _edition(reading: DraftReading, history: Sequence[Decision]) -> DraftEdition:
    return DraftEdition(
        part=reading.part,
        edition=reading.edition,
        report=reading.report,
        related=reading.related,
        issues=tuple(_issues(reading, history)),
    )


def _issues(reading: DraftReading, history: Sequence[Decision]) -> Iterator[DraftIssue]:
    accepts = _accepts(reading.part, history)
    likes = Counter(_like(issue) for issue in reading.report.issues)
    extracts = dict(zip(map(id, reading.report.issues), reading.extracts, strict=True))
    roles = given_roles(reading.part, in_force(history))
    seen: Counter[str] = Counter()
    for issue in (*questions(reading.related), *reading.report.issues):
        key = _key(issue)
        seen[key] += 1
        yield DraftIssue(
            key=key if seen[key] == 1 else f"{key}-{seen[key]}",
            issue=issue,
            is_blocking=blocks(issue),
            settled_by=_match(issue, accepts, likes) or _told(issue, roles),
            extract=extracts.get(id(issue), _NOWHERE),
        )


def _accepts(part: int, history: Sequence[Decision]) -> _Accepts:
    found: _Accepts = {}
    for each in in_force(history):
        target = each.target
        if each.action is Action.ACCEPT and target and target.part == part:
            line = target.line_start if target.place is None else None
            like = (target.issue, target.printed, target.place, line)
            found.setdefault(like, []).append(each)
    return found


def _like(issue: Issue) -> _Like:
    """Return what an acceptance is found by, but for the sentence."""
    line = issue.line_start if issue.place is None else None
    return (issue.code, issue.quote, issue.place, line)


def _match(issue: Issue, accepts: _Accepts, likes: Counter[_Like]) -> Decision | None:
    """Return the last decision that lets an issue stand; of several alike the sentence tells."""
    for decision in reversed(accepts.get(_like(issue), [])):
        message = decision.target.message if decision.target else ""
        if likes[_like(issue)] == 1 or message == issue.message.zh:
            return decision
    return None


def _told(issue: Issue, roles: Mapping[str, Decision]) -> Decision | None:
    """Return the decision that says what the column is that an issue asks about."""
    if issue.code not in COLUMN_QUESTIONS:
        return None
    return next((roles[h] for h in roles if drop_blanks(h) == drop_blanks(issue.quote)), None)


def _settled(issue: Issue, decision: Decision | None) -> Issue:
    if decision is None:
        return issue
    return replace(issue, settled=Settled(reason=decision.reason, decided_on=day_of(decision)))


def _key(issue: Issue) -> str:
    words = "\n".join(map(str, (*_like(issue), issue.message.zh)))
    return hashlib.sha256(words.encode()).hexdigest()[:_KEY_LENGTH]
