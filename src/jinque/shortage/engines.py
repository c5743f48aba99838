"""The same sums in processes of this machine, or on Apache Spark: parts, joined in order.

A part is a run of occupations. Whoever sums it reads the evidence itself, under the same path, so
that no answer of an employer passes through a queue or through Spark's own files. Sums are exact
(`weights.grid_of`), so the parts join to the very bytes of one piece.
"""

import io
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa

from jinque.errors import SparkMissingError
from jinque.evidence.tables import read_evidence
from jinque.locale import say
from jinque.model.shortage import Method
from jinque.shortage.layout import lay_out
from jinque.shortage.panel import Panel, capped
from jinque.shortage.sums import QUANTITIES, Kernel, Sums, merged

_PLAIN = ("medians", "pay", "growth", "industries", "times", "ended", "events", "entered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a part is summed from.

    Attributes:
        folder: of the evidence.
        with_pay: growth of pay is a vote.
    """

    folder: Path
    method: Method
    seed: int
    draws: int
    with_pay: bool

    def kernel(self) -> Kernel:
        """Read the evidence and lay it out."""
        laid = lay_out(read_evidence(self.folder), self.method)
        panel, _ = capped(laid.panel, self.method.employer_cap)
        return Kernel(panel, self.seed, self.draws, with_pay=self.with_pay)


def in_pool(
    folder: Path, method: Method, processes: int
) -> "Callable[[Panel, int, int, bool], Sums]":
    """Return a summer that uses processes of this machine."""

    def summer(panel: Panel, seed: int, draws: int, with_pay: bool) -> Sums:  # noqa: FBT001
        task = Task(folder=folder, method=method, seed=seed, draws=draws, with_pay=with_pay)
        parts = parts_of(panel, processes)
        if processes == 1 or len(parts) == 1:
            return Kernel(panel, seed, draws, with_pay=with_pay).sums()
        # A forked process may hold the locks of threads that it has not got.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, context, _begin, (task,)) as pool:
            return merged([_unpacked(each) for each in pool.map(_sum_part, parts)])

    return summer


def on_spark(
    folder: Path, method: Method, master: str
) -> "Callable[[Panel, int, int, bool], Sums]":
    """Return a summer that uses a Spark cluster (`local[2]`, `spark://host:7077`)."""

    def summer(panel: Panel, seed: int, draws: int, with_pay: bool) -> Sums:  # noqa: FBT001
        task = Task(folder=folder, method=method, seed=seed, draws=draws, with_pay=with_pay)
        try:
            from pyspark.errors import PySparkException
        except ImportError as fault:
            raise _failed(master, fault) from fault
        try:
            found = _spark_sums(task, parts_of(panel, _slots(master)), master)
        except (PySparkException, RuntimeError) as fault:
            raise _failed(master, fault) from fault
        return merged([_unpacked(found[number]) for number in sorted(found)])

    return summer


def parts_of(panel: Panel, parts: int) -> list[tuple[int, int]]:
    """Cut the occupations into runs of about as many rows each."""
    ends = np.searchsorted(panel.rows.occupation, np.arange(len(panel.codes) + 1))
    wanted = np.linspace(0, len(panel.rows.occupation), parts + 1)
    cuts = sorted({0, len(panel.codes), *np.searchsorted(ends, wanted[1:-1]).tolist()})
    return [(first, last) for first, last in pairwise(cuts) if first < last]


_kernels: list[Kernel] = []
"""The kernel of this process."""


def _begin(task: Task) -> None:
    _kernels[:] = [task.kernel()]


def _sum_part(part: tuple[int, int]) -> bytes:
    return _packed(_kernels[0].sums(*part))


def _spark_sums(task: Task, parts: list[tuple[int, int]], master: str) -> dict[int, bytes]:
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("jinque score")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.driver.maxResultSize": "2g",
        "spark.driver.memory": "2g",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        numbers = session.range(0, len(parts), 1, len(parts)).toDF("part")
        rows = numbers.mapInArrow(_summing(task, parts), "part long, sums binary").collect()
        return {int(row["part"]): bytes(row["sums"]) for row in rows}
    finally:
        session.stop()


def _summing(
    task: Task, parts: list[tuple[int, int]]
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def summing(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kernel = task.kernel()
        for batch in batches:
            for number in batch.column("part").to_pylist():
                packed = _packed(kernel.sums(*parts[number]))
                yield pa.RecordBatch.from_pylist([{"part": number, "sums": packed}])

    return summing


def _slots(master: str) -> int:
    inside = master.removeprefix("local[").removesuffix("]")
    return int(inside) if inside.isdecimal() else 2 * (os.cpu_count() or 1)


def _packed(sums: Sums) -> bytes:
    buffer = io.BytesIO()
    arrays = {name: getattr(sums, name) for name in _PLAIN}
    np.savez(
        buffer, allow_pickle=False, **arrays, **{f"of_{name}": sums.of[name] for name in QUANTITIES}
    )
    return buffer.getvalue()


def _unpacked(data: bytes) -> Sums:
    with np.load(io.BytesIO(data)) as arrays:
        return Sums(
            of={name: arrays[f"of_{name}"] for name in QUANTITIES},
            **{name: arrays[name] for name in _PLAIN},
        )


def _failed(master: str, fault: Exception) -> SparkMissingError:
    """Tell that Spark did not do it; its own words may quote an answer and are left out."""
    name = type(fault).__name__
    return SparkMissingError(
        say("Spark did not carry it out ({name}).", name=name),
        where=master,
        hint=say(
            "Check that pyspark, pandas and Java 17 are there and that the path of the "
            "evidence is the same on the cluster; without Spark the result is the same."
        ),
    )
