"""Characters and their neighbours, as the parts by which titles are compared."""

from collections.abc import Iterator

_START, _END = "^", "$"


def grams(text: str) -> Iterator[str]:
    """Yield the characters, the pairs with both ends marked, and the triples of a folded text.

    A run of Latin letters and digits is one gram besides, so that `c++` and `java` stay whole.
    """
    yield from text
    marked = f"{_START}{text}{_END}"
    for place in range(len(marked) - 1):
        yield marked[place : place + 2]
    for place in range(len(text) - 2):
        yield text[place : place + 3]
