"""Characters: width, blanks, numerals, ordinals, lists. Knows nothing of catalogues."""

from jinque.text.blanks import drop_blanks, join_wrapped, tighten
from jinque.text.edits import is_one_edit
from jinque.text.lists import split_list
from jinque.text.ordinals import Ordinal, read_ordinal, strip_ordinal
from jinque.text.width import fold

__all__ = [
    "Ordinal",
    "drop_blanks",
    "fold",
    "is_one_edit",
    "join_wrapped",
    "read_ordinal",
    "split_list",
    "strip_ordinal",
    "tighten",
]
