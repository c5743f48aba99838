"""Codes told in the other edition: a form for a few, and a table sent by POST and kept nowhere."""

import asyncio
import logging
import re
import traceback
from dataclasses import dataclass
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.errors import InvalidOptionError, JinqueError, MachineError, WrongCallError
from jinque.locale import joined, say
from jinque.model import Conversion
from jinque.web.forms import FieldError, Sent, Upload, attached, parted, taken
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, Visit

MOST_BYTES = 5 * 1024 * 1024
MOST_DRAINED = 64 * 1024 * 1024
MOST_CODES = 20
"""Codes in one address; a table takes more."""
LONGEST_LINE = 100
TABLE_FORMATS = (".xlsx", ".xls", ".csv", ".tsv")
EDITIONS = ("2022", "2015")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PAIR = re.compile(r"(?P<code>[^\s,，、;；]*)[\s,，、;；]*(?P<name>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertContext:
    """What `/convert` shows.

    Attributes:
        codes: lines as given, a code and its name each.
        to: the edition wanted.
        answers: one for each line, in order.
        errors: fields that could not be read; then nothing is answered.
        editions: those that may be wanted.
        formats: how the name of a table may end.
        most_bytes: size of the largest form taken.
        most_rows: rows of the longest table taken.
    """

    codes: tuple[str, ...]
    to: str
    answers: tuple[Conversion, ...]
    errors: tuple[FieldError, ...]
    editions: tuple[str, ...] = EDITIONS
    formats: tuple[str, ...] = TABLE_FORMATS
    most_bytes: int = MOST_BYTES
    most_rows: int = api.MOST_CODES_IN_TABLE


@get("/convert", media_type=MediaType.JSON, operation_id="convert", responses=FAULTS)
async def convert_page(
    visit: NamedDependency[Visit], codes: FromQuery[str] = "", to: FromQuery[str] = "2022"
) -> Response[ConvertContext]:
    """Codes with their names, a pair a line, told in an edition of the classification."""
    lines = tuple(line.strip() for line in codes.splitlines() if line.strip())
    errors = _errors(lines, to)
    if errors and visit.view.wants_json:
        raise _refused(errors[0])
    if errors:
        return visit.private("convert.html", _context(lines, to, *errors), status=400)
    return visit.answer("convert.html", lambda _: _context(lines, to))


@post(
    "/convert/table",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_DRAINED,
)
async def convert_table(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[dict[str, object]]:
    """The codes of a table told in an edition of the classification, as a workbook."""
    to = "2022"
    try:
        body = await taken(request.stream())
        sent = await parted(body, request.headers.get("content-type", ""))
        to = (sent.fields.get("to") or ("2022",))[0]
        upload = _chosen(sent)
        language = visit.view.language
        return await asyncio.to_thread(_converted, upload.data, upload.name, to, language)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = _context((), to if to in EDITIONS else "2022", _table_error(fault))
        return cast("Response[dict[str, object]]", visit.private("convert.html", again, status=400))


def _context(lines: tuple[str, ...], to: str, *errors: FieldError) -> ConvertContext:
    pairs = () if errors else tuple(_pair(line) for line in lines)
    return ConvertContext(
        codes=lines,
        to=to,
        answers=tuple(api.convert(pairs, to)) if pairs else (),
        errors=errors,
    )


def _pair(line: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(line)
    return (found["code"], found["name"]) if found else (line, "")


def _errors(lines: tuple[str, ...], to: str) -> tuple[FieldError, ...]:
    found = []
    if len(lines) > MOST_CODES:
        told = say(
            "{n} lines; {most_codes} at a time, send more as a table.",
            n=len(lines),
            most_codes=MOST_CODES,
        )
        found.append(FieldError(field="codes", value="", message=told))
    elif any(len(line) > LONGEST_LINE for line in lines):
        told = say("A line has {longest_line} characters at most.", longest_line=LONGEST_LINE)
        found.append(FieldError(field="codes", value="", message=told))
    if to not in EDITIONS:
        told = say(
            "There is no edition “{to}”; choose {or_join}.",
            to=to[:20],
            editions="、".join(EDITIONS),
            or_join=" or ".join(EDITIONS),
        )
        found.append(FieldError(field="to", value=to[:20], message=told))
    return tuple(found)


def _refused(error: FieldError) -> InvalidOptionError:
    return InvalidOptionError(
        error.message, where=error.field, hint=say("docs/reference/site.md lists the fields")
    )


def _chosen(sent: Sent) -> Upload:
    upload = sent.files.get("file", Upload(name="", data=b""))
    if not upload.name.lower().endswith(TABLE_FORMATS):
        raise InvalidOptionError(
            say("Choose a table with a column of codes."),
            where="file",
            hint=say("It ends with one of {table_formats}.", table_formats=joined(TABLE_FORMATS)),
        )
    return upload


def _table_error(fault: WrongCallError) -> FieldError:
    told = fault.told
    return FieldError(field="table", value="", message=told)


def _converted(data: bytes, name: str, to: str, language: str) -> Response[dict[str, object]]:
    try:
        workbook = api.convert_table(data, name, to, language)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise _unforeseen(fault) from None
    made = Response(
        workbook,
        media_type=WORKBOOK,
        headers={
            "cache-control": "no-store",
            "content-disposition": attached(f"jinque-codes-{to}.xlsx"),
        },
    )
    return cast("Response[dict[str, object]]", made)


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a table of codes failed: %s in %s, line %s", *at)
    return MachineError(
        say("The server could not work on the table; nothing was kept."),
        hint=say("Save it as .csv and try again; if it stays so, tell the operator."),
    )
