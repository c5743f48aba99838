"""Where each character of a text object is set, in the object's own millimetres.

`TextCode` holds the characters and the distances between glyphs; `CGTransform` says where several
characters share a glyph, or one has several, which the distances then count.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from jinque.documents.ofd.package import kind_of, number

_REPEAT = "g"
_PLACEHOLDER = "\u00a4"
_FIRST_WIDE = "\u0370"  # Greek, dashes and stars are as wide as Chinese in Chinese fonts
_NARROWEST, _NARROW, _BROAD = 0.3, 0.52, 0.8  # of the size
_THIN = frozenset(" ijltfrI.,:;'!|()[]")
_THICK = frozenset("mwMW@%")
_MOST_DELTAS = 200_000


class Letter(NamedTuple):
    """A character, or several that share a glyph; `width` is that of its ink."""

    text: str
    x: float
    y: float
    width: float


class Word(NamedTuple):
    """The characters of one `TextCode`."""

    text: str
    letters: list[Letter]


def words_of(thing: etree._Element, size: float, wide: float) -> Iterator[Word]:
    """Yield the runs of a text object.

    Args:
        thing: the object.
        size: size of the type.
        wide: by how much it is stretched along the line.
    """
    x = y = 0.0
    transforms: list[tuple[int, int, int]] = []
    for part in thing:
        kind = kind_of(part)
        if kind == "CGTransform":
            transforms.append(_transform(part))
        elif kind == "TextCode":
            x, y = number(part.get("X"), x), number(part.get("Y"), y)
            letters = list(_letters(part, x, y, size * wide, transforms))
            yield Word("".join(letter.text for letter in letters), letters)
            transforms = []


def _transform(part: etree._Element) -> tuple[int, int, int]:
    """Return the first character that a transform concerns, how many, and their glyphs."""
    position, codes, glyphs = (
        max(0, int(number(part.get(name), default)))
        for name, default in (("CodePosition", 0), ("CodeCount", 1), ("GlyphCount", 1))
    )
    return position, max(1, codes), max(1, glyphs)


def _letters(
    part: etree._Element, x: float, y: float, size: float, transforms: list[tuple[int, int, int]]
) -> Iterator[Letter]:
    across, down = _deltas(part.get("DeltaX")), _deltas(part.get("DeltaY"))
    text = _text(part, max(len(across), len(down)))
    is_upright = bool(down) and not across
    index = 0
    for cluster, glyphs in _clusters(text, transforms, len(across)):
        natural = sum(map(_width, cluster)) * size
        along = across[index : index + glyphs]
        step = sum(along) if along else 0.0 if is_upright else natural
        yield Letter(cluster, x, y, min(natural, step) if step > 0 else natural)
        x += step
        y += sum(down[index : index + glyphs])
        index += glyphs


def _deltas(text: str | None) -> list[float]:
    """Return distances; `g 3 5` stands for three times 5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == _REPEAT:
            times = int(number(next(words, None), 0))
            value = number(next(words, None), 0)
            found += [value] * max(0, min(times, _MOST_DELTAS - len(found)))
        else:
            found.append(number(word, 0.0))
    return found


def _text(part: etree._Element, deltas: int) -> str:
    """Return the characters; line breaks that only lay out the file are none."""
    whole = part.text or ""
    text = "".join(one for one in whole if one not in "\r\n\t")
    trimmed = text.strip(" ")
    is_laid_out = len(text) != len(whole) and text != trimmed
    return trimmed if is_laid_out and len(trimmed) - 1 <= deltas < len(text) - 1 else text


def _clusters(
    text: str, transforms: list[tuple[int, int, int]], deltas: int
) -> Iterator[tuple[str, int]]:
    """Yield characters that share glyphs, with the number of these glyphs."""
    is_halved = len(text) - 1 < deltas == len(text.encode("utf-16-le")) // 2 - 1
    begins = {
        position: (codes, glyphs) for position, codes, glyphs in transforms if codes != glyphs
    }
    drawn = {
        place
        for position, codes, _ in transforms
        for place in range(position, min(position + codes, len(text)))
    }
    place = 0
    while place < len(text):
        codes, glyphs = begins.get(place, (1, 1))
        cluster = text[place : place + codes]
        if is_halved and cluster > "\uffff":
            glyphs = 2
        unknown = cluster == _PLACEHOLDER and place in drawn
        yield "" if unknown else cluster, glyphs
        place += codes


def _width(character: str) -> float:
    if character >= _FIRST_WIDE:
        return 1.0
    if character in _THIN:
        return _NARROWEST
    return _BROAD if character in _THICK else _NARROW
