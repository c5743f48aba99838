"""Tells how far a roster is: a bar on a terminal, a line now and then anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from jinque.cli.session import Session

PeopleDone = Callable[[int, int], None]

# A roster below this many people is done before a line about it is read.
_LARGE = 1000
_LINES = 20


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
    rate_of, told = _rates(), 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        rate = rate_of(done)
        step = max(_LARGE, total // _LINES)
        if total >= _LARGE and done and (done - told >= step or done == total):
            told = done
            sys.stderr.write(
                session.say(
                    f"{done}/{total} 人，每秒 {rate} 人\n",
                    f"{done}/{total} people, {rate} a second\n",
                )
            )
            sys.stderr.flush()

    return tell


@contextmanager
def _bar(session: Session) -> Iterator[PeopleDone]:
    from rich.progress import Progress

    from jinque.cli.screen import console

    rate_of = _rates()
    with Progress(console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(session.say("逐人核对", "Checking"))

        def draw(done: int, total: int) -> None:
            rate = rate_of(done)
            label = session.say(
                f"逐人核对 {done}/{total} 人，每秒 {rate} 人",
                f"Checking {done}/{total} people, {rate} a second",
            )
            bar.update(task, completed=done, total=total, description=label)

        yield draw


def _rates() -> Callable[[int], int]:
    """Return a way to tell people a second since it was first asked; those before do not count."""
    first: list[tuple[int, float]] = []

    def rate(done: int) -> int:
        if not first:
            first.append((done, monotonic()))
        before, begun = first[0]
        return round((done - before) / max(monotonic() - begun, 1e-3))

    return rate
