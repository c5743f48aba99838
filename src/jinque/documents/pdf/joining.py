"""Tables that a page break cut: their rows in one run, repeated header rows set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinque.documents.pdf.page import Frame
from jinque.documents.pdf.table import TableRow, Text, rows_of

_SAME_EDGE = 6.0  # points by which a column may move from page to page
_MOST_HEADER_ROWS = 4


@dataclass(slots=True, eq=False)
class OpenTable:
    """A table whose rows are still being gathered.

    Attributes:
        edges: of its columns, from its own left edge.
        rows: its rows.
        page: page on which it ends so far.
    """

    edges: list[float]
    page: int
    rows: list[TableRow] = field(default_factory=list)

    def fits(self, edges: Sequence[float]) -> bool:
        """Tell whether a table with these edges can be the rest of this one."""
        own = [edge - self.edges[0] for edge in self.edges]
        other = [edge - edges[0] for edge in edges]
        return len(own) == len(other) and all(
            abs(one - two) <= _SAME_EDGE for one, two in zip(own, other, strict=True)
        )

    def continue_with(self, rows: list[TableRow], page: int) -> None:
        """Append the rows of the next page."""
        self.page = page
        count = self._repeated(rows)
        if count == len(rows):
            return
        first = rows[count]
        if self.rows:
            first.is_seam, first.heads = True, rows[:count]
            first.openings = self.rows[-1].ends_open()
        self.rows += rows[count:]

    def _repeated(self, rows: list[TableRow]) -> int:
        """Count the rows with which `rows` repeats the head of this table."""
        count = ends = 0
        for index, (own, other) in enumerate(
            zip(self.rows[:_MOST_HEADER_ROWS], rows, strict=False)
        ):
            if own.words() != other.words() or not any(other.words()):
                break
            texts = [place for place in other.places if isinstance(place, Text)]
            ends = max([ends, *(index + text.rows for text in texts)])
            if ends == index + 1:  # no cell goes on into the rows below
                count = ends
        return count


def begin(frame: Frame, page: int) -> OpenTable:
    """Return the table that a frame begins."""
    table = OpenTable(list(frame.edges), page)
    table.continue_with(rows_of(frame, page), page)
    return table
