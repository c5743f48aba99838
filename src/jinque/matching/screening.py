"""A roster in a spreadsheet: counted by the kernel, and explained where it is worth reading.

Which of several posts a person reads first: those near to what they do or have studied.

Rows of a spreadsheet become people; what cannot be read is told cell by cell.

Facts of a career as people write them in one cell: educations, work, languages, lists.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np

from jinque.criteria.remembered import Remembered
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, say, say_in
from jinque.matching.arrow import people_table
from jinque.matching.assess import Demand, assess, coded, codes_named, demands_of
from jinque.matching.kernel import Kernel, Screened, plan_of
from jinque.matching.overview import Field, Neighbourhood, field_of
from jinque.model import Document
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import Distance, Nearness
from jinque.model.person import Education, Fact, LanguageHeld, Person, Title, WorkSpell
from jinque.model.roster import (
    PersonScreened,
    PostTotals,
    RejectedRow,
    RosterFault,
    RosterPerson,
    ScreeningAnswer,
)
from jinque.parameters.person_values import UnreadError, read_first_day, read_last_day
from jinque.parameters.words import load_criteria_words, load_screening_columns
from jinque.roster import (
    Cells,
    Line,
    Page,
    lines_of,
    pages_of,
    read_yes_no,
    refuse_headings,
    refuse_values,
)
from jinque.text import fold, split_list

_MOST_FIELDS = 10_000


class Relevance:
    """Tells how near posts are; people who do the same share the answer.

    Args:
        answers: the posts.
    """

    def __init__(self, answers: Sequence[CriteriaAnswer]) -> None:
        self._names = [each.post.name for each in answers]
        self._posts = [(each.post.name, each.post.code) for each in answers]
        self._of_field = lru_cache(_MOST_FIELDS)(self._nearness)

    def worth_reading(
        self, person: Person, posts: Sequence[int], matches: int
    ) -> list[tuple[int, Nearness]]:
        """Return posts by nearness of occupation, those equally near in the order given.

        A far post is left out unless it matches, or no post is nearer.

        Args:
            person: with coded work, see `coded`.
            posts: places among all.
            matches: how many of the first ones match.
        """
        near = self._of_field(field_of(person, None))
        found = [(post, near[post]) for post in posts]
        close = [
            (post, nearness)
            for turn, (post, nearness) in enumerate(found)
            if turn < matches or nearness.distance is not Distance.FAR
        ]
        return sorted(close or found, key=lambda each: each[1].distance)

    def _nearness(self, field: Field) -> tuple[Nearness, ...]:
        place = Neighbourhood(field, self._names)
        return tuple(
            place.nearness(name, code, codes_named(name), is_major=False)
            for name, code in self._posts
        )


Day = TypeVar("Day", date, date | None)
_SEPARATORS = ";；\n"
_NONE = frozenset({"无", "没有", "none"})
_STILL = "至今"
_YEARS = range(1950, 2101)


def is_none(typed: str) -> bool:
    """Tell whether a cell says that there is none."""
    return fold(typed) in _NONE


def read_names(typed: str, _where: str) -> tuple[str, ...]:
    """Read a list of names; 无 says that there is none."""
    return () if is_none(typed) else tuple(split_list(typed, _SEPARATORS))


def read_level(typed: str, where: str) -> str:
    """Read an education level.

    Raises:
        InvalidOptionError: it is in no scale; the hint names those that are.
    """
    return _one_of(typed, where, load_criteria_words().education_ranks, say("education level"))


def read_degree(typed: str, where: str) -> str:
    """Read an academic degree, empty for none; raises what `read_level` raises."""
    if is_none(typed):
        return ""
    return _one_of(typed, where, load_criteria_words().degree_ranks, say_in("study", "degree"))


def read_title(typed: str, where: str) -> str:
    """Read the level of a professional title; raises what `read_level` raises."""
    return _one_of(typed, where, load_criteria_words().title_ranks, say("title level"))


def read_year(typed: str, where: str) -> int:
    """Read a year of four digits.

    Raises:
        InvalidOptionError: it is none from 1950 to 2100.
    """
    digits = fold(typed).removesuffix("年")
    if digits.isdecimal() and int(digits) in _YEARS:
        return int(digits)
    hint = say("Write four digits, as 2020.")
    raise _error(typed, where, say("a year"), hint)


def read_educations(typed: str, where: str) -> tuple[Education, ...]:
    """Read `大专/无/是/会计/2012`, several parted by semicolons; raises as `read_level`."""
    return tuple(_education(entry, where) for entry in read_names(typed, where))


def read_work(typed: str, where: str) -> tuple[WorkSpell, ...]:
    """Read `2015-07-01~2018-06-30/会计/金融/否`, several parted by semicolons.

    Raises:
        InvalidOptionError: a day is none, or work ended before it began.
    """
    return tuple(_spell(entry, where) for entry in read_names(typed, where))


def read_languages(typed: str, where: str) -> tuple[LanguageHeld, ...]:
    """Read `英语:大学英语六级`, several parted by semicolons; the level may be left out."""
    found = []
    for entry in read_names(typed, where):
        language, _, level = entry.replace("：", ":").partition(":")
        found.append(LanguageHeld(language=language.strip(), level=level.strip() or None))
    return tuple(found)


def _education(entry: str, where: str) -> Education:
    level, degree, full_time, major, year, *_ = [*_fields(entry), "", "", "", ""]
    return Education(
        level=read_level(level, where),
        degree=read_degree(degree, where) if degree else None,
        is_full_time=read_yes_no(full_time, where) if full_time else None,
        majors=(major,) if major else None,
        year=read_year(year, where) if year else None,
    )


def _spell(entry: str, where: str) -> WorkSpell:
    days, occupation, industry, managing, *_ = [*_fields(entry), "", "", ""]
    begun, _, ended = days.replace("～", "~").replace("至今", "~").partition("~")
    try:
        return WorkSpell(
            begun_on=_day(read_first_day, begun.strip(), where),
            ended_on=_day(read_last_day, ended.strip("~ ") or _STILL, where),
            occupation=occupation or None,
            industry=industry or None,
            is_management=read_yes_no(managing, where) if managing else None,
        )
    except ValueError as fault:
        hint = say("The last day comes after the first: 2015-07-01~2018-06-30.")
        raise _error(days, where, say("a time of work"), hint) from fault


def _day(read: Callable[[str], Day], typed: str, where: str) -> Day:
    try:
        return read(typed)
    except UnreadError as fault:
        raise _error(typed, where, say("a day"), fault.wanted) from fault


def _fields(entry: str) -> list[str]:
    """Split by slashes; `/` stands in no day that is written with hyphens."""
    return [each.strip() for each in entry.split("/")]


def _one_of(typed: str, where: str, known: Collection[str], what: Sentence) -> str:
    for name in known:
        if fold(name) == fold(typed):
            return name
    listed = "、".join(known)
    hint = say("One of {listed}; 无 for none.", listed=listed)
    raise _error(typed, where, say("a known {what}", what=what), hint)


def _error(typed: str, where: str, wanted: Sentence, hint: Sentence) -> InvalidOptionError:
    return InvalidOptionError(
        say("“{typed}” is not {wanted}.", typed=typed, wanted=wanted), where=where, hint=hint
    )


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
        words = say("nothing of it stands in a column of the roster")
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


Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

WORTH_READING = 20
"""Posts explained for each person at most."""

_AT_ONCE = 500
_MOST_UNMET = 1


def screen_document(
    document: Document,
    answers: Sequence[CriteriaAnswer],
    *,
    where: str,
    on: date,
    progress: Progress | None = None,
) -> ScreeningAnswer:
    """Hold everybody of a roster against all posts.

    Args:
        document: the roster as read.
        answers: the posts, those without requirements among them.
        where: name of the file, for an error.
        on: the day as of which years count.
        progress: called every 500 people, and once at the end.

    Raises:
        NothingFoundError: no sheet has a heading row.
        NotReadableError: two columns mean the same.
        PersonalDataError: it holds identity card or phone numbers.
    """
    people, rejects, unread = read_roster(document, where)
    screening = Screening(answers, on)
    found: list[PersonScreened] = []
    for start in range(0, len(people), _AT_ONCE):
        if progress:
            progress(start, len(people))
        found += screening.screen(people[start : start + _AT_ONCE])
    if progress:
        progress(len(people), len(people))
    return ScreeningAnswer(
        on=on,
        people=tuple(found),
        rejects=tuple(rejects),
        posts=screening.totals(),
        no_stated=screening.plan.no_stated,
        unread=tuple(unread),
    )


class Screening:
    """Screens people in portions and adds up what they come to.

    Args:
        answers: the posts.
        on: the day as of which years count.
    """

    def __init__(self, answers: Sequence[CriteriaAnswer], on: date) -> None:
        self.plan = plan_of(answers, on)
        self._stated = [each for each in answers if each.reading.states_requirements]
        self._kernel = Kernel(self.plan, nearest=max(len(self.plan.posts), 1))
        self._relevance = Relevance(self._stated)
        self._counts = np.zeros((len(self.plan.posts), 3), np.int64)
        self._demands = lru_cache(None)(self._demands_of)
        self._remembered = Remembered(on)

    def screen(self, people: Sequence[RosterPerson]) -> list[PersonScreened]:
        """Return what each person comes to, in order."""
        known = [coded(each.person) for each in people]
        table = people_table(("", person) for person in known).combine_chunks()
        [batch] = table.to_batches()
        screened = self._kernel.screen(batch)
        self._counts += screened.counts()
        return [self._one(who, known[row], screened, row) for row, who in enumerate(people)]

    def totals(self) -> tuple[PostTotals, ...]:
        """Return how many people match each post so far, are undecided, do not match."""
        return tuple(
            PostTotals(
                post_id=post.post_id,
                name=post.name,
                matches=int(counts[0]),
                undecided=int(counts[1]),
                not_matching=int(counts[2]),
            )
            for post, counts in zip(self.plan.posts, self._counts, strict=True)
        )

    def _demands_of(self, post: int) -> Sequence[Demand]:
        answer = self._stated[post]
        return demands_of(answer.post, answer.reading)

    def _one(
        self, who: RosterPerson, person: Person, screened: Screened, row: int
    ) -> PersonScreened:
        nearest = screened.nearest
        if nearest is None:
            raise ValueError("a screening names the nearest posts")
        unmet, undecided = nearest.unmet[row], nearest.undecided[row]
        near = [int(post) for post in nearest.posts[row][unmet <= _MOST_UNMET]]
        met = int(((unmet == 0) & (undecided == 0)).sum())
        possible = int((unmet == 0).sum())
        chosen = self._relevance.worth_reading(person, near, met)[:WORTH_READING]
        return PersonScreened(
            who=who,
            counts=(met, possible - met, len(self.plan.posts) - possible),
            worth_reading=tuple(
                replace(
                    assess(
                        person,
                        self._stated[post],
                        self.plan.on,
                        self._demands(post),
                        self._remembered,
                    ),
                    nearness=nearness,
                )
                for post, nearness in chosen
            ),
        )
