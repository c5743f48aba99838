"""Traditional characters, read as simplified ones."""

from functools import cache

from opencc import OpenCC

_FIRST, _LAST = 0x4E00, 0x9FFF


def simplify(text: str) -> str:
    """Return `text` with simplified characters, one for one."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    characters = [chr(code) for code in range(_FIRST, _LAST + 1)]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simple, strict=True)
    return {ord(before): after for before, after in pairs if before != after}
