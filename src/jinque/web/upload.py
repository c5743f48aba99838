"""A form with a file, taken apart in memory: nothing of it ever touches a disk."""

from collections.abc import AsyncIterable
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser

from jinque.errors import SourceTooLargeError

MOST_BYTES = 5 * 1024 * 1024


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
            f"文件超过 {megabytes} MB，没有读取。",
            f"The file is larger than {megabytes} MB and was not read.",
            where="file",
            hint_zh="请只留需要的列和工作表，或分成几个文件；命令行没有这个限制。",
            hint_en="Keep only the columns and sheets needed, or send several files; the command "
            "line has no such limit.",
        )
    return bytes(body)


def parted(body: bytes, content_type: str) -> Sent:
    """Take a multipart form apart; a body of another type has no fields.

    Args:
        body: as sent.
        content_type: the header of that name, with its boundary.
    """
    # Latin-1 takes every byte to one sign and back, so that a binary file survives.
    text = f"Content-Type: {content_type}\r\n\r\n{body.decode('latin-1')}"
    form = Parser().parsestr(text)
    fields: dict[str, tuple[str, ...]] = {}
    files: dict[str, Upload] = {}
    for part in form.get_payload() if form.is_multipart() else ():
        if not isinstance(part, Message) or part.is_multipart():
            continue
        name = _typed(str(part.get_param("name", "", "content-disposition")))
        data = str(part.get_payload()).encode("latin-1")
        file_name = part.get_param("filename", None, "content-disposition")
        if file_name is not None:
            files[name] = Upload(name=_typed(str(file_name)), data=data)
        else:
            fields[name] = (*fields.get(name, ()), data.decode(errors="replace"))
    return Sent(fields=fields, files=files)


def _typed(header: str) -> str:
    return header.encode("latin-1", errors="replace").decode(errors="replace")
