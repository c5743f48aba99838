"""Running headers, footers and page numbers: what each page repeats around its text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.documents.pdf.line import Line
from jinque.documents.pdf.page import Page

_MARGIN = 0.1  # of the page's height
_GAP = 1.8  # between furniture and text, in sizes of the type
_SAME_HEIGHT = 4.0  # points
_LEAST_PAGES = 2
_LEAST_SHARE = 0.4  # odd and even pages may differ
_MOST_LINES = 6
_MOST_PIECES = 2  # a line of more is the header row of a table
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:第\s*)?[\dIVXivx]{1,4}(?:\s*页)?[-—–―·•\s]*"
    r"(?:[/／,，、]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·•\s]*"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands that may be furniture."""

    is_top: bool
    line: Line

    @property
    def key(self) -> tuple[bool, str]:
        return self.is_top, _DIGITS.sub("#", self.line.text)


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each page that belong to its text.

    A line in the upper or lower margin is furniture when it is a page number, or when two pages
    in five print it at the same height, numbers in it not compared. One of several pieces that
    also stands elsewhere is the header row of a table.

    Args:
        pages: the pages.
        lines: the lines of each.
    """
    places = [list(_places(page, own)) for page, own in zip(pages, lines, strict=True)]
    repeated = _repeated(places) - _headers(lines, places)
    kept = []
    for own, candidates in zip(lines, places, strict=True):
        dropped = {
            id(place.line)
            for place in candidates
            if _is_page_number(place.line) or id(place.line) in repeated
        }
        kept.append([line for line in own if id(line) not in dropped])
    return kept


def _is_page_number(line: Line) -> bool:
    """Tell whether a line is a page number, or several, as left and in the middle."""
    texts = [piece.text for piece in line.pieces]
    return any(all(map(_PAGE_NUMBER.fullmatch, parts)) for parts in (texts, [line.text]))


def _places(page: Page, lines: list[Line]) -> Iterator[_Place]:
    """Yield the lines in the margins that a gap parts from the text."""
    tops = [frame.top for frame in page.frames]
    bottoms = [frame.bottom for frame in page.frames]
    upper = _block(lines, min(tops, default=page.height), is_top=True)
    lower = _block(lines[::-1], max(bottoms, default=0.0), is_top=False)
    for line in upper:
        if line.base <= _MARGIN * page.height:
            yield _Place(True, line)  # noqa: FBT003
    for line in lower:
        if line.base >= (1 - _MARGIN) * page.height:
            yield _Place(False, line)  # noqa: FBT003


def _block(lines: list[Line], edge: float, *, is_top: bool) -> list[Line]:
    """Return the outermost lines up to the first gap; none if they look like a header row.

    Args:
        lines: from the edge of the page inwards.
        edge: where the nearest ruled table begins.
        is_top: whether they stand at the top.
    """
    block: list[Line] = []
    for line in lines:
        is_beyond = line.base > edge if is_top else line.base < edge
        if is_beyond or (block and abs(line.base - block[-1].base) > _GAP * line.size):
            break
        block.append(line)
        if len(block) > _MOST_LINES:  # no gap: only the outermost line can be a page number
            del block[1:]
            break
    return [] if any(len(line.pieces) > _MOST_PIECES for line in block) else block


def _headers(lines: Sequence[list[Line]], places: Sequence[Sequence[_Place]]) -> set[int]:
    """Return the identities of the lines in the margins that also stand in the text of a page."""
    marginal = {id(place.line) for own in places for place in own}
    body = {line.text for own in lines for line in own if id(line) not in marginal}
    several = (place.line for own in places for place in own if len(place.line.pieces) > 1)
    return {id(line) for line in several if line.text in body}


def _repeated(places: Sequence[Sequence[_Place]]) -> set[int]:
    """Return the identities of the lines that enough pages print at the same height."""
    found: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for candidates in places:
        for place in candidates:
            found[place.key].append(place.line)
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(places))
    return {
        id(line)
        for lines in found.values()
        for line in lines
        if sum(abs(line.base - other.base) <= _SAME_HEIGHT for other in lines) >= least
    }
