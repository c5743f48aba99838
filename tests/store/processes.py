"""Processes that use one record at the same time, or are killed while they use it.

They are forked off a process that has imported everything already, so that what is watched is
the use of the record and not the start of Python.
"""

import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from jinque.store import Record
from tests.store.review_samples import accept, begun, publish_draft
from tests.store.samples import Reading, sample_reading

ROOT = Path(__file__).parents[2]
ROWS = 300
IMPORTED_LATE = ("alembic.command", "psycopg", "sqlite3")


class Processes:
    """The process that forks.

    Its tasks are `open`, `publish:N` and `review:N`, N being a number of a publication.
    """

    def __init__(self, parent: "subprocess.Popen[str]") -> None:
        self._parent = parent

    def together(self, url: str, task: str, count: int) -> str:
        """Begin a task in several processes at one moment; return seconds, or `failed`."""
        return self._ask(f"{url} {task} {count} never")

    def kill(self, url: str, task: str, after_s: float) -> str:
        """Kill a process so long after it began; return `killed`, or seconds if it was done."""
        return self._ask(f"{url} {task} 1 {after_s}")

    def _ask(self, line: str) -> str:
        assert self._parent.stdin
        assert self._parent.stdout
        self._parent.stdin.write(f"{line}\n")
        self._parent.stdin.flush()
        return self._parent.stdout.readline().strip()


@contextmanager
def started() -> Iterator[Processes]:
    """Start the process that forks."""
    command = [sys.executable, "-m", "tests.store.processes"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as parent:
        yield Processes(parent)


def publication(number: int) -> tuple[bytes, list[Reading]]:
    """Make two large editions of one source of 100 kB."""
    source = f"目录{number}\n".encode() * 10_000
    names = ("harbour", "quay")
    return source, [sample_reading(name, source=source, rows=ROWS) for name in names]


def publish(record: Record, number: int) -> bool:
    source, readings = publication(number)
    return record.publish(readings, source=source, source_name="large.txt", is_builtin=False)


def review(record: Record, number: int) -> None:
    """Put a source under review, take a decision and publish it: three transactions."""
    source, readings = publication(number)
    draft_id = begun(record, source, readings)
    accept(record, draft_id, 1)
    publish_draft(record, draft_id, 2, source, readings)


def _prepare(url: str, task: str) -> Callable[[], object]:
    verb, _, number = task.partition(":")
    if verb == "open":
        return lambda: Record.open(url)
    record = Record.open(url)
    if verb == "review":
        return lambda: review(record, int(number))
    source, readings = publication(int(number))
    return lambda: record.publish(
        readings, source=source, source_name="large.txt", is_builtin=False
    )


def _begin(url: str, task: str, start: tuple[int, int], ready: tuple[int, int]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        os.close(start[1])
        act = _prepare(url, task)
        os.write(ready[1], b"r")
        os.read(start[0], 1)
        act()
    except BaseException:  # noqa: BLE001 - a fork of the tests may not go on as one
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _run(url: str, task: str, count: int, after_s: float | None) -> str:
    start, ready = os.pipe(), os.pipe()
    pids = [_begin(url, task, start, ready) for _ in range(count)]
    os.close(ready[1])
    for _ in pids:
        os.read(ready[0], 1)
    began = time.perf_counter()
    os.close(start[1])
    if after_s is not None:
        time.sleep(after_s)
        os.kill(pids[0], signal.SIGKILL)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    elapsed = time.perf_counter() - began
    for end in (start[0], ready[0]):
        os.close(end)
    if -signal.SIGKILL in codes:
        return "killed"
    return "failed" if any(codes) else f"{elapsed:.4f}"


def main() -> None:
    for module in IMPORTED_LATE:
        import_module(module)
    for line in sys.stdin:
        url, task, count, after_s = line.split()
        answer = _run(url, task, int(count), None if after_s == "never" else float(after_s))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
