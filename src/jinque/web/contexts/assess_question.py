"""The question of a visitor: who asks, about which posts, and how the answer is to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model import Words
from jinque.model.assessment import Verdict
from jinque.model.person import Person
from jinque.web.contexts.assess_fields import person_tree
from jinque.web.contexts.ladder_reader import FieldError, FieldReader

GROUPINGS = ("nearness", "place", "verdict")
MOST_ERRORS = 20
CONTROLS = frozenset({"aim", "on", "places", "verdicts", "group", "show", "add", "post"})
"""Fields that say what is asked, not who asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessQuestion:
    """What was read.

    Attributes:
        given: every field as it was sent.
        aim: occupation aimed at; None when not given.
        places: cities to show; empty means all.
        verdicts: verdicts to show; empty means all.
        group: one of `GROUPINGS`.
        show: key of the group that is shown whole; empty where none is.
        add: list to which the form adds an empty row; empty where none.
        post: the post that the visitor came from; empty where none.
        errors: the first of them, in the order of the fields; the facts named there are left out.
    """

    given: dict[str, tuple[str, ...]]
    person: Person
    on: date
    aim: str | None
    places: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    group: str
    show: str
    add: str
    post: str
    errors: tuple[FieldError, ...]


def read_assess_question(given: Mapping[str, tuple[str, ...]], today: date) -> AssessQuestion:
    """Read the fields; one that is not given, or empty, is an unknown fact.

    Args:
        given: values by name of field.
        today: the day as of which years count where none is given.
    """
    reader = FieldReader(given)
    on = reader.day("on") or today
    aim = reader.text("aim")
    person, faults = _person(given)
    verdicts = tuple(each for each in Verdict if each.value in reader.all_of("verdicts"))
    group = reader.text("group")
    return AssessQuestion(
        given=dict(given),
        person=person,
        on=on,
        aim=aim,
        places=reader.all_of("places"),
        verdicts=verdicts,
        group=group if group in GROUPINGS else GROUPINGS[0],
        show=reader.text("show") or "",
        add=reader.text("add") or "",
        post=reader.text("post") or "",
        errors=(*reader.errors, *faults)[:MOST_ERRORS],
    )


def _person(given: Mapping[str, tuple[str, ...]]) -> tuple[Person, list[FieldError]]:
    facts = {name: values for name, values in given.items() if name not in CONTROLS}
    person, faults = api.read_person_told(person_tree(facts))  # type: ignore[arg-type]
    return person, [_error(fault.path, fault.message) for fault in faults]


def _error(path: str, message: Words) -> FieldError:
    """Name a fault by its field: `educations[1].level` is `educations.1.level`."""
    return FieldError(field=path.replace("[", ".").replace("]", ""), value="", message=message)
