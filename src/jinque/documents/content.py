"""What a page holds before it is laid out: lines of text, and tables with spanning cells."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True, kw_only=True)
class SpannedCell:
    """A cell as the file declares it.

    Attributes:
        content: lines and tables inside it, in printed order.
        across: columns that it covers, from 1.
        down: rows that it covers, from 1; reaching below the last row is harmless.
        is_continued: it only continues the cell above it, which is how Word merges downwards.
    """

    content: "list[Item]" = field(default_factory=list)
    across: int = 1
    down: int = 1
    is_continued: bool = False


@dataclass(slots=True)
class SpannedTable:
    """Rows of cells as the file declares them."""

    rows: list[list[SpannedCell]] = field(default_factory=list)


Item: TypeAlias = str | SpannedTable
"""A paragraph, which may hold line breaks, or a table."""
