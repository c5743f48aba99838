"""The answer in one direction, and the marks that it puts on the diagram.

How far one is on the ladder, in both directions; nothing of it is kept.

The question of a visitor: fields of a form or keys of a JSON object into facts of a person.

One rung for one person: every demand with what was found, and what would settle it.

How far one is on the ladder: asked by POST only, so that no address holds anything personal.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import SerializationException
from litestar.response import Redirect

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, say
from jinque.model.entitlement.rules import Subject
from jinque.model.ladder import (
    BridgeAnswer,
    BridgeRequest,
    BridgeStatus,
    Direction,
    NearName,
    Remark,
    Step,
    TableRow,
)
from jinque.model.person import YES_OR_NO, Appraisal, MissingFact, Person, Skill, Title
from jinque.web.forms import FieldError, FieldReader, Given, from_form, from_json
from jinque.web.pages.ladder.diagram import Diagram, LadderView, Mark, draw
from jinque.web.pages.ladder.pages import known_places
from jinque.web.pages.ladder.rules import ChoicesView, ClassesView
from jinque.web.rendering import AnyRequest
from jinque.web.shown import Row
from jinque.web.visit import FAULTS, Visit


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
    headline: Sentence
    notice: Sentence
    mapping: TableRow | None
    near: tuple[NearName, ...]
    groups: tuple[TableRow, ...]
    step: Step | None
    next_step: Step | None
    steps: tuple[Step, ...]
    direct: tuple[Step, ...]
    promotion: Step | None
    remarks: tuple[Remark, ...]
    missing: tuple[MissingFact, ...]
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
            mapping=answer.row,
            near=tuple(answer.near),
            groups=tuple(answer.groups),
            step=(answer.step),
            next_step=(answer.next_step),
            steps=tuple(answer.steps),
            direct=tuple(answer.direct),
            promotion=(answer.promotion),
            remarks=tuple(answer.remarks),
            missing=tuple(dict.fromkeys(answer.missing)),
            marks=_marks(answer) if is_asked else (),
        )


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


NONE = "none"
PLAIN = frozenset(
    {
        *("place", "occupation", "skill_level", "obtained_on", "years_worked", "title_level"),
        *("title_series", "in_post_since", "award", "school_class", "on"),
    }
)
YES_OR_NO_NAMES = frozenset(fact.value for fact in YES_OR_NO)
OF_LEVEL = re.compile(r"(?P<name>obtained_on|years_worked)_(?P<level>.+)")
OF_YEAR = re.compile(r"appraisal_(?P<year>(?:19|20)\d\d)")


_NOTHING_SAID = FieldError(
    field="skill_level",
    value="",
    message=say("Give a skill level, a title or an award"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was read.

    Attributes:
        errors: in the order of the fields; the facts named there are left out of the rest.
    """

    person: Person
    occupation: str | None
    on: date
    school_class: str | None
    errors: tuple[FieldError, ...]


def read_question(given: Given, today: date) -> Question:
    """Read the fields; a field that is not given, or empty, is an unknown fact.

    Args:
        given: values by name of field.
        today: the day asked about where none is given.
    """
    reader = FieldReader(given)
    on = reader.day("on") or today
    person = _person(reader)
    if all(told is None for told in (person.skills, person.titles, person.awards)):
        reader.errors.append(_NOTHING_SAID)
    for name in filter(_is_unknown, given):
        reader.refuse(name, say("there is no such field"))
    return Question(
        person=person,
        occupation=reader.text("occupation"),
        on=on,
        school_class=reader.text("school_class"),
        errors=tuple(reader.errors),
    )


def _person(reader: FieldReader) -> Person:
    awards = reader.all_of("award")
    answers: dict[str, Any] = {name: reader.yes_or_no(name) for name in sorted(YES_OR_NO_NAMES)}
    return Person(
        place=reader.text("place"),
        skills=_skills(reader),
        titles=_titles(reader),
        in_post_since=reader.day("in_post_since"),
        appraisals=_appraisals(reader),
        awards=tuple(name for name in awards if name != NONE) if awards else None,
        **answers,
    )


def _is_unknown(name: str) -> bool:
    is_known = name in PLAIN or name in YES_OR_NO_NAMES
    return not (is_known or OF_LEVEL.fullmatch(name) or OF_YEAR.fullmatch(name))


def _skills(reader: FieldReader) -> tuple[Skill, ...] | None:
    level = reader.text("skill_level")
    others = dict.fromkeys(
        found["level"] for name in reader.given if (found := OF_LEVEL.fullmatch(name))
    )
    skills = [_skill(reader, other, f"_{other}") for other in others]
    named = _skill(reader, level or "", "")
    if level is None and not skills:
        return None
    return (*([named] if level not in (None, NONE) else []), *skills)


def _skill(reader: FieldReader, level: str, ending: str) -> Skill:
    return Skill(
        level=level,
        obtained_on=reader.day(f"obtained_on{ending}"),
        years_worked=reader.years(f"years_worked{ending}"),
    )


def _titles(reader: FieldReader) -> tuple[Title, ...] | None:
    level = reader.text("title_level")
    if level is None:
        return None
    return () if level == NONE else (Title(level=level, series=reader.text("title_series")),)


def _appraisals(reader: FieldReader) -> tuple[Appraisal, ...]:
    years = [found["year"] for name in reader.given if (found := OF_YEAR.fullmatch(name))]
    answers = [(int(year), reader.yes_or_no(f"appraisal_{year}")) for year in years]
    return tuple(
        Appraisal(year=year, is_passed=passed) for year, passed in answers if passed is not None
    )


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
        afterwards: rule sets of the place that say how an application for a title goes on.
    """

    on: date
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]
    answers: tuple[AnswerView, ...]
    ladder: LadderView | None
    known_places: tuple[str, ...]
    choices: ChoicesView | None
    questions: tuple[MissingFact, ...]
    school_class: str
    classes: ClassesView | None
    afterwards: tuple[Row, ...] = ()

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
        afterwards=_afterwards(place),
    )


def _afterwards(place: str | None) -> tuple[Row, ...]:
    """Return the rules of applying for a title in a place: window, papers, committee, days."""
    found = api.rules_of_place([place], [Subject.TITLE_APPRAISAL])
    return tuple(api.rule_set_dict(each) for each in found)


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


def _questions(answers: tuple[AnswerView, ...]) -> tuple[MissingFact, ...]:
    """Return what the answers asked for still need; one need not answer what was not asked."""
    asked = [answer for answer in answers if answer.is_asked] or answers[:1]
    return tuple(dict.fromkeys(each for answer in asked for each in answer.missing))


MOST_BYTES = 64 * 1024


@post(
    "/ladder/check",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="ladder_check",
    responses=FAULTS,
    request_max_body_size=MOST_BYTES,
)
async def ladder_check_page(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[LadderCheckContext]:
    """What one may apply for, and when, clause by clause; takes a form or a JSON object."""
    given = await _given(request)
    context = ladder_check_context(visit.site.workspace, given, date.today())  # noqa: DTZ011
    if context.errors and visit.view.wants_json:
        raise _refused(context.errors[0])
    return visit.private("ladder_check.html", context, status=400 if context.errors else 200)


@get("/ladder/check", include_in_schema=False)
async def ladder_check_again(request: AnyRequest) -> Redirect:
    """Lead back to the form whoever opens the address of an answer."""
    switches = request.url.query
    return Redirect("/ladder" + (f"?{switches}" if switches else ""), status_code=303)


async def _given(request: AnyRequest) -> dict[str, tuple[str, ...]]:
    kind = request.content_type[0]
    if kind == RequestEncodingType.URL_ENCODED:
        return from_form(parse_qsl((await request.body()).decode(errors="replace")))
    if kind != MediaType.JSON:
        return from_form((await request.form()).multi_items())
    try:
        return from_json(await request.json())
    except SerializationException as fault:
        raise InvalidOptionError(
            say("The body is no JSON"),
            hint=say("Check quotes and commas; docs/reference/site.md lists the fields"),
        ) from fault


def _refused(error: FieldError) -> InvalidOptionError:
    return InvalidOptionError(
        say("{field}: {message}", field=error.field, message=error.message),
        where=error.field,
        hint=say("docs/reference/site.md lists the fields"),
    )
