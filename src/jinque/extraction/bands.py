"""The sentence that says which interval of an index each label stands for."""

import re
from collections.abc import Iterable

from jinque.model import Band, Citation, Note
from jinque.text import fold

_INTERVAL = re.compile(r"([\[(])(\d(?:\.\d+)?)[-–—~,](\d(?:\.\d+)?)([\])])")
_LABEL = re.compile(r"“([^”]+)”")


def read_bands(notes: Iterable[Note]) -> tuple[tuple[Band, ...], Citation | None]:
    """Return the bands of the first note that pairs intervals with quoted labels.

    As many intervals as labels, in the same order; a square bracket includes its end.

    Returns:
        The bands in printed order with the note's citation; nothing and None without one.
    """
    for note in notes:
        intervals = _INTERVAL.findall(fold(note.text))
        labels = _LABEL.findall(note.text)
        if len(intervals) > 1 and len(intervals) == len(labels):
            bands = tuple(
                Band(
                    label=label,
                    lower=float(lower),
                    upper=float(upper),
                    includes_lower=opening == "[",
                    includes_upper=closing == "]",
                )
                for label, (opening, lower, upper, closing) in zip(labels, intervals, strict=True)
            )
            return bands, note.citation
    return (), None
