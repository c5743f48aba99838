"""Runs parts of a roster on Apache Spark, with the same kernel, by `mapInArrow`.

Spark is told numbers of parts and answers with counts. People are read and results are written by
the executors themselves, under the same paths as here, so that nothing about anybody passes
through Spark's own files and logs.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from jinque.eligibility.kernel_plan import Plan
from jinque.eligibility.pool import Worker
from jinque.eligibility.roster_parts import done_before
from jinque.eligibility.roster_plan import Part, PartDone
from jinque.errors import SparkMissingError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_NUMBER = "part"
_DONE = "part long, people long, rejected long"


def screen_on_spark(
    plan: Plan, nearest: int, parts: Sequence[Part], master: str
) -> Iterator[PartDone]:
    """Yield what parts came to, when all are done.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
        parts: those to be screened, any of them.
        master: address of the cluster (`local[2]`, `spark://host:7077`).

    Raises:
        SparkMissingError: Spark is not there, or did not carry it out.
    """
    try:
        from pyspark.errors import PySparkException
    except ImportError as fault:
        raise _failed(master, fault) from fault
    try:
        _run(plan, nearest, parts, master)
    except PySparkException as fault:
        raise _failed(master, fault) from fault
    yield from (done for part in parts if (done := done_before(part)))


def _run(plan: Plan, nearest: int, parts: Sequence[Part], master: str) -> None:
    session = _session(master)
    try:
        numbers = session.range(0, len(parts), 1, len(parts)).toDF(_NUMBER)
        numbers.mapInArrow(_screening(plan, nearest, parts), _DONE).collect()
    finally:
        session.stop()


def _screening(
    plan: Plan, nearest: int, parts: Sequence[Part]
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def screen(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        worker = Worker(plan, nearest)
        for batch in batches:
            for number in batch.column(_NUMBER).to_pylist():
                done = worker.screen(parts[number])
                yield pa.RecordBatch.from_pylist(
                    [{"part": number, "people": done.people, "rejected": done.rejected}]
                )

    return screen


def _session(master: str) -> "SparkSession":
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("jinque screen")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _failed(master: str, fault: Exception) -> SparkMissingError:
    """Tell that Spark did not do it; its own words may quote a roster and are left out."""
    name = type(fault).__name__
    return SparkMissingError(
        f"Spark 没有完成（{name}）。",
        f"Spark did not carry it out ({name}).",
        where=master,
        hint_zh="请检查 pyspark、pandas 和 Java 17 是否装好（安装时选 spark），集群地址是否正确，"
        "名单和结果的路径在集群的机器上是否相同；小名单不用 Spark 即可。",
        hint_en="Check that pyspark, pandas and Java 17 are there (extra “spark”), that the "
        "address is right and the paths are the same on the cluster; small rosters need no Spark.",
    )
