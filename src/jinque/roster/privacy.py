"""Refuses a roster with identity card or phone numbers: nothing here needs them."""

import re
from collections.abc import Iterable

from jinque.errors import PersonalDataError
from jinque.parameters import load_roster_terms
from jinque.roster.lines import Line, Page
from jinque.text import fold

# A spreadsheet shows a long number that was typed as a number with an exponent.
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXxＸｘ](?!\d)|(?<![\d.])[1-9]\.\d+[eE]\+?17(?!\d)")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")


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
    """Refuse values by their look: 18 digits, or a mobile number of 11.

    Raises:
        PersonalDataError: a cell holds one; its words are not repeated.
    """
    for line in lines:
        for column, text in line.cells.items():
            if _IDENTITY.search(text) or _MOBILE.search(text):
                raise _refusal(line, column)


def _refusal(line: Line, column: int) -> PersonalDataError:
    address = line.place(column).address
    return PersonalDataError(
        f"{address} 像是身份证号、手机号这类个人信息，整份名单没有读取。",
        f"{address} looks like an identity card or phone number; nothing of the roster was read.",
        where=address,
        hint_zh="请删去这一列再试；这里不需要它，也不应交给任何工具。工号请用单位内部编号。",
        hint_en="Delete that column and try again: it is not needed here. Use numbers of your own.",
    )
