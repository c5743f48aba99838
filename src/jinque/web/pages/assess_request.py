"""What a self-check is asked, and its answer worked on in a thread."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from typing import ParamSpec, TypeVar
from urllib.parse import parse_qsl

from litestar import MediaType
from litestar.enums import RequestEncodingType
from litestar.exceptions import SerializationException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge

from jinque.errors import InvalidOptionError, JinqueError, SourceTooLargeError
from jinque.web.contexts.assess_fields import from_form, from_json
from jinque.web.contexts.assess_question import AssessQuestion, read_assess_question
from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.pages.private import unforeseen
from jinque.web.site import Visit
from jinque.web.view import AnyRequest

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
        f"所填内容超过 {most} KB，没有读取。",
        f"The answers are longer than {most} KB and were not read.",
        hint_zh="请只写与要求有关的内容。",
        hint_en="Tell only what bears on the requirements.",
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
            "所发内容不是 JSON",
            "The body is no JSON",
            hint_zh="请检查引号和逗号；键见 docs/reference/person.md",
            hint_en="Check quotes and commas; docs/reference/person.md lists the keys",
        ) from fault


def refuse_json(visit: Visit, errors: tuple[FieldError, ...]) -> None:
    """Answer JSON whose values cannot be read with an error; a form comes back with its errors.

    Raises:
        InvalidOptionError: the first of them.
    """
    if errors and visit.view.wants_json:
        first = errors[0]
        raise InvalidOptionError(
            f"{first.field}：{first.message.zh}",
            f"{first.field}: {first.message.en}",
            where=first.field,
            hint_zh="键见 docs/reference/person.md",
            hint_en="docs/reference/person.md lists the keys",
        )
