"""`kill -9` in the middle of a review leaves each of its steps taken as a whole or not at all."""

import os
import random
import secrets

from jinque.store import Record
from jinque.store.database import Database, locate
from tests.store.processes import Processes
from tests.store.rows import Rows, rows

KILLS = 8
WHOLE_STEPS: tuple[dict[str, int], ...] = (
    {},
    {"source": 1, "draft": 1, "decision": 1},
    {"source": 1, "draft": 1, "decision": 2},
    {"source": 1, "draft": 1, "decision": 3, "edition": 2},
)


def _dice() -> random.Random:
    seed = int(os.environ.get("JINQUE_KILL_SEED") or secrets.randbits(32))
    print(f"JINQUE_KILL_SEED={seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311


def _wait_for_the_dead(url: str) -> None:
    database = Database(locate(url))
    with database.writing():
        pass
    database.close()


def _grown(before: Rows, after: Rows) -> dict[str, int]:
    counts = {table: len(after[table]) - len(kept) for table, kept in before.items()}
    return {table: count for table, count in counts.items() if count}


def test_kills_leave_whole_steps(database_url: str, processes: Processes) -> None:
    dice = _dice()
    longest = float(processes.together(database_url, "review:0", 1))
    for number in range(1, KILLS + 1):
        before = rows(database_url)

        processes.kill(database_url, f"review:{number}", dice.uniform(0, 1.2 * longest))

        _wait_for_the_dead(database_url)
        assert _grown(before, rows(database_url)) in WHOLE_STEPS
    with Record.open(database_url) as record:
        assert record.published("harbour").summary.version >= 1
