"""What one file may take of the machine, counted while it is read."""

import time
from collections.abc import Callable

from jinque.documents.limits import Limits
from jinque.errors import (
    TooDeepError,
    TooManyCellsError,
    TooManyElementsError,
    TooManyRowsError,
    TooSlowError,
)

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
                f"表格超过 {self.limits.cells} 个单元格（合并单元格按每格计）。",
                f"The tables have more than {self.limits.cells} cells, merged ones counted at "
                "each place.",
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
                f"文件的标记超过 {most} 个。",
                f"The markup has more than {most} elements and attributes.",
                **self._advice(),
            )

    def check_depth(self, depth: int) -> None:
        """Compare how deep tables or archives stand inside each other, 1 = the outermost.

        Raises:
            TooDeepError: at the limit.
        """
        if depth > self.limits.depth:
            raise TooDeepError(
                f"嵌套超过 {self.limits.depth} 层。",
                f"Nested more than {self.limits.depth} deep.",
                **self._advice(),
            )

    def check_time(self) -> None:
        """Compare the clock with the deadline.

        Raises:
            TooSlowError: the time is up.
        """
        if time.monotonic() > self._deadline:
            raise TooSlowError(
                f"读取超过 {self.limits.seconds:g} 秒，已停止。",
                f"Reading took more than {self.limits.seconds:g} seconds and was stopped.",
                **self._advice(),
            )

    def _too_many_rows(self, most: int) -> TooManyRowsError:
        return TooManyRowsError(
            f"段落和表格超过 {most} 行。",
            f"There are more than {most} paragraphs and rows of tables.",
            **self._advice(),
        )

    def _advice(self) -> dict[str, str]:
        return {
            "where": self.where,
            "hint_zh": "目录很少这样大；请确认文件，或拆成几个文件再导入。",
            "hint_en": "Catalogues are rarely so large; check the file, or split it into several.",
        }
