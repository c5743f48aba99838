"""Several processes use one record at the same moment."""

from jinque.store import Record
from jinque.store.database import Database, locate
from jinque.store.record import arrival_of, publish
from tests.store.processes import Processes, publication
from tests.store.rows import execute

COUNT = 4


def test_all_may_be_the_first_to_open_it(database_url: str, processes: Processes) -> None:
    outcome = processes.together(database_url, "open", COUNT)

    assert outcome != "failed"
    assert execute(database_url, "SELECT count(*) FROM alembic_version")[0][0] == 1


def test_all_may_publish_the_same(database_url: str, processes: Processes) -> None:
    outcome = processes.together(database_url, "publish:1", COUNT)

    assert outcome != "failed"
    with Record.open(database_url) as record:
        assert [(one.id, one.version) for one in record.summaries()] == [
            ("harbour", 1),
            ("quay", 1),
        ]


def test_one_reads_while_another_writes(database_url: str, record: Record) -> None:
    source, readings = publication(1)
    arrival = arrival_of(readings, source, name="large.txt", is_builtin=False)
    database = Database(locate(database_url))

    with database.writing() as connection:
        is_new = publish(connection, arrival)
        seen = record.summaries()
    database.close()

    assert is_new
    assert seen == ()
    assert len(record.summaries()) == 2
