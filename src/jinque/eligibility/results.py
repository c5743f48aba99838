"""Results of a roster as rows: the same columns and the same order on every engine."""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from jinque.eligibility.bits import rows_of_words
from jinque.eligibility.kernel import Screened
from jinque.eligibility.roster_schema import STAFF_ID

ROW = "row"
"""Place of a person in the roster, counted from 0 through all its files."""


def result_table(batch: pa.RecordBatch, rows: pa.Array, screened: Screened) -> pa.Table:
    """Return one row for each person of a block.

    `met` and `possible` are bitsets over the posts in the plan's order, the first post being the
    lowest bit of the first number. `nearest_posts` are places in the same order.

    Args:
        batch: the people.
        rows: their places in the roster.
        screened: what came of them.
    """
    columns = {
        ROW: rows,
        STAFF_ID: batch.column(STAFF_ID),
        "met": _sets(screened.met, screened.count),
        "possible": _sets(screened.possible, screened.count),
    }
    if screened.nearest:
        columns["nearest_posts"] = _fixed(screened.nearest.posts.astype("int32"))
        columns["nearest_unmet"] = _fixed(screened.nearest.unmet.astype("int16"))
        columns["nearest_undecided"] = _fixed(screened.nearest.undecided.astype("int16"))
    return pa.table(columns)


def _sets(sets: NDArray[np.uint64], count: int) -> pa.Array:
    return _fixed(rows_of_words(sets, count))


def _fixed(numbers: NDArray[np.integer[Any]]) -> pa.Array:
    flat = pa.array(numbers.reshape(-1))
    return pa.FixedSizeListArray.from_arrays(flat, numbers.shape[1])
