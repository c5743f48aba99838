"""Running lists: separators count only outside brackets."""

_OPENING = "（(《“[【"
_CLOSING = "）)》”]】"


def split_list(text: str, separators: str = "、") -> list[str]:
    """Return the entries of a running list, without outer blanks and without empty ones.

    A separator inside brackets or quotation marks separates nothing:
    `钳工（工具、装配）、车工` has two entries.
    """
    entries = [""]
    depth = 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth <= 0 and character in separators:
            entries.append("")
        else:
            entries[-1] += character
    return [entry.strip() for entry in entries if entry.strip()]
