"""The steps of a draft: each a change of its parts with who, when and why, and each undone alone.

A step is worked out here and written by the record in one transaction (`jinque.store`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from unicodedata import category

from jinque.errors import DecisionError
from jinque.locale import Sentence, joined, printed, say
from jinque.model.decision import Actor
from jinque.model.publishing import (
    Answer,
    DraftPost,
    DraftStep,
    Lineage,
    NextEdition,
    Opinion,
    OpinionKind,
    Override,
    Part,
    PartChange,
    Proposal,
    StepKind,
)

LONGEST_TEXT = 4000
_DAYS = ("issued_on", "effective_from", "effective_to", "review_by")
HEAD_FACTS = ("title", "publisher", "place", "document_number", "classification_edition", *_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What is decided about a row.

    Attributes:
        label: of shortage; empty takes the one that the decision stands for.
        review_by: day by which the row is looked at again, ISO 8601; empty leaves it.
        transition: what holds for people who rely on a row that is dropped; empty leaves it.
    """

    proposal: Proposal
    reason: str = ""
    label: str = ""
    review_by: str = ""
    transition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """Who takes a step, and when (UTC, ISO 8601)."""

    actor: Actor
    now: str


def step_of(
    draft: NextEdition,
    at: At,
    kind: StepKind,
    changes: Iterable[PartChange] = (),
    *,
    about: str = "",
    reason: str = "",
) -> DraftStep:  # fmt: skip
    """Return the next step of a draft."""
    return DraftStep(
        number=draft.revision + 1,
        kind=kind,
        by=at.actor.name,
        role=at.actor.role,
        at=at.now,
        about=about,
        reason=reason.strip(),
        changes=tuple(changes),
    )


def post_of(draft: NextEdition, key: str) -> DraftPost:
    """Return a row by its key, or by its printed name where only one has it.

    Raises:
        DecisionError: there is none.
    """
    heading = draft.head.heading_of("name") or ""
    exact = [each for each in draft.posts if each.key == key]
    named = exact or [each for each in draft.posts if each.cells.get(heading) == key]
    if len(named) != 1:
        raise DecisionError(
            say("The draft has no row “{key}”.", key=key)
            if not named
            else say("{n} rows are called “{key}”.", n=len(named), key=key),
            where=draft.id,
            hint=say(
                "Rows are named by their key: {keys}",
                keys=joined([each.key for each in (named or draft.posts)[:10]]),
            ),
        )
    return named[0]


def edited(
    draft: NextEdition, at: At, key: str, cells: Mapping[str, str], reason: str
) -> DraftStep:
    """Write other words into the cells of a row.

    Raises:
        DecisionError: no such row or column, a text too long, or a label otherwise than computed
            without a reason.
    """
    row = post_of(draft, key)
    after = _with_cells(draft, row, cells)
    name, label = draft.head.heading_of("name"), draft.head.heading_of("shortage")
    if name in cells and row.former_ids and row.lineage is Lineage.SAME:
        after = replace(after, lineage=Lineage.RENAMED)
    if label in cells:
        after = _signed(draft, at, after, label, reason)
    return step_of(
        draft, at, StepKind.EDIT, [post_changed(row, after)], about=row.key, reason=reason
    )


def decided(draft: NextEdition, at: At, key: str, ruling: Ruling) -> DraftStep:
    """Decide about a row.

    Raises:
        DecisionError: no such row, a label that the edition has not, or a decision otherwise
            than proposed or computed without a reason.
    """
    row, proposal, label, reason = post_of(draft, key), ruling.proposal, ruling.label, ruling.reason
    heading = draft.head.heading_of("shortage")
    if label and draft.head.labels and label not in draft.head.labels:
        raise DecisionError(
            say("The edition has no label “{label}”.", label=label),
            where=draft.id,
            hint=say("Its labels: {labels}", labels=joined(draft.head.labels)),
        )
    if proposal is not row.proposal and not reason.strip():
        raise _reason_missing(draft, row)
    after = replace(
        row,
        decision=proposal,
        review_by=_day(draft, ruling.review_by) or row.review_by,
        transition=ruling.transition.strip() or row.transition,
        past_its_day=False,
    )
    chosen = label or _label_for(draft, row, proposal)
    if heading and chosen and proposal is not Proposal.DROP:
        after = replace(after, cells={**after.cells, heading: chosen})
        after = _signed(draft, at, after, heading, reason)
    elif proposal is not row.proposal:
        after = replace(
            after, override=Override(by=at.actor.name, at=at.now, reason=reason.strip())
        )
    return step_of(
        draft, at, StepKind.DECIDE, [post_changed(row, after)], about=row.key, reason=reason
    )


def _label_for(draft: NextEdition, row: DraftPost, proposal: Proposal) -> str:
    """Return the label that a decision stands for where none is named."""
    labels = draft.head.labels
    if proposal in {Proposal.KEEP, Proposal.HOLD}:
        return row.former or row.computed
    if proposal is row.proposal and row.computed:
        return row.computed
    if proposal in {Proposal.RAISE, Proposal.LOWER} and row.former in labels:
        place = labels.index(row.former) + (1 if proposal is Proposal.RAISE else -1)
        if 0 <= place < len(labels):
            return labels[place]
        raise DecisionError(
            say("“{label}” is the last label on that side.", label=row.former),
            where=f"{draft.id} {row.key}",
            hint=say("Its labels: {labels}", labels=joined(labels)),
        )
    return ""


def _signed(
    draft: NextEdition, at: At, row: DraftPost, heading: str | None, reason: str
) -> DraftPost:
    """Return a row signed where its label is not the computed one."""
    label = row.cells.get(heading or "", "")
    if not row.computed or label == row.computed:
        return replace(row, override=None)
    if not reason.strip():
        raise _reason_missing(draft, row)
    return replace(row, override=Override(by=at.actor.name, at=at.now, reason=reason.strip()))


def _reason_missing(draft: NextEdition, row: DraftPost) -> DecisionError:
    return DecisionError(
        say(
            "This is not what was computed or proposed for row {key}; it needs a reason.",
            key=row.key,
        ),
        where=f"{draft.id} {row.key}",
        hint=say('Give one: --reason "…"'),
    )


def added(
    draft: NextEdition, at: At, section: Sequence[str], cells: Mapping[str, str], reason: str
) -> DraftStep:
    """Add a row behind the last one of its section.

    Raises:
        DecisionError: no name, no reason, or a column that the edition has not.
    """
    if not reason.strip():
        raise DecisionError(
            say("A row that is added needs a reason."),
            where=draft.id,
            hint=say('Give one: --reason "…"'),
        )
    row = DraftPost(
        key=_free_key(draft),
        order=_order_behind(draft, tuple(section)),
        lineage=Lineage.NEW,
        section=tuple(section),
        proposal=Proposal.ADD,
        decision=Proposal.ADD,
        reason=printed(reason.strip()),
    )
    after = _with_cells(draft, row, cells)
    if not after.cells.get(draft.head.heading_of("name") or ""):
        raise DecisionError(say("A row needs a name."), where=draft.id, hint=_columns_hint(draft))
    return step_of(
        draft, at, StepKind.ADD, [post_changed(None, after)], about=after.key, reason=reason
    )


def split(draft: NextEdition, at: At, key: str, names: Sequence[str], reason: str) -> DraftStep:
    """Make several rows of one; each keeps what the row asked for.

    Raises:
        DecisionError: no such row, fewer than two different names, or no reason.
    """
    row = post_of(draft, key)
    wanted = tuple(dict.fromkeys(each.strip() for each in names if each.strip()))
    if len(wanted) < 2 or not reason.strip():  # noqa: PLR2004 - several are two
        raise DecisionError(
            say("To split a row, give two names or more and a reason."),
            where=f"{draft.id} {row.key}",
        )
    heading, number = draft.head.heading_of("name") or "", _number(draft)
    changes = [post_changed(row, None)]
    for place, name in enumerate(wanted):
        after = replace(
            row,
            key=f"n{number + place}",
            lineage=Lineage.SPLIT,
            cells={**row.cells, heading: name},
            decision=Proposal.KEEP,
        )
        changes.append(post_changed(None, after))
    return step_of(draft, at, StepKind.SPLIT, changes, about=row.key, reason=reason)


def merged(draft: NextEdition, at: At, keys: Sequence[str], name: str, reason: str) -> DraftStep:
    """Make one row of several, at the place of the first and with what the first asks for.

    Raises:
        DecisionError: no such rows, fewer than two, no name, or no reason.
    """
    rows = [post_of(draft, key) for key in dict.fromkeys(keys)]
    if len(rows) < 2 or not name.strip() or not reason.strip():  # noqa: PLR2004 - as above
        raise DecisionError(
            say("To merge rows, give two keys or more, a name and a reason."), where=draft.id
        )
    first = rows[0]
    after = replace(
        first,
        key=_free_key(draft),
        former_ids=tuple(each for row in rows for each in row.former_ids),
        lineage=Lineage.MERGED,
        cells={**first.cells, (draft.head.heading_of("name") or ""): name.strip()},
        decision=Proposal.KEEP,
    )
    changes = [*(post_changed(row, None) for row in rows), post_changed(None, after)]
    return step_of(draft, at, StepKind.MERGE, changes, about=after.key, reason=reason)


def section_renamed(draft: NextEdition, at: At, old: str, new: str) -> DraftStep:
    """Give a heading other words, above every row below it.

    Raises:
        DecisionError: no row stands below such a heading, or the new one is blank.
    """
    rows = [each for each in draft.posts if old in each.section]
    if not rows or not new.strip():
        raise DecisionError(
            say("No row stands below “{heading}”, or the new heading is blank.", heading=old),
            where=draft.id,
            hint=say("Headings: {headings}", headings=joined(_headings(draft)[:20])),
        )
    changes = [
        post_changed(
            row,
            replace(
                row, section=tuple(new.strip() if each == old else each for each in row.section)
            ),
        )
        for row in rows
    ]
    return step_of(draft, at, StepKind.EDIT, changes, about=old, reason=new.strip())


def _headings(draft: NextEdition) -> list[str]:
    return list(dict.fromkeys(each for post in draft.posts for each in post.section))


def countersigned(draft: NextEdition, at: At, office: str, remark: str) -> DraftStep:
    """Note that an office agrees to the draft as it stands (会签).

    Raises:
        DecisionError: no office is named.
    """
    if not office.strip():
        raise DecisionError(say("Name the office that agrees."), where=draft.id)
    return step_of(draft, at, StepKind.COUNTERSIGN, about=office.strip(), reason=remark)


def head_set(
    draft: NextEdition, at: At, values: Mapping[str, str], notes: Sequence[str] | None
) -> DraftStep:
    """Give facts of the edition: title, publisher, number, days, remarks.

    Raises:
        DecisionError: no such fact, or no day where one is needed.
    """
    unknown = sorted(set(values) - set(HEAD_FACTS))
    if unknown:
        raise DecisionError(
            say("An edition has no fact “{fact}”.", fact=unknown[0]),
            where=draft.id,
            hint=say("There are: {facts}", facts=joined(HEAD_FACTS)),
        )
    given: dict[str, Any] = {
        name: _day(draft, text) if name in _DAYS else _short(draft, text)
        for name, text in values.items()
    }
    after = replace(draft.head, **given)
    if notes is not None:
        after = replace(after, notes=tuple(_short(draft, each) for each in notes if each.strip()))
    if after.effective_from and after.effective_to and after.effective_to <= after.effective_from:
        raise DecisionError(
            say("The edition would end before it begins."),
            where=draft.id,
            hint=say("effective_to is the day behind the last one."),
        )
    change = PartChange(name="head", before=Part(head=draft.head), after=Part(head=after))
    return step_of(draft, at, StepKind.HEAD, [change])


def heard(
    draft: NextEdition, at: At, source: str, text: str, *, key: str = "", received_on: str = ""
) -> DraftStep:
    """Take an opinion of an office down.

    Raises:
        DecisionError: no office, no text, or no such row.
    """
    if not source.strip() or not text.strip():
        raise DecisionError(say("An opinion has an office and a text."), where=draft.id)
    about = post_of(draft, key).key if key else ""
    opinion = Opinion(
        id=f"o{draft.revision + 1}",
        kind=OpinionKind.OFFICE,
        key=about,
        source=source.strip(),
        text=_short(draft, text),
        received_on=_day(draft, received_on) or at.now[:10],
    )
    change = PartChange(name=f"opinion:{opinion.id}", before=None, after=Part(opinion=opinion))
    return step_of(draft, at, StepKind.OPINION, [change], about=opinion.id)


def answered(draft: NextEdition, at: At, opinion_id: str, answer: Answer, why: str) -> DraftStep:
    """Answer an opinion.

    Raises:
        DecisionError: no such opinion, or no reason.
    """
    held = next((each for each in draft.opinions if each.id == opinion_id), None)
    if held is None:
        raise DecisionError(
            say("The draft has no opinion “{id}”.", id=opinion_id),
            where=draft.id,
            hint=say("There are: {ids}", ids=joined([each.id for each in draft.opinions[:20]])),
        )
    if not why.strip():
        raise DecisionError(
            say("An answer needs a reason, also where the opinion is adopted."), where=opinion_id
        )
    after = replace(
        held,
        answer=answer,
        why=why.strip(),
        answered_by=at.actor.name,
        answered_on=at.now[:10],
    )
    change = PartChange(
        name=f"opinion:{held.id}", before=Part(opinion=held), after=Part(opinion=after)
    )
    return step_of(draft, at, StepKind.ANSWER, [change], about=held.id, reason=why)


def undone(draft: NextEdition, at: At, number: int, reason: str) -> DraftStep:
    """Undo a step that nothing later built on.

    Raises:
        DecisionError: there is no such step, it changed no part, it is undone already, or a later
            step changed one of its parts.
    """
    step = next((each for each in draft.history if each.number == number), None)
    is_undone = any(each.undoes == number for each in draft.history)
    if step is None or not step.changes or step.kind is StepKind.BEGIN or is_undone:
        raise DecisionError(
            say("There is no step {number} that can be undone.", number=str(number)), where=draft.id
        )
    for change in step.changes:
        newest = draft.seen.get(change.name, 0)
        if newest > number:
            raise DecisionError(
                say(
                    "Step {newest} changed {name} later; undo that first.",
                    newest=str(newest),
                    name=change.name,
                ),
                where=draft.id,
            )
    changes = [
        PartChange(name=each.name, before=each.after, after=each.before) for each in step.changes
    ]
    taken = step_of(draft, at, StepKind.UNDO, changes, about=step.about, reason=reason)
    return replace(taken, undoes=number)


def _with_cells(draft: NextEdition, row: DraftPost, cells: Mapping[str, str]) -> DraftPost:
    known = {each.heading for each in draft.head.columns}
    unknown = sorted(set(cells) - known)
    if unknown:
        raise DecisionError(
            say("The edition has no column “{heading}”.", heading=unknown[0]),
            where=f"{draft.id} {row.key}",
            hint=_columns_hint(draft),
        )
    written = {heading: _short(draft, text) for heading, text in cells.items()}
    kept = {**row.cells, **written}
    return replace(row, cells={heading: text for heading, text in kept.items() if text})


def _columns_hint(draft: NextEdition) -> Sentence:
    return say(
        "Its columns: {columns}", columns=joined([each.heading for each in draft.head.columns])
    )


def _short(draft: NextEdition, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise DecisionError(
            say("A text has {n} characters at most.", n=LONGEST_TEXT), where=draft.id
        )
    if not is_printable(text):
        raise DecisionError(
            say("The text holds a control character, which no file can print."), where=draft.id
        )
    return text.strip()


def is_printable(text: str) -> bool:
    """Tell whether every character of a text can be printed; breaks of lines and tabs may."""
    return all(each in "\t\n\r" or category(each) not in {"Cc", "Cs"} for each in text)


def _day(draft: NextEdition, text: str) -> str:
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise DecisionError(
            say("“{text}” is no day.", text=text),
            where=draft.id,
            hint=say("Write it as 2027-03-01."),
        ) from None


def _number(draft: NextEdition) -> int:
    taken = [post.key for post in draft.posts]
    taken += [
        change.name.removeprefix("post:")
        for step in draft.history
        for change in step.changes
        if change.name.startswith("post:")
    ]
    return (
        max((int(key[1:]) for key in taken if key[:1] == "n" and key[1:].isdigit()), default=0) + 1
    )


def _free_key(draft: NextEdition) -> str:
    return f"n{_number(draft)}"


def _order_behind(draft: NextEdition, section: tuple[str, ...]) -> int:
    mine = [each.order for each in draft.posts if each.section == section]
    return max(mine or [each.order for each in draft.posts], default=0)


def post_changed(before: DraftPost | None, after: DraftPost | None) -> PartChange:
    """Return the change of a row; None where it was not there, or is no more."""
    row = before or after
    if row is None:
        raise ValueError("a change has a row before or behind it")
    return PartChange(
        name=f"post:{row.key}",
        before=Part(post=before) if before else None,
        after=Part(post=after) if after else None,
    )
