"""One person beside all posts of all cities; nothing of it is kept."""

from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model import Words
from jinque.model.assessment_overview import Overview
from jinque.model.assessment_words import NOT_YET_CONDITION, SELF_CHECK_NOTICE
from jinque.model.nearness import Distance
from jinque.web.contexts.assess_field import FieldsView
from jinque.web.contexts.assess_form import all_questions
from jinque.web.contexts.assess_lists import (
    PathsView,
    VerdictCount,
    WantedView,
    counts_of,
    paths_of,
    places_of,
)
from jinque.web.contexts.assess_next import next_questions
from jinque.web.contexts.assess_question import AssessQuestion
from jinque.web.contexts.assess_rows import AssessGroup, AssessRow, group_of, grouped
from jinque.web.contexts.ladder_reader import FieldError

MOST_NEAR_MISSES = 8
NO_STATED = "no_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessContext:
    """What `/assess` answers.

    Attributes:
        on: the day as of which years count.
        notice: what the result is not.
        condition: on which an earliest date rests.
        given: the fields as sent.
        errors: fields that could not be read; then nothing is answered.
        aim: occupation aimed at; None when not given.
        counts: posts by verdict, those without requirements among them, before the filter.
        total: posts in `groups`.
        groups: posts that state requirements.
        near_misses: posts that fail by one demand, nearest first; far ones only where none is near.
        no_stated: posts whose catalogue states no requirements, never a match; None where the
            filter leaves none.
        paths: for a graduate: near posts by the years of work still needed.
        wanted: entries of lists of wanted majors and certificates; apart from posts.
        wanted_lists: titles of these lists.
        wanted_asked: majors and certificates that were looked for there.
        questions: fields for the facts that can still change most verdicts.
        form: every other field, to be changed.
        places: cities to filter by.
        group: how posts are grouped: `nearness`, `place` or `verdict`.
    """

    on: date
    notice: Words = SELF_CHECK_NOTICE
    condition: Words = NOT_YET_CONDITION
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...] = ()
    aim: str | None = None
    counts: tuple[VerdictCount, ...] = ()
    total: int = 0
    groups: tuple[AssessGroup, ...] = ()
    near_misses: tuple[AssessRow, ...] = ()
    no_stated: AssessGroup | None = None
    paths: tuple[PathsView, ...] = ()
    wanted: tuple[WantedView, ...] = ()
    wanted_lists: tuple[str, ...] = ()
    wanted_asked: tuple[str, ...] = ()
    questions: tuple[FieldsView, ...] = ()
    form: tuple[FieldsView, ...] = ()
    places: tuple[str, ...] = ()
    group: str = "nearness"


def assess_context(workspace: api.Workspace, question: AssessQuestion) -> AssessContext:
    """Answer a question about all posts; one that cannot be read gives the form with its errors."""
    if question.errors:
        form = all_questions(question.given, question.add, frozenset())
        return AssessContext(
            on=question.on, given=question.given, errors=question.errors, form=form
        )
    view = api.assess_all(
        workspace,
        question.person,
        question.on,
        aim=question.aim,
        places=question.places,
        verdicts=question.verdicts,
    )
    return _told(workspace, question, view)


def _told(workspace: api.Workspace, question: AssessQuestion, view: Overview) -> AssessContext:
    asked = next_questions(question.given, view.next_facts)
    but = frozenset(field.name for each in asked for field in each.fields)
    no_stated = group_of(NO_STATED, view.no_stated, question.show)
    return AssessContext(
        on=question.on,
        given=question.given,
        aim=question.aim,
        counts=counts_of(view, question.verdicts),
        total=len(view.assessments),
        groups=grouped(view.assessments, question.group, question.show),
        near_misses=_near_misses(view),
        no_stated=no_stated if no_stated.total else None,
        paths=paths_of(view.paths) if _is_graduate(question) else (),
        wanted=tuple(map(WantedView.of, view.wanted.items)),
        wanted_lists=view.wanted.titles,
        wanted_asked=view.wanted.asked,
        questions=asked,
        form=all_questions(question.given, question.add, but),
        places=places_of(workspace),
        group=question.group,
    )


def _is_graduate(question: AssessQuestion) -> bool:
    """Tell whether the person has no work behind them, or says to be a graduate of the year."""
    return question.person.is_graduate_of_year is True or question.person.work == ()


def _near_misses(view: Overview) -> tuple[AssessRow, ...]:
    near = [each for each in view.near_misses if each.nearness.distance is not Distance.FAR]
    return tuple(map(AssessRow.of, (near or view.near_misses)[:MOST_NEAR_MISSES]))
