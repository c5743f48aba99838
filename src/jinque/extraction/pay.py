"""Pay as catalogues print it: a number, a range, or words; in 10,000 CNY a year where sure.

A number counts only with its unit, which stands in the cell, in the heading or in a line above the
table (`单位：万元`); pay for a month stays as printed, for nobody says of how many months.
"""

import re
from dataclasses import dataclass

from jinque.parameters.reading import load_reading_words
from jinque.text import fold

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"[万千wk]?元?"
_AMOUNT = re.compile(
    rf"(?:约|税前|年薪|¥)*(?P<low>{_NUMBER})(?P<first>{_UNIT})"
    rf"(?:[-~–—―至到](?P<high>{_NUMBER})(?P<last>{_UNIT}))?"
    r"(?P<open>以上|及以上|起|左右)?(?:[/每](?P<time>[年月日天时周])|)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Two ends in 10,000 CNY a year; equal where one number is printed."""

    low: float
    high: float
    is_open: bool = False

    @property
    def is_one(self) -> bool:
        """Whether one number is printed, and no range."""
        return self.low == self.high and not self.is_open


def is_pay(text: str) -> bool:
    """Tell whether a cell states pay: a number, a range, or a word for "to be agreed"."""
    folded = fold(text)
    return folded in load_reading_words().pay_words or bool(_AMOUNT.fullmatch(folded))


def read_pay(text: str, heading: str, line: str = "") -> Pay | None:
    """Return pay for a year; None where it is for another time, or nobody says in which unit.

    Args:
        text: the cell.
        heading: of its column.
        line: a line above or below the table that states the unit; empty without one.
    """
    found = _AMOUNT.fullmatch(fold(text))
    if found is None:
        return None
    words = load_reading_words()
    time = found["time"] or ""
    around = fold(heading) + fold(line)
    if (time or around) and any(one in (time or around) for one in words.pay_not_yearly):
        return None
    last = found["last"] or found["first"]
    unit = _unit(last) or _unit(fold(heading)) or _unit(fold(line))
    if unit is None or not any(one in time + around for one in words.pay_yearly):
        return None
    low = _value(found["low"], _unit(found["first"]) or unit)
    high = _value(found["high"] or found["low"], unit)
    return Pay(low=low, high=high, is_open=bool(found["open"]))


def _unit(text: str) -> float | None:
    """Return how many 10,000 CNY the unit of a text is; `万元` is found before `元`."""
    for name, worth in load_reading_words().pay_units.items():
        if name in text:
            return worth
    return None


def _value(digits: str, unit: float) -> float:
    return round(float(digits.replace(",", "")) * unit, 6)
