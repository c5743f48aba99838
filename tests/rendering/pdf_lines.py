"""Line breaking as Chinese office programs do it: words stay whole, commas end their line."""

import re
from collections.abc import Iterator

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))

_WORD = re.compile(r"[A-Za-z0-9.+#%/]+-?|\s+|.", re.DOTALL)
_NOT_FIRST = "，。、；：）》”！？,.;:)"
_NOT_LAST = "（《“("


def broken(text: str, width: float, size: float, *, cuts_words: bool = False) -> list[str]:
    """Return the printed lines of `text` in a column of `width` points.

    A blank at which a line is wrapped stays at its end, as in Word. A word that is wider than
    the column is cut in any case.
    """
    return [line for part in text.split("\n") for line in _lines(part, width, size, cuts_words)]


def width_of(text: str, size: float) -> float:
    """Return the width of a line in points."""
    return float(stringWidth(text, FONT, size))


def _lines(text: str, width: float, size: float, cuts_words: bool) -> Iterator[str]:  # noqa: FBT001
    line = ""
    for word in _units(text, cuts_words):
        if line and width_of(line + word.rstrip(), size) > width:
            yield line
            line = ""
        for letter in word if line else word.lstrip():
            if line and width_of((line + letter).rstrip(), size) > width:
                yield line
                line = ""
            line += letter
    yield line


def _units(text: str, cuts_words: bool) -> list[str]:  # noqa: FBT001
    """Join a mark that may not begin a line to what stands before, an opening one to the rest."""
    units: list[str] = []
    for word in text if cuts_words else _WORD.findall(text):
        if units and (word in _NOT_FIRST or units[-1][-1] in _NOT_LAST):
            units[-1] += word
        else:
            units.append(word)
    return units
