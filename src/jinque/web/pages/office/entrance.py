"""Signing in, and another password.

Signing in and out.

Who did what in the office.

Who did what.

Another password for oneself.
"""

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated, cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect

from jinque.errors import InvalidOptionError, JinqueError, SignInRefusedError, WeakPasswordError
from jinque.locale import Sentence, say
from jinque.model.account import HistoryLine
from jinque.web.desk import (
    SEE_OTHER,
    Desk,
    DeskView,
    Form,
    OfficeSite,
    check_form,
    check_origin,
    form_token,
    new_token,
    sent_form,
    way_back,
)
from jinque.web.forms import Paging
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, Visit, status_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a form was not carried out.

    Attributes:
        field: the field at fault, or empty.
        hint: what to do next.
    """

    code: str
    field: str
    message: Sentence
    hint: Sentence | None

    @classmethod
    def of(cls, fault: JinqueError) -> "Refusal":
        """Put an error into words."""
        return cls(code=fault.code, field=fault.where, message=fault.message, hint=fault.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInContext:
    """What `/office/sign-in` shows.

    Attributes:
        to: page of the office that signing in leads to.
        name: as typed before, or empty.
        form_token: what the form has to carry.
        refusal: why signing in failed; None at the first look.
    """

    to: str
    name: str
    form_token: str
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordContext:
    """What `/office/password` shows.

    Attributes:
        refusal: why the password was not changed; None at the first look.
        is_changed: it was changed just now.
    """

    desk: DeskView
    refusal: Refusal | None
    is_changed: bool


LINES_PER_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHistoryContext:
    """What `/office/history` shows.

    Attributes:
        lines: those of this page, the last one first.
        total: lines in all.
    """

    desk: DeskView
    lines: tuple[HistoryLine, ...]
    total: int
    paging: Paging


def office_history_context(desk: Desk, page: int) -> OfficeHistoryContext:
    """Gather a page of the history.

    Raises:
        InvalidOptionError: there is no such page.
    """
    accounts = desk.site.office.accounts
    total = accounts.history_length()
    paging = Paging.of(total, page, LINES_PER_PAGE)
    return OfficeHistoryContext(
        desk=desk.shown,
        lines=accounts.history(LINES_PER_PAGE, paging.offset),
        total=total,
        paging=paging,
    )


MOST_BYTES = 16 * 1024


@get("/office/sign-in", media_type=MediaType.JSON, operation_id="office_sign_in", responses=FAULTS)
async def sign_in_page(
    visit: NamedDependency[Visit],
    site: NamedDependency[OfficeSite],
    request: AnyRequest,
    to: FromQuery[str] = "/office",
) -> Response[SignInContext]:
    """The form that asks for name and password."""
    cookies = site.cookies
    back = way_back(to)
    signed_in = cookies.token(request.cookies, cookies.session)
    if site.office.signing.signed_in(signed_in) is not None:
        return cast("Response[SignInContext]", Redirect(back, status_code=SEE_OTHER))
    token = cookies.token(request.cookies, cookies.door) or new_token()
    context = SignInContext(to=back, name="", form_token=form_token(token), refusal=None)
    made = visit.private("office/sign_in.html", context)
    made.set_cookie(cookies.set(cookies.door, token))
    return made


@post(
    "/office/sign-in",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="office_signed_in",
    responses=FAULTS,
    request_max_body_size=MOST_BYTES,
)
async def sign_in(
    visit: NamedDependency[Visit], site: NamedDependency[OfficeSite], request: AnyRequest
) -> Response[SignInContext]:
    """Begin a session; `name`, `password`, `to` and `form_token` stand in the form."""
    check_origin(request, site.address)
    given = await sent_form(request)
    door = site.cookies.token(request.cookies, site.cookies.door)
    check_form(given, door)
    old = site.cookies.token(request.cookies, site.cookies.session)
    try:
        token = await asyncio.get_running_loop().run_in_executor(
            site.hashing, _signed_in, site, given, old
        )
    except SignInRefusedError as fault:
        if visit.view.wants_json:
            raise
        return visit.private("office/sign_in.html", _again(given, door, fault), status=401)
    return cast("Response[SignInContext]", _let_in(site, token, way_back(given.get("to", ""))))


@post("/office/sign-out", status_code=303, include_in_schema=False)
async def sign_out(desk: NamedDependency[Desk]) -> Redirect:
    """End the session."""
    await desk.form()
    desk.site.office.signing.sign_out(desk.token)
    left = Redirect("/office/sign-in", status_code=SEE_OTHER)
    left.set_cookie(desk.site.cookies.gone(desk.site.cookies.session))
    return left


def _signed_in(site: OfficeSite, given: Form, old: str) -> str:
    name, password = given.get("name", ""), given.get("password", "")
    return site.office.signing.sign_in(name, password, old_token=old)


def _again(given: Form, door: str, fault: SignInRefusedError) -> SignInContext:
    return SignInContext(
        to=way_back(given.get("to", "")),
        name=given.get("name", "")[:100],
        form_token=form_token(door),
        refusal=Refusal.of(fault),
    )


def _let_in(site: OfficeSite, token: str, to: str) -> Redirect:
    inside = Redirect(to, status_code=SEE_OTHER)
    inside.set_cookie(site.cookies.set(site.cookies.session, token))
    inside.set_cookie(site.cookies.gone(site.cookies.door))
    return inside


PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]


@get("/office/history", media_type=MediaType.JSON, operation_id="office_history", responses=FAULTS)
async def office_history_page(
    desk: NamedDependency[Desk], page: PageNumber = 1
) -> Response[OfficeHistoryContext]:
    """What was done to accounts and drafts, the last line first."""
    return desk.page("history.html", office_history_context(desk, page))


@get(
    "/office/password", media_type=MediaType.JSON, operation_id="office_password", responses=FAULTS
)
async def password_page(desk: NamedDependency[Desk]) -> Response[PasswordContext]:
    """The form that changes one's own password."""
    return desk.page("password.html", _context(desk))


@post(
    "/office/password",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="office_password_changed",
    responses=FAULTS,
    request_max_body_size=MOST_BYTES,
)
async def change_password(desk: NamedDependency[Desk]) -> Response[PasswordContext]:
    """Change it; `old`, `new`, `again` and `form_token` stand in the form. All sessions end."""
    given = await desk.form()
    try:
        token = await asyncio.get_running_loop().run_in_executor(
            desk.site.hashing, _changed, desk, given
        )
    except (SignInRefusedError, WeakPasswordError, InvalidOptionError) as fault:
        if desk.visit.view.wants_json:
            raise
        return desk.page("password.html", _context(desk, fault), status=status_of(fault))
    renewed = replace(desk, token=token)
    made = renewed.page("password.html", _context(renewed, is_changed=True))
    made.set_cookie(desk.site.cookies.set(desk.site.cookies.session, token))
    return made


def _changed(desk: Desk, given: Form) -> str:
    if given.get("new", "") != given.get("again", ""):
        raise InvalidOptionError(
            say("The two new passwords are not the same; nothing was changed."),
            where="again",
            hint=say("Type them again."),
        )
    old, new = given.get("old", ""), given.get("new", "")
    return desk.site.office.signing.change_password(desk.account.name, old, new)


def _context(
    desk: Desk, fault: JinqueError | None = None, *, is_changed: bool = False
) -> PasswordContext:
    refusal = Refusal.of(fault) if fault is not None else None
    return PasswordContext(desk=desk.shown, refusal=refusal, is_changed=is_changed)
