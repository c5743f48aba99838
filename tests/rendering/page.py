"""What a printer prints, in any format: lines, tables, and pairs of tables side by side."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Slot:
    """A cell where it begins."""

    text: str
    across: int = 1
    down: int = 1


@dataclass
class Grid:
    """Rows of cells; a place that a cell above or to the left covers has no slot."""

    width: int
    rows: list[list[Slot]] = field(default_factory=list)

    def places(self) -> list[tuple[int, int, Slot]]:
        """Return row and column, from 0, of each slot."""
        covered: set[tuple[int, int]] = set()
        found = []
        for number, row in enumerate(self.rows):
            column = 0
            for slot in row:
                while (number, column) in covered:
                    column += 1
                found.append((number, column, slot))
                covered |= {
                    (number + down, column + across)
                    for down in range(slot.down)
                    for across in range(slot.across)
                }
        return found


@dataclass(frozen=True)
class Pair:
    """Two tables side by side."""

    left: Grid
    right: Grid


Block = str | Grid | Pair
