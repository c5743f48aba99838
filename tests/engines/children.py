"""Runs over a roster in processes of their own, named by tests on the command line."""

import sys
import time
from pathlib import Path

from jinque.matching.large import Where, screen_parquet
from jinque.model.roster import Engine
from tests.engines.rosters import plan


def slow() -> None:
    """Pause after each part, to be killed in between."""

    def pause(done: int, _total: int) -> None:
        if done:
            time.sleep(0.5)

    roster, folder = map(Path, sys.argv[1:])
    screen_parquet(roster, folder, plan(), Where(), pause)


def alone() -> None:
    """Screen the marked people of a folder on an engine."""
    folder, engine, master = Path(sys.argv[1]), Engine(sys.argv[2]), sys.argv[3]
    where = Where(engine=engine, processes=2, master=master)
    screen_parquet(folder / "people.parquet", folder / "found.parquet", plan(), where)
