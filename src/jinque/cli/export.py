"""`jinque export`: one edition to a file or stdout, everything to a folder."""

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


def export_everything(session: Session, folder: str, address: str) -> None:
    """Write all editions as open data into a folder and tell what each file is.

    Args:
        session: language.
        folder: new, empty, or that of an earlier export.
        address: where the site stands, for identifiers; empty gives URNs.
    """
    from jinque import api
    from jinque.cli.screen import console, plain, show_table

    with opened(session) as workspace:
        files = api.export_all(workspace, Path(folder), address)
    screen = console(sys.stdout)
    headings = (session.say("文件", "File"), session.say("字节", "Bytes"))
    show_table(screen, headings, [(path, f"{len(data):,}") for path, data in files.items()])
    total = session.say(
        f"已写入 {folder}：{len(files)} 个文件。数据字典在 jinque.xlsx 的第一张表。",
        f"{len(files)} files written to {folder}. The first sheet of jinque.xlsx explains them.",
    )
    screen.print(plain(total))


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
