"""Names typed into one field: a name a line, or with 、 or ； between them."""

_BETWEEN = "\n;；、"
_OPENING, _CLOSING = "（(", "）)"


def split_names(typed: str) -> list[str]:
    """Return the names, without outer blanks and without empty ones.

    What stands in brackets parts nothing: 注册土木工程师（岩土、水利） is one name. The end of a
    line ends a name, also one whose bracket is not closed.
    """
    names = [""]
    depth = 0
    for sign in typed:
        depth = 0 if sign == "\n" else depth + (sign in _OPENING) - (sign in _CLOSING)
        if depth <= 0 and sign in _BETWEEN:
            names.append("")
        else:
            names[-1] += sign
    return [name.strip() for name in names if name.strip()]
