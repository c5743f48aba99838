"""The one file of interest in a zip archive, read as if it had come by itself."""

from dataclasses import replace
from pathlib import PurePosixPath

from jinque.documents import refusals
from jinque.documents.archive import Archive
from jinque.documents.source import Source
from jinque.errors import ArchiveOfSeveralError

_SUFFIXES = "txt csv tsv htm html docx docm xlsx xlsm xls doc wps et rtf odt ods xml pdf"
_READABLE = frozenset(f".{suffix}" for suffix in _SUFFIXES.split())
_MOST_NAMED = 8


def only_member(source: Source) -> Source:
    """Return the only member of a kind that is read; it keeps the checksum of the archive.

    Nothing is written to a disk, so that no path in the archive can lead anywhere.

    Raises:
        ArchiveOfSeveralError: there are several, named in the message.
        UnsupportedFormatError: there is none.
        LimitError: the member exceeds the budget.
    """
    archive = Archive(source)
    names = [name for name in archive.names if _is_of_interest(name)]
    if not names:
        raise refusals.EMPTY_ARCHIVE.error(source.name)
    if len(names) > 1:
        shown = "、".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        raise ArchiveOfSeveralError(
            f"压缩包里有 {len(names)} 个可读的文件：{shown}。",
            f"The archive holds {len(names)} files that can be read: {shown}.",
            where=source.name,
            hint_zh="请解压后逐个导入，每个文件成为一个版本。",
            hint_en="Unpack it and ingest them one by one; each becomes an edition.",
        )
    return replace(source, data=archive.unpack(names[0]), name=f"{source.name}/{names[0]}")


def _is_of_interest(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part != ".."]
    is_hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
    return path.suffix.lower() in _READABLE and not is_hidden
