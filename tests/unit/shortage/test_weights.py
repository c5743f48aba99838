"""Bootstrap weights with the finite-population correction, and sums that are exact."""

import math

import numpy as np
import pytest

from jinque.errors import InvalidOptionError
from jinque.shortage.weights import Stratum, Weights, factors, grid_of


@pytest.mark.parametrize(
    ("n", "population", "expected"),
    [
        (2, 2, [1]),
        (1, 1, [1]),
        (3, 4, [0.5, 1.25, 2]),
        (5, 50, [0.0513, 1.2372, 2.4230, 3.6089, 4.7947]),
    ],
)
def test_factors_of_every_count(n: int, population: int, expected: list[float]) -> None:
    stratum = Stratum(name="s", population=population, respondents=n)
    counts = np.arange(max(1, n), dtype=float)

    found = sorted(set(factors(counts, stratum).round(4).tolist()))

    assert found == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(("n", "population"), [(3, 2), (1, 0), (1, 5)])
def test_a_stratum_that_shows_no_error_is_refused(n: int, population: int) -> None:
    with pytest.raises(InvalidOptionError):
        Stratum(name="s", population=population, respondents=n)


def _weights(n: int, population: int, seed: int = 1) -> Weights:
    stratum = Stratum(name="s", population=population, respondents=n)
    base = np.full(n, population / n)
    return Weights([stratum], [np.arange(n)], base, seed, 2.0**-30)


def _columns(weights: Weights, draws: int) -> np.ndarray:
    return np.concatenate([columns for _, columns in weights.slices(draws)], axis=1)


@pytest.mark.parametrize(("population", "variance"), [(40, 11 / 16), (10, 0.0)])
def test_the_variance_of_a_mean_has_the_correction(population: int, variance: float) -> None:
    y = np.arange(1.0, 11.0)
    w = _columns(_weights(10, population), 20_000)[:, 1:]

    means = (w * y[:, None]).sum(axis=0) / w.sum(axis=0)

    assert means.var() == pytest.approx(variance, abs=0.03)


def test_slices_do_not_change_a_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _columns(_weights(37, 90), 500)
    monkeypatch.setattr("jinque.shortage.weights._LARGEST_SLICE", 40 * 37)

    assert (_columns(_weights(37, 90), 500) == whole).all()


def test_each_draw_keeps_the_total_weight_of_a_stratum() -> None:
    w = _columns(_weights(7, 30), 50)

    assert w.sum(axis=0).tolist() == pytest.approx([30.0] * 51, abs=1e-6)


def test_sums_on_the_grid_do_not_depend_on_their_order() -> None:
    random = np.random.default_rng(3)
    values = random.integers(0, 500, 10_000).astype(float)
    base = random.random(10_000) * 30
    grid = grid_of(float((values * base).sum()), 0)
    w = np.rint(base / grid) * grid

    sums = {float((values[o] * w[o]).sum()) for o in map(random.permutation, [10_000] * 20)}

    assert sums == {math.fsum((values * w).tolist())}
