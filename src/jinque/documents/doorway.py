"""The one way in: bytes or a path become a `Document`, within budgets."""

import hashlib
from pathlib import Path

from jinque.documents.encoding import decode
from jinque.documents.text_export import read_blocks
from jinque.errors import (
    EmptySourceError,
    FolderGivenError,
    MachineError,
    SourceNotFoundError,
    SourceTooLargeError,
)
from jinque.model import Document

LARGEST_BYTES = 32 * 1024 * 1024


def read(source: Path | bytes, *, name: str = "") -> Document:
    """Read a text export into blocks with their places.

    Args:
        source: a path, or the bytes themselves.
        name: what to call the bytes in messages; the path's own name by default.

    Raises:
        SourceNotFoundError: nothing stands at the path.
        FolderGivenError: the path is a folder.
        SourceTooLargeError: more than 32 MiB; the file is not read.
        EmptySourceError: no bytes, or only blanks.
        UnsupportedFormatError: the bytes are of another format than text.
        NotReadableError: no encoding decodes them.
        MachineError: the system refuses to read the file.
    """
    where = name or (source.name if isinstance(source, Path) else "")
    data = load(source) if isinstance(source, Path) else source
    _check_size(len(data), where)
    text, encoding = decode(data, where)
    if not text.strip():
        raise EmptySourceError(
            "文件里没有文字。",
            "The file holds no text.",
            where=where,
            hint_zh="请确认导出是否成功，再选择文件。",
            hint_en="Check that the export succeeded and choose the file again.",
        )
    return Document(
        source_sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        encoding=encoding,
        blocks=read_blocks(text),
    )


def load(path: Path) -> bytes:
    """Return the bytes of a file within the budget of 32 MiB.

    Raises:
        SourceNotFoundError: nothing stands at the path.
        FolderGivenError: the path is a folder.
        SourceTooLargeError: the file is larger; it is not read.
        MachineError: the system refuses to read it.
    """
    try:
        if path.is_dir():
            raise _folder(path)
        _check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise _not_found(path) from None
    except OSError as fault:
        raise _refused(path, fault) from fault


def _folder(path: Path) -> FolderGivenError:
    return FolderGivenError(
        "给出的是文件夹，这里需要一个文件。",
        "A folder was given where one file is needed.",
        where=str(path),
        hint_zh="请逐个指定文件夹里的文件。",
        hint_en="Name the files in the folder one by one.",
    )


def _not_found(path: Path) -> SourceNotFoundError:
    return SourceNotFoundError(
        "找不到这个文件。",
        "There is no such file.",
        where=str(path),
        hint_zh="请检查路径和文件名（含扩展名）。",
        hint_en="Check the path and the name, extension included.",
    )


def _refused(path: Path, fault: OSError) -> MachineError:
    return MachineError(
        f"系统不让读取这个文件：{fault.strerror}。",
        f"The system refuses to read the file: {fault.strerror}.",
        where=str(path),
        hint_zh="请检查文件权限，或把文件复制到别处再试。",
        hint_en="Check the file's permissions, or copy it elsewhere and try again.",
    )


def _check_size(size: int, where: str) -> None:
    if size > LARGEST_BYTES:
        raise SourceTooLargeError(
            f"文件有 {size / 2**20:.0f} MiB，上限是 {LARGEST_BYTES // 2**20} MiB。",
            f"The file has {size / 2**20:.0f} MiB; the limit is {LARGEST_BYTES // 2**20} MiB.",
            where=where,
            hint_zh="目录的文本导出通常不到 1 MiB；请确认选对了文件。",
            hint_en="A catalogue's text export is usually below 1 MiB; check the choice of file.",
        )
