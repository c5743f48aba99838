"""Counts over people; a number so small that it points at somebody is not shown alone."""

from collections.abc import Mapping
from typing import TypeVar

SMALLEST_SHOWN = 3

Kind = TypeVar("Kind")


def protect(counts: Mapping[Kind, int]) -> dict[Kind, int | None]:
    """Hide numbers from 1 to 2; where that hides one only, the next smallest as well.

    Else the hidden number would be the rest to the sum.
    """
    hidden = [kind for kind, count in counts.items() if 0 < count < SMALLEST_SHOWN]
    if len(hidden) == 1:
        others = [kind for kind, count in counts.items() if count and kind not in hidden]
        hidden += sorted(others, key=lambda kind: counts[kind])[:1]
    return {kind: None if kind in hidden else count for kind, count in counts.items()}
