"""A sheet of paper before it is written to a file: headings, sentences, tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text.

    Attributes:
        kind: `heading`, `text`, `strong`, `quote` (printed words of a source), `tick` (a box to
            be ticked by hand) or `right` (marks at the right margin).
    """

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table.

    Attributes:
        header: repeated on every page; empty for a table without one.
        rows: as many cells each as `widths`.
        widths: of the columns, in mm.
    """

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.widths) for row in self.rows):
            raise ValueError("a row has not as many cells as the table has columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet of A4.

    Attributes:
        footer: stands on every page.
        language: `zh` or `en`, of the words that are not quoted.
        header: stands at the top of every page; empty for none.
        is_landscape: it lies on its side.
    """

    title: str
    footer: str
    blocks: tuple[Line | Grid, ...]
    language: str = "zh"
    header: str = ""
    is_landscape: bool = False
