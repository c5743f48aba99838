"""Bytes from a path, each way to fail in words of its own."""

from pathlib import Path

from jinque.documents.limits import Limits
from jinque.errors import (
    FolderGivenError,
    MachineError,
    SourceNotFoundError,
    SourceTooLargeError,
)

_LARGEST = Limits().file_bytes


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
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise _not_found(path) from None
    except OSError as fault:
        raise _refused(path, fault) from fault


def check_size(size: int, where: str) -> None:
    """Compare the size of a file with the budget.

    Raises:
        SourceTooLargeError: it is larger.
    """
    if size > _LARGEST:
        raise SourceTooLargeError(
            f"文件有 {size / 2**20:.0f} MiB，上限是 {_LARGEST // 2**20} MiB。",
            f"The file has {size / 2**20:.0f} MiB; the limit is {_LARGEST // 2**20} MiB.",
            where=where,
            hint_zh="目录文件通常不到 5 MiB；请确认选对了文件，或删去其中的图片。",
            hint_en="A catalogue is usually below 5 MiB; check the choice of file, or remove the "
            "pictures in it.",
        )


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
