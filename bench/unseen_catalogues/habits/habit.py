"""What a habit is: one way in which offices print, and what it asks of a reader."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from bench.unseen_catalogues.sheet import Sheet

Apply = Callable[[Sheet, random.Random], None]

OFFICE = ("docx", "xlsx")
MARKED = ("docx", "xlsx", "html")
ALL = ("docx", "xlsx", "html", "pdf", "csv", "txt")
PAGED = ("docx", "xlsx", "html", "pdf", "csv")
MERGING = ("docx", "xlsx", "html", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """One habit.

    Attributes:
        name: of the report and of `--only`.
        about: what is unusual, in a line.
        formats: in which it can be printed.
        slots: what it changes; two habits of one slot do not stand in one file.
        apply: changes the sheet and its truth.
        may_refuse: a clear refusal is as right as the rows.
    """

    name: str
    about: str
    formats: tuple[str, ...]
    slots: frozenset[str]
    apply: Apply
    may_refuse: bool = False


class Shelf:
    """Collects the habits of a module."""

    def __init__(self) -> None:
        self.habits: list[Habit] = []

    def habit(
        self, slots: str, formats: tuple[str, ...] = ALL, *, may_refuse: bool = False
    ) -> Callable[[Apply], Apply]:
        """Register a function; its name and docstring are those of the habit."""

        def register(apply: Apply) -> Apply:
            self.put(apply.__name__, apply.__doc__ or "", slots, formats, apply, may_refuse)
            return apply

        return register

    def put(
        self,
        name: str,
        about: str,
        slots: str,
        formats: tuple[str, ...],
        apply: Apply,
        may_refuse: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Register a habit made from a table of its kind."""
        new = Habit(
            name=name,
            about=about.strip().splitlines()[0],
            formats=formats,
            slots=frozenset(slots.split()),
            apply=apply,
            may_refuse=may_refuse,
        )
        self.habits.append(new)
