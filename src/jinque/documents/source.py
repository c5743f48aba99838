"""A file on its way to a reader.

What one file may take of the machine, counted while it is read.

How much one file may take of the machine.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from jinque.errors import (
    TooDeepError,
    TooManyCellsError,
    TooManyElementsError,
    TooManyRowsError,
    TooSlowError,
)
from jinque.locale import Sentence, say
from jinque.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take.

    Attributes:
        file_bytes: bytes of the file as it came.
        unpacked_bytes: bytes of all unpacked parts of a packed file together.
        ratio: how much a part may grow when unpacked; Chinese office files stay below 60.
        entries: parts in a packed file.
        elements: elements and attributes of an XML part held as a tree, some 200 bytes each.
        page_elements: the same for a web page, where each may be a cell of its own.
        lines: lines of a text export.
        rows: paragraphs and rows of all tables together.
        cells: cells of all tables together, merged ones counted at each place.
        depth: tables inside tables, or archives inside archives.
        seconds: from the first byte to the document; C code is interrupted only between parts.
        office_seconds: for LibreOffice, whose time grows with the square of a table's rows.
    """

    file_bytes: int = 32 * 2**20
    unpacked_bytes: int = 256 * 2**20
    ratio: int = 200
    entries: int = 4096
    elements: int = 3_000_000
    page_elements: int = 1_000_000
    lines: int = 1_000_000
    rows: int = 300_000
    cells: int = 2_000_000
    depth: int = 12
    seconds: float = 120.0
    office_seconds: float = 120.0


_ADVICE = say("Catalogues are rarely so large; check the file, or split it into several.")


Progress = Callable[[int, int], None]
"""Called with the rows read so far and how many there are; 0 where that is not known."""

_ROWS_BETWEEN_LOOKS = 1024


class Budget:
    """Counts what the file being read has taken; raises at the first limit that is passed."""

    def __init__(
        self, limits: Limits | None = None, where: str = "", progress: Progress | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.where = where
        self._progress = progress
        self._rows = 0
        self._cells = 0
        self._expected = 0
        self._deadline = time.monotonic() + self.limits.seconds

    def expect(self, rows: int) -> None:
        """Announce rows to come, for the progress that is shown."""
        self._expected += rows

    def tell(self, done: int, whole: int) -> None:
        """Show progress in other units than rows, as pages are."""
        if self._progress:
            self._progress(done, whole)

    def take_row(self) -> None:
        """Count a paragraph or a row of a table; its cells are counted apart.

        Raises:
            TooManyRowsError, TooSlowError: at the limit.
        """
        self._rows += 1
        if self._rows > self.limits.rows:
            raise self._too_many_rows(self.limits.rows)
        if self._rows % _ROWS_BETWEEN_LOOKS == 0:
            self.check_time()
            if self._progress:
                self._progress(self._rows, max(self._rows, self._expected))

    def take_cells(self, count: int) -> None:
        """Count cells, before memory is taken for them.

        Raises:
            TooManyCellsError: at the limit.
        """
        self._cells += count
        if self._cells > self.limits.cells:
            raise TooManyCellsError(
                say(
                    "The tables have more than {cells} cells, merged ones counted at each place.",
                    cells=self.limits.cells,
                ),
                **self._advice(),
            )

    def check_lines(self, text: str) -> None:
        """Count lines and tabs of a text export before cells are made of them.

        Raises:
            TooManyRowsError, TooManyCellsError: at the limit.
        """
        self.take_cells(text.count("\t"))
        if text.count("\n") > self.limits.lines:
            raise self._too_many_rows(self.limits.lines)

    def check_elements(self, markup: bytes, most: int) -> None:
        """Estimate the elements and attributes of markup before a tree is made of it.

        Raises:
            TooManyElementsError: more than `most`.
        """
        if markup.count(b"<") + markup.count(b"=") > most:
            raise TooManyElementsError(
                say("The markup has more than {most} elements and attributes.", most=most),
                **self._advice(),
            )

    def check_depth(self, depth: int) -> None:
        """Compare how deep tables or archives stand inside each other, 1 = the outermost.

        Raises:
            TooDeepError: at the limit.
        """
        if depth > self.limits.depth:
            raise TooDeepError(
                say("Nested more than {depth} deep.", depth=self.limits.depth), **self._advice()
            )

    def check_time(self) -> None:
        """Compare the clock with the deadline.

        Raises:
            TooSlowError: the time is up.
        """
        if time.monotonic() > self._deadline:
            raise TooSlowError(
                say(
                    "Reading took more than {seconds:g} seconds and was stopped.",
                    seconds=self.limits.seconds,
                ),
                **self._advice(),
            )

    def _too_many_rows(self, most: int) -> TooManyRowsError:
        return TooManyRowsError(
            say("There are more than {most} paragraphs and rows of tables.", most=most),
            **self._advice(),
        )

    def _advice(self) -> "_Advice":
        return _Advice(where=self.where, hint=_ADVICE)


class _Advice(TypedDict):
    """Where a limit was met, and what to do: the keywords of an error."""

    where: str
    hint: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one file, and what a reader must know beside them.

    Attributes:
        data: the bytes to read; for a converted or unpacked file not the bytes that came.
        name: what messages call the file.
        sha256: checksum of the bytes that came, in lower-case hexadecimal.
        budget: what reading may take.
        inner: reads a file that is a part of this one; None where there is no such reader.
        depth: in how many files this one stands.
    """

    data: bytes
    name: str
    sha256: str
    budget: Budget
    inner: Callable[["Source"], Document] | None = None
    depth: int = 0
