"""The steps that lead a draft towards publication; each is taken as a whole or not at all.

What every step of a review needs: the draft as its actor saw it, and a decision in his name.

Who may take which step of a review, and when it is too early for one.

Approval and publication of a draft: nothing leaves it half read or seen by one pair of eyes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from jinque import documents
from jinque.errors import (
    DecisionError,
    DraftBlockedError,
    ForbiddenError,
    NotApprovedError,
)
from jinque.ingestion.derivation import beside
from jinque.ingestion.files import read_otherwise
from jinque.ingestion.identity import builtin_profiles
from jinque.ingestion.reading import STEPS, read_source
from jinque.ingestion.replacing import refuse_builtin
from jinque.ingestion.replay import draft_of, in_force, settled_report
from jinque.ingestion.source import Progress, SourceFile, tell
from jinque.ingestion.standing import READERS
from jinque.locale import joined, say
from jinque.model import Edition, Report
from jinque.model.decision import (
    RIGHTS,
    Action,
    Actor,
    Decision,
    RelatedEdition,
    Relation,
    Right,
    Settlement,
)
from jinque.model.review import Draft, DraftReading
from jinque.review.settling import Settling
from jinque.review.signatures import Signatories, approvers_of, hands_in
from jinque.store import Record, code_checksum
from jinque.store.drafts import Arrived, Change, DraftRow, Drafts, columns_of
from jinque.store.record import arrival_of, utc_now

_MOST_NAMED = 5
_RIGHTS = {
    Right.UPLOAD: say("upload files"),
    Right.SETTLE: say("settle issues"),
    Right.UNDO: say("undo decisions"),
    Right.DISCARD: say("discard drafts"),
    Right.APPROVE: say("approve"),
    Right.PUBLISH: say("publish"),
}


def check_right(actor: Actor, right: Right) -> None:
    """Refuse a step that the role does not hold the right for.

    Raises:
        ForbiddenError: the hint names the roles that hold it.
    """
    if actor.may(right):
        return
    message = _RIGHTS[right]
    roles = [role.value for role, rights in RIGHTS.items() if right in rights]
    raise ForbiddenError(
        say(
            "{name} ({value}) may not {message}.",
            name=actor.name,
            value=actor.role.value,
            message=message,
        ),
        where=actor.name,
        hint=say("Roles that may: {roles}.", roles=joined(roles)),
    )


def check_blocked(draft: Draft) -> None:
    """Refuse to let a draft go on while errors or questions are open.

    Raises:
        DraftBlockedError: it lists the first of them.
    """
    blocking = draft.blocking
    if not blocking:
        return
    listed = [f"{each.key} {each.issue.code}" for each in blocking[:_MOST_NAMED]]
    rest = "…" if len(blocking) > _MOST_NAMED else ""
    raise DraftBlockedError(
        say(
            "{n} errors or questions are open: {listed}{rest}",
            n=len(blocking),
            rest=rest,
            listed=joined(listed),
        ),
        where=draft.id,
        hint=say("Settle each of them first; see: jinque review show {id}", id=draft.id),
    )


def check_approval(draft: Draft) -> None:
    """Refuse to publish what nobody approved as it stands.

    Raises:
        NotApprovedError: nobody did, or it changed since.
    """
    if draft.approved_by is None:
        raise NotApprovedError(
            say("Nobody approved draft {id}, or it changed since.", id=draft.id),
            where=draft.id,
            hint=say("Ask a reviewer who decided nothing about it to approve it."),
        )


def to_undo(history: Sequence[Decision], draft_id: str, number: int | None) -> Decision:
    """Return the decision that is to be undone; without a number the last one of the draft.

    Raises:
        DecisionError: there is none of that number in force, or none at all.
    """
    standing = [each for each in history if each.is_in_force]
    own = [each for each in standing if each.draft_id == draft_id]
    asked = own[-1:] if number is None else [e for e in standing if e.number == number]
    if asked:
        return asked[0]
    numbers = [str(each.number) for each in standing]
    raise DecisionError(
        say("There is no decision to undo.")
        if number is None
        else say("No decision {number} is in force.", number=str(number)),
        where=draft_id,
        hint=say("In force: {numbers}.", numbers=joined(numbers) if numbers else say("none")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An actor at work on the drafts of a record.

    Attributes:
        revision: of the draft that the actor looked at; 0 before there is one.
    """

    record: Record
    actor: Actor
    revision: int = 0

    @property
    def drafts(self) -> Drafts:
        """The drafts of the record."""
        return Drafts(self.record)

    def take(self, draft_id: str, right: Right) -> tuple[DraftRow, tuple[Decision, ...]]:
        """Return an open draft with its history, for a step that needs a right.

        Raises:
            ForbiddenError: the role lacks the right.
            UnknownDraftError: there is no such draft.
            DraftClosedError: it was published or discarded.
            DraftStaleError: it changed since the actor looked at it.
        """
        check_right(self.actor, right)
        return self.drafts.checked(draft_id, self.revision)

    def made(self, action: Action, *, reason: str = "") -> Decision:
        """Return a decision of the actor, now; its number is given when it is kept."""
        return Decision(
            number=0,
            draft_id="",
            action=action,
            by=self.actor.name,
            role=self.actor.role,
            at=utc_now(),
            reason=reason.strip(),
        )

    def step(self, row: DraftRow, change: Change) -> Draft:
        """Carry a step out and return the draft behind it."""
        self.drafts.change(row.id, self.revision, replace(change, read_by=read_by()))
        return looked_at(self.record, row.id)

    def read(self, row: DraftRow, history: Sequence[Decision]) -> tuple[DraftReading, ...]:
        """Read the source of a draft again, under the decisions in force."""
        uploads = [d for d in history if d.action is Action.UPLOAD and d.draft_id == row.id]
        file = SourceFile(
            data=self.record.source(row.source_sha256),
            name=row.source_name,
            edition_id=uploads[0].named if uploads else None,
        )
        return read_source(self.record, file, in_force(history))


def looked_at(record: Record, draft_id: str) -> Draft:
    """Return a draft as it is now.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    return draft_of(*Drafts(record).draft(draft_id))


@cache
def read_by() -> str:
    """Return the checksum of the code and data that a reading goes through."""
    return code_checksum((*READERS, "ingestion", "review"))


def begin(desk: Desk, file: SourceFile, progress: Progress | None = None) -> Draft:
    """Read a file into a draft; a source under review gives the draft that is open.

    Raises:
        ForbiddenError: the role lacks the right to upload.
        WrongCallError: the file cannot be read as a catalogue.
    """
    check_right(desk.actor, Right.UPLOAD)
    held = desk.drafts.open_of(file.sha256)
    if held:
        return looked_at(desk.record, held)
    decisions = in_force(desk.drafts.decisions(file.sha256))
    readings = read_source(desk.record, file, decisions, progress)
    arrived = Arrived(
        data=file.data, sha256=file.sha256, name=file.name, readings=readings, read_by=read_by()
    )
    tell(progress, "keep", 2, STEPS)
    upload = replace(desk.made(Action.UPLOAD), named=file.edition_id)
    draft_id = desk.drafts.begin(arrived, upload)
    tell(progress, "keep", 3, STEPS)
    return looked_at(desk.record, draft_id)


def settle(desk: Desk, draft_id: str, asked: Sequence[Settlement]) -> Draft:
    """Take decisions, all of them or none; see `Desk.take` for what is refused.

    Raises:
        DecisionError: one of them does not go with the draft.
    """
    row, history = desk.take(draft_id, Right.SETTLE)
    settling = Settling(
        draft=draft_of(row, history),
        actor=desk.actor,
        known=frozenset(each.id for each in desk.record.summaries()),
        own=frozenset(each.id for each in desk.record.editions_of_source(row.source_sha256)),
    )
    made = settling.decisions(asked)
    if all(each.action is Action.ACCEPT for each in made):
        return desk.step(row, Change(decisions=made))
    return desk.step(row, Change(decisions=made, readings=desk.read(row, (*history, *made))))


def undo(desk: Desk, draft_id: str, number: int | None, reason: str) -> Draft:
    """Undo a decision in force, without a number the last one; see `Desk.take`.

    Raises:
        DecisionError: there is none of that number, or none at all.
    """
    row, history = desk.take(draft_id, Right.UNDO)
    undone = to_undo(history, draft_id, number)
    made = replace(desk.made(Action.UNDO, reason=reason), undoes=undone.number)
    if undone.action is Action.ACCEPT:
        return desk.step(row, Change(decisions=[made]))
    rest = [each for each in history if each.number != undone.number]
    return desk.step(row, Change(decisions=[made], readings=desk.read(row, rest)))


def discard(desk: Desk, draft_id: str, reason: str) -> Draft:
    """Give a draft up; what was decided in it is void, and the history keeps it."""
    row, _ = desk.take(draft_id, Right.DISCARD)
    made = desk.made(Action.DISCARD, reason=reason)
    return desk.step(row, Change(decisions=[made], state="discarded"))


FOUR_EYES_MARK = "four_eyes"
Published = Sequence[tuple[Edition, Report]]


def approve(desk: Desk, draft_id: str) -> Draft:
    """Confirm a draft as it stands; any later decision takes the approval back.

    Raises:
        DraftBlockedError: errors or questions are open.
        FourEyesError: the office asks for two people, and the actor had a hand in the draft or is
            the only one left to publish it.
    """
    row, history = desk.take(draft_id, Right.APPROVE)
    check_blocked(draft_of(row, history))
    if has_four_eyes(desk.record):
        signatories(desk.record, draft_id, history).check_approval_by(desk.actor, draft_id)
    made = replace(desk.made(Action.APPROVE), value=row.content_sha256)
    return desk.step(row, Change(decisions=[made]))


def publish_next(desk: Desk, file: SourceFile, former: str, reason: str) -> str:
    """Publish a file of ours as the next edition of another; return the identifier it gets.

    It was approved while it was compiled (`jinque.publishing`), so that no approval is asked for
    once more; everything else is as by `publish`.

    Args:
        desk: who publishes.
        file: as it was written, with the identifier wanted.
        former: the edition that it goes on from.
        reason: said of the relation.

    Raises:
        what `begin`, `settle` and `publish` raise.
    """
    draft = begin(desk, file)
    relation = Settlement(
        action=Action.RELATE,
        reason=reason,
        value=Relation.NEXT_EDITION.value,
        other=former,
        named=file.edition_id,
        edition=draft.editions[0].edition.id,
    )
    related = settle(replace(desk, revision=draft.revision), draft.id, [relation])
    seen = replace(desk, revision=related.revision)
    _, reports, _ = publish(seen, draft.id, is_approved=True)
    return reports[0][0].id


def publish(
    desk: Desk, draft_id: str, *, is_approved: bool = False
) -> tuple[bool, Published, tuple[RelatedEdition, ...]]:
    """Publish a draft.

    Args:
        desk: who publishes.
        draft_id: the draft.
        is_approved: it was approved elsewhere.

    Returns:
        Whether the record changed, what was published, and how it stands to the record.

    Raises:
        DraftBlockedError: errors or questions are open.
        FourEyesError: the office asks for two people, and the actor had a hand in the draft or
            approved it.
        NotApprovedError: the office asks for two people, and nobody approved it as it stands.
        DraftStaleError: the file reads otherwise now, by this program or beside what was
            published since; the draft was read again.
    """
    row, history = desk.take(draft_id, Right.PUBLISH)
    draft = draft_of(row, history)
    check_blocked(draft)
    if has_four_eyes(desk.record) and not is_approved:
        signing = signatories(desk.record, draft_id, history)
        if signing.needs_approval(desk.actor.name):
            check_approval(draft)
        signing.check_publication_by(desk.actor, draft_id)
    _check_reading(desk, row, history)
    if not builtin_profiles(row.source_sha256):
        for each in row.readings:
            refuse_builtin(desk.record, each.edition, row.source_name)
    made = desk.made(Action.PUBLISH)
    reports = [(each.edition, settled_report(each, history)) for each in row.readings]
    source = desk.record.source(row.source_sha256)
    text = documents.read(source, name=row.source_name).text
    arrival = arrival_of(
        reports,
        source,
        name=row.source_name,
        is_builtin=bool(builtin_profiles(row.source_sha256)),
        beside=beside(text, [edition for edition, _ in reports]),
    )
    step = Change(decisions=[made], state="published", publication=arrival)
    is_new = desk.drafts.change(draft_id, desk.revision, step)
    return is_new, reports, tuple(each.related for each in row.readings)


def signatories(record: Record, draft_id: str, history: Sequence[Decision]) -> Signatories:
    """Return who may still sign a draft."""
    hands, approved = hands_in(draft_id, history), approvers_of(draft_id, history)
    return Signatories.of(record, hands, approved)


def has_four_eyes(record: Record) -> bool:
    """Tell whether a second person has to approve what is published."""
    return record.mark(FOUR_EYES_MARK) == "on"


def set_four_eyes(desk: Desk, *, is_on: bool) -> None:
    """Ask for a second person at every publication, or for none.

    Raises:
        ForbiddenError: the role lacks the right to publish.
    """
    check_right(desk.actor, Right.PUBLISH)
    desk.record.set_mark(FOUR_EYES_MARK, "on" if is_on else "off")


def _check_reading(desk: Desk, row: DraftRow, history: Sequence[Decision]) -> None:
    """Read the source again where the code or the record changed; keep what is new, and refuse."""
    if row.read_by == read_by() and not _is_taken(desk.record, row):
        return
    readings = desk.read(row, history)
    if columns_of(readings)["content_sha256"] == row.content_sha256:
        return
    desk.step(row, Change(decisions=[desk.made(Action.REREAD)], readings=readings))
    raise read_otherwise(row.id)


def _is_taken(record: Record, row: DraftRow) -> bool:
    """Tell whether an identifier that was free belongs to another file now."""
    own = {each.id for each in record.editions_of_source(row.source_sha256)}
    taken = {each.id for each in record.summaries()} - own
    fresh = [each for each in row.readings if each.related.relation is not Relation.SAME_EDITION]
    return any(each.edition.id in taken for each in fresh)
