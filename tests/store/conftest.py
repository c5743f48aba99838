"""Each test here runs on SQLite and on PostgreSQL, in a record of its own."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque.store import Record
from tests.store.processes import Processes, started
from tests.store.rows import execute

ON_POSTGRESQL = [pytest.mark.postgres, pytest.mark.xdist_group("postgres")]
_schemas = itertools.count(1)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=ON_POSTGRESQL)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'record.sqlite'}"
        return
    server: str = request.getfixturevalue("postgres_url")
    schema = f"record_{next(_schemas)}"
    execute(server, f"CREATE SCHEMA {schema}")
    yield f"{server}?options=-csearch_path%3D{schema}"
    execute(server, f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def record(database_url: str) -> Iterator[Record]:
    """Give an empty record in that database."""
    with Record.open(database_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    """Give what forks other processes."""
    with started() as forking:
        yield forking
