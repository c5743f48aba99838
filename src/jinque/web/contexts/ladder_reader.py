"""Single values of a form into facts, and what cannot be read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jinque.model import Words

Given = Mapping[str, Sequence[str]]

_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?")
_FIRST_YEAR = 1900
_MOST_YEARS = 80
_LONGEST = 100
_ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldError:
    """A value that cannot be read, with the name of its field."""

    field: str
    value: str
    message: Words


class FieldReader:
    """Reads values by name of field; what cannot be read is None and among the errors."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.errors: list[FieldError] = []

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return every value, blanks around it dropped, empty ones left out."""
        return tuple(text.strip() for text in self.given.get(name, ()) if text.strip())

    def text(self, name: str) -> str | None:
        """Return the first value; one that is too long is refused."""
        found = self.all_of(name)
        if found and len(found[0]) > _LONGEST:
            self.refuse(name, f"最多 {_LONGEST} 个字", f"at most {_LONGEST} characters")
            return None
        return found[0] if found else None

    def day(self, name: str) -> date | None:
        """Return a day from 1900 on, in year, month, day; any one or two signs may part them."""
        typed = self.text(name)
        if typed is None:
            return None
        found = _DAY.fullmatch(typed)
        try:
            day = date(*map(int, found.groups())) if found else None
        except ValueError:
            day = None
        if day is None or day.year < _FIRST_YEAR:
            self.refuse(name, "请写成“2022-11-01”这样的日期", "write a date such as 2022-11-01")
            return None
        return day

    def years(self, name: str) -> int | None:
        """Return whole years from 0 to 80."""
        typed = self.text(name)
        if typed is None:
            return None
        if not typed.isdecimal() or int(typed) > _MOST_YEARS:
            told = f"请写 0 到 {_MOST_YEARS} 的整数年", f"write whole years from 0 to {_MOST_YEARS}"
            self.refuse(name, *told)
            return None
        return int(typed)

    def yes_or_no(self, name: str) -> bool | None:
        """Return the truth of `yes` or `no`."""
        typed = self.text(name)
        if typed is not None and typed not in _ANSWERS:
            self.refuse(name, "请写 yes 或 no", "write yes or no")
        return _ANSWERS.get(typed or "")

    def refuse(self, name: str, zh: str, en: str) -> None:
        """Keep an error; the first of a field counts."""
        value = next(iter(self.all_of(name)), "")
        told = Words(zh=f"“{value}”：{zh}", en=f"“{value}”: {en}")
        if all(error.field != name for error in self.errors):
            self.errors.append(FieldError(field=name, value=value, message=told))
