"""The reading process from outside: started, fed, listened to, ended.

Why the reading process gives up, in words for the owner of the file.
"""

import json
import math
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from jinque.documents.printed.page import Page, PageLimits, page_from
from jinque.documents.source import Source
from jinque.errors import (
    EncryptedSourceError,
    JinqueError,
    NotReadableError,
    ScannedSourceError,
    TooDeepError,
    TooManyElementsError,
    TooManyPagesError,
)
from jinque.locale import Sentence, say

_RECOGNISE = say("Recognise its text first (OCR), or ask the publisher for Word or Excel.")
_UNLOCK = say("Open it with its password and save it unlocked.")
_SPLIT = say("Catalogues are rarely so large; export only the pages that are needed.")
_LIMITS = PageLimits()


def _faults(kind: str) -> dict[str, tuple[type[JinqueError], Sentence, Sentence]]:
    """Return error, sentence and way out by the key of a fault, for files of a kind."""
    repair = say(
        "Open it in a viewer of {kind}, save it anew (print it to PDF) and ingest that.", kind=kind
    )
    most = _LIMITS
    damaged = say("The {kind} is damaged.", kind=kind)
    locked = say("The {kind} is locked with a password or encrypted.", kind=kind)
    crashed = say("Reading the {kind} failed: it is damaged, or takes too much memory.", kind=kind)
    scanned = say("This is a scan: its pages are pictures without text.")
    strange = say("The fonts of the {kind} do not say which characters they print.", kind=kind)
    pages = say("The {kind} has more than {pages} pages.", kind=kind, pages=most.pages)
    characters = say(
        "A page of the {kind} has more than {characters} characters.",
        kind=kind,
        characters=most.characters,
    )
    pieces = say(
        "The {kind} has more than {pieces} cells and runs of words.",
        kind=kind,
        pieces=most.pieces,
    )
    objects = say(
        "A page of the {kind} has more than {objects} drawn objects.",
        kind=kind,
        objects=most.objects,
    )
    elements = say("A part of the {kind} has too many elements.", kind=kind)
    deep = say("The structure of the file is nested too deeply.")
    return {
        "locked": (EncryptedSourceError, locked, _UNLOCK),
        "damaged": (NotReadableError, damaged, repair),
        "crashed": (NotReadableError, crashed, repair),
        "scanned": (ScannedSourceError, scanned, _RECOGNISE),
        "strange": (ScannedSourceError, strange, _RECOGNISE),
        "pages": (TooManyPagesError, pages, _SPLIT),
        "characters": (TooManyElementsError, characters, repair),
        "pieces": (TooManyElementsError, pieces, _SPLIT),
        "objects": (TooManyElementsError, objects, repair),
        "elements": (TooManyElementsError, elements, repair),
        "deep": (TooDeepError, deep, repair),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What opens files of one format in the reading process.

    Attributes:
        name: of the package that opens them: `pdf` or `ofd`.
        kind: what sentences call such a file.
    """

    name: str
    kind: str

    def fault(self, key: str, where: str) -> JinqueError:
        """Return the error to raise.

        Args:
            key: what the reading process said, or the reader found.
            where: name of the file.
        """
        error, message, hint = _faults(self.kind)[key]
        return error(message, where=where, hint=hint)


_COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("launch.py")))


def pages_of(source: Source, engine: Engine, data: bytes) -> Iterator[Page]:
    """Yield the pages of a file as another process reads them.

    Args:
        source: the file, for its name and its budget.
        engine: what opens it.
        data: what the process is given.

    Raises:
        EncryptedSourceError: a password is needed to read it.
        NotReadableError: it is damaged, or so made that the engine fails.
        TooManyPagesError, TooManyElementsError, TooSlowError: at the limit.
    """
    budget = source.budget
    with _started(engine.name, data, budget.limits.seconds) as answers:
        for line in answers:
            if not line.endswith(b"\n"):
                break  # the process was ended in the middle of it
            answer = json.loads(line)
            if isinstance(answer, list):
                yield page_from(answer)
                budget.check_time()
            elif answer["fault"]:
                raise engine.fault(answer["fault"], source.name)
            else:
                return
    budget.check_time()
    raise engine.fault("crashed", source.name)


@contextmanager
def _started(name: str, data: bytes, seconds: float) -> Iterator[IO[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - a fixed command of our own
        (*_COMMAND, name, str(math.ceil(seconds))),
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
