"""Marks that travel inside words from a reader to the flattener, and what becomes of them there.

Struck words, pictures and comments have a place that is known only when the text is laid out, so a
reader leaves a mark among the words: one of the characters that Unicode keeps for such inner use
(noncharacters, which no file means to print). The flattener takes every mark out again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.documents.characters import private_in, standard
from jinque.documents.grid import Entry
from jinque.locale import Sentence, say

STRUCK, STRUCK_END, PICTURE, COMMENT, SYMBOL = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
ERROR, FORMULA, UNSHOWN = "\ufdd5", "\ufdd6", "\ufdd7"
_ANY = re.compile("[\ufdd0-\ufdd7]")
_ODD = re.compile("[\ue000-\uf8ff\ufdd0-\ufdd7]")
_STRUCK_WORDS = re.compile(f"{STRUCK}([^{STRUCK}{STRUCK_END}]*){STRUCK_END}")
_SERIAL = re.compile(r"[\s\d.、（）()]*")
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What marks said of a place.

    Attributes:
        code: of the notice.
        column: index of the cell in its row; None for a whole row or paragraph.
        message: the sentence.
    """

    code: str
    column: int | None
    message: Sentence


def struck(text: str) -> str:
    """Return words marked as struck through; blanks stay as they are."""
    return f"{STRUCK}{text}{STRUCK_END}" if text.strip() else text


def is_marked(text: str) -> bool:
    """Tell whether there is a mark, or a private use character, among the words."""
    return not text.isascii() and _ODD.search(text) is not None


def settle_row(entries: Sequence[Entry]) -> tuple[list[Entry], list[Found]]:
    """Return a row without marks, and what they said.

    A row that is struck as a whole keeps its words, so that a person can judge it; of any other
    one the struck words are no part of the value.
    """
    words = [entry for entry in entries if isinstance(entry, str)]
    if _is_struck_whole(words):
        return [_plain(entry) for entry in entries], [_struck_row()]
    settled: list[Entry] = []
    found: list[Found] = []
    for column, entry in enumerate(entries):
        if isinstance(entry, str) and is_marked(entry):
            text = _without_struck(entry) if _ANY.search(entry) else entry
            text, moved = standard(text)
            found += _found(entry, text, column)
            found += odd_characters(text, moved, column)
            settled.append(text)
        else:
            settled.append(entry)
    return settled, found


def settle_words(text: str) -> tuple[str, list[Found]]:
    """Return a paragraph without marks and struck words, and what the marks said."""
    if not is_marked(text):
        return text, []
    settled = _without_struck(text) if _ANY.search(text) else text
    settled, moved = standard(settled)
    return settled, [*_found(text, settled, None), *odd_characters(settled, moved, None)]


def odd_characters(text: str, moved: str, column: int | None) -> Iterator[Found]:
    """Say which characters were given their standard code points, and which stay private."""
    if moved:
        codes = "、".join(f"U+{ord(one):04X}" for one in dict.fromkeys(moved))
        yield Found(
            code="character_moved",
            column=column,
            message=say(
                "Private use characters {codes} are given their standard code points of GB "
                "18030-2022.",
                codes=codes,
            ),
        )
    rest = private_in(text)
    if rest:
        codes = "、".join(f"U+{ord(one):04X}" for one in rest)
        yield Found(
            code="character_private",
            column=column,
            message=say(
                "Private use characters {codes} stand here, which each machine shows in "
                "its own way; compare the original.",
                codes=codes,
            ),
        )


def _is_struck_whole(words: Sequence[str]) -> bool:
    """Tell whether all cells are struck but for blank ones and serials, which Word counts."""
    cells = [word for word in words if word]
    wholly = [word for word in cells if STRUCK in word and not _without_struck(word)]
    rest = [word for word in cells if word not in wholly]
    return len(wholly) > 1 and all(_SERIAL.fullmatch(word) for word in rest)


def _plain(entry: Entry) -> Entry:
    return standard(_ANY.sub("", entry))[0] if isinstance(entry, str) else entry


def _without_struck(text: str) -> str:
    kept = _ANY.sub("", _STRUCK_WORDS.sub("", text))
    return "\n".join(filter(None, (line.strip() for line in kept.split("\n"))))


def _struck_row() -> Found:
    return Found(
        code="struck_text",
        column=None,
        message=say("The whole row is struck through and may be void; it is read all the same."),
    )


def _found(marked: str, settled: str, column: int | None) -> Iterator[Found]:
    words = "".join(_STRUCK_WORDS.findall(marked)).strip()
    if words:
        shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
        yield Found(
            code="struck_text",
            column=column,
            message=say(
                "“{shown}” is struck through and not read as part of the value.", shown=shown
            ),
        )
    if PICTURE in marked and not settled and column is not None:
        yield Found(
            code="pictures_not_read",
            column=column,
            message=say("The cell holds a picture, which is not read; it is not blank."),
        )
    for sign, (code, message) in _SENTENCES.items():
        if sign in marked:
            yield Found(code=code, column=column, message=message.filled(shown=settled[:_SHOWN]))


_SENTENCES = {
    COMMENT: ("comments_not_read", say("A comment is attached here; its words are not read.")),
    SYMBOL: (
        "symbol_unknown",
        say("A character of a symbol font has no common counterpart and is not read."),
    ),
    ERROR: (
        "formula_error",
        say("The cell shows the error “{shown}”: its formula came to no result; it is not blank."),
    ),
    FORMULA: (
        "formula_not_computed",
        say(
            "A formula whose result the file does not store; open and save it in Excel or "
            "WPS first."
        ),
    ),
    UNSHOWN: (
        "hidden_text",
        say("The number format of the cell shows nothing; the stored value is not read."),
    ),
}
