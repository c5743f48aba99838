"""Rosters as files of people: headings, cells, what is refused, how people write facts.

The cells of one row of a roster, read one by one; what is wrong is noted with its address.

Counts over people; a number so small that it points at somebody is not shown alone.

The rows of a roster as its file shows them, cell by cell, each with its address.

Refuses a roster with identity card or phone numbers: nothing here needs them.

Facts of a person as people write them: days, years, yes and no, appraisals, awards.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from jinque.errors import (
    InvalidOptionError,
    NothingFoundError,
    NotReadableError,
    PersonalDataError,
)
from jinque.locale import Sentence, joined, say, say_in
from jinque.model import Block, Document, Place, Table
from jinque.model.person import Appraisal
from jinque.model.roster import RosterFault, RosterPlace
from jinque.parameters import RosterColumn, load_people_words, load_roster_terms
from jinque.text import fold, split_list

_LETTERS = 26
_LEAST_HEADINGS = 3
_LONGEST_LABEL = 12
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the file.

    Attributes:
        cells: number of the column, counted from 1 -> words; blank cells are left out.
    """

    sheet: str | None
    row: int
    cells: dict[int, str]

    def place(self, column: int | None = None) -> RosterPlace:
        """Return the place of a cell, or of the whole row."""
        return RosterPlace(sheet=self.sheet, row=self.row, column=letters(column) if column else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet with a heading row.

    Attributes:
        columns: number of the column -> what it is; columns of other headings are left out.
        strange: headings that are not known, with their places.
        lines: below the heading row.
    """

    heading: Line
    columns: dict[int, RosterColumn]
    strange: tuple[str, ...]
    lines: tuple[Line, ...]


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    rest, letter = divmod(column - 1, _LETTERS)
    return (letters(rest) if rest else "") + chr(ord("A") + letter)


def lines_of(document: Document) -> dict[str | None, list[Line]]:
    """Return every row of every sheet that shows words, in printed order."""
    sheets: dict[str | None, list[Line]] = {}
    for block in document.blocks:
        for place, cells in _rows(block):
            lines = sheets.setdefault(place.sheet, [])
            filled = {column: text for column, text in cells if text}
            if place.row and filled:
                lines.append(Line(sheet=place.sheet, row=place.row, cells=filled))
    return sheets


def _rows(block: Block) -> Iterator[tuple[Place, list[tuple[int, str]]]]:
    if isinstance(block, Table):
        for row in block.rows:
            places = [(cell.span.place, cell) for cell in row.cells if not cell.is_carried_across]
            cells = [(place.column or 0, cell.text) for place, cell in places if place]
            yield row.span.place or Place(), cells
    elif block.span.place:
        yield block.span.place, [(block.span.place.column or 1, block.text)]


def pages_of(
    sheets: dict[str | None, list[Line]], known: Sequence[RosterColumn], where: str, template: str
) -> tuple[list[Page], list[str]]:
    """Return the sheets that have a heading row, and the names of those that have none.

    Args:
        sheets: the rows of each.
        known: the columns that a roster may have.
        where: name of the file, for an error.
        template: the command that writes an empty roster, for an error.

    Raises:
        NothingFoundError: no sheet has one.
        NotReadableError: two columns of a sheet mean the same.
    """
    pages: list[Page] = []
    others: list[str] = []
    for name, lines in sheets.items():
        page = _page(lines, known)
        if page:
            pages.append(page)
        elif name and lines:
            others.append(name)
    if not pages:
        raise _no_heading(where, template)
    return pages, others


def _page(lines: list[Line], known: Sequence[RosterColumn]) -> Page | None:
    for index, line in enumerate(lines):
        found = [(number, text, column_named(text, known)) for number, text in line.cells.items()]
        columns = {number: column for number, _, column in found if column}
        if len(columns) >= _LEAST_HEADINGS:
            _check_once(line, columns)
            strange = [f"{line.place(number).address} {text}" for number, text, c in found if not c]
            below = tuple(lines[index + 1 :])
            return Page(heading=line, columns=columns, strange=tuple(strange), lines=below)
    return None


def column_named(heading: str, known: Sequence[RosterColumn]) -> RosterColumn | None:
    """Return the column that a heading means; width, case and blanks do not matter."""
    word = fold(heading)
    for column in known:
        if word in map(fold, (column.heading, *column.names)):
            return column
    return None


def _check_once(line: Line, columns: dict[int, RosterColumn]) -> None:
    seen: dict[str, int] = {}
    for number, column in columns.items():
        first = seen.setdefault(column.key, number)
        if first != number:
            both = f"{line.place(first).address}、{line.place(number).address}"
            raise NotReadableError(
                say("Two columns are both “{heading}”.", heading=column.heading),
                where=both,
                hint=say("Keep one of them."),
            )


def _no_heading(where: str, template: str) -> NothingFoundError:
    return NothingFoundError(
        say("No heading row of a roster was found."),
        where=where,
        hint=say("{template} FILE writes a template: use its headings.", template=template),
    )


Read = TypeVar("Read")


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
            fault = RosterFault(place=place, heading=self.headings[key], message=error.told)
            self.faults.append(fault)
            return None


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


_GAP = r"[ \u00a0\u3000\-‐‑‒–—―−·.]{0,2}"
_DAY_OF_YEAR = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = re.compile(
    # A spreadsheet shows a long number that was typed as a number with an exponent.
    r"(?<!\d)\d{17}[\dXx](?!\d)|(?<![\d.])[1-9]\.\d+[eE]\+?1[47](?!\d)|"
    # In groups, and in the old form of 15 digits, it is one only with a date inside.
    rf"(?<!\d)\d{{6}}{_GAP}(?:1[89]|20)\d\d{_GAP}{_DAY_OF_YEAR}{_GAP}\d{{3}}{_GAP}[\dXx](?!\d)|"
    rf"(?<!\d)\d{{6}}{_GAP}\d\d{_DAY_OF_YEAR}{_GAP}\d{{3}}(?!\d)"
)
_IN_ANY_GROUPS = re.compile(rf"(?<!\d)(?:\d{_GAP}){{17}}[\dXx](?!\d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
"""Weights of the digits and check characters of an identity number (GB 11643)."""
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")


def has_identity(text: str) -> bool:
    """Tell whether a text holds an identity number of 18 digits or 15, in any width and groups.

    Groups that do not follow its parts are believed only with the right check character.
    """
    narrow = unicodedata.normalize("NFKC", text)
    grouped = (re.sub(r"[^\dX]", "", one[0].upper()) for one in _IN_ANY_GROUPS.finditer(narrow))
    return bool(_IDENTITY.search(narrow)) or any(map(_is_checked, grouped))


def _is_checked(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return number[-1] == _CHECKS[total % len(_CHECKS)]


def refuse_people(document: Document, where: str) -> None:
    """Refuse a list of people where a catalogue is expected; its rows are looked at no further.

    One identity number anywhere is enough; so is a heading that names such numbers, or a row of
    headings that begins a list of people. A telephone alone is not: catalogues print those of
    employers.

    Args:
        document: the file as read.
        where: its name, for an error.

    Raises:
        PersonalDataError: it is a list of people; none of its words but headings is repeated.
    """
    for block in document.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            headings = _personal_headings([cell.text for cell in row.cells])
            if headings:
                shown = joined(f"“{heading}”" for heading in headings)
                raise _list_of_people(where, say("its headings are {shown}", shown=shown))
    if any(map(has_identity, _words_of(document))):
        raise _list_of_people(where, say("it holds identity numbers"))


def _words_of(document: Document) -> Iterator[str]:
    """Yield each paragraph and each cell; numbers of two cells are never one number."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from (cell.text for cell in row.cells)
        else:
            yield block.text


def _personal_headings(texts: Sequence[str]) -> list[str]:
    """Return the headings that make a row the head of a list of people; none for other rows."""
    words = load_people_words()
    labels = {fold(text): text.strip() for text in texts if len(text) <= _LONGEST_LABEL}
    numbers = [own for label, own in labels.items() if any(w in label for w in words.numbers)]
    names = [own for label, own in labels.items() if label in map(fold, words.names)]
    facts = [own for label, own in labels.items() if any(w in label for w in words.facts)]
    if len(labels) < _LEAST_HEADINGS - 1:
        return []
    return [*names, *numbers] if numbers else [*names, *facts][:_MOST_NAMED] * bool(names and facts)


def _list_of_people(where: str, why: Sentence) -> PersonalDataError:
    return PersonalDataError(
        say(
            "This looks like a list of people ({why}), not a catalogue; nothing of it was "
            "read or kept.",
            why=why,
        ),
        where=where,
        hint=say(
            "To see which posts the people on it match, delete columns of identity and "
            "phone numbers and use jinque screen FILE."
        ),
    )


def refuse_headings(pages: Iterable[Page]) -> None:
    """Refuse columns by their headings.

    Raises:
        PersonalDataError: a heading names identity papers or phones.
    """
    refused = load_roster_terms().refused
    for page in pages:
        for column, heading in page.heading.cells.items():
            if any(word in fold(heading) for word in refused):
                raise _refusal(page.heading, column)


def refuse_values(lines: Iterable[Line]) -> None:
    """Refuse values by their look: an identity number of 18 or 15 digits, a mobile number of 11.

    Blanks and hyphens between the digits, and their width, do not matter.

    Raises:
        PersonalDataError: a cell holds one; its words are not repeated.
    """
    for line in lines:
        for column, text in line.cells.items():
            if has_identity(text) or _MOBILE.search(unicodedata.normalize("NFKC", text)):
                raise _refusal(line, column)


def _refusal(line: Line, column: int) -> PersonalDataError:
    address = line.place(column).address
    return PersonalDataError(
        say(
            "{address} looks like an identity card or phone number; nothing of the roster "
            "was read.",
            address=address,
        ),
        where=address,
        hint=say(
            "Delete that column and try again: it is not needed here. Use numbers of your own."
        ),
    )


_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:t?00:00(?::00)?)?")
_YEARS = re.compile(r"满?(\d{1,2})(?:\.\d+)?年?")
_APPRAISAL = re.compile(r"(\d{4})年?度?(?:[-—–~～至到](\d{4})年?度?)?[=::]?(.*)")
_YES = frozenset({"是", "有", "符合", "y", "yes", "true", "√", "✓", "1"})
_NO = frozenset({"否", "不是", "无", "没有", "不符合", "n", "no", "false", "×", "x", "0"})
_NONE = frozenset({"无", "没有", "none"})
_SEPARATORS = ";；,，、\n"
_MOST_YEARS = 80


def read_day(typed: str, where: str) -> date:
    """Read a day: `2022-11-01`, `2022/11/1`, `2022.11.1`, `2022年11月1日`.

    Args:
        typed: the words.
        where: option or cell, for the error.

    Raises:
        InvalidOptionError: it is no day of the calendar, or a month only.
    """
    found = _DAY.fullmatch(fold(typed))
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(typed.strip())
    except ValueError as fault:
        hint = say("Write a day as 2022-11-01.")
        raise _error(typed, where, say("a day"), hint) from fault


def read_years(typed: str, where: str) -> int:
    """Read full years of work; part of a year does not count.

    Raises:
        InvalidOptionError: it is no number of years that a person can have worked.
    """
    found = _YEARS.fullmatch(fold(typed))
    if found and int(found[1]) <= _MOST_YEARS:
        return int(found[1])
    hint = say("Write the number of full years, as 3.")
    raise _error(typed, where, say("a number of years"), hint)


def read_yes_no(typed: str, where: str) -> bool:
    """Read 是 or 否, in any of their usual forms.

    Raises:
        InvalidOptionError: it is neither.
    """
    word = fold(typed)
    if word in _YES or word in _NO:
        return word in _YES
    hint = say("Write 是 or 否; leave it blank if unknown.")
    raise _error(typed, where, say("yes or no"), hint)


def read_appraisals(typed: str, where: str, *, bare_is_passed: bool) -> tuple[Appraisal, ...]:
    """Read the results of yearly appraisals: `2023合格;2024不合格`, `2023-2025合格`.

    Args:
        typed: the words.
        where: option or cell, for the error.
        bare_is_passed: whether a year without a result is a year passed; else it is an error.

    Raises:
        InvalidOptionError: an entry is no year with a result, or a year has two results.
    """
    results: dict[int, bool] = {}
    for entry in split_list(typed, _SEPARATORS):
        years, is_passed = _appraisal(entry, where, bare_is_passed=bare_is_passed)
        for year in years:
            if results.setdefault(year, is_passed) is not is_passed:
                raise _not_appraisal(entry, where)
    return tuple(Appraisal(year=year, is_passed=results[year]) for year in sorted(results))


def read_awards(typed: str) -> tuple[str, ...]:
    """Read names of awards; 无 says that there is none."""
    names = split_list(typed, _SEPARATORS)
    return tuple(name for name in names if fold(name) not in _NONE)


def _appraisal(entry: str, where: str, *, bare_is_passed: bool) -> tuple[range, bool]:
    found = _APPRAISAL.fullmatch(fold(entry))
    if not found:
        raise _not_appraisal(entry, where)
    first, last, word = int(found[1]), int(found[2] or found[1]), found[3]
    terms = load_roster_terms()
    is_passed = word in terms.passed or (not word and bare_is_passed)
    if not (is_passed or word in terms.failed) or not 0 <= last - first < _MOST_YEARS:
        raise _not_appraisal(entry, where)
    return range(first, last + 1), is_passed


def _not_appraisal(entry: str, where: str) -> InvalidOptionError:
    hint = say("Write 合格 or 不合格 for each year, as 2023合格;2024合格.")
    return _error(entry, where, say("the result of a year"), hint)


def _error(typed: str, where: str, wanted: Sentence, hint: Sentence) -> InvalidOptionError:
    return InvalidOptionError(
        say_in("roster", "“{typed}” is not {wanted}.", typed=typed, wanted=wanted),
        where=where,
        hint=hint,
    )
