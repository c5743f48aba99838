import pytest
import sqlalchemy as sa

from jinque.errors import MachineError
from jinque.store import Record
from jinque.store.database import Database, locate
from jinque.store.tables import edition
from tests.store.rows import execute, rows
from tests.store.samples import SOURCE, sample_reading

CHANGES = [
    "UPDATE edition SET body = '{}'",
    "UPDATE edition SET version = 2",
    "DELETE FROM edition",
    "UPDATE source SET data = ''",
    "UPDATE source SET name = 'other'",
    "DELETE FROM source",
]
ON_SQLITE = [
    "INSERT OR REPLACE INTO edition SELECT * FROM edition",
    "INSERT OR REPLACE INTO source SELECT * FROM source",
]
ON_POSTGRESQL = ["TRUNCATE edition CASCADE", "TRUNCATE source CASCADE"]


@pytest.fixture(autouse=True)
def _published(record: Record) -> None:
    record.publish([sample_reading()], source=SOURCE, source_name="港口.txt", is_builtin=True)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_to_change_what_was_published(database_url: str, change: str) -> None:
    before = rows(database_url)

    with pytest.raises(sa.exc.DBAPIError, match="never change"):
        execute(database_url, change)

    assert before == rows(database_url)


def test_the_database_refuses_its_own_ways_round(database_url: str) -> None:
    before = rows(database_url)

    for change in ON_SQLITE if database_url.startswith("sqlite") else ON_POSTGRESQL:
        with pytest.raises(sa.exc.DBAPIError, match="never change"):
            execute(database_url, change)

    assert before == rows(database_url)


def test_an_edition_needs_its_source(database_url: str) -> None:
    database = Database(locate(database_url))
    with database.reading() as connection:
        row = dict(connection.execute(sa.select(edition)).mappings().one())
    orphan = row | {"sequence": 9, "version": 9, "source_sha256": "nothing"}

    with pytest.raises(MachineError, match=r"(?i)foreign key"), database.writing() as connection:
        connection.execute(sa.insert(edition).values(orphan))

    database.close()
