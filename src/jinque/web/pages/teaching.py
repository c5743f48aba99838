"""For colleges and pupils: majors, a curriculum beside posts, an occupation in plain words.

A curriculum held against posts: what the form takes and what it answers.

An occupation in plain words.

Majors that posts name, and the posts that name one.
"""

import asyncio
import re
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import quote

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque import api
from jinque.errors import InvalidOptionError, JinqueError, WrongCallError
from jinque.locale import joined, say
from jinque.model.teaching import CurriculumChoice, GuideAnswer
from jinque.web.forms import MOST_BYTES, FieldError, Sent, Upload, parted, taken
from jinque.web.pages.coding import MOST_DRAINED
from jinque.web.rendering import AnyRequest
from jinque.web.shown import Row, ladder_hrefs
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit, unforeseen

FORMATS = (".txt", ".docx", ".pdf")
FIELDS = ("text", "major", "occupation", "post")
_SPLIT = re.compile(r"[\s,，;；、]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumContext:
    """What `/curriculum` shows.

    Attributes:
        text: as pasted; that of a file is not repeated.
        major: as typed, as are `occupation` and `post`.
        foreign: posts for foreign nationals count.
        answer: None before anything is sent, and where something is wrong.
        errors: fields that could not be read.
        formats: how the name of a file may end.
        most_bytes: size of the largest form taken.
    """

    text: str = ""
    major: str = ""
    occupation: str = ""
    post: str = ""
    foreign: bool = False
    answer: Row | None = None
    errors: tuple[FieldError, ...] = ()
    formats: tuple[str, ...] = FORMATS
    most_bytes: int = MOST_BYTES

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """The short fields of the form as they are filled in."""
        return {"major": (self.major,), "occupation": (self.occupation,), "post": (self.post,)}


def curriculum_form(sent: Sent) -> CurriculumContext:
    """Return the fields of a form as they came."""
    values = {name: (sent.fields.get(name) or ("",))[0].strip() for name in (*FIELDS, "foreign")}
    return CurriculumContext(
        text=values["text"],
        major=values["major"],
        occupation=values["occupation"],
        post=values["post"],
        foreign=values["foreign"] == "yes",
    )


def curriculum_answer(workspace: api.Workspace, form: CurriculumContext, sent: Sent) -> Row:
    """Look for the terms of the chosen posts in the text that was sent.

    Raises:
        WrongCallError: nothing is chosen, the text is empty or too long, or the file unreadable.
    """
    choice = CurriculumChoice(
        major=form.major,
        occupation=form.occupation,
        posts=tuple(each for each in _SPLIT.split(form.post) if each),
        foreign=form.foreign,
    )
    upload = sent.files.get("file", Upload(name="", data=b""))
    text = _text_of(upload) if upload.name else form.text
    found: dict[str, object] = api.to_json(api.curriculum(workspace, text, choice))
    return found


def field_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong beside its field, with what to do next."""
    field = _CODES.get(fault.code, fault.where)
    return FieldError(
        field=field if field in FIELDS else "curriculum", value="", message=fault.told
    )


_CODES = {"occupation_unknown": "occupation", "post_unknown": "post", "edition_unknown": "post"}


def _text_of(upload: Upload) -> str:
    if upload.name.lower().endswith(FORMATS):
        return api.curriculum_text(upload.data, upload.name)
    raise InvalidOptionError(
        say("Files of this kind are not read here."),
        where="file",
        hint=say(
            "It ends with one of {formats}; the text may be pasted too.", formats=joined(FORMATS)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorsContext:
    """What `/majors` shows.

    Attributes:
        foreign: posts for foreign nationals count.
        names: names as printed, those of most posts first.
        left_out: posts for foreign nationals that name a major or a background and do not count.
        shares: how many posts of each catalogue name a major at all.
    """

    foreign: bool
    names: tuple[Row, ...]
    left_out: int
    shares: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorContext:
    """What `/majors/{name}` shows.

    Attributes:
        query: the name in the address.
        foreign: posts for foreign nationals count.
        entries: majors of that name in the official lists.
        posts: by place, the same major before its class.
        left_out: posts for foreign nationals that name it and are not among `posts`.
        terms: tools, certificates, languages, abilities of these posts with their clauses.
        shares: how many posts of each catalogue name a major at all.
    """

    query: str
    foreign: bool
    entries: tuple[Row, ...]
    posts: tuple[Row, ...]
    left_out: int
    terms: tuple[Row, ...]
    shares: tuple[Row, ...]


def majors_context(workspace: api.Workspace, *, foreign: bool) -> MajorsContext:
    """Gather every name of a major that posts print."""
    shown = api.to_json(api.majors(workspace, foreign=foreign))
    return MajorsContext(
        foreign=foreign,
        names=rows(shown["names"]),
        left_out=cast("int", shown["left_out"]),
        shares=rows(shown["shares"]),
    )


def major_context(workspace: api.Workspace, name: str, *, foreign: bool) -> MajorContext:
    """Gather the posts that name a major or its class.

    Raises:
        InvalidOptionError: the name is longer than 100 characters.
    """
    answer = api.major(workspace, name, foreign=foreign)
    shown = api.to_json(answer)
    return MajorContext(
        query=answer.query,
        foreign=foreign,
        entries=rows(shown["entries"]),
        posts=rows(shown["posts"]),
        left_out=answer.left_out,
        terms=rows(shown["terms"]),
        shares=rows(shown["shares"]),
    )


def rows(found: object) -> tuple[Row, ...]:
    """Return the objects of a list of an answer."""
    return tuple(cast("list[Row]", found))


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideContext:
    """What `/occupations/{occupation}/guide` shows.

    Attributes:
        query: the code or name in the address.
        foreign: posts for foreign nationals count.
        entries: several where two editions disagree about a code.
        ladder_hrefs: addresses of the rows of the rules' table that have its name, by row.
    """

    query: str
    foreign: bool
    entries: tuple[Row, ...]
    ladder_hrefs: dict[str, str]


def guide_context(workspace: api.Workspace, typed: str, *, foreign: bool) -> GuideContext:
    """Gather what the catalogues print of an occupation.

    Raises:
        UnknownOccupationError: there is no such code or name.
    """
    answer: GuideAnswer = api.guide(workspace, typed, foreign=foreign)
    entries = api.occupation(workspace, typed).entries
    named = [
        each.post.id
        for entry in entries
        for each in (*entry.posts, *entry.proposed)
        if each.post.name == entry.found.entry.name
    ]
    return GuideContext(
        query=answer.query,
        foreign=foreign,
        entries=rows(api.to_json(answer)["entries"]),
        ladder_hrefs=ladder_hrefs(workspace, named),
    )


YES = "yes"


@get("/majors", media_type=MediaType.JSON, operation_id="majors", responses=FAULTS)
async def majors_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", foreign: FromQuery[str] = ""
) -> Response[MajorsContext]:
    """The majors that posts name; with `q`, the way to one."""
    typed = q.strip()
    if typed:
        ending = ".json" if visit.view.wants_json else ""
        place = f"/majors/{quote(typed, safe='')}{ending}"
        place += f"?foreign={YES}" if foreign == YES else ""
        moved = Response(b"", status_code=303, headers={"location": place})
        return cast("Response[MajorsContext]", moved)
    return visit.answer("majors.html", lambda w: majors_context(w, foreign=foreign == YES))


@get("/majors/{name:str}", media_type=MediaType.JSON, operation_id="major", responses=FAULTS_OF_ONE)
async def major_page(
    visit: NamedDependency[Visit], name: FromPath[str], foreign: FromQuery[str] = ""
) -> Response[MajorContext]:
    """The posts that name a major or its class, and what their clauses print."""
    return visit.answer("major.html", lambda w: major_context(w, name, foreign=foreign == YES))


@get(
    "/occupations/{occupation:str}/guide",
    media_type=MediaType.JSON,
    operation_id="guide",
    responses=FAULTS_OF_ONE,
)
async def guide_page(
    visit: NamedDependency[Visit], occupation: FromPath[str], foreign: FromQuery[str] = ""
) -> Response[GuideContext]:
    """An occupation in plain words."""
    return visit.answer(
        "guide.html", lambda w: guide_context(w, occupation, foreign=foreign == YES)
    )


@get("/curriculum", media_type=MediaType.JSON, operation_id="curriculum", responses=FAULTS)
async def curriculum_page(
    visit: NamedDependency[Visit],
    major: FromQuery[str] = "",
    occupation: FromQuery[str] = "",
    foreign: FromQuery[str] = "",
) -> Response[CurriculumContext]:
    """The form that takes a curriculum; `major` and `occupation` fill it in."""
    form = CurriculumContext(major=major, occupation=occupation, foreign=foreign == YES)
    return visit.answer("curriculum.html", lambda _: form)


@post(
    "/curriculum",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="curriculum_read",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def curriculum_read(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[CurriculumContext]:
    """Which terms of some posts stand in a curriculum; takes a multipart form, keeps nothing."""
    form = CurriculumContext()
    try:
        body = await taken(request.stream())
        sent = await parted(body, request.headers.get("content-type", ""))
        form = curriculum_form(sent)
        answer = await asyncio.to_thread(_answered, visit, form, sent)
        return visit.private("curriculum.html", replace(form, answer=answer))
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = replace(form, errors=(field_error(fault),))
        return visit.private("curriculum.html", again, status=400)


TEACHING_PAGES = (majors_page, major_page, guide_page, curriculum_page, curriculum_read)


def _answered(visit: Visit, form: CurriculumContext, sent: Sent) -> Row:
    try:
        return curriculum_answer(visit.site.workspace, form, sent)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote the text, so it is not logged
        raise unforeseen(fault, "curriculum") from None
