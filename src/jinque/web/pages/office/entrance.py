"""Signing in and out."""

import asyncio
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect

from jinque.errors import SignInRefusedError
from jinque.web.contexts.office.entrance import Refusal, SignInContext
from jinque.web.desk import SEE_OTHER, Desk, OfficeSite
from jinque.web.guard import Form, check_form, check_origin, sent_form, way_back
from jinque.web.pages.responses import FAULTS
from jinque.web.session import form_token, new_token
from jinque.web.site import Visit
from jinque.web.view import AnyRequest

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
