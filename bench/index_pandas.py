"""The shortage index beside a vectorised pandas group-by per draw, on the same weights.

Both read the same Parquet files and end in the same table of indices: for each draw pandas
multiplies the columns by the weights of that draw, groups by occupation and by occupation and day,
and the rest is worked out by numpy as in the program. It was written after the kernel, which is
said wherever its figures stand. One thread; medians of `--repeat` runs, taken in turn, of the
processor's time, since other programs share the machine.

    python bench/index_pandas.py [--rows 300000] [--draws 500] [--repeat 5]
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from jinque.evidence.example import make_example, read_parameters
from jinque.evidence.tables import read_evidence, write_evidence
from jinque.model.shortage import ReferenceScale
from jinque.parameters.shortage import load_methods
from jinque.shortage.indicators import indicators
from jinque.shortage.layout import lay_out
from jinque.shortage.panel import Panel, capped, standing_of
from jinque.shortage.rating import rate, reference_of
from jinque.shortage.sums import QUANTITIES, Kernel, Sums

SEED = 7
ROWS_OF_AN_EMPLOYER = 3.2
METHOD = load_methods()[0]


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--rows", type=int, default=300_000)
    given.add_argument("--draws", type=int, default=500)
    given.add_argument("--repeat", type=int, default=5)
    given.add_argument("--grow", action="store_true", help="double rows and draws, ours alone")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = _evidence(Path(folder), asked.rows)
        if asked.grow:
            _grow(place, Path(folder), asked.rows, asked.draws)
            return
        ours, theirs, sparse = [], [], []
        for _ in range(asked.repeat):
            ours.append(_timed(lambda: _index(place, asked.draws, _kernel)))
            theirs.append(_timed(lambda: _index(place, asked.draws, _pandas)))
            sparse.append(_timed(lambda: _index(place, asked.draws, _sparse)))
        tables = [each[0][1] for each in (ours, theirs, sparse)]
    apart = max(float(np.nanmax(np.abs(tables[0] - each))) for each in tables[1:])
    middle = [statistics.median(t for t, _ in each) for each in (ours, theirs, sparse)]
    print(
        f"rows {asked.rows:,}, draws {asked.draws}, median of {asked.repeat}, one thread, "
        "processor time"
    )
    for name, seconds in zip(("ours", "pandas", "scipy sparse"), middle, strict=True):
        print(f"{name:<13}{seconds:8.2f} s   {seconds / middle[1]:6.3f} of pandas")
    print(f"largest difference of an index in any draw: {apart:.1e}")
    print(f"peak memory of the process: {_peak_mib():,.0f} MiB (all three in one process)")


def _timed(run: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    begin = time.process_time()
    table = run()
    return time.process_time() - begin, table


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _evidence(folder: Path, rows: int) -> Path:
    """Make up evidence of about so many rows: half of every layer is drawn."""
    shipped = read_parameters()
    sizes = tuple(replace(size, drawn=0.5) for size in shipped.sizes)
    employers = int(rows / ROWS_OF_AN_EMPLOYER)
    example = make_example("bench", SEED, replace(shipped, employers=employers, sizes=sizes))
    place = folder / f"rows-{rows}"
    write_evidence(example.sample, place)
    print(f"answers: {example.sample.tables['answers'].num_rows:,}, "
          f"vacancies: {example.sample.tables['vacancies'].num_rows:,}, "
          f"employers: {example.sample.tables['employers'].num_rows:,}")  # fmt: skip
    return place


def _index(place: Path, draws: int, summed: Callable[[Panel, int], Sums]) -> np.ndarray:
    laid = lay_out(read_evidence(place), METHOD)
    standing = standing_of(laid.panel)
    panel, _ = capped(laid.panel, METHOD.employer_cap)
    found = indicators(panel, summed(panel, draws), METHOD)
    rated = standing.employers >= METHOD.employers_least
    reference: ReferenceScale = reference_of(found, rated, "bench", "2026Q3")
    return rate(found, reference, METHOD).index


def _kernel(panel: Panel, draws: int) -> Sums:
    return Kernel(panel, SEED, draws).sums()


def _pandas(panel: Panel, draws: int) -> Sums:
    kernel = Kernel(panel, SEED, draws)
    values = pd.DataFrame(kernel.values, columns=list(QUANTITIES))
    occupation, unit = panel.rows.occupation, panel.rows.unit
    ends = panel.vacancies
    days = pd.DataFrame({"occupation": ends.occupation, "end": ends.end})
    late = ends.entry > 0
    made = kernel.empty()
    for column, weights in kernel.weights.slices(draws):
        made.industries[:, column : column + weights.shape[1]] = kernel.industry_sums(weights)
        for offset in range(weights.shape[1]):
            w = weights[:, offset]
            sums = values.mul(w[unit], axis=0).groupby(occupation).sum()
            for name in QUANTITIES:
                made.of[name][sums.index, column + offset] = sums[name].to_numpy()
            _pandas_days(made, days, late, panel, (column + offset, w))
    return made


def _pandas_days(
    made: Sums, days: pd.DataFrame, late: np.ndarray, panel: Panel, draw: tuple[int, np.ndarray]
) -> None:
    column, w = draw
    ends = panel.vacancies
    weight = w[ends.unit] * ends.count
    table = days.assign(ended=weight, events=weight * ends.is_filled)
    table = table.groupby(["occupation", "end"], sort=True)[["ended", "events"]].sum().reset_index()
    of = table["occupation"].to_numpy()
    first = np.searchsorted(of, of)
    last = np.searchsorted(of, of, side="right") - 1
    behind = table["ended"].to_numpy()[::-1].cumsum()[::-1]
    at_risk = behind - np.where(last + 1 < len(of), behind[np.minimum(last + 1, len(of) - 1)], 0.0)
    at_risk[last + 1 >= len(of)] = behind[last + 1 >= len(of)]
    # Late ones are not yet at risk up to the last day that is not behind their entry.
    keys = of * 100_000 + table["end"].to_numpy()
    place = np.searchsorted(keys, ends.occupation[late] * 100_000 + ends.entry[late], "right") - 1
    inside = (place >= 0) & (of[np.maximum(place, 0)] == ends.occupation[late])
    entered = np.bincount(place[inside], weight[late][inside], len(of))
    waiting = entered[::-1].cumsum()[::-1]
    rest = np.where(last + 1 < len(of), waiting[np.minimum(last + 1, len(of) - 1)], 0.0)
    at_risk = at_risk - (waiting - rest)
    kept = np.where(
        at_risk > 0, 1 - table["events"].to_numpy() / np.where(at_risk > 0, at_risk, 1), 1
    )
    curve = pd.Series(kept).groupby(of).cumprod().to_numpy()
    reached = np.flatnonzero(curve <= 0.5 + 1e-9)
    hit, where = np.unique(of[reached], return_index=True)
    made.medians[hit, column] = table["end"].to_numpy()[reached[where]]
    times = made.times
    every = table.groupby("end")[["ended", "events"]].sum()
    made.ended[:, column] = every["ended"].to_numpy()
    made.events[:, column] = every["events"].to_numpy()
    at = np.searchsorted(times, ends.entry[late], side="right") - 1
    made.entered[:, column] = np.bincount(at[at >= 0], weight[late][at >= 0], len(times))
    del first


def _sparse(panel: Panel, draws: int) -> Sums:
    """Sums of rows by one sparse matrix a quantity; days as in the kernel."""
    from scipy import sparse

    kernel = Kernel(panel, SEED, draws)
    rows, count = panel.rows, len(panel.codes)
    shape = (count, len(panel.respondents.ids))
    matrices = [
        sparse.csr_matrix((kernel.values[:, q], (rows.occupation, rows.unit)), shape=shape)
        for q in range(len(QUANTITIES))
    ]
    made = kernel.empty()
    for column, weights in kernel.weights.slices(draws):
        columns = slice(column, column + weights.shape[1])
        made.industries[:, columns] = kernel.industry_sums(weights)
        for name, matrix in zip(QUANTITIES, matrices, strict=True):
            made.of[name][:, columns] = matrix @ weights
        for occupation in range(count):
            kernel.sum_days(made, occupation, occupation, weights, columns)
    return made


def _grow(place: Path, folder: Path, rows: int, draws: int) -> None:
    base, _ = _timed(lambda: _index(place, draws, _kernel))
    more_draws, _ = _timed(lambda: _index(place, 2 * draws, _kernel))
    larger = _evidence(folder, 2 * rows)
    more_rows, _ = _timed(lambda: _index(larger, draws, _kernel))
    print(f"{rows:,} rows, {draws} draws: {base:.2f} s")
    print(f"twice the draws: {more_draws:.2f} s = {more_draws / base:.2f} x")
    print(f"twice the rows:  {more_rows:.2f} s = {more_rows / base:.2f} x")
    print(f"peak memory: {_peak_mib():,.0f} MiB")


if __name__ == "__main__":
    # Libraries read these when they are loaded, so the program begins once more with them.
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "ARROW_NUM_THREADS"), "1")
        os.execve(  # noqa: S606 - the same program, with its own arguments
            sys.executable, [sys.executable, *sys.argv], {**os.environ, **one}
        )
    main()
