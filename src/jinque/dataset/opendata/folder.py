"""Writes the open data into a folder: whole, or not at all."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from jinque.dataset.opendata.package import DESCRIPTOR
from jinque.errors import InvalidOptionError, MachineError


def save_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder of their own; an earlier export there is replaced.

    Everything is written beside it first, so that what stood there stays until all is done.

    Args:
        files: path within the folder -> bytes.
        folder: new, empty, or an earlier export (it holds `datapackage.json`).

    Raises:
        InvalidOptionError: something else is in the folder, or a file stands at its place.
        MachineError: the system refuses to write; what stood there is untouched.
    """
    if folder.exists() and not _is_ours(folder):
        raise InvalidOptionError(
            "这个位置已有别的文件，没有写入。",
            "Something else is there; nothing was written.",
            where=str(folder),
            hint_zh="请给一个新的或空的文件夹，或以前导出的文件夹。",
            hint_en="Give a new or an empty folder, or that of an earlier export.",
        )
    try:
        _replace(files, folder)
    except OSError as fault:
        raise MachineError(
            f"写不了这个文件夹：{fault.strerror}。",
            f"The folder cannot be written: {fault.strerror}.",
            where=str(folder),
            hint_zh="请检查文件夹的权限和剩余空间，或换一个位置。",
            hint_en="Check permissions and free space, or choose another place.",
        ) from fault


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / DESCRIPTOR).is_file())


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    target = folder.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as made:
        new, old = Path(made) / "new", Path(made) / "old"
        for path, data in files.items():
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
