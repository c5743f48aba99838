"""One file of the run: which catalogue, which habits, which format, and the bytes."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.unseen_catalogues.habits import HABITS, catalogue_numbers, mixed
from bench.unseen_catalogues.habits.habit import Habit
from bench.unseen_catalogues.invention import COUNT, invent
from bench.unseen_catalogues.printing.docx import print_docx
from bench.unseen_catalogues.printing.html import print_html
from bench.unseen_catalogues.printing.pdf import print_pdf
from bench.unseen_catalogues.printing.text import print_csv, print_txt
from bench.unseen_catalogues.printing.xlsx import print_xlsx
from bench.unseen_catalogues.sheet import Sheet

PRINTERS: dict[str, Callable[[Sheet], bytes]] = {
    "docx": print_docx,
    "xlsx": print_xlsx,
    "html": print_html,
    "pdf": print_pdf,
    "csv": print_csv,
    "txt": print_txt,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed file and what is true of it."""

    name: str
    habits: tuple[Habit, ...]
    sheet: Sheet
    data: bytes

    @property
    def may_refuse(self) -> bool:
        """Whether a clear refusal is as right as the rows."""
        return any(habit.may_refuse for habit in self.habits)


def print_one(habits: Sequence[Habit], fmt: str, number: int, seed: int) -> Printed:
    """Print one catalogue in habits that fit together.

    Args:
        habits: carried out in the order of `HABITS`.
        fmt: one of `PRINTERS`.
        number: of the catalogue.
        seed: of the run.
    """
    ordered = sorted(habits, key=HABITS.index)
    sheet = invent(number, seed)
    sheet.format = fmt
    names = "+".join(habit.name for habit in ordered)
    chance = random.Random(f"{seed}/{number}/{fmt}/{names}")  # noqa: S311
    for habit in ordered:
        habit.apply(sheet, chance)
    name = f"{names}-{number:02d}.{fmt}"
    return Printed(name=name, habits=tuple(ordered), sheet=sheet, data=PRINTERS[fmt](sheet))


def alone(each: int, seed: int) -> Iterator[Callable[[], Printed]]:
    """Yield printings of each habit alone, `each` catalogues in each of its formats."""
    for place, habit in enumerate(HABITS):
        for at, fmt in enumerate(habit.formats):
            for step in range(each):
                number = catalogue_numbers((habit,), place + at + step, COUNT)
                yield _later((habit,), fmt, number, seed)


def together(count: int, seed: int) -> Iterator[Callable[[], Printed]]:
    """Yield `count` printings of three habits in one file."""
    for place, (fmt, habits) in enumerate(mixed(count, seed)):
        yield _later(habits, fmt, catalogue_numbers(habits, place, COUNT), seed)


def _later(habits: tuple[Habit, ...], fmt: str, number: int, seed: int) -> Callable[[], Printed]:
    return lambda: print_one(habits, fmt, number, seed)
