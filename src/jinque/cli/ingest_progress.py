"""Tells how far the reading of a file is: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model import Words

if TYPE_CHECKING:
    from jinque.api import Progress

_STEPS = {
    "read": Words(zh="读取文件", en="Reading the file"),
    "extract": Words(zh="识别各栏各行并检查", en="Recognising columns and rows, checking"),
    "keep": Words(zh="保存草稿", en="Keeping the draft"),
    "publish": Words(zh="写入记录", en="Writing the record"),
}
_SECONDS_BETWEEN_LINES = 5.0
"""A file read within this time needs no line about it."""


@contextmanager
def file_progress(session: Session) -> "Iterator[Progress | None]":
    """Give a callback for the steps of an ingestion; None for a program."""
    if session.is_json:
        yield None
    elif not sys.stderr.isatty():
        yield _lines(session)
    else:
        with _bar(session) as draw:
            yield draw


def _lines(session: Session) -> "Progress":
    last = time.monotonic()

    def tell(step: str, done: int, steps: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _SECONDS_BETWEEN_LINES and done < steps:
            last = now
            sys.stderr.write(f"{session.of(_STEPS[step])} {done / steps:.0%}\n")
            sys.stderr.flush()

    return tell


@contextmanager
def _bar(session: Session) -> "Iterator[Progress]":
    from rich.progress import Progress

    from jinque.cli.screen import console

    with Progress(console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("")

        def draw(step: str, done: int, steps: int) -> None:
            words = session.of(_STEPS[step])
            bar.update(task, completed=done, total=steps, description=words)

        yield draw
