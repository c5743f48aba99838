"""People as Arrow rows and back: the one way in which a row becomes a person.

Arrow rows as the columns that the evaluators read.

The columns of a roster in Parquet: those of people are read, those nobody needs are refused.

People as Arrow columns: the fields of `Person`, null being unknown and an empty list none.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jinque.criteria.columns import STILL, Entries, Flags, PeopleColumns, Values, Whole
from jinque.dataset.parquet import column_names, holds_match, parquet_files
from jinque.errors import NotReadableError, PersonalDataError
from jinque.locale import say
from jinque.model.person import (
    Appraisal,
    Education,
    Fact,
    LanguageHeld,
    Person,
    Skill,
    Title,
    WorkSpell,
)
from jinque.parameters import load_roster_terms
from jinque.text import fold

_NAMES: Final = pa.list_(pa.string())
_EDUCATION = pa.struct(
    [
        ("level", pa.string()),
        ("degree", pa.string()),
        ("is_full_time", pa.bool_()),
        ("majors", _NAMES),
        ("year", pa.int32()),
    ]
)
_SPELL = pa.struct(
    [
        ("begun_on", pa.date32()),
        ("ended_on", pa.date32()),
        ("occupation", pa.string()),
        ("industry", pa.string()),
        ("institution", pa.string()),
        ("is_management", pa.bool_()),
        ("code", pa.string()),
    ]
)
_LANGUAGE = pa.struct([("language", pa.string()), ("level", pa.string())])
_SKILL = pa.struct(
    [
        ("level", pa.string()),
        ("occupation", pa.string()),
        ("obtained_on", pa.date32()),
        ("years_worked", pa.int32()),
    ]
)
_TITLE = pa.struct(
    [
        ("level", pa.string()),
        ("series", pa.string()),
        ("obtained_on", pa.date32()),
        ("years_worked", pa.int32()),
    ]
)
_APPRAISAL = pa.struct([("year", pa.int32()), ("is_passed", pa.bool_())])

STAFF_ID = "staff_id"
"""Number by which whoever made the roster finds a person again."""

PEOPLE_SCHEMA = pa.schema(
    [
        (STAFF_ID, pa.string()),
        ("place", pa.string()),
        ("skills", pa.list_(_SKILL)),
        ("titles", pa.list_(_TITLE)),
        ("in_post_since", pa.date32()),
        ("appraisals", pa.list_(_APPRAISAL)),
        ("awards", _NAMES),
        ("observes_law", pa.bool_()),
        ("works_in_occupation", pa.bool_()),
        ("is_public_institution_staff", pa.bool_()),
        ("meets_post_rules", pa.bool_()),
        ("is_front_line_master", pa.bool_()),
        ("has_related_diploma", pa.bool_()),
        ("employer_may_assess", pa.bool_()),
        ("nationality", pa.string()),
        ("educations", pa.list_(_EDUCATION)),
        ("work", pa.list_(_SPELL)),
        ("certificates", _NAMES),
        ("languages", pa.list_(_LANGUAGE)),
        ("tools", _NAMES),
        ("is_graduate_of_year", pa.bool_()),
        ("denied", _NAMES),
        ("open_lists", _NAMES),
    ]
)
"""Columns of a roster in Parquet; one that is left out is unknown for everybody."""


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


_EPOCH = date(1970, 1, 1).toordinal()
_BETWEEN = "\x1f"
_LISTS = ("educations", "work", "certificates", "languages", "tools", "titles", "awards", "denied")
_SCALARS = tuple(
    field.name
    for field in PEOPLE_SCHEMA
    if field.type in (pa.string(), pa.bool_()) and field.name != "staff_id"
)


def people_columns(batch: pa.RecordBatch) -> PeopleColumns:
    """Return a block of people; its columns are those of `PEOPLE_SCHEMA`."""
    open_lists = _open_lists(batch)
    lists = {name: _entries(batch, name, open_lists) for name in _LISTS}
    begun, ended = _days(batch)
    lists["work"], begun, ended = _by_first_day(lists["work"], begun, ended)
    return PeopleColumns(
        count=batch.num_rows,
        scalars={name: _values(batch.column(name)) for name in _SCALARS},
        lists=lists,
        begun=begun,
        ended=ended,
        person=partial(_person, batch),
    )


def _person(batch: pa.RecordBatch, row: int) -> Person:
    return person_of(batch.slice(row, 1).to_pylist()[0])


def _entries(batch: pa.RecordBatch, name: str, open_lists: dict[str, Flags]) -> Entries:
    column, rows = _flat(batch, name)
    if pa.types.is_struct(column.type):
        fields = {
            field.name: _values(pc.struct_field(column, index))
            for index, field in enumerate(column.type)
            if not pa.types.is_date(field.type)
        }
    else:
        fields = {"name": _values(column)}
    return Entries(
        given=_numpy(batch.column(name).is_valid()),
        is_open=open_lists.get(name, np.zeros(batch.num_rows, np.bool_)),
        rows=rows,
        fields=fields,
    )


def _flat(batch: pa.RecordBatch, name: str) -> tuple[pa.Array, Whole]:
    """Return the entries of a list column with their rows; blank names and nulls are none."""
    column = batch.column(name)
    entries, rows = column.flatten(), pc.list_parent_indices(column)
    kept = entries.is_valid()
    if pa.types.is_string(entries.type):
        kept = pc.and_(kept, pc.fill_null(pc.not_equal(entries, ""), pa.scalar(value=False)))
    if not pc.all(kept, min_count=0).as_py():
        entries, rows = entries.filter(kept), rows.filter(kept)
    return entries, _numpy(rows).astype(np.int64)


def _values(column: pa.Array) -> Values:
    if pa.types.is_list(column.type):
        return _tuples(column)
    encoded = column.dictionary_encode(null_encoding="encode")
    return Values(
        codes=_numpy(encoded.indices).astype(np.int64),
        distinct=tuple(encoded.dictionary.to_pylist()),
    )


def _tuples(column: pa.Array) -> Values:
    """Return lists of names; blank names and nulls among them are none."""
    joined = pc.binary_join(column, _BETWEEN) if column.flatten().null_count == 0 else None
    if joined is None:
        plain = [None if each is None else [n or "" for n in each] for each in column.to_pylist()]
        joined = pc.binary_join(pa.array(plain, column.type), _BETWEEN)
    found = _values(joined)
    return Values(codes=found.codes, distinct=tuple(map(_names, found.distinct)))


def _names(joined: Hashable) -> tuple[str, ...] | None:
    if joined is None:
        return None
    return tuple(name for name in str(joined).split(_BETWEEN) if name)


def _open_lists(batch: pa.RecordBatch) -> dict[str, Flags]:
    names, rows = _flat(batch, "open_lists")
    found: dict[str, Flags] = {}
    for name in pc.unique(names).to_pylist():
        flags = np.zeros(batch.num_rows, np.bool_)
        flags[rows[_numpy(pc.equal(names, name))]] = True
        found[name] = flags
    return found


def _days(batch: pa.RecordBatch) -> tuple[Whole, Whole]:
    entries, _ = _flat(batch, "work")
    begun, ended = (
        pc.struct_field(entries, name).cast(pa.int32()).cast(pa.int64())
        for name in ("begun_on", "ended_on")
    )
    return (
        _numpy(begun) + _EPOCH,
        _numpy(pc.add(ended, _EPOCH).fill_null(STILL)),
    )


def _by_first_day(work: Entries, begun: Whole, ended: Whole) -> tuple[Entries, Whole, Whole]:
    order = np.lexsort((begun, work.rows))
    fields = {
        name: Values(codes=values.codes[order], distinct=values.distinct)
        for name, values in work.fields.items()
    }
    ordered = Entries(given=work.given, is_open=work.is_open, rows=work.rows[order], fields=fields)
    return ordered, begun[order], ended[order]


def _numpy(column: pa.Array) -> np.ndarray:
    values: np.ndarray = column.to_numpy(zero_copy_only=False)
    return values


_LEAST_COLUMNS = 2
_PERSONAL = r"(^|\D)(\d{17}[\dXx]|1[3-9]\d{9})(\D|$)"


def check_columns(roster: Path) -> tuple[str, ...]:
    """Return the columns that mean nothing here; refuse those that nobody needs.

    Raises:
        PersonalDataError: a column is of identity card or phone numbers.
        NotReadableError: there are none that mean anything.
    """
    refused, others = load_roster_terms().refused, dict[str, None]()
    for file in parquet_files(roster):
        names = column_names(file)
        for name in names:
            if any(word in fold(name).replace("_", "") for word in refused):
                raise _personal(file, name)
        if holds_match(file, STAFF_ID, _PERSONAL):
            raise _personal(file, STAFF_ID)
        strange = [name for name in names if name not in PEOPLE_SCHEMA.names]
        if len(names) - len(strange) < _LEAST_COLUMNS:
            raise _no_columns(file)
        others |= dict.fromkeys(strange)
    return tuple(others)


def _personal(file: Path, name: str) -> PersonalDataError:
    return PersonalDataError(
        say(
            "Column “{name}” looks like identity card or phone numbers; nothing was read.",
            name=name,
        ),
        where=file.name,
        hint=say("Delete that column and try again: it is not needed here."),
    )


def _no_columns(file: Path) -> NotReadableError:
    names = "、".join(PEOPLE_SCHEMA.names)
    return NotReadableError(
        say("This Parquet file has no columns of a roster."),
        where=file.name,
        hint=say("The columns are {names}.", names=names),
    )
