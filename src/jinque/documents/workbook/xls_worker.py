"""The process that reads old workbooks: bytes come in, one line of JSON a sheet goes out.

calamine takes as much memory as a damaged .xls declares, and then ends its process. This one can
be spared, and is given a bound. It imports nothing of ours, so that it starts fast:

    python xls_worker.py CELLS SECONDS BYTES < file.xls
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)


def plain(value: object) -> object:
    """Return a value as JSON can hold it: a moment as its kind and its ISO words."""
    if isinstance(value, timedelta):
        return {"timedelta": value.total_seconds()}
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    return value


def sheet_line(sheet: CalamineSheet, *, is_hidden: bool) -> dict[str, object]:
    """Return all that is read of a sheet; of a hidden one only its name."""
    start = sheet.start or (0, 0)
    return {
        "name": sheet.name,
        "is_hidden": is_hidden,
        "start": start,
        "merges": [] if is_hidden else sheet.merged_cell_ranges or [],
        "rows": [] if is_hidden else sheet.to_python(),
    }


def serve(source: BinaryIO, cells: int) -> None:
    """Print each worksheet, and at the end null, or the reason why reading ended early."""
    reason = None
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(source.read()))
        for tab in book.sheets_metadata:
            if tab.typ is SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(tab.name)
                cells -= sheet.height * sheet.width
                if cells < 0:
                    reason = "cells"
                    break
                is_hidden = tab.visible is not SheetVisibleEnum.Visible
                print(json.dumps(sheet_line(sheet, is_hidden=is_hidden), default=plain))  # noqa: T201
    except PasswordError:
        reason = "locked"
    except (CalamineError, OSError, ValueError, OverflowError):
        reason = "damaged"
    print(json.dumps(reason))  # noqa: T201


def bound(seconds: int, memory: int) -> None:
    """Bound time and memory of this process where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    bound(int(sys.argv[2]), int(sys.argv[3]))
    serve(sys.stdin.buffer, int(sys.argv[1]))
