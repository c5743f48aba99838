"""The answer in one direction, and the marks that it puts on the diagram."""

from dataclasses import dataclass

from jinque.model import Words
from jinque.model.bridge import BridgeAnswer, BridgeStatus, Step
from jinque.web.contexts.ladder_steps import QuestionView, RemarkView, StepView, questions
from jinque.web.contexts.ladder_table import MappingView, NearView


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMark:
    """What is told of a level of the ladder.

    Attributes:
        mark: `held`, or the status of the step that leads to it.
        day: earliest date as ISO 8601; empty where there is none to tell.
    """

    level: str
    mark: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The answer in one direction.

    Attributes:
        direction: `skill_to_title` or `title_to_skill`.
        is_asked: whether the person named what this direction starts from.
        mapping: None when the table does not list the occupation, or none was given.
        near: listed names to choose from when it does not.
        groups: rows that describe persons and may hold beside the occupation.
        step: the rung that decides; None when no level is known.
        next_step: the rung above it; None at the top.
        steps: every rung, lowest first.
        direct: routes that an award opens, only for awards that the person names.
        promotion: the next skill level by the rule on further levels; None where not asked.
        notice: what the answer is not.
    """

    direction: str
    is_asked: bool
    status: str
    headline: Words
    notice: Words
    mapping: MappingView | None
    near: tuple[NearView, ...]
    groups: tuple[MappingView, ...]
    step: StepView | None
    next_step: StepView | None
    steps: tuple[StepView, ...]
    direct: tuple[StepView, ...]
    promotion: StepView | None
    remarks: tuple[RemarkView, ...]
    missing: tuple[QuestionView, ...]
    marks: tuple[LevelMark, ...]

    @classmethod
    def of(cls, answer: BridgeAnswer, *, is_asked: bool) -> "AnswerView":
        """Flatten `answer`."""
        return cls(
            direction=answer.request.direction.value,
            is_asked=is_asked,
            status=answer.status.value,
            headline=answer.headline,
            notice=answer.notice,
            mapping=MappingView.of(answer.row) if answer.row else None,
            near=tuple(NearView.of(each) for each in answer.near),
            groups=tuple(MappingView.of(row) for row in answer.groups),
            step=_step(answer.step),
            next_step=_step(answer.next_step),
            steps=tuple(StepView.of(each) for each in answer.steps),
            direct=tuple(StepView.of(each) for each in answer.direct),
            promotion=_step(answer.promotion),
            remarks=tuple(RemarkView.of(each) for each in answer.remarks),
            missing=questions(answer.missing),
            marks=_marks(answer) if is_asked else (),
        )


def _step(step: Step | None) -> StepView | None:
    return StepView.of(step) if step else None


def _marks(answer: BridgeAnswer) -> tuple[LevelMark, ...]:
    person = answer.request.person
    held = [skill.level for skill in person.skills or ()]
    held += [title.level for title in person.titles or ()]
    marks = [LevelMark(level=level, mark="held", day="") for level in held]
    step = answer.step
    if step and answer.status is not BridgeStatus.NOT_APPLICABLE and step.to_level not in held:
        day = step.earliest_date.isoformat() if step.earliest_date else ""
        marks.append(LevelMark(level=step.to_level, mark=answer.status.value, day=day))
    return tuple(marks)
