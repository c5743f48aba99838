"""What objects of a page share: drawing parameters, colour spaces and composite units.

How an object is painted: whether it shows on white paper, on another ground only, or not at all.
"""

from dataclasses import dataclass, field

from lxml import etree

from jinque.documents.ofd.package import child, children, kind_of, number

_OPAQUE_FROM = 8
_WHITE = 250 / 255
_DEEPEST = 16
_GRAY, _RGB, _CMYK = 1, 3, 4


@dataclass(slots=True)
class Resources:
    """The resources of a document that say where and how something is painted.

    Attributes:
        params: drawing parameters by ID.
        depths: the largest value of a colour's component by the ID of its colour space.
        units: composite units by ID.
    """

    params: dict[str, etree._Element] = field(default_factory=dict)
    depths: dict[str, float] = field(default_factory=dict)
    units: dict[str, etree._Element] = field(default_factory=dict)

    def add(self, root: etree._Element | None) -> None:
        """Take the resources of one part; a part that is missing has none."""
        for one in children(child(root, "DrawParams"), "DrawParam"):
            self.params[one.get("ID", "")] = one
        for one in children(child(root, "CompositeGraphicUnits"), "CompositeGraphicUnit"):
            self.units[one.get("ID", "")] = one
        for one in children(child(root, "ColorSpaces"), "ColorSpace"):
            bits = min(max(1, int(number(one.get("BitsPerComponent"), 8))), 16)
            self.depths[one.get("ID", "")] = float(2**bits - 1)

    def chain(self, element: etree._Element) -> list[etree._Element]:
        """Return the drawing parameters that an element names, and those that they build on."""
        found: list[etree._Element] = []
        name = element.get("DrawParam")
        while name and len(found) < _DEEPEST:
            param = self.params.get(name)
            if param is None:
                break
            found.append(param)
            name = param.get("Relative")
        return found


@dataclass(frozen=True, slots=True)
class Look:
    """How an object is painted.

    Attributes:
        is_filled: its inside is painted, be it white.
        is_stroked: its outline is painted, be it white.
        is_dark: at least one of them shows on bare paper.
        is_ground: white shows on it.
    """

    is_filled: bool
    is_stroked: bool
    is_dark: bool
    is_ground: bool

    @property
    def is_painted(self) -> bool:
        """Whether it shows on some ground at all."""
        return self.is_filled or self.is_stroked


def look_of(
    thing: etree._Element, inherited: list[etree._Element], resources: Resources, *, is_text: bool
) -> Look:
    """Return how an object is painted.

    Args:
        thing: the object; text is filled and paths are outlined unless it says otherwise.
        inherited: drawing parameters that it builds on, the nearest first.
        resources: for its colour spaces.
        is_text: whether it is text.
    """
    sources = [thing, *inherited]
    fill, is_fill_dark = _colour(sources, "FillColor", resources)
    stroke, is_stroke_dark = _colour(sources, "StrokeColor", resources)
    is_filled = fill and _is_set(thing.get("Fill"), default=is_text)
    is_stroked = stroke and _is_set(thing.get("Stroke"), default=not is_text)
    return Look(
        is_filled,
        is_stroked,
        (is_filled and is_fill_dark) or (is_stroked and is_stroke_dark),
        is_filled and is_fill_dark,
    )


def is_transparent(element: etree._Element) -> bool:
    """Tell whether an element says that nothing of it shows."""
    is_hidden = element.get("Visible") in ("false", "0")
    return is_hidden or number(element.get("Alpha"), 255) < _OPAQUE_FROM


def _is_set(value: str | None, *, default: bool) -> bool:
    return default if value is None else value.strip() in ("true", "1")


def _colour(sources: list[etree._Element], kind: str, resources: Resources) -> tuple[bool, bool]:
    """Return whether a colour is painted, and whether it shows on paper; by default it is black."""
    for source in sources:
        colour = child(source, kind)
        if colour is not None:
            is_painted = not is_transparent(colour)
            return is_painted, is_painted and not _is_paper(colour, resources)
    return True, True


def _is_paper(colour: etree._Element, resources: Resources) -> bool:
    if any(kind_of(one) in _PATTERNS for one in colour):
        return False
    largest = resources.depths.get(colour.get("ColorSpace", ""), 255.0)
    parts = [_component(part) / largest for part in colour.get("Value", "").split()]
    if len(parts) in (_GRAY, _RGB):
        return min(parts) >= _WHITE
    return len(parts) == _CMYK and max(parts) <= 1 - _WHITE


def _component(text: str) -> float:
    """Return a component of a colour, which may be written in hexadecimal (`#FF`)."""
    if text.startswith("#"):
        try:
            return float(int(text[1:], 16))
        except ValueError:
            return 0.0
    return number(text, 0.0)


_PATTERNS = frozenset({"Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGouraudShd"})
