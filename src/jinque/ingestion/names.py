"""Names and codes of the rows of an edition: what its next edition, or a copy, is known by.

They are kept beside the edition, so that a file that arrives is held against those of a title alike
without any of these being read.
"""

import zlib
from collections import Counter

import msgspec

from jinque.model import Edition
from jinque.text import drop_blanks

Names = Counter[tuple[str, str]]
"""Code and name of posts, reference and text of clauses, each with how many rows have them."""

_LEVEL = 3
_KEPT = msgspec.json.Decoder(list[tuple[str, str, int]])


def names_of(edition: Edition) -> Names:
    """Return the names of an edition."""
    posts = Counter((post.code or "", post.name) for post in edition.posts)
    return posts + Counter((clause.ref, drop_blanks(clause.text)) for clause in edition.clauses)


def kept_names(edition: Edition) -> bytes:
    """Return the names of an edition as bytes."""
    told = [(*pair, count) for pair, count in names_of(edition).items()]
    return zlib.compress(msgspec.json.encode(told), _LEVEL)


def names_kept(body: bytes) -> Names:
    """Return the names that were kept.

    Args:
        body: what `kept_names` returned, no longer compressed.

    Raises:
        msgspec.MsgspecError: the bytes are of something else.
    """
    return Counter({(code, name): count for code, name, count in _KEPT.decode(body)})
