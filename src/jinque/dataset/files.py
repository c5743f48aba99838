"""Writes an export to a file: whole, or not at all."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinque.errors import FolderGivenError, MachineError, SourceNotFoundError


def save(pieces: Iterable[str], path: Path) -> None:
    """Write pieces to a file in UTF-8, line ends unchanged; raises what `save_bytes` raises."""
    save_bytes((piece.encode() for piece in pieces), path)


def save_bytes(pieces: Iterable[bytes], path: Path) -> None:
    """Write pieces to a file; a file at `path` is replaced.

    What stood there before stays until everything is written.

    Raises:
        FolderGivenError: a folder stands at the path.
        SourceNotFoundError: the folder that should hold the file does not exist.
        MachineError: the system refuses to write.
    """
    _check(path)
    try:
        _replace(pieces, path)
    except OSError as fault:
        raise MachineError(
            f"写不了这个文件：{fault.strerror}。",
            f"The file cannot be written: {fault.strerror}.",
            where=str(path),
            hint_zh="请检查文件夹的权限和剩余空间，或换一个位置。",
            hint_en="Check permissions and free space, or choose another place.",
        ) from fault


def _replace(pieces: Iterable[bytes], path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _check(path: Path) -> None:
    if path.is_dir():
        raise FolderGivenError(
            "给出的是文件夹，这里需要一个文件名。",
            "A folder was given where the name of a file is needed.",
            where=str(path),
            hint_zh="请在后面加上文件名。",
            hint_en="Add the name of the file.",
        )
    if not path.parent.is_dir():
        raise SourceNotFoundError(
            "要写入的文件夹不存在。",
            "The folder to write to does not exist.",
            where=str(path.parent),
            hint_zh="请先建立这个文件夹，或换一个位置。",
            hint_en="Make the folder first, or choose another place.",
        )
