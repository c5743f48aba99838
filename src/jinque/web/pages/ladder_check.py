"""How far one is on the ladder: asked by POST only, so that no address holds anything personal."""

from datetime import date
from urllib.parse import parse_qsl

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import SerializationException
from litestar.response import Redirect

from jinque.errors import InvalidOptionError
from jinque.web.contexts.ladder_check import LadderCheckContext, ladder_check_context
from jinque.web.contexts.ladder_fields import from_form, from_json
from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit
from jinque.web.view import AnyRequest

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
            "所发内容不是 JSON",
            "The body is no JSON",
            hint_zh="请检查引号和逗号；各项见 docs/reference/site.md",
            hint_en="Check quotes and commas; docs/reference/site.md lists the fields",
        ) from fault


def _refused(error: FieldError) -> InvalidOptionError:
    return InvalidOptionError(
        f"{error.field}：{error.message.zh}",
        f"{error.field}: {error.message.en}",
        where=error.field,
        hint_zh="各项见 docs/reference/site.md",
        hint_en="docs/reference/site.md lists the fields",
    )
