"""The record of an earlier build, as a database that a test may change."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from jinque.store.database import locate, migrations_folder
from jinque.store.tables import metadata
from tests.store.rows import connected

FOLDER = Path(__file__).parent / "before_derived"
FILE = FOLDER / "jinque.sqlite"
ANSWERS: dict[str, Any] = json.loads((FOLDER / "answers.json").read_text("utf-8"))
# What later rules make of requirements that they read otherwise, looked at by eye.
READINGS: dict[str, Any] = json.loads((FOLDER / "readings.json").read_text("utf-8"))
SCHEMA = "0003"
TABLES = ("source", "edition")


def lay_down(url: str) -> None:
    """Put the record into an empty database."""
    if url.startswith("sqlite"):
        shutil.copy(FILE, str(locate(url).database))
        return
    with connected(url) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
        command.upgrade(config, SCHEMA)
    held = sqlite3.connect(FILE)
    held.row_factory = sqlite3.Row
    with connected(url) as connection:
        for name in TABLES:
            kept = [dict(row) for row in held.execute(f"SELECT * FROM {name}")]  # noqa: S608
            for row in kept:
                if "is_builtin" in row:
                    row["is_builtin"] = bool(row["is_builtin"])
            connection.execute(sa.insert(metadata.tables[name]), kept)
    held.close()
