"""How far a reading is."""

from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")


class Steps:
    """Counts the long steps of a reading, and tells of each that is done."""

    EACH = 4

    def __init__(self, progress: Callable[[int, int], None] | None, readings: int) -> None:
        self._progress = progress
        self._all = readings * self.EACH
        self._done = 0

    def behind(self, made: _Made) -> _Made:
        """Tell that what made this is done."""
        self._done += 1
        if self._progress:
            self._progress(self._done, self._all)
        return made
