"""`kill -9` in the middle of a publication leaves the record as before it or as after it."""

import os
import random
import secrets

import pytest

from jinque.store import Record
from jinque.store.database import Database, locate
from tests.store.processes import Processes, publication, publish
from tests.store.rows import Rows, rows

KILLS = 20
FIRST_USES = 5


def _dice() -> random.Random:
    """Roll anew each time, and say what to set to roll the same again."""
    seed = int(os.environ.get("JINQUE_KILL_SEED") or secrets.randbits(32))
    print(f"JINQUE_KILL_SEED={seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311


def _wait_for_the_dead(url: str) -> None:
    """Wait until the server, too, has ended the transaction of a process that was killed."""
    database = Database(locate(url))
    with database.writing():
        pass
    database.close()


def _grown(before: Rows, after: Rows) -> dict[str, int]:
    """Count the rows that were added; those before have to be there unchanged."""
    assert all(kept <= after[table] for table, kept in before.items())
    counts = {table: len(after[table]) - len(kept) for table, kept in before.items()}
    return {table: count for table, count in counts.items() if count}


NOTHING: dict[str, int] = {}
EVERYTHING = {"source": 1, "edition": 2}


def test_twenty_kills_leave_a_whole_record(database_url: str, processes: Processes) -> None:
    dice = _dice()
    longest = float(processes.together(database_url, "publish:0", 1))
    outcomes = []
    for number in range(1, KILLS + 1):
        before = rows(database_url)

        processes.kill(database_url, f"publish:{number}", dice.uniform(0, 1.2 * longest))

        _wait_for_the_dead(database_url)
        grown = _grown(before, rows(database_url))
        assert grown in (NOTHING, EVERYTHING)
        outcomes.append(grown == EVERYTHING)
        with Record.open(database_url) as record:
            assert publish(record, number) is (grown == NOTHING)
            _, (reading, _) = publication(number)
            assert record.published("harbour").edition == reading[0]
        assert _grown(before, rows(database_url)) == EVERYTHING
    print(f"{outcomes.count(True)} of {KILLS} publications came before the kill")  # noqa: T201


@pytest.mark.parametrize("share", [n / FIRST_USES for n in range(FIRST_USES)])
def test_a_kill_at_the_first_use_is_made_good_by_the_next(
    database_url: str, processes: Processes, share: float
) -> None:
    processes.kill(database_url, "open", share * 0.1)

    _wait_for_the_dead(database_url)
    with Record.open(database_url) as record:
        assert publish(record, 1)
