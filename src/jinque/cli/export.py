"""`jinque export`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from jinque.cli.opening import opened
from jinque.cli.output import write
from jinque.cli.session import Session


def export_rows(
    session: Session, edition_id: str, fmt: str, kind: str | None, output: str | None
) -> None:
    """Write the rows of an edition to stdout or into a file.

    Args:
        session: language and reader.
        edition_id: identifier of the edition.
        fmt: `jsonl` or `csv`.
        kind: kind of row; None means posts, or what the edition has instead.
        output: path of the file; None means stdout.
    """
    from jinque import api

    with opened(session) as workspace:
        pieces = api.export(workspace, edition_id, fmt, kind)
    if output is None:
        write(pieces)
        return
    counted = _Counted(pieces)
    api.save(counted, Path(output))
    rows = counted.count - (fmt == "csv")
    sys.stderr.write(session.say(f"已写入 {output}：{rows} 行。\n", f"{output}: {rows} rows.\n"))


class _Counted:
    """An iterator that counts what it has given."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self.count = 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> str:
        piece = next(self._pieces)
        self.count += 1
        return piece
