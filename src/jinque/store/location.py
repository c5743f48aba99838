"""Where the record lies: an argument, a setting of the environment, or the user's data folder."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from jinque.errors import InvalidOptionError

URL_SETTING = "JINQUE_DATABASE_URL"
FOLDER_SETTING = "JINQUE_DATA_DIR"
FILE_NAME = "jinque.sqlite"

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def locate(url: str | None = None, data_dir: Path | None = None) -> URL:
    """Return the address of the record; an argument goes before the environment.

    Args:
        url: `sqlite:///…` or `postgresql://…`; None looks at JINQUE_DATABASE_URL, unless
            `data_dir` is given.
        data_dir: folder of the SQLite file; None means JINQUE_DATA_DIR, and where that is not
            set the user's data folder.

    Raises:
        InvalidOptionError: the address is of no database that can hold the record.
    """
    address = url or ("" if data_dir else os.environ.get(URL_SETTING))
    if address:
        return _database_url(address)
    folder = data_dir or os.environ.get(FOLDER_SETTING) or user_data_path("jinque", appauthor=False)
    path = Path(folder).expanduser().absolute() / FILE_NAME
    return URL.create("sqlite", database=str(path))


def _database_url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as fault:
        raise _invalid("") from fault
    driver = _DRIVERS.get(url.drivername)
    if driver is None or (driver == "sqlite" and url.database in {None, "", ":memory:"}):
        raise _invalid(url.render_as_string(hide_password=True))
    return url.set(drivername=driver)


def _invalid(where: str) -> InvalidOptionError:
    return InvalidOptionError(
        "数据库地址不能用：只支持 SQLite 文件和 PostgreSQL。",
        "The database address cannot be used: only SQLite files and PostgreSQL are supported.",
        where=where,
        hint_zh=f"{URL_SETTING} 应形如 postgresql://用户@主机/数据库 或 sqlite:////路径/文件。",
        hint_en=f"{URL_SETTING} looks like postgresql://user@host/database or "
        "sqlite:////path/to/file.",
    )
