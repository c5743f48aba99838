"""One engine built, asked and timed."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from bench.relevance.fts5 import Fts5
from bench.relevance.judged import by_sort, judged
from bench.relevance.ours import Ours
from bench.relevance.postgres import Postgres, server
from bench.relevance.rows import Texts, editions, enlarged, rows_of, texts
from jinque import api

PAGE = 20
_WARMING = (
    *("工程", "医生", "电子", "管理员", "生产", "维修", "检验员", "大连 工程", "材料", "药", "gcs"),
    *(
        "维修枝工",
        "电气枝术员",
        "化工枝术人员",
        "生产工程枝术员",
        "机械制造工程帅",
        "材料与化学工程帅",
    ),
    *("设备与维修管理工程帅", "Pythom", "量子 纠缠"),
)
"""Of every sort and length: an engine may make a table at the first query that needs it."""


class Engine(Protocol):
    """What is compared."""

    @property
    def size_bytes(self) -> int:
        """Of the index."""

    def ask(self, query: str, limit: int) -> list[str]:
        """Return identifiers of rows, best first."""

    def close(self) -> None:
        """Let go of what is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An engine over a number of rows.

    Attributes:
        ndcg: by sort of query; empty for permuted rows, which nobody judged.
        times_ms: of each query, rising.
    """

    rows: int
    ndcg: dict[str, float]
    times_ms: list[float]
    build_s: float
    size_mb: float


@contextmanager
def opened(name: str, rows: int) -> Iterator[tuple[Engine, int]]:
    """Build an engine over the corpus, or over at least so many permuted rows."""
    with (
        tempfile.TemporaryDirectory() as folder,
        api.open_workspace(data_dir=Path(folder)) as workspace,
    ):
        given = editions(workspace)
    given = enlarged(given, rows) if rows else given
    count = sum(len(each.edition.posts) for each in given)
    with tempfile.TemporaryDirectory() as folder:
        if name == "Jinque":
            yield Ours(given), count
            return
        held = map(texts, rows_of(given))
        held = map(_printed, held) if name.endswith("printed") else held
        if name.startswith("SQLite"):
            sqlite = Fts5(held, Path(folder))
            yield sqlite, count
            sqlite.close()
            return
        with server(Path(folder)) as url:
            postgres = Postgres(held, url)
            yield postgres, count
            postgres.close()


def measure(name: str, rows: int) -> Measured:
    """Judge an engine over the corpus, or time it over more rows."""
    begun = time.perf_counter()
    with opened(name, rows) as (engine, count):
        build_s = time.perf_counter() - begun
        for query in _WARMING:
            engine.ask(query, PAGE)
        times = [_timed(engine, each.query) for each in judged()]
        return Measured(
            rows=count,
            ndcg={} if rows else by_sort(engine.ask),
            times_ms=sorted(times),
            build_s=build_s,
            size_mb=engine.size_bytes / 1e6,
        )


def _timed(engine: Engine, query: str) -> float:
    begun = time.perf_counter()
    engine.ask(query, PAGE)
    return (time.perf_counter() - begun) * 1000


def _printed(row: Texts) -> Texts:
    return replace(row, other_name="")
