"""What a query of one word may mean besides itself: initials, and words that sound the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from jinque.search.index import Index
from jinque.search.initials import letters, may_be_initials
from jinque.search.ranked import Ranked
from jinque.search.spelling import alike
from jinque.search.words import Word

SOUND_SCORE = 0.03
INITIALS_SCORE = 0.02
OWN_NAME_SCORE = 0.005
WHOLE_NAME_SCORE = 0.003
"""Below every row that holds the word itself: a name that sounds like it; a name by its first
letters, more where it is the row's own and where no letter is left over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Rows that hold another reading of the word typed.

    Attributes:
        ranked: those rows.
        words: words that sound like the one typed.
        names: by number of the row, the name whose first letters were typed.
    """

    ranked: Ranked = field(default_factory=lambda: Ranked.of([], []))
    words: tuple[Word, ...] = ()
    names: dict[int, str] = field(default_factory=dict)


def other_readings(index: Index, words: Sequence[Word]) -> Readings:
    """Return the rows that a query of one word may mean besides; none for more words.

    Two or more letters may be the first ones of a name in pinyin. A Chinese word is also found as
    one that sounds the same in a row's name, since sources misprint (前段 for 前端).
    """
    if len(words) != 1:
        return Readings()
    typed = words[0].typed
    if may_be_initials(typed):
        names = index.initials.beginning(typed)
        scores = [_worth(index, number, name, typed) for number, name in names.items()]
        return Readings(ranked=Ranked.of(list(names), scores), names=names)
    meant = alike(words[0], index.known)
    if not meant:
        return Readings()
    numbers = np.concatenate([index.engine.named(word).numbers for word in meant])
    return Readings(ranked=Ranked.alike(numbers, SOUND_SCORE), words=meant)


def _worth(index: Index, number: int, name: str, typed: str) -> float:
    own = OWN_NAME_SCORE if name == index.rows[number].post.name else 0
    whole = WHOLE_NAME_SCORE if len(letters(name)) == len(typed) else 0
    return INITIALS_SCORE + own + whole
