"""Opens the workspace for a command and tells how far the first reading of the corpus is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from jinque.cli.session import Session

if TYPE_CHECKING:
    from jinque.api import Progress, Workspace


@contextmanager
def opened(session: Session) -> "Iterator[Workspace]":
    """Open the workspace that the settings name, and close it behind the command."""
    from jinque import api

    with _progress(session) as progress:
        workspace = api.open_workspace(progress=progress)
    with workspace:
        yield workspace


@contextmanager
def _progress(session: Session) -> "Iterator[Progress]":
    """Give a callback that draws a bar on a terminal, and writes one line anywhere else.

    To a program it says nothing: its stderr holds an error or is empty.
    """
    label = session.say(
        "首次使用或程序有更新，正在读入内置目录",
        "First use, or a new version: reading the built-in catalogues",
    )
    if not sys.stderr.isatty():
        yield _one_line("" if session.is_json else f"{label}…\n")
        return
    with ExitStack() as stack:
        yield _bar(label, stack)


def _bar(label: str, stack: ExitStack) -> "Progress":
    """Return a callback whose first call draws the bar; the stack takes it away again."""
    bars: list[Callable[[int, int], None]] = []

    def draw(_: str, done: int, total: int) -> None:
        if not bars:
            bars.append(_begin_bar(label, stack))
        bars[0](done, total)

    return draw


def _begin_bar(label: str, stack: ExitStack) -> Callable[[int, int], None]:
    from rich.progress import Progress as Bar

    from jinque.cli.screen import console

    bar = stack.enter_context(Bar(console=console(sys.stderr), transient=True))
    task = bar.add_task(label)
    return lambda done, total: bar.update(task, completed=done, total=total)


def _one_line(line: str) -> "Progress":
    told: list[str] = []

    def tell(_: str, __: int, ___: int) -> None:
        if not told:
            told.append(line)
            sys.stderr.write(line)
            sys.stderr.flush()

    return tell
