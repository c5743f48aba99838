"""Free titles and the codes that they may mean.

Free titles to codes: a form, and a table sent by POST and kept nowhere.

What the form for free titles asks.

The table of titles in a form.
"""

import asyncio
import logging
import traceback
from dataclasses import dataclass
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.errors import InvalidOptionError, JinqueError, MachineError, WrongCallError
from jinque.locale import joined, say
from jinque.model import CodedTitle
from jinque.web.forms import FieldError, Sent, Upload, parted, taken
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, Visit

MOST_TITLES = 20
"""Titles in one address; a table takes more."""
MOST_DESCRIBED = 500
MOST_INDUSTRY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingQuestion:
    """Titles with the context that belongs to every one of them.

    Attributes:
        titles: blank lines left out.
        errors: fields that cannot be read.
    """

    titles: tuple[str, ...] = ()
    description: str = ""
    industry: str = ""
    errors: tuple[FieldError, ...] = ()

    def refuse(self) -> None:
        """Stop at the first field that could not be read.

        Raises:
            InvalidOptionError: there is one; `where` is its name.
        """
        if self.errors:
            first = self.errors[0]
            raise InvalidOptionError(
                first.message,
                where=first.field,
                hint=say("docs/reference/site.md lists the fields"),
            )


def read_coding_question(titles: str, description: str, industry: str) -> CodingQuestion:
    """Read the form; titles stand one a line."""
    lines = tuple(line.strip() for line in titles.splitlines() if line.strip())
    faults = [_title_error(line) for line in lines]
    if len(lines) > MOST_TITLES:
        told = say(
            "{n} titles; {most_titles} at a time, send more as a table.",
            n=len(lines),
            most_titles=MOST_TITLES,
        )
        faults.insert(0, FieldError(field="titles", value="", message=told))
    faults += [
        _length_error("description", description, MOST_DESCRIBED),
        _length_error("industry", industry, MOST_INDUSTRY),
    ]
    errors = {fault.field: fault for fault in reversed(faults) if fault}
    return CodingQuestion(
        titles=lines,
        description=description.strip(),
        industry=industry.strip(),
        errors=tuple(
            errors[name] for name in ("titles", "description", "industry") if name in errors
        ),
    )


def _title_error(line: str) -> FieldError | None:
    fault = api.title_fault(line)
    return FieldError(field="titles", value=line[:20], message=fault) if fault else None


def _length_error(field: str, text: str, most: int) -> FieldError | None:
    if len(text) <= most:
        return None
    told = say("{n} characters; {most} at most.", n=len(text), most=most)
    return FieldError(field=field, value="", message=told)


MOST_BYTES = 5 * 1024 * 1024
TABLE_FORMATS = (".xlsx", ".xls", ".csv", ".tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeContext:
    """What `/code` shows.

    Attributes:
        titles: as given, one a line.
        answers: one for each title, in order.
        class_names: name of each class on which the candidates of a title agree, by its code.
        errors: fields that could not be read; then nothing is answered.
        formats: how the name of a table may end.
        most_bytes: size of the largest form taken.
        most_rows: rows of the longest table taken.
    """

    titles: tuple[str, ...]
    description: str
    industry: str
    answers: tuple[CodedTitle, ...]
    class_names: dict[str, str]
    errors: tuple[FieldError, ...]
    formats: tuple[str, ...] = TABLE_FORMATS
    most_bytes: int = MOST_BYTES
    most_rows: int = api.MOST_TITLES_IN_TABLE

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """The fields of the form as they are filled in."""
        return {"description": (self.description,), "industry": (self.industry,)}


def code_context(question: CodingQuestion, *errors: FieldError) -> CodeContext:
    """Answer a question, unless a field of it could not be read.

    Args:
        question: as typed.
        errors: what else is wrong, such as a table that was sent.
    """
    faults = (*question.errors, *errors)
    answers = (
        ()
        if faults
        else api.code(question.titles, description=question.description, industry=question.industry)
    )
    return CodeContext(
        titles=question.titles,
        description=question.description,
        industry=question.industry,
        answers=answers,
        class_names={
            each.at_least: api.entry_name(each.at_least) for each in answers if each.at_least
        },
        errors=faults,
    )


def chosen_table(sent: Sent) -> Upload:
    """Return the file of a form.

    Raises:
        InvalidOptionError: none was chosen, or its name ends in another way.
    """
    upload = sent.files.get("file", Upload(name="", data=b""))
    if not upload.name.lower().endswith(TABLE_FORMATS):
        raise InvalidOptionError(
            say("Choose a table with a column of titles."),
            where="file",
            hint=say("It ends with one of {table_formats}.", table_formats=joined(TABLE_FORMATS)),
        )
    return upload


def table_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong with a table beside its field, with what to do next."""
    return FieldError(field="table", value="", message=fault.told)


MOST_DRAINED = 64 * 1024 * 1024
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/code", media_type=MediaType.JSON, operation_id="code", responses=FAULTS)
async def code_page(
    visit: NamedDependency[Visit],
    titles: FromQuery[str] = "",
    description: FromQuery[str] = "",
    industry: FromQuery[str] = "",
) -> Response[CodeContext]:
    """What free titles, one a line, may mean in the national classification."""
    question = read_coding_question(titles, description, industry)
    if question.errors and visit.view.wants_json:
        question.refuse()
    if question.errors:
        return visit.private("code.html", code_context(question), status=400)
    return visit.answer("code.html", lambda _: code_context(question))


@post(
    "/code/table",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_DRAINED,
)
async def code_table(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[dict[str, object]]:
    """The titles of a table with their codes, as a workbook."""
    try:
        body = await taken(request.stream())
        upload = chosen_table(await parted(body, request.headers.get("content-type", "")))
        return await asyncio.to_thread(_coded, upload.data, upload.name, visit.view.language)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = code_context(CodingQuestion(), table_error(fault))
        return cast("Response[dict[str, object]]", visit.private("code.html", again, status=400))


def _coded(data: bytes, name: str, language: str) -> Response[dict[str, object]]:
    try:
        workbook = api.code_table(data, name, language)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise _unforeseen(fault) from None
    made = Response(
        workbook,
        media_type=WORKBOOK,
        headers={
            "cache-control": "no-store",
            "content-disposition": 'attachment; filename="jinque-coded.xlsx"',
        },
    )
    return cast("Response[dict[str, object]]", made)


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a table of titles failed: %s in %s, line %s", *at)
    return MachineError(
        say("The server could not work on the table; nothing was kept."),
        hint=say("Save it as .csv and try again; if it stays so, tell the operator."),
    )
