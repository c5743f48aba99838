"""The form that takes a roster to be held against posts, also with what could not be read.

The form that takes a roster, and the same form with what could not be read.

One answer for one person of a roster, as the page lists it.

What a form with a roster asks.

What became of a roster, for a reader; a program gets the shape of docs/reference/json.md.

A roster held against posts: sent by POST, answered at once as a workbook, kept nowhere.

A roster put to the ladder: sent by POST, answered at once, kept nowhere.
"""

import asyncio
import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency

from jinque import api
from jinque.api.screening import (
    screen_given,
    screening_template,
    screening_told,
    screening_workbook,
)
from jinque.errors import InvalidOptionError, JinqueError, MachineError, WrongCallError
from jinque.locale import Sentence, joined, say
from jinque.model.ladder import RulesInForce
from jinque.model.roster import (
    RejectedRow,
    RosterAnswer,
    RosterGroup,
    RosterResult,
    RosterVerdict,
    Timing,
)
from jinque.web.forms import (
    MOST_BYTES,
    FieldError,
    FieldReader,
    Sent,
    Upload,
    attached,
    parted,
    taken,
)
from jinque.web.pages.ladder.pages import known_places
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, Visit, unforeseen

FORMATS = (".xlsx", ".csv")
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRosterContext:
    """What `/ladder/roster` shows.

    Attributes:
        known_places: first names of the places for which there are rules.
        formats: how the name of a roster may end.
        most_bytes: size of the largest form taken.
        most_shown: answers on the page; the workbook has all.
    """

    known_places: tuple[str, ...]
    formats: tuple[str, ...]
    most_bytes: int
    most_shown: int

    @property
    def form(self) -> "LadderRosterContext":
        """Return this: nothing was sent yet."""
        return self

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of the form as they are filled in: none."""
        return {}

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Return none: nothing was sent yet."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterAgain:
    """The form for a reader whose roster got no answer; as JSON the first error is told alone."""

    form: LadderRosterContext
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]


def ladder_roster_context(workspace: api.Workspace, most_bytes: int) -> LadderRosterContext:
    """Gather what the form says of itself."""
    return LadderRosterContext(
        known_places=known_places(workspace),
        formats=FORMATS,
        most_bytes=most_bytes,
        most_shown=MOST_SHOWN,
    )


def file_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong with a file beside its field, with what to do next."""
    return FieldError(field="file", value="", message=fault.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRosterContext:
    """What `/assess/roster` shows.

    Attributes:
        formats: how the name of a roster may end.
        most_bytes: size of the largest form taken.
    """

    formats: tuple[str, ...]
    most_bytes: int

    @property
    def form(self) -> "AssessRosterContext":
        """Return this: nothing was sent yet."""
        return self

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of the form as they are filled in: none."""
        return {}

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Return none: nothing was sent yet."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRosterAgain:
    """The form for a reader whose roster got no answer; as JSON the first error is told alone."""

    form: AssessRosterContext
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]


def assess_roster_context(most_bytes: int) -> AssessRosterContext:
    """Gather what the form says of itself."""
    return AssessRosterContext(formats=FORMATS, most_bytes=most_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One answer for one person.

    Attributes:
        row: address of the row in the roster.
        staff_id: empty where blank.
        occupation: None where none was given.
        when: when the person may apply, in words.
        level: of the deciding rung; None where no level is known, as its `clause`.
        earliest: None where time alone tells nothing.
        short: conditions not met, each with its clause.
        missing: questions for facts that the roster does not tell.
    """

    row: str
    staff_id: str
    occupation: str | None
    timing: Timing
    when: Sentence
    headline: Sentence
    level: str | None
    earliest: date | None
    clause: str | None
    short: tuple[Sentence, ...]
    missing: tuple[Sentence, ...]

    @classmethod
    def of(cls, result: RosterResult, verdict: RosterVerdict) -> "PersonView":
        """Flatten `verdict`; a name is left out."""
        return cls(
            row=result.place.address,
            staff_id=result.staff_id,
            occupation=verdict.occupation,
            timing=verdict.timing,
            when=api.TIMING_NAMES[verdict.timing],
            headline=verdict.headline,
            level=verdict.to_level,
            earliest=verdict.earliest_date,
            clause=verdict.clause,
            short=verdict.short,
            missing=tuple(dict.fromkeys(fact.question for fact in verdict.missing)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterQuestion:
    """A roster with the day asked about and where its people work.

    Attributes:
        given: the other fields as given, so that they need not be typed again.
        errors: fields that could not be read; then nothing is answered.
        place: None is unknown, for those whose row names none.
    """

    name: str = ""
    data: bytes = b""
    on: date = date.min
    place: str | None = None
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errors: tuple[FieldError, ...] = ()

    def refuse(self) -> None:
        """Stop at the first field that could not be read.

        Raises:
            InvalidOptionError: there is one; `where` is its name.
        """
        if self.errors:
            first = self.errors[0]
            raise InvalidOptionError(
                say("{field}: {message}", field=first.field, message=first.message),
                where=first.field,
                hint=say("docs/reference/site.md lists the fields"),
            )


def read_roster_question(sent: Sent, today: date) -> RosterQuestion:
    """Read the form; `today` stands in for a day that was not given."""
    reader = FieldReader(sent.fields)
    upload = sent.files.get("file", Upload(name="", data=b""))
    if not upload.name.lower().endswith(FORMATS):
        reader.refuse("file", say("choose a roster ({formats})", formats=joined(FORMATS)))
    return RosterQuestion(
        name=upload.name,
        data=upload.data,
        on=reader.day("on") or today,
        place=reader.text("place"),
        given={name: values for name, values in sent.fields.items() if name in {"on", "place"}},
        errors=tuple(reader.errors),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """A number of people under its name; None where it is too small to be shown alone."""

    name: Sentence
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The people asked about in one direction, counted by when and by what is not known."""

    name: Sentence
    counts: tuple[CountView, ...]
    missing: tuple[CountView, ...]

    @classmethod
    def of(cls, group: RosterGroup) -> "GroupView":
        """Name the counts of `group`."""
        return cls(
            name=api.DIRECTION_NAMES[group.direction],
            counts=tuple(
                CountView(name=api.TIMING_NAMES[timing], people=people)
                for timing, people in group.counts.items()
            ),
            missing=tuple(CountView(name=name, people=people) for name, people in group.missing),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """A cell that could not be read; `heading` is empty where the whole row is at fault."""

    cell: str
    heading: str
    message: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPage:
    """What stands at `/ladder/roster` after a roster was sent.

    Attributes:
        rows: of the roster; `answered` and `rejected` make them up.
        people: answers, those first who may apply soonest; at most 200.
        total: number of answers.
        faults: cells of the rows rejected; at most 200 of `cells`.
        unread: sheets and columns that were not read.
    """

    on: date
    notice: Sentence
    rows: int
    answered: int
    rejected: int
    groups: tuple[GroupView, ...]
    people: tuple[PersonView, ...]
    total: int
    faults: tuple[CellFault, ...]
    cells: int
    unread: tuple[str, ...]
    documents: tuple[RulesInForce, ...]


def roster_page(answer: RosterAnswer) -> RosterPage:
    """Gather the page of `answer`."""
    people = [PersonView.of(each, verdict) for each in answer.results for verdict in each.verdicts]
    people.sort(key=lambda person: list(Timing).index(person.timing))
    faults = [fault for row in answer.rejects for fault in _faults(row)]
    return RosterPage(
        on=answer.on,
        notice=answer.notice,
        rows=len(answer.results) + len(answer.rejects),
        answered=len(answer.results),
        rejected=len(answer.rejects),
        groups=tuple(GroupView.of(group) for group in api.summarise(answer)),
        people=tuple(people[:MOST_SHOWN]),
        total=len(people),
        faults=tuple(faults[:MOST_SHOWN]),
        cells=len(faults),
        unread=answer.unread,
        documents=answer.documents,
    )


def _faults(row: RejectedRow) -> list[CellFault]:
    return [
        CellFault(cell=fault.place.address, heading=fault.heading, message=fault.message)
        for fault in row.faults
    ]


MOST_DRAINED = 64 * 1024 * 1024
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Answer = Response[dict[str, object]]


@get("/ladder/roster", media_type=MediaType.JSON, operation_id="ladder_roster", responses=FAULTS)
async def ladder_roster_page(visit: NamedDependency[Visit]) -> Response[LadderRosterContext]:
    """The form that takes a roster, and what it takes."""
    return visit.answer(
        "ladder_roster.html", lambda workspace: ladder_roster_context(workspace, MOST_BYTES)
    )


@post(
    "/ladder/roster",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="ladder_roster_screened",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def ladder_roster_screened(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """Who on a roster may apply for what, now or within a year; takes a multipart form."""

    def shown(answer: RosterAnswer) -> Answer:
        context = api.to_json(answer) if visit.view.wants_json else roster_page(answer)
        return cast("Answer", visit.private("ladder_roster_result.html", context))

    return await _answered(visit, request, shown)


@post(
    "/ladder/roster.xlsx",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_DRAINED,
)
async def ladder_roster_workbook(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """The same answer as a workbook with every person and every cell at fault."""

    def written(answer: RosterAnswer) -> Answer:
        return _ladder_attached(
            api.roster_workbook(answer, visit.view.language), "jinque-roster-result.xlsx"
        )

    return await _answered(visit, request, written)


@get("/ladder/roster/template", include_in_schema=False)
async def ladder_roster_template(visit: NamedDependency[Visit]) -> Answer:
    """An empty roster with explanations and lists to choose from."""
    made = await asyncio.to_thread(api.roster_template, visit.site.workspace, visit.view.language)
    return _ladder_attached(made, "jinque-roster.xlsx")


async def _answered(
    visit: Visit, request: AnyRequest, told: Callable[[RosterAnswer], Answer]
) -> Answer:
    """Screen what was sent and tell of it; other visits are served meanwhile."""
    question = RosterQuestion()
    try:
        body = await taken(request.stream())
        sent = await parted(body, request.headers.get("content-type", ""))
        question = read_roster_question(sent, date.today())  # noqa: DTZ011
        question.refuse()
        return await asyncio.to_thread(_screened_ladder, visit, question, told)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = RosterAgain(
            form=ladder_roster_context(visit.site.workspace, MOST_BYTES),
            given=question.given,
            errors=question.errors or (file_error(fault),),
        )
        return cast("Answer", visit.private("ladder_roster.html", again, status=400))


def _screened_ladder(
    visit: Visit, question: RosterQuestion, told: Callable[[RosterAnswer], Answer]
) -> Answer:
    try:
        answer = api.screen_roster(
            visit.site.workspace,
            question.data,
            name=question.name,
            on=question.on,
            place=question.place,
        )
        return told(answer)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise _unforeseen(fault) from None


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a roster failed: %s in %s, line %s", *at)
    return MachineError(
        say("The server could not work on the roster; nothing was kept."),
        hint=say("Save it as .csv and try again; if it stays so, tell the operator."),
    )


def _ladder_attached(workbook: bytes, name: str) -> Answer:
    made = Response(
        workbook,
        media_type=WORKBOOK,
        headers={
            "cache-control": "no-store",
            "content-disposition": attached(name),
        },
    )
    return cast("Answer", made)


@get("/assess/roster", media_type=MediaType.JSON, operation_id="assess_roster", responses=FAULTS)
async def assess_roster_page(visit: NamedDependency[Visit]) -> Response[AssessRosterContext]:
    """The form that takes a roster, and what it takes."""
    return visit.answer("assess_roster.html", lambda _: assess_roster_context(MOST_BYTES))


@post(
    "/assess/roster",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess_roster_screened",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def assess_roster_screened(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """Who on a roster meets what posts print, as a workbook or JSON; takes a multipart form."""
    question = RosterQuestion()
    try:
        body = await taken(request.stream())
        sent = await parted(body, request.headers.get("content-type", ""))
        question = read_roster_question(sent, date.today())  # noqa: DTZ011
        question.refuse()
        return await asyncio.to_thread(_screened_posts, visit, question)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = AssessRosterAgain(
            form=assess_roster_context(MOST_BYTES),
            given=question.given,
            errors=question.errors or (file_error(fault),),
        )
        return cast("Answer", visit.private("assess_roster.html", again, status=400))


@get("/assess/roster/template", include_in_schema=False)
async def assess_roster_template(visit: NamedDependency[Visit]) -> Answer:
    """An empty roster with explanations and lists to choose from."""
    return _posts_attached(
        await asyncio.to_thread(screening_template, visit.view.language), "jinque-people.xlsx"
    )


ASSESS_ROSTER_PAGES = (assess_roster_page, assess_roster_screened, assess_roster_template)


def _screened_posts(visit: Visit, question: RosterQuestion) -> Answer:
    try:
        answer, given = screen_given(
            visit.site.workspace, question.data, name=question.name, on=question.on
        )
        if visit.view.wants_json:
            found = screening_told(answer, given)
            return cast("Answer", visit.private("assess_roster.html", found))
        return _posts_attached(
            screening_workbook(answer, given, visit.view.language), "jinque-people-result.xlsx"
        )
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise unforeseen(fault, "roster") from None


def _posts_attached(workbook: bytes, name: str) -> Answer:
    headers = {
        "cache-control": "no-store",
        "content-disposition": attached(name),
    }
    return cast("Answer", Response(workbook, media_type=WORKBOOK, headers=headers))
