"""Tells how far a roster is: a bar on a terminal, a line now and then anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jinque.cli.session import Session

PeopleDone = Callable[[int, int], None]

# A roster below this many people is done before a line about it is read.
_LARGE = 1000


@contextmanager
def people_done(session: Session) -> Iterator[PeopleDone | None]:
    """Give a callback for the people done and how many there are; None for a program."""
    if session.is_json:
        yield None
    elif not sys.stderr.isatty():
        yield _lines(session)
    else:
        with _bar(session) as draw:
            yield draw


def _lines(session: Session) -> PeopleDone:
    def tell(done: int, total: int) -> None:
        if total >= _LARGE and (done % _LARGE == 0 or done == total):
            sys.stderr.write(session.say(f"{done}/{total} 人\n", f"{done}/{total} people\n"))
            sys.stderr.flush()

    return tell


@contextmanager
def _bar(session: Session) -> Iterator[PeopleDone]:
    from rich.progress import Progress

    from jinque.cli.screen import console

    with Progress(console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(session.say("逐人核对", "Checking"))
        yield lambda done, total: bar.update(task, completed=done, total=total)
