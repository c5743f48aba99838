"""Where the next page of a list begins: a text that only the server reads."""

import base64
import hashlib
from binascii import Error

from jinque.errors import StaleCursorError

_DIGEST_LENGTH = 10
LARGEST_OFFSET = 100_000


def write_cursor(offset: int, *asked: str) -> str:
    """Return the cursor of the page that begins at `offset`, counted from 0.

    Args:
        offset: number of entries before it.
        asked: what the list depends on: the state of the record and every filter.
    """
    plain = f"{_digest(asked)}:{offset}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(cursor: str, *asked: str) -> int:
    """Return the offset that a cursor stands for; 0 for an empty one.

    Raises:
        StaleCursorError: it is none of ours, or of another list: the filters are others, or
            something was published since.
    """
    if not cursor:
        return 0
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        digest, _, offset = base64.urlsafe_b64decode(padded.encode()).decode().partition(":")
    except (Error, UnicodeError):
        digest, offset = "", ""
    is_number = offset.isascii() and offset.isdigit() and len(offset) <= len(str(LARGEST_OFFSET))
    if digest != _digest(asked) or not is_number:
        raise StaleCursorError(
            "cursor 不属于这个列表：条件变了，或者目录有了更新。",
            "The cursor is not of this list: the filters are others, or the record changed.",
            where="cursor",
            hint_zh="请去掉 cursor，从第一页重新开始。",
            hint_en="Leave the cursor out and begin with the first page.",
        )
    return min(int(offset), LARGEST_OFFSET)


def _digest(asked: tuple[str, ...]) -> str:
    return hashlib.sha256(chr(0).join(asked).encode()).hexdigest()[:_DIGEST_LENGTH]
