"""Days of rest and of work as the State Council's notices arrange them, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jinque.errors import InvalidCorpusError
from jinque.locale import say
from jinque.model.entitlement.rules import RuleFault
from jinque.parameters.entitlement.tree import Record, parse

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class YearArranged:
    """What one notice arranges for one year.

    Attributes:
        rest: days off that a notice names, weekends among them or not.
        worked: Saturdays and Sundays on which work is done.
        number: of the notice.
        issued_on: day of the notice.
    """

    year: int
    rest: frozenset[date]
    worked: frozenset[date]
    number: str
    issued_on: date
    address: str = ""

    def is_working(self, day: date) -> bool:
        """Tell whether a day of the year is one of work."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.rest


def read_calendar(text: str, where: str) -> tuple[tuple[YearArranged, ...], tuple[RuleFault, ...]]:
    """Read arrangements of years from YAML."""
    file = parse(text, where)
    if file.has_errors():
        return (), tuple(file.faults)
    record = Record(file, file.tree, "")
    found = record.each("years", _year)
    record.done()
    return found, tuple(file.faults)


@cache
def load_calendar() -> tuple[YearArranged, ...]:
    """Return the years that ship with the package.

    Raises:
        InvalidCorpusError: the file in the package breaks its schema.
    """
    path = files("jinque.parameters") / "data" / "entitlement" / "working_days.yaml"
    found, faults = read_calendar(path.read_text(encoding="utf-8"), "working_days.yaml")
    if faults:
        first = faults[0].message
        raise InvalidCorpusError(first, where="working_days.yaml")
    return found


def _year(each: Record) -> YearArranged:
    year = each.needed_number("year", least=1949, most=2100)
    issued = each.day("issued_on")
    if issued is None:
        each.file.broken(each.path, say("issued_on is missing"))
    found = YearArranged(
        year=year,
        rest=frozenset(_days(each, "rest", year)),
        worked=frozenset(_days(each, "worked", year)),
        number=each.text("number"),
        issued_on=issued or date.min,
        address=each.text("address", ""),
    )
    wrong = sorted(day for day in found.worked if day.weekday() < _SATURDAY)
    if wrong:
        listed = "、".join(map(str, wrong))
        each.file.fault(
            "calendar",
            each.at("worked"),
            say("no weekend days: {listed}", listed=listed),
        )
    return found


def _days(each: Record, key: str, year: int) -> Iterable[date]:
    """Read days written as MM-DD, or as a range MM-DD..MM-DD."""
    for typed in each.names(key):
        first, _, last = typed.partition("..")
        try:
            begun = date.fromisoformat(f"{year}-{first}")
            ended = date.fromisoformat(f"{year}-{last}") if last else begun
        except ValueError:
            each.file.broken(each.at(key), say("{typed}: MM-DD", typed=typed))
            continue
        for ordinal in range(begun.toordinal(), ended.toordinal() + 1):
            yield date.fromordinal(ordinal)
