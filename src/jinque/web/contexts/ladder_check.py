"""How far one is on the ladder, in both directions; nothing of it is kept."""

from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model.bridge import BridgeRequest
from jinque.model.rule import Direction
from jinque.web.contexts.ladder import known_places
from jinque.web.contexts.ladder_answer import AnswerView
from jinque.web.contexts.ladder_choices import ChoicesView, ClassesView
from jinque.web.contexts.ladder_question import Question, read_question
from jinque.web.contexts.ladder_reader import FieldError, Given
from jinque.web.contexts.ladder_rungs import LadderView
from jinque.web.contexts.ladder_steps import QuestionView
from jinque.web.ladder_diagram import draw
from jinque.web.ladder_shapes import Diagram, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderCheckContext:
    """What `/ladder/check` shows.

    Attributes:
        on: the day asked about.
        given: the fields as given, so that they can be completed.
        errors: fields that could not be read; then there is no answer.
        answers: both directions, that one first for which more was told.
        ladder: None where there are no rules for the place.
        known_places: first names of the places for which there are rules.
        questions: facts to ask for, the most useful first.
        school_class: chosen class of a technical school; empty where none was.
    """

    on: date
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]
    answers: tuple[AnswerView, ...]
    ladder: LadderView | None
    known_places: tuple[str, ...]
    choices: ChoicesView | None
    questions: tuple[QuestionView, ...]
    school_class: str
    classes: ClassesView | None

    @property
    def diagram(self) -> Diagram | None:
        """Return the drawing with the person's place on it."""
        if self.ladder is None:
            return None
        told = [mark for answer in self.answers for mark in answer.marks]
        marks = {each.level: Mark(key=each.mark, day=each.day) for each in reversed(told)}
        return draw(self.ladder, marks)


def ladder_check_context(workspace: api.Workspace, given: Given, today: date) -> LadderCheckContext:
    """Answer what the fields ask.

    Raises:
        InvalidOptionError: a level, or the class of a school, is none of the rules'.
    """
    question = read_question(given, today)
    answers = () if question.errors else _answers(workspace, question)
    place = question.person.place
    book = api.ladder(workspace, place)
    any_book = book or api.ladder(workspace)
    if book and question.school_class:
        api.exam_equivalence(workspace, place, question.school_class)
    return LadderCheckContext(
        on=question.on,
        given={name: tuple(values) for name, values in given.items()},
        errors=question.errors,
        answers=answers,
        ladder=LadderView.of(book) if book else None,
        known_places=known_places(workspace),
        choices=ChoicesView.of(any_book) if any_book else None,
        questions=_questions(answers),
        school_class=question.school_class or "",
        classes=ClassesView.of(workspace, book) if book else None,
    )


def _answers(workspace: api.Workspace, question: Question) -> tuple[AnswerView, ...]:
    person = question.person
    asked = {
        Direction.SKILL_TO_TITLE: bool(person.skills or person.awards),
        Direction.TITLE_TO_SKILL: bool(person.titles),
    }
    found = [
        AnswerView.of(
            api.bridge(
                workspace,
                BridgeRequest(
                    direction=direction,
                    person=person,
                    occupation=question.occupation,
                    on=question.on,
                ),
            ),
            is_asked=is_asked,
        )
        for direction, is_asked in asked.items()
    ]
    return tuple(sorted(found, key=lambda answer: not answer.is_asked))


def _questions(answers: tuple[AnswerView, ...]) -> tuple[QuestionView, ...]:
    """Return what the answers asked for still need; one need not answer what was not asked."""
    asked = [answer for answer in answers if answer.is_asked] or answers[:1]
    return tuple(dict.fromkeys(each for answer in asked for each in answer.missing))
