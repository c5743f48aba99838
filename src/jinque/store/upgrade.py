"""The schema's way from one version to the newest, by Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from jinque.errors import MachineError


def upgrade(connection: Connection, version: str | None, place: str) -> None:
    """Carry out every step behind `version` on `connection`, in its transaction.

    Raises:
        MachineError: `version` is of no step that this package knows.
    """
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as fault:
        raise MachineError(
            f"记录库的版本是 {version}，本程序不认识：它由更新的 Jinque 或别的程序写成。",
            f"The record has version {version}, unknown here: a newer Jinque or another program "
            "wrote it.",
            where=place,
            hint_zh="请升级 Jinque 后再打开；记录库没有改变。",
            hint_en="Upgrade Jinque and open it again; the record is unchanged.",
        ) from fault


def migrations_folder() -> Path:
    """Return where the steps lie inside the installed package."""
    return Path(__file__).with_name("migrations")
