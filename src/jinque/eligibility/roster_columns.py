"""Arrow rows as the columns that the evaluators read."""

from collections.abc import Hashable
from datetime import date
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jinque.criteria.columns import STILL, Entries, Flags, PeopleColumns, Values, Whole
from jinque.eligibility.person_rows import person_of
from jinque.eligibility.roster_schema import PEOPLE_SCHEMA
from jinque.model.person import Person

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
