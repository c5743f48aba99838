"""People x posts a second, and the peak of memory, beside OpenFisca-core, DuckDB and Polars.

    python bench/screening.py [--people N] [--peers N] [--explained N] [--growth N,N,...]

Each engine works in a process of its own, on the same made-up people, with full three-valued
results: the counts of every post and for each person the 20 posts with the fewest unmet, then the
fewest undecided demands. All must come to the same. Seconds are of processors, added up over
processes and threads, so that a busy machine changes little. The peers are handed facts that are
already worked out (bench/roster/rules.py); the kernel starts from people in Arrow columns.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.roster.peers import (
    TOP,
    Outcome,
    with_duckdb,
    with_openfisca,
    with_polars,
)
from bench.roster.people import made_people
from bench.roster.rules import rules_of
from jinque.matching.arrow import person_of
from jinque.matching.kernel import BLOCK, Kernel, Plan, plan_of
from jinque.matching.large import Where, processors, screen_parquet
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import Verdict

ON = date(2026, 3, 1)
PEERS: dict[str, Callable[..., Outcome]] = {
    "OpenFisca-core": with_openfisca,
    "DuckDB cross join": with_duckdb,
    "Polars": with_polars,
}
_MEBI = 1024


def main() -> None:
    """Run every engine in a process of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Raw)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--peers", type=int, default=50_000, help="people for the peers")
    parser.add_argument("--explained", type=int, default=100, help="people for the explaining path")
    parser.add_argument("--growth", default="10000,100000", help="sizes for the growth table")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--write", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        _write(given.write, given.people)
        return
    if given.run:
        print(json.dumps(_run(given.run, given.people)))
        return
    _table(given.people, given.peers, given.explained)
    _growth([int(size) for size in given.growth.split(",")])


_Raw = argparse.RawDescriptionHelpFormatter


def _table(people: int, peers: int, explained: int) -> None:
    heads = ("people", "cpu s", "pairs/cpu s", "peak MiB", "kernel is")
    print(f"{'engine':34} {heads[0]:>10} {heads[1]:>8} {heads[2]:>14} {heads[3]:>9} {heads[4]:>9}")
    ours = _child("kernel", people)
    rows = {"kernel, one process": ours}
    rows[f"jinque screen, {processors()} processes, files"] = _child("product", people)
    for name in PEERS:
        rows[name] = _child(name, peers)
    rows["explaining path"] = _child("explain", explained)
    rate = ours["pairs"] / ours["seconds"]
    for name, row in rows.items():
        own = row["pairs"] / row["seconds"]
        print(
            f"{name:34} {row['people']:>10,} {row['seconds']:>8.2f} {own:>14,.0f} "
            f"{row['peak']:>9,.0f} {rate / own:>8.1f}x"
        )
    same = _child("kernel", peers)
    for name in PEERS:
        _check(name, rows[name]["result"], same["result"])
    few = _child("kernel", explained)
    _check("explaining path", rows["explaining path"]["result"], few["result"][:1])
    print(f"counts of all posts and the {TOP} nearest posts of all people agree")


def _check(name: str, found: list[int], expected: list[int]) -> None:
    if found != expected:
        raise SystemExit(f"{name} comes to other results: {found}, the kernel to {expected}")


def _growth(sizes: list[int]) -> None:
    print(f"\n{'people':>12} {'cpu s':>9} {'µs a person':>12} {'peak MiB':>9}   (files to files)")
    for size in sizes:
        row = _child("product", size)
        each = row["seconds"] / size * 1e6
        print(f"{size:>12,} {row['seconds']:>9.2f} {each:>12.1f} {row['peak']:>9,.0f}")


def _child(name: str, people: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--run", name, "--people", str(people)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def _run(name: str, people: int) -> dict[str, Any]:
    answers = _answers()
    plan = plan_of(answers, ON)
    runs: dict[str, Callable[[], tuple[float, list[int], int]]] = {
        "kernel": lambda: _kernel(plan, people),
        "product": lambda: _product(plan, people),
        "explain": lambda: _explain(answers, people),
    }
    seconds, result, others = runs[name]() if name in runs else _peer(plan, name, people)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak += others * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "people": people,
        "pairs": people * len(plan.posts),
        "seconds": seconds,
        "peak": peak / _MEBI,
        "result": result,
    }


def _kernel(plan: Plan, people: int) -> tuple[float, list[int], int]:
    kernel = Kernel(plan, nearest=TOP)
    counts, tops, seconds = np.zeros((len(plan.posts), 3), np.int64), 0, 0.0
    for block in _blocks(people):
        begun = _processor_seconds()
        screened = kernel.screen(block)
        counts += screened.counts()
        seconds += _processor_seconds() - begun
        near = screened.nearest
        if near:
            ranks = (near.unmet.astype(np.int64) << 24) + (near.undecided.astype(np.int64) << 16)
            tops += _checksum(ranks + near.posts)
    return seconds, [_checksum(counts), tops], 0


def _product(plan: Plan, people: int) -> tuple[float, list[int], int]:
    with tempfile.TemporaryDirectory() as folder:
        roster = Path(folder) / "people.parquet"
        command = [sys.executable, __file__, "--write", str(roster), "--people", str(people)]
        subprocess.run(command, check=True)
        begun = _processor_seconds()
        where = Where(processes=processors())
        answer = screen_parquet(roster, Path(folder) / "result.parquet", plan, where)
        seconds = _processor_seconds() - begun
    workers = processors() if people > BLOCK else 0
    return seconds, [sum(post.matches for post in answer.posts)], workers


def _write(path: str, people: int) -> None:
    with pq.ParquetWriter(path, made_people(1, 0).schema) as writer:
        for block in _blocks(people):
            writer.write_batch(block, row_group_size=BLOCK)


def _explain(answers: list[CriteriaAnswer], people: int) -> tuple[float, list[int], int]:
    from jinque.matching.assess import assess

    stated = [each for each in answers if each.reading.states_requirements]
    everybody = [person_of(row) for block in _blocks(people) for row in block.to_pylist()]
    counts = np.zeros((len(stated), 3), np.int64)
    begun = _processor_seconds()
    for person in everybody:
        for post, answer in enumerate(stated):
            verdict = assess(person, answer, ON).verdict
            counts[post, _PLACES[verdict]] += 1
    return _processor_seconds() - begun, [_checksum(counts)], 0


_PLACES = {
    Verdict.MATCHES: 0,
    Verdict.INCOMPLETE: 1,
    Verdict.NOT_YET: 2,
    Verdict.DOES_NOT_MATCH: 2,
}


def _peer(plan: Plan, name: str, people: int) -> tuple[float, list[int], int]:
    rules = rules_of(plan, list(_blocks(people)))
    begun = _processor_seconds()
    found = PEERS[name](rules)
    seconds = _processor_seconds() - begun
    return seconds, [_checksum(found.counts), _checksum(found.top)], 0


def _blocks(people: int) -> Iterator[pa.RecordBatch]:
    for seed, first in enumerate(range(0, people, BLOCK)):
        yield made_people(min(BLOCK, people - first), seed, first)


def _processor_seconds() -> float:
    """Return what this process and those it has ended took of all processors."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _checksum(numbers: np.ndarray[Any, Any]) -> int:
    """Return a sum in which the place of a number within its row counts."""
    weights = np.arange(1, numbers.shape[-1] + 1, dtype=np.int64) ** 3
    per_row = (numbers.astype(np.int64) * weights).sum(axis=-1)
    if numbers.shape[-1] == TOP:
        return int(per_row.sum())
    return int((per_row * np.arange(1, len(per_row) + 1)).sum())


def _answers() -> list[CriteriaAnswer]:
    from jinque import api
    from jinque.api.workspace import readings

    with tempfile.TemporaryDirectory() as folder, api.open_workspace(data_dir=Path(folder)) as ws:
        return list(readings(ws))


if __name__ == "__main__":
    main()
