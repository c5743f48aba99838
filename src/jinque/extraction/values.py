"""Values of single cells: code, name and marks, shortage, pay, series."""

import re

from jinque.extraction.patterns import is_code, is_dash
from jinque.model import Marker, Shortage
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold, split_list, tighten

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BRACKETED = re.compile(r"[（(].*[）)]$")


def read_code(text: str) -> str | None:
    """Return the classification code in a cell; None for a dash, a blank or anything else."""
    compact = drop_blanks(text)
    return compact if is_code(compact) and not is_dash(compact) else None


def read_name(text: str) -> tuple[str, tuple[Marker, ...]]:
    """Split a printed name into the name itself and the marks behind it.

    Letters count as marks only right behind a Chinese character or a bracket (`…员L/S`).
    """
    vocabulary = load_vocabulary()
    name, markers = tighten(text), []
    letters = "".join(vocabulary.letter_marks)
    behind = re.search(rf"(?<=[\u4e00-\u9fff）)])([{letters}](?:[/、][{letters}])*)$", name)
    if behind:
        name = name[: behind.start()]
        codes = re.split("[/、]", behind[1])
        markers = [Marker(vocabulary.letter_marks[letter]) for letter in codes]
    for mark in vocabulary.special_need_marks:
        if fold(name).endswith(fold(mark)):
            name = name[: -len(mark)]
            markers.insert(0, Marker.SPECIAL_NEED)
    return name, tuple(markers)


def read_shortage(text: str, index: str) -> Shortage | None:
    """Return the printed label on its own scale; None where no known label is printed.

    Args:
        text: the label's cell.
        index: the cell of the number beside it, 0 to 1; blank where there is none.
    """
    vocabulary, compact = load_vocabulary(), drop_blanks(text)
    number = float(index) if _NUMBER.fullmatch(drop_blanks(index)) else None
    if compact and set(compact) == {vocabulary.star}:
        return Shortage(printed=compact, scale="stars_5", value=len(compact), index=number)
    for scale in vocabulary.word_scales:
        folded = [fold(label) for label in scale.labels]
        if fold(compact) in folded:
            rank = folded.index(fold(compact)) + 1
            name = f"words_{len(scale.labels)}"
            return Shortage(printed=compact, scale=name, value=rank, index=number)
    return None


def read_number(text: str) -> float | None:
    """Return a plain decimal number; None for anything else."""
    compact = drop_blanks(text)
    return float(compact) if _NUMBER.fullmatch(compact) else None


def read_series(text: str) -> tuple[str, ...] | None:
    """Return the alternative title series in a cell, without a speciality in brackets."""
    entries = split_list(drop_blanks(text), load_vocabulary().series_separator)
    return tuple(_BRACKETED.sub("", entry) for entry in entries) or None


def read_region(heading: str) -> str | None:
    """Return the county or district that a regional heading begins with (`长海县紧缺职业目录`)."""
    vocabulary = load_vocabulary()
    behind = "|".join(map(re.escape, vocabulary.region_heading))
    ends = vocabulary.region_endings
    found = re.match(rf"([\u4e00-\u9fff]{{1,8}}?[{ends}])(?:{behind})", drop_blanks(heading))
    return found[1] if found else None
