"""Names typed into one field: a name a line, or with 、 or ； between them.

The body of a question, a form or JSON, as values by name of field.

Single values of a form into facts, and what cannot be read.

What lists have in common: pages and filters.

Files made of the record: kept as long as it does not change, made beside the server's work.

A form with a file, taken apart in memory: nothing of it ever touches a disk.

A name under which a browser keeps what is sent.
"""

import asyncio
import re
from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from urllib.parse import quote

from litestar import Response
from multipart import MultipartError, MultipartParser, parse_options_header

from jinque import api
from jinque.errors import InvalidOptionError, SourceTooLargeError
from jinque.locale import Sentence, say, say_in
from jinque.web.rendering import release
from jinque.web.visit import Answer, Visit, etag_of

_BETWEEN = "\n;；、"
_OPENING, _CLOSING = "（(", "）)"


def split_names(typed: str) -> list[str]:
    """Return the names, without outer blanks and without empty ones.

    What stands in brackets parts nothing: 注册土木工程师（岩土、水利） is one name. The end of a
    line ends a name, also one whose bracket is not closed.
    """
    names = [""]
    depth = 0
    for sign in typed:
        depth = 0 if sign == "\n" else depth + (sign in _OPENING) - (sign in _CLOSING)
        if depth <= 0 and sign in _BETWEEN:
            names.append("")
        else:
            names[-1] += sign
    return [name.strip() for name in names if name.strip()]


_MOST_DIGITS = 9


def natural(typed: str) -> int | None:
    """Return a whole number from 0 in ASCII digits, at most nine of them; None for all else."""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS
    return int(typed) if is_number else None


_LONGEST_NAME = 120


def attached(name: str) -> str:
    """Return the header `content-disposition` of a file to keep (RFC 6266, RFC 8187).

    A header holds no Chinese: what is not ASCII stands in `filename*`, percent-encoded, and
    programs that do not know it see `_` instead.

    Args:
        name: any text; signs that no file's name has on one of the usual systems become `_`.
    """
    stem, dot, ending = name.rpartition(".")
    kept = f"{stem[:_LONGEST_NAME]}{dot}{ending[:_LONGEST_NAME]}"
    safe = "".join("_" if sign in '"\\/:*?<>|' or not sign.isprintable() else sign for sign in kept)
    plain = "".join(sign if sign.isascii() else "_" for sign in safe)
    if plain == safe:
        return f'attachment; filename="{plain}"'
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"


_SCALARS = (str, int, float)


def from_form(items: Iterable[tuple[str, object]]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a form that were filled in; an uploaded file is not a value."""
    given: dict[str, tuple[str, ...]] = {}
    for name, value in items:
        if isinstance(value, str) and value.strip():
            given[name] = (*given.get(name, ()), value.strip())
    return given


def from_json(body: object) -> dict[str, tuple[str, ...]]:
    """Return the keys of a JSON object as the form would send them: true is `yes`, null nothing.

    An empty list under `award` says that none is held.

    Raises:
        InvalidOptionError: it is no object, or a value is neither text, number, truth nor a list.
    """
    if not isinstance(body, dict):
        raise _refused("", say("the JSON should be an object"))
    given = {str(name): _values(str(name), value) for name, value in body.items()}
    if body.get("award") == []:
        given["award"] = ("none",)
    return {name: values for name, values in given.items() if values}


def _values(name: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, _SCALARS):
        return (str(value).strip(),) if str(value).strip() else ()
    if isinstance(value, list):
        return tuple(text for each in value for text in _values(name, each))
    raise _refused(name, say("it cannot be an object"))


def _refused(name: str, message: Sentence) -> InvalidOptionError:
    return InvalidOptionError(
        say("{name}: {message}", name=name or say("the body"), message=message),
        where=name,
        hint=say("docs/reference/site.md lists the fields"),
    )


Given = Mapping[str, Sequence[str]]

_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?")
_FIRST_YEAR = 1900
_MOST_YEARS = 80
_LONGEST = 100
_ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """A value that cannot be read, with the name of its field."""

    field: str
    value: str
    message: Sentence


class FieldReader:
    """Reads values by name of field; what cannot be read is None and among the errors."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.errors: list[FieldError] = []

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return every value, blanks around it dropped, empty ones left out."""
        return tuple(text.strip() for text in self.given.get(name, ()) if text.strip())

    def text(self, name: str) -> str | None:
        """Return the first value; one that is too long is refused."""
        found = self.all_of(name)
        if found and len(found[0]) > _LONGEST:
            self.refuse(name, say("at most {longest} characters", longest=_LONGEST))
            return None
        return found[0] if found else None

    def day(self, name: str) -> date | None:
        """Return a day from 1900 on, in year, month, day; any one or two signs may part them."""
        typed = self.text(name)
        if typed is None:
            return None
        found = _DAY.fullmatch(typed)
        try:
            day = date(*map(int, found.groups())) if found else None
        except ValueError:
            day = None
        if day is None or day.year < _FIRST_YEAR:
            self.refuse(name, say("write a date such as 2022-11-01"))
            return None
        return day

    def years(self, name: str) -> int | None:
        """Return whole years from 0 to 80."""
        typed = self.text(name)
        if typed is None:
            return None
        if not typed.isdecimal() or int(typed) > _MOST_YEARS:
            told = say("write whole years from 0 to {most_years}", most_years=_MOST_YEARS)
            self.refuse(name, told)
            return None
        return int(typed)

    def yes_or_no(self, name: str) -> bool | None:
        """Return the truth of `yes` or `no`."""
        typed = self.text(name)
        if typed is not None and typed not in _ANSWERS:
            self.refuse(name, say_in("form", "write yes or no"))
        return _ANSWERS.get(typed or "")

    def refuse(self, name: str, message: Sentence) -> None:
        """Keep an error; the first of a field counts."""
        value = next(iter(self.all_of(name)), "")
        told = say("“{value}”: {message}", value=value, message=message)
        if all(error.field != name for error in self.errors):
            self.errors.append(FieldError(field=name, value=value, message=told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where in a list a page stands.

    Attributes:
        page: counted from 1.
        pages: at least 1, also for an empty list.
        per_page: most rows of a page.
        first: number of the first row shown, counted from 1; 0 for an empty list.
        last: number of the last row shown; 0 for an empty list.
    """

    page: int
    pages: int
    per_page: int
    first: int
    last: int

    @classmethod
    def of(cls, total: int, page: int, per_page: int) -> "Paging":
        """Place `page` in a list of `total` rows.

        Raises:
            InvalidOptionError: there is no such page.
        """
        pages = max(1, -(-total // per_page))
        if page > pages:
            raise InvalidOptionError(
                say("There is no page {page}; the list has {pages}", page=str(page), pages=pages),
                where="page",
                hint=say("Use a page from 1 to {pages}", pages=pages),
            )
        last = min(total, page * per_page)
        first = min(last, (page - 1) * per_page + 1)
        return cls(page=page, pages=pages, per_page=per_page, first=first, last=last)

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.page - 1) * self.per_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a filter.

    Attributes:
        count: rows that carry it when the other filters hold.
        depth: 0, or how far a heading stands below the outermost one.
    """

    value: str
    count: int
    is_chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter as it stands in the address.

    Attributes:
        name: name of the query parameter.
        chosen: values chosen; alternatives of each other.
    """

    name: str
    chosen: tuple[str, ...]
    options: tuple[Option, ...]


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Make = Callable[[api.Workspace], bytes]


async def kept_file(
    visit: Visit, name: tuple[str, ...], media_type: str, make: Make
) -> Response[bytes]:
    """Return a file, or 304 where the client holds it already.

    Args:
        visit: whose record the file is made of.
        name: all that it depends on beside the record and the release.
        media_type: without a character set.
        make: called in a thread, and only when the file is not kept.
    """
    site = visit.site
    key = (release(), api.revision(site.workspace), *name)
    etag = etag_of(key)
    headers = {"cache-control": "no-cache", "vary": "cookie", "etag": etag}
    if etag in visit.known_etags:
        return Response(b"", status_code=304, headers=headers)
    answer = site.cache.get(key)
    if answer is None:
        body = await asyncio.to_thread(make, site.workspace)
        answer = Answer(body=body, media_type=media_type, etag=etag)
        site.cache.put(key, answer)
    return Response(answer.body, media_type=answer.media_type, headers=headers)


async def workbook(visit: Visit, name: str, make: Make) -> Response[bytes]:
    """Return a workbook to save; it depends on the address alone."""
    made = await kept_file(visit, ("workbook", *visit.view.key), WORKBOOK, make)
    made.headers["content-disposition"] = attached(name)
    return made


MOST_BYTES = 5 * 1024 * 1024
MOST_PARTS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as a browser sends it; `name` is empty where none was chosen."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The fields of a form; of several of one name all are kept."""

    fields: dict[str, tuple[str, ...]]
    files: dict[str, Upload]


async def taken(pieces: AsyncIterable[bytes], most: int = MOST_BYTES) -> bytes:
    """Return the body of a request.

    What is too large is taken off the line, yet not kept: a browser shows an answer only after it
    has sent everything.

    Args:
        pieces: the body as it comes.
        most: bytes of the largest body taken, 5 MiB unless told.

    Raises:
        SourceTooLargeError: it is larger.
    """
    body = bytearray()
    size = 0
    async for piece in pieces:
        size += len(piece)
        if size <= most:
            body += piece
    if size > most:
        megabytes = most // 1024 // 1024
        raise SourceTooLargeError(
            say("The file is larger than {megabytes} MB and was not read.", megabytes=megabytes),
            where="file",
            hint=say(
                "Keep only the columns and sheets needed, or send several files; the "
                "command line has no such limit."
            ),
        )
    return bytes(body)


async def parted(body: bytes, content_type: str) -> Sent:
    """Take a multipart form apart, in a thread; a body of another type has no fields.

    Args:
        body: as sent.
        content_type: the header of that name, with its boundary.

    Raises:
        InvalidOptionError: it is no well-formed form, or has more than 2,000 parts.
    """
    kind, options = parse_options_header(content_type)
    if kind != "multipart/form-data" or not options.get("boundary"):
        return Sent(fields={}, files={})
    return await asyncio.to_thread(_parts, body, options["boundary"])


def _parts(body: bytes, boundary: str) -> Sent:
    fields: dict[str, tuple[str, ...]] = {}
    files: dict[str, Upload] = {}
    # Every part stays in memory: the parser would put large ones on the disk.
    room = len(body) + 1
    parser = MultipartParser(
        BytesIO(body), boundary, part_limit=MOST_PARTS, spool_limit=room, memory_limit=room
    )
    try:
        for part in parser:
            if part.filename is not None:
                files[part.name] = Upload(name=part.filename, data=part.raw)
            else:
                fields[part.name] = (*fields.get(part.name, ()), part.raw.decode(errors="replace"))
    except MultipartError as fault:
        raise _wrong_form() from fault
    return Sent(fields=fields, files=files)


def _wrong_form() -> InvalidOptionError:
    return InvalidOptionError(
        say(
            "The form is not whole, or has more than {most_parts} parts, and was not read.",
            most_parts=MOST_PARTS,
        ),
        where="form",
        hint=say("Go back to the page of the form, choose the file again and send it."),
    )
