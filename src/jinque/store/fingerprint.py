"""The checksum of our own code and data, which tells whether a reading may come out otherwise."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def code_checksum(rooms: Sequence[str], package: Path = _PACKAGE) -> str:
    """Return the checksum of every file in some packages: modules, YAML, tables, texts.

    Args:
        rooms: folders in `package`; one that does not exist counts as empty.
        package: by default the installed `jinque`.
    """
    digest = hashlib.sha256()
    paths = (path for room in rooms for path in (package / room).rglob("*"))
    for path in sorted(paths):
        if path.is_file() and path.parent.name != "__pycache__":
            data = path.read_bytes()
            name = path.relative_to(package).as_posix()
            digest.update(f"{name}\n{len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()
