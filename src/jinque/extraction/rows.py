"""Lines of a table that are no rows of it, and sentences that only look like lists."""

import re
from collections.abc import Sequence

from jinque.classification import entries_named
from jinque.classification.majors import find_majors
from jinque.parameters.reading import load_reading_words
from jinque.text import fold

_LEAST_COLUMNS = 3
_HALF = 0.5
_DOTS = ".…·⋯~-—"
_STEMS = frozenset("甲乙丙丁")


def is_furniture(texts: Sequence[str], headings: Sequence[str]) -> bool:
    """Tell whether a row tells nothing: it numbers the columns, or prints their headings anew."""
    return is_column_numbers(texts) or is_heading_anew(texts, headings)


def is_aside(texts: Sequence[str]) -> bool:
    """Tell whether a row is a line of totals, a note or dots, and no entry of the table."""
    return is_total(texts) or is_note_row(texts) or is_dotted(texts)


def is_dotted(texts: Sequence[str]) -> bool:
    """Tell whether a row prints dots for rows that it leaves out."""
    words = {fold(text) for text in texts if text}
    return bool(words) and all(set(word) <= set(_DOTS) for word in words)


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether the first words of a row say that it adds up others."""
    first = next((fold(text) for text in texts if text), "").rstrip(":：")
    totals = [fold(word) for word in load_reading_words().totals]
    return first in totals or any(fold(text) in totals for text in texts[:_LEAST_COLUMNS])


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3, or 甲 乙 1 2."""
    folded = [fold(text).strip("()") for text in texts]
    numbers = [text for text in folded if text not in _STEMS]
    if len(folded) < _LEAST_COLUMNS or len(numbers) < _LEAST_COLUMNS - 1:
        return False
    if not all(text.isdecimal() for text in numbers):
        return False
    values = [int(text) for text in numbers]
    return values == list(range(values[0], values[0] + len(values))) and values[0] <= 1


def is_heading_anew(texts: Sequence[str], headings: Sequence[str]) -> bool:
    """Tell whether a row prints the headings of its own columns once more."""
    if len(texts) != len(headings):
        return False
    pairs = [
        (fold(text), fold(heading))
        for text, heading in zip(texts, headings, strict=True)
        if text and heading
    ]
    same = sum(text == heading for text, heading in pairs)
    return len(pairs) > 1 and same * 2 > len(pairs)


def is_note_row(texts: Sequence[str]) -> bool:
    """Tell whether a row holds nothing but a note (`注：…`, `填表人：…`)."""
    filled = [fold(text) for text in texts if text]
    if not filled or len(set(filled)) > 1:
        return False
    leads = [fold(word) for word in load_reading_words().note_leads]
    return any(filled[0].startswith(lead + ":") for lead in leads)


def is_enumeration(entries: Sequence[str], *, is_plain: bool) -> bool:
    """Tell whether an enumeration lists occupations, majors or qualifications.

    Args:
        entries: what it names.
        is_plain: heading and lead say that it is a list; then only papers and sentences are none.
    """
    words = load_reading_words()
    if any(entry.endswith(words.papers) for entry in entries):
        return False
    if any(word in entry for word in words.sentence_words for entry in entries):
        return False
    like = sum(_is_like_entry(entry, words.entry_endings) for entry in entries)
    return is_plain or like > _HALF * len(entries)


def _is_like_entry(entry: str, endings: tuple[str, ...]) -> bool:
    bare = re.sub(r"[（(].*", "", entry)
    return bare.endswith(endings) or bool(entries_named(bare) or find_majors(bare))
