"""All habits, and how they are put together."""

import random
from collections.abc import Sequence

from bench.unseen_catalogues.habits import (
    cells,
    clerks,
    demands,
    files,
    surroundings,
    tables,
    values,
)
from bench.unseen_catalogues.habits.habit import ALL, Habit

HABITS: tuple[Habit, ...] = tuple(
    habit
    for module in (tables, values, demands, surroundings, clerks, cells, files)
    for habit in module.SHELF.habits
)

_TRIES = 1000


def mixed(count: int, seed: int) -> list[tuple[str, tuple[Habit, ...]]]:
    """Return `count` pairs of a format and three habits that fit into one file of it."""
    chance = random.Random(f"{seed}/mixed")  # noqa: S311
    usual = [habit for habit in HABITS if habit.name != "plain"]
    found: list[tuple[str, tuple[Habit, ...]]] = []
    for number in range(count):
        fmt = ALL[number % len(ALL)]
        able = [habit for habit in usual if fmt in habit.formats]
        trio = next(
            three
            for three in (chance.sample(able, 3) for _ in range(_TRIES))
            if fit_together(three)
        )
        found.append((fmt, tuple(trio)))
    return found


def fit_together(habits: Sequence[Habit]) -> bool:
    """Tell whether no two habits change the same thing."""
    slots = [slot for habit in habits for slot in habit.slots]
    return len(slots) == len(set(slots))


def catalogue_numbers(habits: Sequence[Habit], number: int, of: int) -> int:
    """Return which catalogue to print; one with codes where the habits are about codes."""
    if any("code" in habit.slots for habit in habits):
        coded = [each for each in range(of) if each % 3 != 2]  # noqa: PLR2004
        return coded[number % len(coded)]
    return number % of
