"""How a long task tells where it is.

A file on its way into the record.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

# What is being done now, how many steps are done, how many there are; called before each step,
# and once at the end with both numbers equal.
Progress = Callable[[str, int, int], None]


def tell(progress: Progress | None, step: str, done: int, steps: int) -> None:
    """Call `progress` where somebody listens."""
    if progress is not None:
        progress(step, done, steps)


def within(
    progress: Progress | None, step: str, place: int, steps: int
) -> Callable[[int, int], None]:
    """Return a callback for one step, which tells how much of all steps is done.

    What it is called with, parts done and parts there are, is passed on only while some are left:
    a reader that does not know how many there are gives equal numbers.

    Args:
        progress: whom to tell.
        step: its name.
        place: how many steps come before it.
        steps: how many there are in all.
    """

    def tell_part(done: int, parts: int) -> None:
        if done < parts:
            tell(progress, step, place * parts + done, steps * parts)

    return tell_part


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The bytes of a file with its name.

    Attributes:
        edition_id: identifier that somebody asked for; None leaves it to the document.
    """

    data: bytes
    name: str
    edition_id: str | None = None

    @property
    def sha256(self) -> str:
        """Checksum of the bytes."""
        return hashlib.sha256(self.data).hexdigest()
