"""Rows of a roster become questions to the bridge; what cannot be read is told cell by cell."""

from datetime import date

from jinque.model import Words
from jinque.model.bridge import BridgeRequest
from jinque.model.bridge_roster_row import RejectedRow, RosterEntry, RosterFault
from jinque.model.person import Person, Skill, Title
from jinque.model.rule import Direction
from jinque.roster.cells import Cells
from jinque.roster.lines import Line, Page
from jinque.roster.words import (
    read_appraisals,
    read_awards,
    read_day,
    read_years,
    read_yes_no,
)


def read_line(page: Page, line: Line, *, place: str | None, on: date) -> RosterEntry | RejectedRow:
    """Return the person of a row, or everything that is wrong with the row.

    Args:
        page: the sheet.
        line: the row.
        place: where who names no place works; None is unknown.
        on: the day asked about.
    """
    cells = Cells(page, line)
    entry = _entry(cells, place, on)
    if not line.cells.keys() & page.columns.keys():
        words = Words(
            zh="这一行的内容都不在名单的列里", en="nothing of it stands in a column of the roster"
        )
        cells.faults.append(RosterFault(place=line.place(), heading="", message=words))
    if not cells.faults:
        return entry
    return RejectedRow(
        place=line.place(),
        staff_id=entry.staff_id,
        name=entry.name,
        faults=tuple(cells.faults),
    )


def _entry(cells: Cells, place: str | None, on: date) -> RosterEntry:
    person = _person(cells, place)
    directions = [Direction.SKILL_TO_TITLE] if person.skills or not person.titles else []
    directions += [Direction.TITLE_TO_SKILL] if person.titles else []
    levels = {key: cells.text(key) for key in ("skill_level", "title")}
    return RosterEntry(
        place=cells.line.place(),
        staff_id=cells.text("staff_id") or "",
        name=cells.text("name") or "",
        requests=tuple(
            BridgeRequest(
                direction=direction, person=person, occupation=cells.text("occupation"), on=on
            )
            for direction in directions
        ),
        levels={
            typed: (cells.place(key), cells.headings[key]) for key, typed in levels.items() if typed
        },
    )


def _person(cells: Cells, place: str | None) -> Person:
    skills, titles = _levels(cells)
    return Person(
        place=cells.text("place") or place,
        skills=skills,
        titles=titles,
        in_post_since=cells.read("in_post_since", read_day),
        appraisals=cells.read(
            "appraisals", lambda typed, where: read_appraisals(typed, where, bare_is_passed=False)
        )
        or (),
        awards=cells.read("awards", lambda typed, _: read_awards(typed)),
        observes_law=cells.read("good_conduct", read_yes_no),
        works_in_occupation=cells.read("in_occupation", read_yes_no),
        is_public_institution_staff=cells.read("public_institution", read_yes_no),
        meets_post_rules=cells.read("post_rules", read_yes_no),
        is_front_line_master=cells.read("front_line", read_yes_no),
    )


def _levels(
    cells: Cells,
) -> tuple[tuple[Skill, ...] | None, tuple[Title, ...] | None]:
    """Return skill level and title; day and years are of the title only where it is alone."""
    skill, title, series = cells.text("skill_level"), cells.text("title"), cells.text("series")
    day, years = cells.read("obtained", read_day), cells.read("years", read_years)
    skills = (Skill(level=skill, obtained_on=day, years_worked=years),) if skill else None
    if title is None:
        return skills, None
    if skill:
        return skills, (Title(level=title, series=series),)
    return None, (Title(level=title, series=series, obtained_on=day, years_worked=years),)
