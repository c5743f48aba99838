"""How a draft goes on: from stage to stage, approved by a second person, published."""

from collections.abc import Sequence

from jinque.errors import (
    DecisionError,
    DraftBlockedError,
    ForbiddenError,
    FourEyesError,
    NotApprovedError,
)
from jinque.locale import joined, say
from jinque.model import Issue
from jinque.model.decision import RIGHTS, Actor, Right
from jinque.model.publishing import (
    STAGE_WORDS,
    STAGES,
    DraftStep,
    NextEdition,
    Opinion,
    Stage,
    StepKind,
)
from jinque.publishing.editing import At, step_of
from jinque.publishing.linting import blocking

_RIGHTS = {
    Right.SETTLE: say("change drafts"),
    Right.UNDO: say("undo steps"),
    Right.DISCARD: say("discard drafts"),
    Right.APPROVE: say("approve"),
    Right.PUBLISH: say("publish"),
    Right.UPLOAD: say("upload files"),
}
# A step of these does not change what is published.
_SILENT = frozenset({StepKind.APPROVE, StepKind.ADVANCE, StepKind.COUNTERSIGN})
_MOST_NAMED = 5


def check_right(actor: Actor, right: Right) -> None:
    """Refuse a step that a role does not hold the right for.

    Raises:
        ForbiddenError: the hint names the roles that hold it.
    """
    if actor.may(right):
        return
    roles = [role.value for role, rights in RIGHTS.items() if right in rights]
    raise ForbiddenError(
        say(
            "{name} ({role}) may not {what}.",
            name=actor.name,
            role=actor.role.value,
            what=_RIGHTS[right],
        ),
        where=actor.name,
        hint=say("Roles that may: {roles}.", roles=joined(roles)),
    )


def next_stage(draft: NextEdition) -> Stage:
    """Return the stage that follows.

    Raises:
        DecisionError: there is none but publication.
    """
    place = STAGES.index(draft.stage)
    if place + 1 == len(STAGES):
        raise DecisionError(
            say("The draft is the final text; what follows is its publication."),
            where=draft.id,
            hint=say("jinque publish {id} -o FOLDER", id=draft.id),
        )
    return STAGES[place + 1]


def advanced(
    draft: NextEdition, at: At, issues: Sequence[Issue], outside: Sequence[Opinion] = ()
) -> tuple[DraftStep, Stage]:
    """Go on to the next stage.

    Args:
        draft: as it stands.
        at: who goes on.
        issues: of its lint.
        outside: what the public said that is not part of the draft yet.

    Raises:
        DraftBlockedError: opinions wait for an answer, or errors are open from the draft for
            decision on.
    """
    stage = next_stage(draft)
    waiting = (*draft.open_opinions, *outside)
    if waiting:
        raise DraftBlockedError(
            say(
                "{n} opinions wait for an answer: {ids}",
                n=len(waiting),
                ids=joined([each.id for each in waiting[:_MOST_NAMED]]),
            ),
            where=draft.id,
            hint=say("Answer each with its reason: jinque draft answer {id} ID", id=draft.id),
        )
    if stage is not Stage.CONSULTATION:
        check_clean(draft, issues)
    return step_of(draft, at, StepKind.ADVANCE, about=stage.value), stage


def check_clean(draft: NextEdition, issues: Sequence[Issue]) -> None:
    """Refuse to go on while errors are open.

    Raises:
        DraftBlockedError: it lists the first of them.
    """
    errors = blocking(issues)
    if not errors:
        return
    shown = [f"{each.code} {each.post_id or ''}".strip() for each in errors[:_MOST_NAMED]]
    raise DraftBlockedError(
        say("{n} errors are open: {shown}", n=len(errors), shown=joined(shown)),
        where=draft.id,
        hint=say("See each of them: jinque draft lint {id}", id=draft.id),
    )


def approval_of(draft: NextEdition) -> DraftStep | None:
    """Return the approval in force: none where the draft changed since."""
    for step in reversed(draft.history):
        if step.kind is StepKind.APPROVE:
            return step
        if step.kind not in _SILENT:
            return None
    return None


def hands_on(draft: NextEdition) -> frozenset[str]:
    """Return who wrote anything of a draft."""
    return frozenset(each.by for each in draft.history if each.kind not in _SILENT)


def approved(draft: NextEdition, at: At, *, has_four_eyes: bool) -> DraftStep:
    """Approve the final text as it stands.

    Raises:
        DecisionError: it is not the final text.
        FourEyesError: whoever approves wrote at it, and a second person is asked for.
    """
    if draft.stage is not Stage.FINAL:
        raise DecisionError(
            say(
                "Only the final text is approved; this is the {stage}.",
                stage=STAGE_WORDS[draft.stage],
            ),
            where=draft.id,
            hint=say("Go on to the next stage: jinque draft advance {id}", id=draft.id),
        )
    if has_four_eyes and at.actor.name in hands_on(draft):
        raise FourEyesError(
            say("{name} wrote at this draft; somebody else has to approve it.", name=at.actor.name),
            where=draft.id,
            hint=say("Who wrote at it: {names}", names=joined(sorted(hands_on(draft)))),
        )
    return step_of(draft, at, StepKind.APPROVE)


def check_publishable(draft: NextEdition, issues: Sequence[Issue], *, has_four_eyes: bool) -> None:
    """Refuse to publish what is not final, not clean or not approved.

    Raises:
        DraftBlockedError: it is not the final text, opinions wait, or errors are open.
        NotApprovedError: a second person is asked for, and nobody approved it as it stands.
    """
    if draft.stage is not Stage.FINAL:
        raise DraftBlockedError(
            say(
                "Only the final text is published; this is the {stage}.",
                stage=STAGE_WORDS[draft.stage],
            ),
            where=draft.id,
            hint=say("Go on to the next stage: jinque draft advance {id}", id=draft.id),
        )
    if draft.open_opinions:
        raise DraftBlockedError(
            say("{n} opinions wait for an answer.", n=len(draft.open_opinions)), where=draft.id
        )
    check_clean(draft, issues)
    if has_four_eyes and approval_of(draft) is None:
        raise NotApprovedError(
            say("Nobody approved the final text as it stands."),
            where=draft.id,
            hint=say(
                "Somebody who did not write at it runs: jinque draft approve {id}", id=draft.id
            ),
        )
