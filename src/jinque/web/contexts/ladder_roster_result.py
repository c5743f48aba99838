"""What became of a roster, for a reader; a program gets the shape of docs/reference/json.md."""

from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model import Words
from jinque.model.bridge_roster import (
    RosterAnswer,
    RosterGroup,
    Timing,
)
from jinque.model.bridge_roster_row import RejectedRow
from jinque.web.contexts.ladder_roster import MOST_SHOWN
from jinque.web.contexts.ladder_roster_people import PersonView
from jinque.web.contexts.ladder_rules import DocumentView


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """A number of people under its name; None where it is too small to be shown alone."""

    name: Words
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The people asked about in one direction, counted by when and by what is not known."""

    name: Words
    counts: tuple[CountView, ...]
    missing: tuple[CountView, ...]

    @classmethod
    def of(cls, group: RosterGroup) -> "GroupView":
        """Name the counts of `group`."""
        return cls(
            name=api.DIRECTION_NAMES[group.direction],
            counts=tuple(
                CountView(name=api.TIMING_NAMES[timing], people=people)
                for timing, people in group.counts.items()
            ),
            missing=tuple(CountView(name=name, people=people) for name, people in group.missing),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """A cell that could not be read; `heading` is empty where the whole row is at fault."""

    cell: str
    heading: str
    message: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPage:
    """What stands at `/ladder/roster` after a roster was sent.

    Attributes:
        rows: of the roster; `answered` and `rejected` make them up.
        people: answers, those first who may apply soonest; at most 200.
        total: number of answers.
        faults: cells of the rows rejected; at most 200 of `cells`.
        unread: sheets and columns that were not read.
    """

    on: date
    notice: Words
    rows: int
    answered: int
    rejected: int
    groups: tuple[GroupView, ...]
    people: tuple[PersonView, ...]
    total: int
    faults: tuple[CellFault, ...]
    cells: int
    unread: tuple[str, ...]
    documents: tuple[DocumentView, ...]


def roster_page(answer: RosterAnswer) -> RosterPage:
    """Gather the page of `answer`."""
    people = [PersonView.of(each, verdict) for each in answer.results for verdict in each.verdicts]
    people.sort(key=lambda person: list(Timing).index(person.timing))
    faults = [fault for row in answer.rejects for fault in _faults(row)]
    return RosterPage(
        on=answer.on,
        notice=answer.notice,
        rows=len(answer.results) + len(answer.rejects),
        answered=len(answer.results),
        rejected=len(answer.rejects),
        groups=tuple(GroupView.of(group) for group in api.summarise(answer)),
        people=tuple(people[:MOST_SHOWN]),
        total=len(people),
        faults=tuple(faults[:MOST_SHOWN]),
        cells=len(faults),
        unread=answer.unread,
        documents=tuple(DocumentView.of(each) for each in answer.documents),
    )


def _faults(row: RejectedRow) -> list[CellFault]:
    return [
        CellFault(cell=fault.place.address, heading=fault.heading, message=fault.message)
        for fault in row.faults
    ]
