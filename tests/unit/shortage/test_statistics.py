"""The statistics against values worked out by hand with fractions."""

import numpy as np
import pytest

from jinque.errors import InvalidOptionError
from jinque.shortage.statistics import (
    Bounds,
    comparison_weights,
    interval,
    kish_sizes,
    mid_ranks,
    moment_alpha,
    shrunk,
    survival_curve,
    survival_medians,
    weighted_lower_medians,
)

RANDOM_INDEX = (0.52, 0.89, 1.11, 1.25)


def _curve(
    times: list[float],
    filled: list[int],
    weights: list[float] | None = None,
    entry: list[float] | None = None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lay out single vacancies as weights at risk and events of each time."""
    w = np.array(weights or [1.0] * len(times))
    t, d = np.array(times), np.array(filled)
    late = np.array(entry or [-np.inf] * len(times))
    days = np.unique(t)
    at_risk = np.array([[w[(t >= day) & (late < day)].sum()] for day in days])
    events = np.array([[w[(t == day) & (d == 1)].sum()] for day in days])
    return days, at_risk, events


@pytest.mark.parametrize("n", [2, 4, 6, 10, 64, 100, 202, 400])
def test_a_curve_that_touches_one_half_has_its_median_there(n: int) -> None:
    days, at_risk, events = _curve([float(k) for k in range(1, n + 1)], [1] * n)

    assert survival_medians(days, at_risk, events).tolist() == [n / 2]


@pytest.mark.parametrize("n", [2, 10, 400])
def test_a_vacancy_withdrawn_before_the_first_is_filled_changes_no_median(n: int) -> None:
    days, at_risk, events = _curve([0.5, *(float(k) for k in range(1, n + 1))], [0] + [1] * n)

    assert survival_medians(days, at_risk, events).tolist() == [n / 2]


def test_one_that_enters_late_is_at_risk_behind_the_day_of_its_entry() -> None:
    curve = survival_curve(
        *_curve([30, 10, 20, 25], [1, 1, 1, 0], entry=[10, -np.inf, -np.inf, -np.inf])[1:]
    )

    assert curve.ravel()[[0, 1, 3]].tolist() == pytest.approx([2 / 3, 4 / 9, 0], abs=1e-12)


def test_one_that_enters_a_little_earlier_is_at_risk_on_that_day() -> None:
    curve = survival_curve(
        *_curve([30, 10, 20, 25], [1, 1, 1, 0], entry=[9.999, -np.inf, -np.inf, -np.inf])[1:]
    )

    assert curve.ravel()[[0, 1, 3]].tolist() == pytest.approx([3 / 4, 1 / 2, 0], abs=1e-12)


def test_vacancies_filled_on_the_day_of_their_opening_count() -> None:
    days, at_risk, events = _curve([0, 0, 5, 5, 5, 9], [1, 0, 1, 0, 1, 0])

    assert survival_curve(at_risk, events).ravel()[:2].tolist() == pytest.approx([5 / 6, 5 / 12])
    assert survival_medians(days, at_risk, events).tolist() == [5]


def test_a_curve_that_never_reaches_one_half_has_no_median() -> None:
    days, at_risk, events = _curve([3, 8, 20, 20, 20], [1, 1, 0, 0, 0])

    assert survival_curve(at_risk, events).ravel()[:2].tolist() == pytest.approx([4 / 5, 3 / 5])
    assert np.isnan(survival_medians(days, at_risk, events)).all()


@pytest.mark.parametrize("scale", [1, 10, 100])
def test_a_weighted_curve_does_not_depend_on_the_scale_of_its_weights(scale: int) -> None:
    weights = [1.5, 2.5, 1, 4, 0.5, 3, 2.25, 1.25]
    days, at_risk, events = _curve(
        [5, 8, 8, 12, 15, 20, 20, 31],
        [1, 1, 0, 1, 1, 0, 1, 0],
        [w * scale for w in weights],
    )

    expected = [29 / 32, 3 / 4, 21 / 44, 39 / 88, 51 / 176]
    assert survival_curve(at_risk, events).ravel()[:5].tolist() == pytest.approx(
        expected, abs=1e-12
    )
    assert survival_medians(days, at_risk, events).tolist() == [12]


@pytest.mark.parametrize(
    ("values", "weights", "median"),
    [
        ([10, 30, 50], [1, 2, 3], 30),
        ([10, 20, 30, 40, 50, 60], [1, 0, 2, 0, 3, 0], 30),
        ([10, 20, 30, 40, 50, 60], [1] * 6, 30),
        ([10, 20, 30, 40, 50, 60], [0.5, 0.5, 0.5, 0.5, 1.5, 0.5], 40),
        (list(range(1, 11)), [1 / 3] * 10, 5),
        (list(range(1, 11)), [1 / 7] * 10, 5),
        (list(range(1, 11)), [0.1] * 10, 5),
    ],
)
def test_the_lower_median_is_the_first_to_reach_half(
    values: list[float], weights: list[float], median: float
) -> None:
    turned = np.array(values[::-1], dtype=float), np.array(weights[::-1], dtype=float)[:, None]

    assert weighted_lower_medians(*turned).tolist() == [median]
    assert weighted_lower_medians(turned[0], turned[1] * 1e6).tolist() == [median]


def test_a_median_of_no_weight_is_missing() -> None:
    assert np.isnan(weighted_lower_medians(np.array([3.0]), np.zeros((1, 1)))).all()


@pytest.mark.parametrize(
    ("value", "rank"),
    [(0, 0.2), (0.30, 0.695), (0.305, 0.7), (0.60, 0.995), (-0.1, 0), (0.7, 1)],
)
def test_mid_ranks_share_ties(value: float, rank: float) -> None:
    reference = np.array([0.0] * 40 + [k / 100 for k in range(1, 61)])

    assert mid_ranks(np.array([value]), reference).tolist() == pytest.approx([rank], abs=1e-12)


@pytest.mark.parametrize(("above", "rank"), [(30, 0.5), (0, 0.8)])
def test_a_heap_has_the_rank_of_its_middle(above: int, rank: float) -> None:
    reference = np.array([0.0] * (100 - 40 - above) + [1.0] * 40 + [2.0] * above)

    assert mid_ranks(np.array([1.0]), reference).tolist() == pytest.approx([rank])


def test_what_is_missing_has_no_rank() -> None:
    assert np.isnan(mid_ranks(np.array([np.nan]), np.array([1.0, 2.0]))).all()


def test_the_kish_size_of_unequal_weights() -> None:
    sizes = kish_sizes(np.array([1.0, 1.0, 2.0, 5.0]), np.array([0, 0, 0, 2]), 3)

    assert sizes.tolist() == pytest.approx([16 / 6, 0, 1])


def test_alpha_by_moments_of_a_pair_of_siblings() -> None:
    # n = 4, 4; w = 1/2 each; m = 1/2; S = 1/16; b = 1/2; a = 1/8; v = 1/4:
    # t = (1/16 - 1/32) / (1/2) = 1/16, alpha = 4.
    found = moment_alpha(
        np.array([[0.25], [0.75]]), np.array([4.0, 4.0]), 0.25, Bounds(least=2, most=20)
    )

    assert found.tolist() == pytest.approx([4.0], abs=1e-12)


@pytest.mark.parametrize(
    ("shares", "alpha"), [([0.5, 0.5], 20), ([0.0, 1.0], 2)], ids=["alike", "apart"]
)
def test_alpha_is_held_in_its_bounds(shares: list[float], alpha: float) -> None:
    found = moment_alpha(
        np.array(shares)[:, None], np.array([50.0, 50.0]), 0.25, Bounds(least=2, most=20)
    )

    assert found.tolist() == [alpha]


def test_shrinkage_between_raw_and_parent() -> None:
    found = shrunk(
        np.array([0.9, 0.9]), np.array([10.0, 10.0]), np.array([0.3, np.nan]), np.array([5.0, 5.0])
    )

    assert found.tolist() == pytest.approx([(9 + 1.5) / 15, 0.9], abs=1e-12)


def test_an_interval_of_order_statistics_leaves_missing_draws_out() -> None:
    draws = np.array([[*range(1, 100), np.nan], [np.nan] * 100], dtype=float)

    low, high = interval(draws, 0.90)

    assert (low[0], high[0]) == (5, 95)
    assert np.isnan(low[1])


def _matrix(above: list[list[float]]) -> np.ndarray:
    n = len(above) + 1
    matrix = np.eye(n)
    for row, values in enumerate(above):
        for column, value in enumerate(values, start=row + 1):
            matrix[row, column], matrix[column, row] = value, 1 / value
    return matrix


def test_inconsistent_comparisons_are_refused_unrounded() -> None:
    with pytest.raises(InvalidOptionError, match=r"0\.1037"):
        comparison_weights(_matrix([[1, 3], [8]]), RANDOM_INDEX, 0.10)


@pytest.mark.parametrize(
    ("above", "ratio"),
    [([[3, 5], [3]], 0.03703), ([[5, 5, 1 / 2], [3, 1 / 3], [1 / 4]], 0.09951)],
)
def test_consistent_comparisons_give_weights(above: list[list[float]], ratio: float) -> None:
    weights, found = comparison_weights(_matrix(above), RANDOM_INDEX, 0.10)

    assert found == pytest.approx(ratio, abs=5e-6)
    assert weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("size", [2, 8])
def test_too_few_and_too_many_criteria_are_refused(size: int) -> None:
    with pytest.raises(InvalidOptionError, match="Pairwise comparisons"):
        comparison_weights(np.ones((size, size)), RANDOM_INDEX, 0.10)
