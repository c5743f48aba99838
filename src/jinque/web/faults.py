"""Errors as answers: one table from the error tree to HTTP, one shape, in words."""

import logging
from collections.abc import Mapping

from litestar.exceptions import (
    HTTPException,
    NotFoundException,
    TooManyRequestsException,
    ValidationException,
)

from jinque.errors import (
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
    UnknownSourceError,
    WrongCallError,
)
from jinque.web.view import AnyRequest

STATUS: Mapping[type[JinqueError], int] = {
    UnknownEditionError: 404,
    UnknownOccupationError: 404,
    UnknownPostError: 404,
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
        return error, status_of(error)
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


def _invalid_option(request: AnyRequest, error: ValidationException) -> JinqueError:
    extra = error.extra if isinstance(error.extra, list) else []
    name = str(extra[0].get("key", "")) if extra else ""
    value = request.query_params.get(name, "")
    return InvalidOptionError(
        f"地址中的 {name} 不能是“{value}”",
        f"{name} in the address cannot be “{value}”",
        where=name,
        hint_zh="请改正或去掉这一项；各页的参数见 /openapi",
        hint_en="Correct it or leave it out; /openapi lists the parameters of every page",
    )


def _unknown_page(request: AnyRequest) -> JinqueError:
    return UnknownPageError(
        "这个地址没有页面",
        "There is no page at this address",
        where=request.scope["path"],
        hint_zh="请检查地址是否完整，或从首页、目录、检索重新开始",
        hint_en="Check that the address is complete, or begin at the start page, the catalogues "
        "or the search",
    )


def _refused(request: AnyRequest, error: HTTPException) -> JinqueError:
    return WrongCallError(
        f"本站不接受这样的请求（{request.method}，状态 {error.status_code}）",
        f"The site does not take such a request ({request.method}, status {error.status_code})",
        where=request.scope["path"],
        hint_zh="本站只供阅读，请用 GET",
        hint_en="The site is for reading only; use GET",
    )


def _too_many(request: AnyRequest) -> JinqueError:
    return TooManyRequestsError(
        "这个地址一分钟内的请求太多",
        "Too many requests from one address within a minute",
        where=request.scope["path"],
        hint_zh="请一分钟后再试；要全部数据，用 jinque export --all，或每次多取一些（limit）",
        hint_en="Try again in a minute; for all data use jinque export --all, or take larger "
        "pages (limit)",
    )


def _unforeseen(request: AnyRequest) -> JinqueError:
    return MachineError(
        "服务器没能完成这个请求；数据没有改变",
        "The server could not carry out the request; no data changed",
        where=request.scope["path"],
        hint_zh="请稍后再试；若仍如此，请把本页地址告诉管理员，原因在服务器日志里",
        hint_en="Try again later; if it stays so, tell the operator this address: the reason is "
        "in the server's log",
    )
