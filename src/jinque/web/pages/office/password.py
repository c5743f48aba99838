"""Another password for oneself."""

import asyncio
from dataclasses import replace

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency

from jinque.errors import (
    InvalidOptionError,
    JinqueError,
    SignInRefusedError,
    WeakPasswordError,
)
from jinque.web.contexts.office.entrance import PasswordContext, Refusal
from jinque.web.desk import Desk
from jinque.web.faults import status_of
from jinque.web.guard import Form
from jinque.web.pages.responses import FAULTS

MOST_BYTES = 16 * 1024


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
            "两次输入的新密码不一样，没有改变。",
            "The two new passwords are not the same; nothing was changed.",
            where="again",
            hint_zh="请再输一次。",
            hint_en="Type them again.",
        )
    old, new = given.get("old", ""), given.get("new", "")
    return desk.site.office.signing.change_password(desk.account.name, old, new)


def _context(
    desk: Desk, fault: JinqueError | None = None, *, is_changed: bool = False
) -> PasswordContext:
    refusal = Refusal.of(fault) if fault is not None else None
    return PasswordContext(desk=desk.shown, refusal=refusal, is_changed=is_changed)
