"""Lines put together to paragraphs: wraps are told by full lines, indents and distances."""

from collections.abc import Iterator, Sequence

from jinque.documents.pdf.line import Line
from jinque.documents.pdf.margins import Margins
from jinque.text import read_ordinal

_ENDS = "。；"
_SAME_SIZE = 0.08
_MOST_APART = 2.4  # from base line to base line, in sizes of the type


def paragraphs_of(lines: Sequence[Line], margins: Margins) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph.

    Args:
        lines: lines between which no table stands, over as many pages as they run.
        margins: of their pages.
    """
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, margins):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(last: Line, line: Line, margins: Margins) -> bool:
    if abs(line.size - last.size) > _SAME_SIZE * last.size or not margins.is_full(last):
        return False
    if last.text[-1] in _ENDS and read_ordinal(line.text):
        return False
    if line.page == last.page and line.base - last.base > _MOST_APART * line.size:
        return False
    if not margins.is_indented(line):
        return True
    is_title = margins.is_centred(last) and margins.is_indented(last)
    return is_title and margins.is_centred(line) and read_ordinal(line.text) is None
