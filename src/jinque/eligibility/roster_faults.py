"""Rows of a Parquet roster that no person can be made of; they are told, not guessed at."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from jinque.eligibility.results import ROW
from jinque.eligibility.roster_schema import STAFF_ID
from jinque.model.fact import Fact
from jinque.parameters.criteria_words import load_criteria_words

FAULT_SCHEMA = pa.schema(
    [(ROW, pa.int64()), (STAFF_ID, pa.string()), ("column", pa.string()), ("fault", pa.string())]
)


def faults_of(batch: pa.RecordBatch, rows: pa.Array) -> pa.Table:
    """Return what is wrong with the rows of a block, each fault a row.

    Args:
        batch: with the columns of `PEOPLE_SCHEMA`.
        rows: places of its rows in the roster.
    """
    words = load_criteria_words()
    found = [
        *_unknown(batch, "educations", "level", words.education_ranks, may_lack=False),
        *_unknown(batch, "educations", "degree", ("", *words.degree_ranks), may_lack=True),
        *_unknown(batch, "titles", "level", words.title_ranks, may_lack=False),
        *_lists(batch),
        *_times(batch),
    ]
    place = sorted(set(found))
    at = pa.array([row for row, _, _ in place], pa.int64())
    return pa.table(
        [
            rows.take(at),
            batch.column(STAFF_ID).take(at),
            pa.array([column for _, column, _ in place], pa.string()),
            pa.array([fault for _, _, fault in place], pa.string()),
        ],
        schema=FAULT_SCHEMA,
    )


Fault = tuple[int, str, str]


def _unknown(
    batch: pa.RecordBatch, column: str, field: str, known: Iterable[str], *, may_lack: bool
) -> Iterable[Fault]:
    """Yield the rows with a level that is in no scale, or with none where one is needed."""
    entries = batch.column(column)
    values = pc.struct_field(entries.flatten(), field)
    wrong = pc.invert(pc.is_in(values, pa.array([*known], pa.string())))
    if may_lack:
        wrong = pc.and_(wrong, values.is_valid())
    rows = pc.list_parent_indices(entries).filter(wrong).to_pylist()
    for row, value in zip(rows, values.filter(wrong).to_pylist(), strict=True):
        yield row, column, f"{field}: {value}"


def _lists(batch: pa.RecordBatch) -> Iterable[Fault]:
    column = batch.column("open_lists")
    names = column.flatten()
    wrong = pc.invert(pc.is_in(names, pa.array([*Fact], pa.string())))
    rows = pc.list_parent_indices(column).filter(wrong).to_pylist()
    for row, name in zip(rows, names.filter(wrong).to_pylist(), strict=True):
        yield row, "open_lists", f"{name}"


def _times(batch: pa.RecordBatch) -> Iterable[Fault]:
    """Yield the rows with work that has no beginning or ends before it."""
    column = batch.column("work")
    spells = column.flatten()
    begun, ended = pc.struct_field(spells, "begun_on"), pc.struct_field(spells, "ended_on")
    is_crossed = pc.fill_null(pc.less(ended, begun), pa.scalar(value=False))
    wrong = pc.or_(is_crossed, begun.is_null())
    for row in pc.list_parent_indices(column).filter(wrong).to_pylist():
        yield row, "work", "begun_on, ended_on"
