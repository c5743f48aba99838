"""Rows of a spreadsheet become people; what cannot be read is told cell by cell."""

from typing import Any

from jinque.eligibility.roster_words import (
    is_none,
    read_degree,
    read_educations,
    read_languages,
    read_level,
    read_names,
    read_title,
    read_work,
    read_year,
)
from jinque.model import Document, Words
from jinque.model.bridge_roster_row import RejectedRow, RosterFault
from jinque.model.career import Education
from jinque.model.fact import Fact
from jinque.model.person import Person, Title
from jinque.model.screening import RosterPerson
from jinque.parameters.bridge_roster import load_screening_columns
from jinque.roster.cells import Cells
from jinque.roster.lines import Line, Page, lines_of, pages_of
from jinque.roster.privacy import refuse_headings, refuse_values
from jinque.roster.words import read_yes_no

_TEMPLATE = "jinque screen --template"
_LISTS = (Fact.CERTIFICATES, Fact.LANGUAGES, Fact.TOOLS, Fact.AWARDS)

Rows = tuple[list[RosterPerson], list[RejectedRow], list[str]]


def read_roster(document: Document, where: str) -> Rows:
    """Return the people, the rows that cannot be read, and the sheets and columns that were not.

    Args:
        document: the roster as read.
        where: name of the file, for an error.

    Raises:
        NothingFoundError: no sheet has a heading row.
        NotReadableError: two columns mean the same.
        PersonalDataError: it holds identity card or phone numbers.
    """
    sheets = lines_of(document)
    refuse_values(line for lines in sheets.values() for line in lines)
    pages, others = pages_of(sheets, load_screening_columns(), where, _TEMPLATE)
    refuse_headings(pages)
    people: list[RosterPerson] = []
    rejects: list[RejectedRow] = []
    for page in pages:
        for line in page.lines:
            found = _read_line(page, line)
            if isinstance(found, RosterPerson):
                people.append(found)
            else:
                rejects.append(found)
    return people, rejects, [*others, *(each for page in pages for each in page.strange)]


def _read_line(page: Page, line: Line) -> RosterPerson | RejectedRow:
    cells = Cells(page, line)
    person = _person(cells)
    staff_id, name = cells.text("staff_id") or "", cells.text("name") or ""
    if not line.cells.keys() & page.columns.keys():
        words = Words(
            zh="这一行的内容都不在名单的列里", en="nothing of it stands in a column of the roster"
        )
        cells.faults.append(RosterFault(place=line.place(), heading="", message=words))
    if cells.faults:
        return RejectedRow(
            place=line.place(), staff_id=staff_id, name=name, faults=tuple(cells.faults)
        )
    return RosterPerson(place=line.place(), staff_id=staff_id, name=name, person=person)


def _person(cells: Cells) -> Person:
    lists: dict[str, Any] = {
        Fact.CERTIFICATES: cells.read("certificates", read_names),
        Fact.LANGUAGES: cells.read("languages", read_languages),
        Fact.TOOLS: cells.read("tools", read_names),
        Fact.AWARDS: cells.read("awards", read_names),
    }
    is_complete = cells.read("complete", read_yes_no)
    if is_complete:
        lists = {fact: held or () for fact, held in lists.items()}
    leaves_open = frozenset(fact for fact in _LISTS if lists[fact] and not is_complete)
    return Person(
        nationality=cells.text("nationality"),
        educations=_educations(cells),
        work=cells.read("work", read_work),
        titles=_titles(cells),
        is_graduate_of_year=cells.read("graduate", read_yes_no),
        open_lists=leaves_open,
        **lists,
    )


def _educations(cells: Cells) -> tuple[Education, ...] | None:
    others = cells.read("other_educations", read_educations)
    typed = cells.text("level")
    if typed is None:
        return others or None
    if is_none(typed):
        return others or ()
    level = cells.read("level", read_level)
    highest = Education(
        level=level or "",
        degree=cells.read("degree", read_degree),
        is_full_time=cells.read("full_time", read_yes_no),
        majors=cells.read("majors", read_names),
        year=cells.read("graduated", read_year),
    )
    return (highest, *(others or ()))


def _titles(cells: Cells) -> tuple[Title, ...] | None:
    typed = cells.text("title")
    if typed is None:
        return None
    level = None if is_none(typed) else cells.read("title", read_title)
    return (Title(level=level),) if level else ()
