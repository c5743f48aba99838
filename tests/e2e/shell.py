"""The installed program in a process of its own, as a user starts it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).with_name("jinque"))


@dataclass(frozen=True)
class Ended:
    code: int
    out: bytes
    err: str

    @property
    def answer(self) -> Any:  # noqa: ANN401 - whatever the command answers
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        error: dict[str, str] = json.loads(self.err)["error"]
        return error


def environment(record: Path, **settings: str) -> dict[str, str]:
    """Return the settings of a process that knows no record but this one.

    It may keep the byte code of what it imports, as a user's does: that is two thirds of a start.
    """
    unset = {"JINQUE_DATABASE_URL", "JINQUE_LANG", "COLUMNS", "PYTHONDONTWRITEBYTECODE"}
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    return inherited | {"JINQUE_DATA_DIR": str(record)} | settings


def run(record: Path, *arguments: str, **settings: str) -> Ended:
    ended = subprocess.run(
        [PROGRAM, *arguments],
        env=environment(record, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr.decode("utf-8"))


def copy(record: Path, folder: Path) -> Path:
    """Return a record of its own for a test that writes."""
    return Path(shutil.copytree(record, folder / "record"))
