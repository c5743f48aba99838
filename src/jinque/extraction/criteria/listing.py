"""Lists of names inside a sentence: what parts them, and whether each is demanded."""

import re

ONE_OF = "(?:之一|中的?(?:任意|至少)?一[种项门个])"
"""What stands behind a list of which one is enough."""

ANDS = "以及|和|及|与"
ANDS_OF_SUBJECTS = "以及|和|及"
"""与 stands inside the names of majors (计算机科学与技术) and parts none."""

_EACH = re.compile(r"[和及与]|以及")
_EITHER = re.compile(r"或者|或")
_OPENING, _CLOSING = "（(", "）)"


def split_names(text: str, *, at_and: bool = True, ands: str = ANDS) -> tuple[str, ...]:
    """Return the names of a list; marks in brackets part nothing.

    Args:
        text: the list.
        at_and: the words of `ands` part names; else only where 、 stands too.
        ands: words for "and" that may part names, joined by |.
    """
    marks = "、，,/|或者|或|" + (ands if at_and or "、" in text else "")
    pattern = re.compile("[、，,/]|" + "|".join(filter(None, marks.split("|")[1:])))
    pieces = [""]
    place = depth = 0
    while place < len(text):
        depth += (text[place] in _OPENING) - (text[place] in _CLOSING)
        found = None if depth else pattern.match(text, place)
        if found and not text.startswith("以上", found.end()):
            pieces.append("")
        else:
            pieces[-1] += found.group() if found else text[place]
        place = found.end() if found else place + 1
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))


def are_all(printed: str, count: int) -> bool | None:
    """Tell whether every name is demanded: False at 或, True at 和, None where only 、 stands."""
    text = re.sub(r"[或及](?=以上)", "", printed)
    if count > 1 and _EITHER.search(text):
        return False
    return True if count == 1 or _EACH.search(text) else None
