"""Decisions laid upon a document before it is read: cells changed, rows left out or completed.

What was read with decisions in it, told apart from what is printed.

A draft as people see it: what was read, beside what was decided and what is still open.

What is asked about a catalogue before it may be published, besides its issues.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jinque.extraction import Reading
from jinque.extraction.columns.naming import read_serial
from jinque.ingestion.identity import given_roles
from jinque.ingestion.places import (
    PlaceKey,
    is_inside,
    key_of,
    key_of_target,
    printed_cells,
    printed_rows,
)
from jinque.locale import Translator, say
from jinque.model import (
    Block,
    Cell,
    Document,
    Issue,
    Place,
    Post,
    PrintedCell,
    Report,
    Row,
    Severity,
    Table,
)
from jinque.model.decision import SETTLING, Action, Decision, RelatedEdition, Relation
from jinque.model.post import Correction, GivenRole, Settled
from jinque.model.review import (
    COLUMN_QUESTIONS,
    Draft,
    DraftEdition,
    DraftIssue,
    DraftReading,
    DraftState,
    Extract,
    blocks,
)
from jinque.store.drafts import DraftRow
from jinque.text import drop_blanks


@dataclass(slots=True, kw_only=True)
class Replay:
    """What the decisions in force say of one document; of two about one place the later holds.

    Attributes:
        cells: new values of printed cells, by their places.
        rows: rows that are no posts.
        missing: values of cells that a row does not print, by the row's place and their role.
        lost: decisions whose place is not there, or prints other words now.
    """

    cells: dict[PlaceKey, Decision] = field(default_factory=dict)
    rows: dict[PlaceKey, Decision] = field(default_factory=dict)
    missing: dict[PlaceKey, dict[str, Decision]] = field(default_factory=dict)
    lost: list[Decision] = field(default_factory=list)


def replay_of(decisions: Iterable[Decision], document: Document) -> Replay:
    """Sort the decisions about cells and rows by where they belong in the document."""
    replay = Replay()
    about_cells = [d for d in decisions if d.action in {Action.CORRECT, Action.REJECT}]
    if not about_cells:
        return replay
    cells, rows = printed_cells(document), printed_rows(document)
    for decision in about_cells:
        _take(replay, decision, cells, rows)
    return replay


def changed(document: Document, replay: Replay) -> Document:
    """Return the document with other words in corrected cells, and without rejected rows."""
    if not replay.cells and not replay.rows:
        return document
    blocks = [_changed_block(block, replay) for block in document.blocks]
    return replace(document, blocks=tuple(block for block in blocks if block is not None))


def completed(document: Document, replay: Replay, posts: Sequence[Post]) -> Document:
    """Return the document with the cells that rows do not print.

    Args:
        document: as `changed` left it.
        replay: the decisions; those about rows of which no post was made count as lost.
        posts: as read from it, for the columns of each row.
    """
    cells = {key_of(post.citation.span): post.cells for post in posts}
    replay.lost += [
        each for key, row in replay.missing.items() if key not in cells for each in row.values()
    ]
    blocks = [_completed_block(block, replay, cells) for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


def _take(
    replay: Replay, decision: Decision, cells: Mapping[PlaceKey, str], rows: Mapping[PlaceKey, str]
) -> None:
    target = decision.target
    key = key_of_target(target) if target else None
    words = drop_blanks(target.printed) if target else ""
    if target is None or key is None:
        replay.lost.append(decision)
    elif target.field and cells.get(key) == words:
        replay.cells[key] = decision
    elif target.field and not words and key in rows:
        replay.missing.setdefault(key, {})[target.field] = decision
    elif not target.field and rows.get(key) == words:
        replay.rows[key] = decision
    else:
        replay.lost.append(decision)


def _changed_block(block: Block, replay: Replay) -> Block | None:
    if not isinstance(block, Table):
        return block
    rows = [
        replace(row, cells=tuple(_changed_cell(cell, replay) for cell in row.cells))
        for row in block.rows
        if key_of(row.span) not in replay.rows
    ]
    return replace(block, rows=tuple(rows)) if rows else None


def _changed_cell(cell: Cell, replay: Replay) -> Cell:
    decision = replay.cells.get(key_of(cell.span))
    return replace(cell, text=decision.value or "") if decision else cell


def _completed_block(
    block: Block, replay: Replay, cells: Mapping[PlaceKey, Sequence[PrintedCell]]
) -> Block:
    if not isinstance(block, Table):
        return block
    rows = [
        _completed_row(row, replay.missing[key_of(row.span)], cells[key_of(row.span)])
        if key_of(row.span) in replay.missing and key_of(row.span) in cells
        else row
        for row in block.rows
    ]
    return replace(block, rows=tuple(rows))


def _completed_row(row: Row, missing: Mapping[str, Decision], cells: Sequence[PrintedCell]) -> Row:
    return replace(row, cells=tuple(_laid(row, missing, cells)))


def _laid(
    row: Row, missing: Mapping[str, Decision], cells: Sequence[PrintedCell]
) -> Iterator[Cell]:
    """Yield one cell for each column; one that is not printed stands at the end of its row."""
    end = replace(row.span, line_start=row.span.line_end, start=row.span.end)
    for printed in cells:
        decision = missing.get(printed.role or "")
        text = decision.value if decision and decision.value else printed.text
        made = Cell(text=text, span=printed.span or end)
        yield replace(made, is_carried_down=not is_inside(made, row))


_DAY = len("2026-01-01")


def day_of(decision: Decision) -> str:
    """Return the day of a decision, ISO 8601."""
    return decision.at[:_DAY]


def marked(reading: Reading, replay: Replay, roles: Mapping[str, Decision]) -> Reading:
    """Return a reading whose cells are as printed, with the corrections beside them.

    Args:
        reading: read from the changed document.
        replay: what was changed in it.
        roles: decisions about columns, by heading.
    """
    edition = replace(
        reading.edition,
        posts=tuple(_marked_post(post, replay) for post in reading.edition.posts),
        given_roles=tuple(
            GivenRole(heading=h, role=d.value, reason=d.reason, decided_on=day_of(d))
            for h, d in roles.items()
        ),
    )
    return replace(reading, edition=edition)


def with_rejects(reading: Reading, left_out: Iterable[Decision]) -> Reading:
    """Return a reading that counts the rows which a person left out, an issue for each."""
    issues = [_left_out(decision) for decision in left_out]
    report = reading.report
    return replace(
        reading,
        report=replace(
            report,
            rows_in=report.rows_in + len(issues),
            rows_rejected=report.rows_rejected + len(issues),
            issues=_in_order((*report.issues, *issues)),
        ),
    )


def with_lost(reading: Reading, lost: Iterable[Decision]) -> Reading:
    """Return a reading with an error for each decision that could not be followed."""
    issues = tuple(_lost(decision) for decision in lost)
    report = reading.report
    return replace(reading, report=replace(report, issues=(*issues, *report.issues)))


def _marked_post(post: Post, replay: Replay) -> Post:
    missing = replay.missing.get(key_of(post.citation.span), {})
    made = tuple(_corrections(post, replay.cells, missing))
    if not made:
        return post
    printed = {each.field: each.printed for each in made}
    was_serial = read_serial(printed.get("serial", ""))
    return replace(
        post,
        cells=tuple(_as_printed(cell, replay.cells, missing) for cell in post.cells),
        name_printed=printed.get("name", post.name_printed),
        serial_printed=was_serial if "serial" in printed else post.serial_printed,
        corrections=made,
    )


def _corrections(
    post: Post, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> Iterator[Correction]:
    for cell in post.cells:
        decision = _decision_of(cell, cells, missing)
        if decision and decision.target:
            yield Correction(
                field=cell.role or cell.heading,
                printed=decision.target.printed,
                value=decision.value or "",
                reason=decision.reason,
                decided_on=day_of(decision),
            )


def _as_printed(
    cell: PrintedCell, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> PrintedCell:
    decision = _decision_of(cell, cells, missing)
    if decision is None or decision.target is None:
        return cell
    is_missing = not decision.target.printed
    return replace(cell, text=decision.target.printed, span=None if is_missing else cell.span)


def _decision_of(
    cell: PrintedCell, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> Decision | None:
    own = cells.get(key_of(cell.span)) if cell.span else None
    return own or (missing.get(cell.role) if cell.role else None)


def _left_out(decision: Decision) -> Issue:
    target = decision.target
    return Issue(
        code="row_left_out",
        severity=Severity.INFO,
        message=say(
            "A reviewer settled that this row is no entry and left it out: {reason}",
            reason=decision.reason,
        ),
        line_start=target.line_start if target else None,
        line_end=target.line_end if target else None,
        quote=target.printed if target else "",
        place=target.place if target else None,
    )


def _lost(decision: Decision) -> Issue:
    printed = decision.target.printed if decision.target else ""
    value = decision.value or ""
    message = say("correction") if decision.action is Action.CORRECT else say("decision")
    return Issue(
        code="correction_lost",
        severity=Severity.ERROR,
        message=say(
            "The place of {message} {number} (“{printed}” → “{value}”) is not there any "
            "more, or prints other words; it was not applied. Undo it, or accept this.",
            number=str(decision.number),
            printed=printed,
            value=value,
            message=message,
        ),
        quote=printed,
    )


def _in_order(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: issue.line_start or 0))


RELATED = "edition_related"
"""Code of the question how a catalogue stands to one of the record."""


def questions(related: RelatedEdition) -> tuple[Issue, ...]:
    """Return what a person has to say about the relation; none where it is settled."""
    if related.is_settled:
        return ()
    rows, equal, other = related.rows, related.equal_rows, related.other
    is_same = related.relation is Relation.SAME_EDITION
    message = say("the same edition again") if is_same else say("the next edition")
    words = say(
        "It resembles {other}: {equal:d} of {rows:d} rows have the same code and name. It "
        "seems to be {message}; confirm it, or choose another relation.",
        other=other,
        rows=rows,
        equal=equal,
        message=message,
    )
    return (Issue(code=RELATED, severity=Severity.WARNING, message=words),)


_Like = tuple[str | None, str, Place | None, int | None]
_Accepts = dict[_Like, list[Decision]]
_NOWHERE = Extract(place=None, lines=(), cells=())
_KEY_LENGTH = 8


# Acceptances and keys of issues are kept by their Chinese words.
_IN_CHINESE = Translator("zh")


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
        if likes[_like(issue)] == 1 or message == _IN_CHINESE(issue.message):
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
    words = "\n".join(map(str, (*_like(issue), _IN_CHINESE(issue.message))))
    return hashlib.sha256(words.encode()).hexdigest()[:_KEY_LENGTH]
