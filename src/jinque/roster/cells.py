"""The cells of one row of a roster, read one by one; what is wrong is noted with its address."""

from collections.abc import Callable
from typing import TypeVar

from jinque.errors import InvalidOptionError, JinqueError
from jinque.model import Words
from jinque.model.bridge_roster_row import RosterFault, RosterPlace
from jinque.roster.lines import Line, Page

Read = TypeVar("Read")


def message_of(error: JinqueError) -> Words:
    """Return what is wrong and what to do about it, in one sentence."""
    return Words(
        zh=f"{error.zh}{error.hint_zh}", en=" ".join(filter(None, (error.en, error.hint_en)))
    )


class Cells:
    """The cells of a row by what they are.

    Attributes:
        line: the row.
        faults: what was found wrong so far.
        headings: key of a column -> its heading as written.
    """

    def __init__(self, page: Page, line: Line) -> None:
        self.line = line
        self.faults: list[RosterFault] = []
        self._numbers = {column.key: number for number, column in page.columns.items()}
        self.headings = {
            column.key: page.heading.cells[number] for number, column in page.columns.items()
        }

    def text(self, key: str) -> str | None:
        """Return the words of a cell; None where it is blank or there is no such column."""
        return self.line.cells.get(self._numbers.get(key, 0))

    def place(self, key: str) -> RosterPlace:
        """Return the place of a cell whose column there is."""
        return self.line.place(self._numbers[key])

    def read(self, key: str, reader: Callable[[str, str], Read]) -> Read | None:
        """Return what a cell says; None where it is blank or wrong, which is noted."""
        typed = self.text(key)
        if typed is None:
            return None
        place = self.place(key)
        try:
            return reader(typed, place.address)
        except InvalidOptionError as error:
            fault = RosterFault(place=place, heading=self.headings[key], message=message_of(error))
            self.faults.append(fault)
            return None
