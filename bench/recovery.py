"""How well the index finds what is true, on made-up evidence whose truth is known.

Estimand: the index worked out by the same method from every employer of the frame, against one
frozen reference. Printed are the coverage of its 90 % intervals, the rank correlation with it,
the same of a full census with the tightness that the generator was given, and what plagues do,
failures among it. `--parameters FILE` takes a generator of one's own.

    python bench/recovery.py [--seeds 400] [--draws 199] [--plague-seeds 20] [--parameters FILE]
"""

import argparse
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from jinque.evidence.example import ExampleParameters, make_example, read_parameters
from jinque.evidence.tables import Evidence
from jinque.model.shortage import Method, OtherMethod, ReferenceScale
from jinque.parameters.shortage import load_methods, load_other_methods
from jinque.shortage.others import method_values
from jinque.shortage.scoring import Computed, compute
from jinque.shortage.statistics import interval

BASE_SEED = 999_983
NORMAL_95 = 1.96
CLASSES = ((10, 19), (20, 49), (50, 10_000))
EDGE = 1e-9


@dataclass(slots=True)
class Found:
    """What seeds came to so far."""

    index: list[float] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    by_size: dict[tuple[int, int], list[float]] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    ranks: list[float] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)
    ceiling: list[float] = field(default_factory=list)


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--seeds", type=int, default=400)
    given.add_argument("--draws", type=int, default=199)
    given.add_argument("--plague-seeds", type=int, default=20)
    given.add_argument("--parameters", type=Path, default=None)
    asked = given.parse_args()
    parameters = read_parameters(asked.parameters)
    method = load_methods()[0]
    base = make_example("base", BASE_SEED, parameters)
    reference = compute(base.sample, method, seed=1, draws=0).score.reference
    begin = time.perf_counter()
    _coverage(asked, parameters, method, reference)
    _plagues(asked, parameters, method, reference)
    print(f"({time.perf_counter() - begin:.0f} s)")


def _coverage(
    asked: argparse.Namespace, given: ExampleParameters, method: Method, scale: ReferenceScale
) -> None:
    found = Found()
    for seed in range(asked.seeds):
        example = make_example("seed", seed, given)
        sample = _computed(example.sample, method, scale, asked.draws)
        census = _computed(example.population, method, scale, 0)
        _add(found, sample, census, example.tightness)
    print(f"clean, {asked.seeds} seeds, {asked.draws} draws, nominal {method.coverage:.0%}")
    _say("coverage of I", found.index)
    _say("coverage of B*", found.points)
    for (low, high), shares in sorted(found.by_size.items()):
        end = f"to {high}" if high < CLASSES[-1][1] else "or more"
        _say(f"  I, {low} {end} employers", shares)
        print(f"{'':<28}({found.counts[low] / asked.seeds:.1f} occupations a seed)")
    first = slice(0, 50)
    print(f"Spearman with the census index, first 50 seeds: {_mean(found.ranks[first]):.3f}")
    print(f"Spearman of the sample with the true tightness: {_mean(found.truth[first]):.3f}")
    print(f"ceiling, of the census with the true tightness: {_mean(found.ceiling[first]):.3f}")


def _computed(evidence: Evidence, method: Method, scale: ReferenceScale, draws: int) -> Computed:
    return compute(evidence, method, seed=7, draws=draws, reference=scale)


def _add(found: Found, sample: Computed, census: Computed, tightness: dict[str, float]) -> None:
    codes = sample.laid.panel.codes
    place = {code: at for at, code in enumerate(census.laid.panel.codes)}
    at = np.array([place[code] for code in codes])
    rated = sample.rated
    for kept, name in ((found.index, "index"), (found.points, "points")):
        values = getattr(sample.ratings, name)
        low, high = interval(values[:, 1:], sample.score.method.coverage)
        true = getattr(census.ratings, name)[at, 0]
        inside = (low <= true + EDGE) & (true <= high + EDGE)
        kept.append(float(inside[rated].mean()))
        if name == "index":
            employers = np.array([each.employers or 0 for each in sample.score.occupations])
            for low_end, high_end in CLASSES:
                chosen = rated & (employers >= low_end) & (employers <= high_end)
                if chosen.any():
                    shares = found.by_size.setdefault((low_end, high_end), [])
                    shares.append(float(inside[chosen].mean()))
                    found.counts[low_end] = found.counts.get(low_end, 0) + int(chosen.sum())
    known = np.array([tightness[code] for code in codes])
    ours, full = sample.ratings.index[:, 0], census.ratings.index[at, 0]
    found.ranks.append(_spearman(ours[rated], full[rated]))
    found.truth.append(_spearman(ours[rated], known[rated]))
    found.ceiling.append(_spearman(full[rated], known[rated]))


def _plagues(
    asked: argparse.Namespace, given: ExampleParameters, method: Method, scale: ReferenceScale
) -> None:
    others = load_other_methods()
    names = ("ours", *(each.id for each in others))
    print(f"\nplagues, {asked.plague_seeds} seeds: Spearman with the same method on the census")
    print(f"{'':<18}" + "".join(f"{name:>10}" for name in names) + "   between the lines")
    clean = None
    for plague in ((), *((name,) for name in given.plagues), tuple(given.plagues)):
        rows, between = _of_plague(asked, given, method, scale, plague)
        label = "+".join(plague) if len(plague) < len(given.plagues) else "all together"
        line = "".join(f"{value:>10.3f}" for value in rows)
        lines = f"{between:>12.1%}" if between is not None else ""
        print(f"{label or 'clean':<18}{line}{lines}")
        if clean is None:
            clean = rows
            continue
        losses = [before - after for before, after in zip(clean, rows, strict=True)]
        best = min(losses[1:])
        verdict = "no greater" if round(losses[0], 3) <= round(best, 3) else "GREATER"
        print(f"{'':<18}loss of ours {losses[0]:+.3f}, least of another {best:+.3f}: {verdict}")


def _of_plague(
    asked: argparse.Namespace,
    given: ExampleParameters,
    method: Method,
    scale: ReferenceScale,
    plague: tuple[str, ...],
) -> tuple[list[float], float | None]:
    others = load_other_methods()
    rows: list[list[float]] = []
    between: list[float] = []
    for seed in range(asked.plague_seeds):
        example = make_example("seed", seed, given, plague)
        sample = _computed(example.sample, method, scale, 0)
        census = _computed(example.population, method, scale, 0)
        place = {code: at for at, code in enumerate(census.laid.panel.codes)}
        at = np.array([place[code] for code in sample.laid.panel.codes])
        rated = sample.rated
        full = census.ratings.index[at, 0]
        row = [_spearman(sample.ratings.index[rated, 0], full[rated])]
        row += [_other(sample, census, at, each) for each in others]
        rows.append(row)
        held = [
            _is_between(each.lines, truth)
            for each, truth in zip(sample.score.occupations, full, strict=True)
            if each.lines and None not in each.lines
        ]
        if held:
            between.append(float(np.mean(held)))
    return [_mean(list(column)) for column in zip(*rows, strict=True)], (
        _mean(between) if between else None
    )


def _is_between(lines: tuple[float | None, ...], truth: float) -> bool:
    known = [each for each in lines if each is not None]
    return min(known) - EDGE <= truth <= max(known) + EDGE


def _other(sample: Computed, census: Computed, at: np.ndarray, method: OtherMethod) -> float:
    here, full = method_values(sample, method), method_values(census, method)[at]
    known = sample.rated & ~np.isnan(here) & ~np.isnan(full)
    return _spearman(here[known], full[known])


def _spearman(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(_ranked(one), _ranked(other))[0, 1])


def _ranked(values: np.ndarray) -> np.ndarray:
    """Return mid-ranks."""
    ordered = np.sort(values)
    return np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right")


def _mean(values: list[float]) -> float:
    return statistics.fmean(values) if values else float("nan")


def _say(name: str, shares: list[float]) -> None:
    mean = _mean(shares)
    half = NORMAL_95 * statistics.stdev(shares) / len(shares) ** 0.5 if len(shares) > 1 else 0.0
    print(f"{name:<28}{mean:6.1%}  (95 % interval {mean - half:.1%} to {mean + half:.1%})")


if __name__ == "__main__":
    main()
