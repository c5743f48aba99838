"""Boxes and arrows of the ladder's drawing, in units that are pixels on a phone."""

from dataclasses import dataclass

BOX_WIDTH = 118


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is told of a level.

    Attributes:
        key: `held`, or the status of the step that leads to it.
        day: earliest date as ISO 8601; empty where there is none to tell.
    """

    key: str
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A level with its upper left corner; `mark` is None where nothing is told of it."""

    level: str
    side: str
    x: int
    y: int
    height: int
    mark: Mark | None

    @property
    def middle(self) -> int:
        """Return the height of its middle."""
        return self.y + self.height // 2

    @property
    def centre(self) -> int:
        """Return how far from the left its middle stands."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A rung: to the right for titles, to the left for skill levels.

    Attributes:
        y: height of its line.
        years: years of work asked for; None where none are.
        is_open: as in `RungView`.
        is_marked: leads to a marked level from a held one.
    """

    y: int
    to_title: bool
    years: int | None
    is_open: bool
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """All that is drawn.

    Attributes:
        left: where arrows to the left end.
        right: where arrows to the right end.
        rises: heights of the gaps between skill levels where a small arrow leads upwards.
    """

    width: int
    height: int
    box_width: int
    left: int
    right: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    rises: tuple[int, ...]
