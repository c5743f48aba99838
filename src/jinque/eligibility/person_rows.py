"""People as Arrow rows and back: the one way in which a row becomes a person."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import pyarrow as pa

from jinque.eligibility.roster_schema import PEOPLE_SCHEMA, STAFF_ID
from jinque.model.career import Education, LanguageHeld, WorkSpell
from jinque.model.fact import Fact
from jinque.model.person import Appraisal, Person, Skill, Title

_ENTRIES: dict[str, type[Any]] = {
    "skills": Skill,
    "titles": Title,
    "appraisals": Appraisal,
    "educations": Education,
    "work": WorkSpell,
    "languages": LanguageHeld,
}
_NEVER_UNKNOWN = ("appraisals", "denied", "open_lists")


def people_table(people: Iterable[tuple[str, Person]]) -> pa.Table:
    """Return people, each with a staff number, as rows."""
    rows = [{STAFF_ID: number, **_row(person)} for number, person in people]
    return pa.Table.from_pylist(rows, PEOPLE_SCHEMA)


def person_of(row: Mapping[str, Any]) -> Person:
    """Return the person of a row; a blank name in a list is none.

    Raises:
        ValueError: a time of work ended before it began.
    """
    given = {name: value for name, value in row.items() if name != STAFF_ID and value is not None}
    for name, make in _ENTRIES.items():
        if name in given:
            given[name] = tuple(_entry(make, each) for each in given[name] if each is not None)
    for name in ("awards", "certificates", "tools", "denied"):
        if name in given:
            given[name] = tuple(each for each in given[name] if each)
    open_lists = given.get("open_lists", ())
    return Person(**{**given, "open_lists": frozenset(Fact(name) for name in open_lists)})


def _entry(make: type[Any], given: Mapping[str, Any]) -> object:
    values = {name: value for name, value in given.items() if value is not None}
    if "majors" in values:
        values["majors"] = tuple(each for each in values["majors"] if each)
    return make(**values)


def _row(person: Person) -> dict[str, object]:
    return {each.name: _plain(getattr(person, each.name)) for each in fields(person)}


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if not isinstance(value, tuple):
        return value
    return [each if isinstance(each, str) else _struct(each) for each in value]


def _struct(entry: Any) -> dict[str, object]:  # noqa: ANN401 - any of the kinds of entry
    return {each.name: _listed(getattr(entry, each.name)) for each in fields(entry)}


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
