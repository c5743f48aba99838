"""Headings: what counts as one, how deep it stands, which headings stand above a row."""

from dataclasses import dataclass

from jinque.model import Paragraph, Span
from jinque.text import drop_blanks, read_ordinal

UNNUMBERED = 9
"""Level of a heading without an ordinal: below every numbered one."""

_LONGEST = 40
_ENDS_NO_HEADING = "。；：，、！？.;:,!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that names what follows it.

    Attributes:
        text: as printed, without blanks and export marks.
        level: 1 to 4 by the style of its ordinal, from `UNNUMBERED` on without one.
        number: its ordinal; None without one.
    """

    text: str
    level: int
    number: int | None
    span: Span


def read_heading(paragraph: Paragraph) -> Heading | None:
    """Return the paragraph as a heading, or None when it is a sentence."""
    text = drop_blanks(paragraph.text)
    if not text or len(text) > _LONGEST or text[-1] in _ENDS_NO_HEADING or "。" in text:
        return None
    ordinal = read_ordinal(text)
    return Heading(
        text=text,
        level=ordinal.level if ordinal else UNNUMBERED,
        number=ordinal.number if ordinal else None,
        span=paragraph.span,
    )


class HeadingStack:
    """The headings in force, outermost first.

    A heading ends those of its own level and below. Unnumbered headings that follow each other
    without rows between them are nested, the later one inside.
    """

    def __init__(self, base: tuple[Heading, ...] = ()) -> None:
        self._stack = list(base)
        self._nested = 0

    def push(self, heading: Heading) -> Heading:
        """Put `heading` in force; return it with the level that it has here."""
        level = heading.level
        if heading.number is None:
            level += self._nested
            self._nested += 1
        placed = Heading(text=heading.text, level=level, number=heading.number, span=heading.span)
        while self._stack and self._stack[-1].level >= level:
            self._stack.pop()
        self._stack.append(placed)
        return placed

    def end_run(self) -> tuple[Heading, ...]:
        """Return the headings above the rows that now follow."""
        self._nested = 0
        return tuple(self._stack)
