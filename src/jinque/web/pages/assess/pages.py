"""One person beside all posts of all cities; nothing of it is kept.

The six questions that a self-check begins with.

A self-check: asked by POST only, so that no address and no log holds anything personal.

What a self-check is asked, and its answer worked on in a thread.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ParamSpec, TypeVar, cast
from urllib.parse import parse_qsl

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import SerializationException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from jinque import api
from jinque.errors import InvalidOptionError, JinqueError, SourceTooLargeError
from jinque.locale import Sentence, Translator, say
from jinque.model import Kind
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    Distance,
    Overview,
    WantedItem,
)
from jinque.web.forms import FieldError
from jinque.web.pages.assess.answer import (
    AssessGroup,
    AssessPostContext,
    AssessRow,
    PathsView,
    VerdictCount,
    assess_post_context,
    assess_sheet,
    counts_of,
    group_of,
    grouped,
    paths_of,
    places_of,
)
from jinque.web.pages.assess.form import (
    AssessQuestion,
    FieldsView,
    all_questions,
    from_form,
    from_json,
    next_questions,
    read_assess_question,
    six_questions,
)
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit, unforeseen

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
    notice: Sentence = SELF_CHECK_NOTICE
    condition: Sentence = NOT_YET_CONDITION
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...] = ()
    aim: str | None = None
    counts: tuple[VerdictCount, ...] = ()
    total: int = 0
    groups: tuple[AssessGroup, ...] = ()
    near_misses: tuple[AssessRow, ...] = ()
    no_stated: AssessGroup | None = None
    paths: tuple[PathsView, ...] = ()
    wanted: tuple[WantedItem, ...] = ()
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
        wanted=view.wanted.items,
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
    near = view.near_misses.where(lambda each: each.nearness.distance is not Distance.FAR)
    return tuple(map(AssessRow.of, (near or view.near_misses)[:MOST_NEAR_MISSES]))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """The post that the visitor came from."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessStartContext:
    """What `/assess` shows.

    Attributes:
        notice: what a result is not.
        post: None where the visitor came from no post.
        questions: the six questions.
        posts: posts in the record.
        editions: catalogues that hold posts.
    """

    notice: Sentence = SELF_CHECK_NOTICE
    post: PostCard | None
    questions: tuple[FieldsView, ...]
    posts: int
    editions: int


def assess_start_context(workspace: api.Workspace, post_id: str) -> AssessStartContext:
    """Gather the form; `post_id` is empty where the visitor came from no post.

    Raises:
        UnknownPostError: no post is called so.
    """
    counts = [each.counts.get(Kind.POST, 0) for each in api.catalogues(workspace)]
    post = api.show(workspace, post_id).post if post_id else None
    return AssessStartContext(
        post=PostCard(id=post.id, name=post.name_printed) if post else None,
        questions=six_questions({"aim": (post.name,)} if post else {}),
        posts=sum(counts),
        editions=len([count for count in counts if count]),
    )


Asked = ParamSpec("Asked")
Told = TypeVar("Told")

MOST_BYTES = 64 * 1024


async def worked(build: Callable[Asked, Told], *args: Asked.args, **kwargs: Asked.kwargs) -> Told:
    """Work in a thread; what nobody foresaw is logged without its words, which may quote answers.

    Raises:
        JinqueError: as `build` does.
    """
    try:
        return await asyncio.to_thread(build, *args, **kwargs)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote an answer
        raise unforeseen(fault, "self-check") from None


async def question_of(request: AnyRequest) -> AssessQuestion:
    """Read the question that was sent.

    Raises:
        InvalidOptionError: the body is no JSON object.
        SourceTooLargeError: it is larger than `MOST_BYTES`.
    """
    try:
        given = await _given(request)
    except RequestEntityTooLarge:
        raise _too_large() from None
    return read_assess_question(given, date.today())  # noqa: DTZ011


def _too_large() -> SourceTooLargeError:
    most = MOST_BYTES // 1024
    return SourceTooLargeError(
        say("The answers are longer than {most} KB and were not read.", most=most),
        hint=say("Tell only what bears on the requirements."),
    )


async def _given(request: AnyRequest) -> Mapping[str, tuple[str, ...]]:
    kind = request.content_type[0]
    if kind == RequestEncodingType.URL_ENCODED:
        return from_form(parse_qsl((await request.body()).decode(errors="replace")))
    if kind != MediaType.JSON:
        return from_form((await request.form()).multi_items())
    try:
        return from_json(await request.json())
    except (SerializationException, RecursionError) as fault:
        raise InvalidOptionError(
            say("The body is no JSON"),
            hint=say("Check quotes and commas; docs/reference/person.md lists the keys"),
        ) from fault


def refuse_json(visit: Visit, errors: tuple[FieldError, ...]) -> None:
    """Answer JSON whose values cannot be read with an error; a form comes back with its errors.

    Raises:
        InvalidOptionError: the first of them.
    """
    if errors and visit.view.wants_json:
        first = errors[0]
        raise InvalidOptionError(
            say("{field}: {message}", field=first.field, message=first.message),
            where=first.field,
            hint=say("docs/reference/person.md lists the keys"),
        )


WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ATTACHED = {
    "cache-control": "no-store",
    "content-disposition": 'attachment; filename="jinque-self-check.docx"',
}


@get("/assess", media_type=MediaType.JSON, operation_id="assess_start", responses=FAULTS_OF_ONE)
async def assess_start_page(
    visit: NamedDependency[Visit], post: FromQuery[str] = ""
) -> Response[AssessStartContext]:
    """The six questions of a self-check; `post` only names the post that one comes from."""
    return visit.answer(
        "assess.html", lambda workspace: assess_start_context(workspace, post.strip())
    )


@post(
    "/assess",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess",
    responses=FAULTS,
    request_max_body_size=MOST_BYTES,
)
async def assess_page(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[AssessContext]:
    """One person beside all posts of all cities; takes a form or a JSON object."""
    question = await question_of(request)
    refuse_json(visit, question.errors)
    context = await worked(assess_context, visit.site.workspace, question)
    status = 400 if context.errors else 200
    return visit.private("assess_result.html", context, status=status)


@post(
    "/assess/posts/{post_id:path}",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess_post",
    responses=FAULTS_OF_ONE,
    request_max_body_size=MOST_BYTES,
)
async def assess_post_page(
    visit: NamedDependency[Visit], request: AnyRequest, post_id: FromPath[str]
) -> Response[AssessPostContext]:
    """One person beside one post, clause by clause; takes a form or a JSON object."""
    question = await question_of(request)
    refuse_json(visit, question.errors)
    name = post_id.removeprefix("/")
    context = await worked(assess_post_context, visit.site.workspace, question, name)
    status = 400 if context.errors else 200
    return visit.private("assess_post.html", context, status=status)


@get("/assess/posts/{post_id:path}", include_in_schema=False)
async def assess_post_again(post_id: FromPath[str]) -> Redirect:
    """Lead back to the form whoever opens the address of an answer."""
    return Redirect("/assess", query_params={"post": post_id.removeprefix("/")}, status_code=303)


@post(
    "/assess/sheet/{post_id:path}",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_BYTES,
)
async def assess_sheet_file(
    visit: NamedDependency[Visit], request: AnyRequest, post_id: FromPath[str]
) -> Response[AssessPostContext]:
    """The same answer as a Word file to be printed and taken along."""
    question = await question_of(request)
    name = post_id.removeprefix("/")
    context = await worked(assess_post_context, visit.site.workspace, question, name)
    if context.post is None:
        return visit.private("assess_post.html", context, status=400)
    paper = assess_sheet(context, context.post, Translator(visit.view.language))
    written = await worked(api.paper_docx, paper)
    made = Response(written, media_type=WORD_FILE, headers=ATTACHED)
    return cast("Response[AssessPostContext]", made)
