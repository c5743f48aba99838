"""The reading process from outside: started, fed, listened to, ended."""

import json
import math
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from jinque.documents.pdf.faults import fault
from jinque.documents.pdf.page import Page
from jinque.documents.pdf.wire import page_from
from jinque.documents.source import Source

_COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("launch.py")))


def pages_of(source: Source) -> Iterator[Page]:
    """Yield the pages of a PDF as another process reads them.

    Raises:
        EncryptedSourceError: a password is needed to read it.
        NotReadableError: it is damaged, or so made that the engine fails.
        TooManyPagesError, TooManyElementsError, TooSlowError: at the limit.
    """
    budget = source.budget
    with _started(source.data, budget.limits.seconds) as answers:
        for line in answers:
            if not line.endswith(b"\n"):
                break  # the process was ended in the middle of it
            answer = json.loads(line)
            if isinstance(answer, list):
                yield page_from(answer)
                budget.check_time()
            elif answer["fault"]:
                raise fault(answer["fault"], source.name)
            else:
                return
    budget.check_time()
    raise fault("crashed", source.name)


@contextmanager
def _started(data: bytes, seconds: float) -> Iterator[IO[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - a fixed command of our own
        (*_COMMAND, str(math.ceil(seconds))),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    with process:
        try:
            with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as entry:
                entry.write(data)
            yield cast("IO[bytes]", process.stdout)
        finally:
            watch.cancel()
            process.kill()
