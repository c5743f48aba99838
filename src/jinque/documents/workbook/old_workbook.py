"""The sheets of an xls file, read by a process of its own."""

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from jinque.documents.archive import damaged, locked
from jinque.documents.source import Source
from jinque.documents.workbook import xls_worker
from jinque.documents.workbook.dates import Moment
from jinque.documents.workbook.sheet_values import SheetValues
from jinque.documents.workbook.values import Value
from jinque.errors import JinqueError

_MEMORY = 2**30
_MOMENTS: dict[str, Callable[[str], Moment]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def old_sheets(source: Source) -> Iterator[SheetValues | str]:
    """Yield the visible worksheets in the order of their tabs, and the names of hidden ones.

    Raises:
        EncryptedSourceError: the workbook needs a password.
        TooManyCellsError, TooSlowError: it exceeds the budget.
        NotReadableError: it is damaged, or so made that reading it takes a gigabyte.
    """
    limits = source.budget.limits
    seconds = math.ceil(limits.seconds)
    arguments = (str(limits.cells), str(seconds), str(_MEMORY))
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed command of our own
            (sys.executable, "-I", xls_worker.__file__, *arguments),
            input=source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        ).stdout.splitlines()
    except subprocess.TimeoutExpired:
        answer = []
    source.budget.check_time()
    if not answer or answer[-1] != b"null":
        raise _fault(answer[-1] if answer else b"", source)
    for line in answer[:-1]:
        yield _sheet(json.loads(line))


def _fault(reason: bytes, source: Source) -> JinqueError:
    if reason == b'"cells"':
        source.budget.take_cells(source.budget.limits.cells + 1)
    return locked(source.name) if reason == b'"locked"' else damaged(source.name)


def _sheet(line: dict[str, Any]) -> SheetValues | str:
    if line["is_hidden"]:
        return str(line["name"])
    rows = [[_value(value) for value in row] for row in line["rows"]]
    return SheetValues(
        name=line["name"],
        row=line["start"][0] + 1,
        column=line["start"][1] + 1,
        height=len(rows),
        width=len(rows[0]) if rows else 0,
        rows=rows,
        merges=tuple((*first, *last) for first, last in line["merges"]),
    )


def _value(value: Any) -> Value:  # noqa: ANN401 - as JSON holds it
    if not isinstance(value, dict):
        plain: Value = value
        return plain
    [(kind, words)] = value.items()
    return timedelta(seconds=words) if kind == "timedelta" else _MOMENTS[kind](words)
