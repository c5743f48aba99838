"""The search beside SQLite FTS5 and PostgreSQL: nDCG@10, milliseconds, size of the index.

    python bench/search.py [--large]

Judged over the built-in corpus (see relevance/README.md); timed there and over 50,000 rows, with
--large over 300,000 and 1,000,000: the rows of the corpus copied and permuted, with new ids. Each
query of the set is asked once for 20 rows, after twenty others that warm the engine. Ours answers
in this process with passages and counts of ten filters; PostgreSQL and SQLite give identifiers
alone. Each engine runs in a process of its own, one after another.
"""

import multiprocessing
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.relevance.measuring import Measured, measure

SMALL = (0, 50_000)
LARGE = (0, 300_000, 1_000_000)
AIM_MS, AIM_ROWS = 20, 300_000
ENGINES = ("Jinque", "SQLite FTS5", "PostgreSQL", "SQLite FTS5, printed", "PostgreSQL, printed")


def main() -> None:
    spawn = multiprocessing.get_context("spawn")
    for rows in LARGE if "--large" in sys.argv[1:] else SMALL:
        found = {}
        for name in ENGINES[:3] if rows else ENGINES:
            with spawn.Pool(1) as pool:
                found[name] = pool.apply(measure, (name, rows))
        _print(found)
    print(f"Aim: p99 within {AIM_MS} ms at {AIM_ROWS:,} rows on two cores, nDCG ahead of both.")


def _print(found: dict[str, Measured]) -> None:
    first = next(iter(found.values()))
    print(f"{first.rows:,} rows, {len(first.times_ms)} queries")
    print(f"{'':24}{'p50 ms':>10}{'p99 ms':>10}{'worst':>10}{'size MB':>10}{'ready s':>10}")
    for name, each in found.items():
        times = each.times_ms
        print(
            f"{name:24}{times[len(times) // 2]:>10.1f}{times[int(len(times) * 0.99) - 1]:>10.1f}"
            f"{times[-1]:>10.1f}{each.size_mb:>10.0f}{each.build_s:>10.1f}"
        )
    if first.ndcg:
        print("\nnDCG@10" + " " * 17 + "".join(f"{name:>23}" for name in found))
        for sort in first.ndcg:
            print(f"{sort:24}" + "".join(f"{each.ndcg[sort]:>23.3f}" for each in found.values()))
    print(flush=True)


if __name__ == "__main__":
    main()
