"""The checksum of our own code and data, which tells whether a reading may come out otherwise."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def code_checksum(rooms: Sequence[str], package: Path = _PACKAGE) -> str:
    """Return the checksum of every file in some rooms: modules, YAML, tables, texts.

    Args:
        rooms: packages (folders) or modules (`room.py`) in `package`.
        package: by default the installed `jinque`.

    Raises:
        ValueError: a room contributes no file, so its changes would go unseen.
    """
    digest = hashlib.sha256()
    for path in sorted(path for room in rooms for path in _files_of(package, room)):
        data = path.read_bytes()
        name = path.relative_to(package).as_posix()
        digest.update(f"{name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _files_of(package: Path, room: str) -> list[Path]:
    candidates = (package / f"{room}.py", *(package / room).rglob("*"))
    files = [path for path in candidates if path.is_file() and path.parent.name != "__pycache__"]
    if not files:
        raise ValueError(f"no file lies in the room {room!r} of {package.name}")
    return files
