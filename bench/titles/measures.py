"""Shares with 95 % intervals, and how well probabilities keep their word."""

import random
from collections.abc import Sequence

Z = 1.959964
BINS = 10
DRAWS = 1000
SEED = 20261120


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share after Wilson."""
    if not total:
        return 0.0, 1.0
    share = hits / total
    middle = share + Z * Z / (2 * total)
    spread = Z * (share * (1 - share) / total + Z * Z / (4 * total * total)) ** 0.5
    return (middle - spread) / (1 + Z * Z / total), (middle + spread) / (1 + Z * Z / total)


def told(hits: int, total: int) -> str:
    """Return a share with its interval, in per cent."""
    low, high = wilson(hits, total)
    share = hits / total if total else 0.0
    return f"{100 * share:5.1f} % [{100 * low:4.1f}, {100 * high:5.1f}] of {total}"


def calibration_error(said: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for chance, is_right in said:
        bins[min(int(chance * BINS), BINS - 1)].append((chance, is_right))
    gaps = (abs(sum(p for p, _ in each) - sum(right for _, right in each)) for each in bins)
    return sum(gaps) / len(said)


def error_interval(said: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the calibration error."""
    draw = random.Random(SEED)  # noqa: S311 - a fixed seed for a measurement
    errors = sorted(calibration_error(draw.choices(said, k=len(said))) for _ in range(DRAWS))
    return errors[int(DRAWS * 0.025)], errors[int(DRAWS * 0.975)]
