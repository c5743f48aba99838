"""Rendered answers, kept for as long as the record stays as it is.

An error as a page.

Errors as answers: one table from the error tree to HTTP, one shape, in words.

Faults while something private is worked on: logged by kind and place, never by their words.

What every page may answer beside itself, for the description in OpenAPI.

One visit to the site: a context asked for, rendered or taken from those kept.
"""

import hashlib
import logging
import re
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast
from urllib.parse import quote

from litestar import Response
from litestar.datastructures import Cookie
from litestar.exceptions import (
    HTTPException,
    NotFoundException,
    TooManyRequestsException,
    ValidationException,
)
from litestar.openapi.datastructures import ResponseSpec

from jinque import api
from jinque.errors import (
    BuiltinEditionError,
    DraftBlockedError,
    DraftClosedError,
    DraftStaleError,
    ForbiddenError,
    ForeignFormError,
    FormatNotOfferedError,
    FourEyesError,
    InvalidOptionError,
    JinqueError,
    MachineError,
    NotApprovedError,
    NotSignedInError,
    PoorerReadingError,
    RecordBusyError,
    RelatedEditionError,
    SignInRefusedError,
    StaleCursorError,
    TooManyRequestsError,
    UnderReviewError,
    UnknownDraftError,
    UnknownEditionError,
    UnknownOccupationError,
    UnknownPageError,
    UnknownPostError,
    UnknownRuleSetError,
    UnknownSourceError,
    WrongCallError,
)
from jinque.locale import Translator, say
from jinque.web.rendering import AnyRequest, Renderer, View, release

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A rendered page or its JSON twin.

    Attributes:
        body: the bytes to send, not compressed.
        media_type: without a character set, which is UTF-8.
        etag: a weak tag; the same for the same record, address, language and letter size.
    """

    body: bytes
    media_type: str
    etag: str


class AnswerCache:
    """The answers asked for last, at most `limit` bytes of them.

    An answer larger than an eighth of the limit is not kept, so that one long list cannot drive
    all others out. Keys hold what visitors type: their characters have a limit of their own.
    """

    def __init__(self, *, limit: int = 32 * 1024 * 1024, key_limit: int = 2 * 1024 * 1024) -> None:
        self._limit = limit
        self._key_limit = key_limit
        self._held = 0
        self._held_in_keys = 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()

    def get(self, key: Key) -> Answer | None:
        """Return the answer kept under `key` and count it as just used."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep `answer`, dropping those not asked for longest."""
        length = sum(map(len, key))
        is_large = len(answer.body) > self._limit // 8 or length > self._key_limit // 8
        if is_large or key in self._answers:
            return
        self._answers[key] = answer
        self._held += len(answer.body)
        self._held_in_keys += length
        while self._held > self._limit or self._held_in_keys > self._key_limit:
            old, dropped = self._answers.popitem(last=False)
            self._held -= len(dropped.body)
            self._held_in_keys -= sum(map(len, old))


def etag_of(key: Key) -> str:
    """Return a weak tag for what `key` names: compressed and plain bytes share it."""
    return f'W/"{hashlib.sha256(chr(0).join(key).encode()).hexdigest()[:20]}"'


_CODE = re.compile(r"\d(?:-\d{2}){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBody:
    """The one shape of an error.

    Attributes:
        code: stable name.
        message: what is wrong, naming the offending value.
        where: the place at fault; empty when there is none.
        hint: what to do next.
    """

    code: str
    message: str
    where: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorContext:
    """What stands in place of a page that cannot be shown; all that the JSON twin has."""

    error: ErrorBody

    @classmethod
    def of(cls, fault: JinqueError, language: str) -> "ErrorContext":
        """Put `fault` into one language."""
        return cls(error=ErrorBody(**fault.to_dict(Translator(language))["error"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A page that the reader may have meant."""

    id: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """The same error for a reader: what its hint names can be followed."""

    error: ErrorBody
    near: tuple[Near, ...]

    @classmethod
    def of(cls, workspace: api.Workspace, fault: JinqueError, language: str) -> "ErrorPage":
        """Put `fault` into one language, with links to the identifiers in its hint."""
        body = ErrorContext.of(fault, language).error
        hint = Translator("zh")(fault.hint) if fault.hint else ""
        named = dict.fromkeys(re.split(r"[、：，？\s]+", hint))
        if isinstance(fault, UnknownEditionError):
            known, page = {each.id for each in api.catalogues(workspace)}, "editions"
        elif isinstance(fault, UnknownPostError) and ":" in fault.where:
            edition = api.edition(workspace, fault.where.partition(":")[0]).edition
            known, page = {post.id for post in edition.posts}, "posts"
        elif isinstance(fault, UnknownOccupationError):
            known, page = {each for each in named if _CODE.fullmatch(each)}, "occupations"
        else:
            known, page = set(), ""
        near = (Near(id=each, href=f"/{page}/{quote(each, safe='/:')}") for each in named)
        return cls(error=body, near=tuple(each for each in near if each.id in known))


STATUS: Mapping[type[JinqueError], int] = {
    UnknownEditionError: 404,
    UnknownOccupationError: 404,
    UnknownPostError: 404,
    UnknownRuleSetError: 404,
    UnknownPageError: 404,
    UnknownSourceError: 404,
    NotSignedInError: 401,
    SignInRefusedError: 401,
    ForeignFormError: 403,
    UnknownDraftError: 404,
    ForbiddenError: 403,
    FourEyesError: 403,
    DraftBlockedError: 409,
    DraftClosedError: 409,
    DraftStaleError: 409,
    NotApprovedError: 409,
    UnderReviewError: 409,
    RelatedEditionError: 409,
    PoorerReadingError: 409,
    BuiltinEditionError: 409,
    FormatNotOfferedError: 406,
    StaleCursorError: 409,
    TooManyRequestsError: 429,
    WrongCallError: 400,
    RecordBusyError: 503,
    MachineError: 500,
    JinqueError: 500,
}


def status_of(error: JinqueError) -> int:
    """Return the HTTP status of the nearest class in the table."""
    return next(STATUS[ancestor] for ancestor in type(error).__mro__ if ancestor in STATUS)


def as_fault(request: AnyRequest, error: Exception) -> tuple[JinqueError, int]:
    """Put any exception into words; what nobody foresaw is logged and told without its details."""
    if isinstance(error, JinqueError):
        is_ours = isinstance(error, MachineError)
        return _of_the_machine(request, error) if is_ours else error, status_of(error)
    if isinstance(error, ValidationException):
        return _invalid_option(request, error), 400
    if isinstance(error, NotFoundException):
        return _unknown_page(request), 404
    if isinstance(error, TooManyRequestsException):
        return _too_many(request), 429
    if isinstance(error, HTTPException) and error.status_code < 500:  # noqa: PLR2004
        return _refused(request, error), error.status_code
    logging.getLogger("jinque.web").error("%s failed", request.url.path, exc_info=error)
    return _unforeseen(request), 500


def _of_the_machine(request: AnyRequest, error: JinqueError) -> JinqueError:
    """Tell a visitor no address of a database or folder; the operator finds it in the log."""
    if "/" not in error.where and "\\" not in error.where:
        return error
    logging.getLogger("jinque.web").error("%s: %s (%s)", request.url.path, error, error.where)
    message = (
        say("The record is busy or cannot be reached at the moment; nothing was changed.")
        if isinstance(error, RecordBusyError)
        else say("The server could not carry out the request; no data changed")
    )
    hint = say("Try again in a moment; if it stays so, tell the operator: the log says why.")
    return type(error)(message, where=request.scope["path"], hint=hint)


def _invalid_option(request: AnyRequest, error: ValidationException) -> JinqueError:
    extra = error.extra if isinstance(error.extra, list) else []
    name = str(extra[0].get("key", "")) if extra else ""
    value = request.query_params.get(name, "")
    return InvalidOptionError(
        say("{name} in the address cannot be “{value}”", name=name, value=value),
        where=name,
        hint=say("Correct it or leave it out; /openapi lists the parameters of every page"),
    )


def _unknown_page(request: AnyRequest) -> JinqueError:
    return UnknownPageError(
        say("There is no page at this address"),
        where=request.scope["path"],
        hint=say(
            "Check that the address is complete, or begin at the start page, the "
            "catalogues or the search"
        ),
    )


def _refused(request: AnyRequest, error: HTTPException) -> JinqueError:
    return WrongCallError(
        say(
            "The site does not take such a request ({method}, status {status_code})",
            method=request.method,
            status_code=error.status_code,
        ),
        where=request.scope["path"],
        hint=say("The site is for reading only; use GET"),
    )


def _too_many(request: AnyRequest) -> JinqueError:
    return TooManyRequestsError(
        say("Too many requests from one address within a minute"),
        where=request.scope["path"],
        hint=say(
            "Try again in a minute; for all data use jinque export --all, or take larger "
            "pages (limit)"
        ),
    )


def _unforeseen(request: AnyRequest) -> JinqueError:
    return MachineError(
        say("The server could not carry out the request; no data changed"),
        where=request.scope["path"],
        hint=say(
            "Try again later; if it stays so, tell the operator this address: the reason "
            "is in the server's log"
        ),
    )


def unforeseen(fault: Exception, task: str) -> MachineError:
    """Log where a fault arose and return what the visitor is told.

    Args:
        fault: its message may quote what the visitor sent, so it is not logged.
        task: what was done, for the log.
    """
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (task, type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a %s failed: %s in %s, line %s", *at)
    return MachineError(
        say("The server could not carry out this check; nothing was kept."),
        hint=say("Change an answer and try again; if it stays so, tell the operator."),
    )


REFUSED = ResponseSpec(ErrorContext, generate_examples=False, description="The address is wrong.")
UNKNOWN = ResponseSpec(ErrorContext, generate_examples=False, description="There is no such thing.")
STALE = ResponseSpec(ErrorContext, generate_examples=False, description="Begin again.")
FOREIGN = ResponseSpec(ErrorContext, generate_examples=False, description="No such format.")
MANY = ResponseSpec(ErrorContext, generate_examples=False, description="Wait a minute.")

FAULTS = {400: REFUSED}
FAULTS_OF_ONE = {400: REFUSED, 404: UNKNOWN}
FAULTS_OF_DATA = {**FAULTS, 406: FOREIGN, 429: MANY}
FAULTS_OF_ONE_OBJECT = {**FAULTS_OF_ONE, 406: FOREIGN, 429: MANY}
FAULTS_OF_A_LIST = {**FAULTS_OF_ONE_OBJECT, 409: STALE}


Context = TypeVar("Context")

ONE_YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all visits share."""

    workspace: api.Workspace
    renderer: Renderer
    cache: AnswerCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request for one page.

    Attributes:
        known_etags: those the client already holds.
    """

    site: Site
    view: View
    known_etags: frozenset[str]

    def answer(self, template: str, build: Callable[[api.Workspace], Context]) -> Response[Context]:
        """Return the page, its twin, or 304 where the client holds it already.

        Args:
            template: file of the page's HTML.
            build: makes the context; called only when no answer is kept.
        """
        key = (release(), api.revision(self.site.workspace), *self.view.key)
        etag = etag_of(key)
        if etag in self.known_etags:
            return cast("Response[Context]", _response(b"", "", self.view, etag, status=304))
        kept = self.site.cache.get(key)
        if kept is None:
            context = build(self.site.workspace)
            body, media_type = self.site.renderer.render(template, context, self.view)
            kept = Answer(body=body, media_type=media_type, etag=etag)
            self.site.cache.put(key, kept)
        made = _response(kept.body, kept.media_type, self.view, etag)
        return cast("Response[Context]", made)

    def private(self, template: str, context: Context, *, status: int = 200) -> Response[Context]:
        """Return a page or its twin that tells of a person: kept nowhere, here or on the way."""
        body, media_type = self.site.renderer.render(template, context, self.view)
        made = _response(body, media_type, self.view, "", status=status)
        return cast("Response[Context]", made)


RETRY_AFTER_S = {429: 60, 503: 5}


def fault_response(site: Site, view: View, fault: JinqueError, status: int) -> Response[bytes]:
    """Return an error as a page in words or in the one JSON shape; never kept."""
    context: ErrorContext | ErrorPage = (
        ErrorContext.of(fault, view.language)
        if view.wants_json
        else ErrorPage.of(site.workspace, fault, view.language)
    )
    body, media_type = site.renderer.render("error.html", context, view)
    made = _response(body, media_type, view, "", status=status)
    if status in RETRY_AFTER_S:
        made.headers["retry-after"] = str(RETRY_AFTER_S[status])
    return made


def _response(
    body: bytes, media_type: str, view: View, etag: str, *, status: int = 200
) -> Response[bytes]:
    headers = {
        "cache-control": "no-cache" if etag else "no-store",
        "vary": "accept, cookie",
        "content-language": view.language,
    }
    if etag:
        headers["etag"] = etag
    cookies = [
        Cookie(key=name, value=value, max_age=ONE_YEAR_S, samesite="lax", httponly=True)
        for name, value in view.chosen
    ]
    return Response(
        body, status_code=status, media_type=media_type or None, headers=headers, cookies=cookies
    )
