"""Files being read for drafts: one at a time, beside the server's own work."""

import logging
import secrets
import traceback
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock

from jinque.errors import JinqueError, MachineError, RecordBusyError
from jinque.model.decision import Actor

MOST_WAITING = 10
MOST_KEPT = 200
_ID_BYTES = 12

Progress = Callable[[str, int, int], None]
Read = Callable[[bytes, str, Actor, Progress], str]
"""Reads a file into a draft, telling how far it is, and returns the draft's identifier."""


class ReadingState(StrEnum):
    """Where the reading of a file is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file and how far its reading is.

    Attributes:
        by: account that sent the file; nobody else is told of it.
        step: what is being done; empty before the first step.
        done: steps done.
        steps: how many there are; 0 before the first.
        draft_id: the draft that came of it; None before it is done.
        fault: why nothing came of it.
    """

    id: str
    name: str
    by: str
    state: ReadingState = ReadingState.WAITING
    step: str = ""
    done: int = 0
    steps: int = 0
    draft_id: str | None = None
    fault: JinqueError | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is done or failed."""
        return self.state in {ReadingState.DONE, ReadingState.FAILED}


class Readings:
    """The files being read by this process, and those read last.

    Args:
        read: runs in a thread of its own, one file at a time.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._is_closing = False
        self._held: OrderedDict[str, Reading] = OrderedDict()

    def begin(self, data: bytes, name: str, actor: Actor) -> Reading:
        """Put a file into the queue.

        Raises:
            RecordBusyError: too many files wait already.
        """
        reading = Reading(id=secrets.token_urlsafe(_ID_BYTES), name=name, by=actor.name)
        with self._lock:
            if sum(not each.is_over for each in self._held.values()) >= MOST_WAITING:
                raise _too_many()
            self._held[reading.id] = reading
            self._forget_old()
        self._worker.submit(self._run, reading.id, data, actor)
        return reading

    def find(self, reading_id: str, by: str) -> Reading | None:
        """Return a reading that `by` began; None where there is none, or not any more."""
        with self._lock:
            reading = self._held.get(reading_id)
        return reading if reading is not None and reading.by == by else None

    def close(self) -> None:
        """Drop what waits and leave the running file at its next step: a stop waits for no file."""
        self._is_closing = True
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _run(self, reading_id: str, data: bytes, actor: Actor) -> None:
        def tell(step: str, done: int, steps: int) -> None:
            if self._is_closing:
                raise _closed()
            self._note(reading_id, state=ReadingState.READING, step=step, done=done, steps=steps)

        tell("", 0, 0)
        name = self._held[reading_id].name
        try:
            draft_id = self._read(data, name, actor, tell)
        except JinqueError as fault:
            self._note(reading_id, state=ReadingState.FAILED, fault=fault)
        except Exception as fault:  # noqa: BLE001 - told to whoever sent the file
            self._note(reading_id, state=ReadingState.FAILED, fault=_unforeseen(fault))
        else:
            self._note(reading_id, state=ReadingState.DONE, draft_id=draft_id)

    def _note(self, reading_id: str, **changes: object) -> None:
        with self._lock:
            self._held[reading_id] = replace(self._held[reading_id], **changes)  # type: ignore[arg-type]

    def _forget_old(self) -> None:
        over = [each.id for each in self._held.values() if each.is_over]
        for each in over[: max(0, len(self._held) - MOST_KEPT)]:
            del self._held[each]


def _closed() -> RecordBusyError:
    return RecordBusyError(
        "服务正在停止，这个文件没有读完，也没有保存。",
        "The server is stopping; the file was not read to its end and not kept.",
        where="file",
        hint_zh="请在服务恢复后重新上传。",
        hint_en="Send it again when the server is back.",
    )


def _too_many() -> RecordBusyError:
    return RecordBusyError(
        f"已有 {MOST_WAITING} 个文件在等候读取。",
        f"{MOST_WAITING} files are waiting to be read already.",
        where="file",
        hint_zh="请过几分钟再上传；这个文件没有保存。",
        hint_en="Send it again in a few minutes; the file was not kept.",
    )


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a file failed: %s in %s, line %s", *at)
    return MachineError(
        "服务器没能读这个文件；什么都没有保存。",
        "The server could not read the file; nothing was kept.",
        hint_zh="请另存为 .docx 或 .xlsx 再试；若仍如此，请告诉管理员，原因在服务器日志里。",
        hint_en="Save it as .docx or .xlsx and try again; if it stays so, tell the operator: the "
        "reason is in the server's log.",
    )
