"""The XML parts of an OFD package: on their way to the reading process, in it, and their elements.

Elements are known by their local names: packages in the wild use several namespaces and prefixes.
"""

import json
import math
import posixpath
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from jinque.documents.printed.raw import RefusedError

ENTRY = "OFD.xml"
"""The part that names the documents of a package."""

_LARGEST = 1_000_000.0  # mm
_MOST_ELEMENTS = 3_000_000


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return all parts as one run of bytes: a line of JSON with their sizes, then the parts."""
    sizes = json.dumps({name: len(part) for name, part in parts.items()})
    return b"".join([sizes.encode(), b"\n", *parts.values()])


def located(location: str, base: str, names: Collection[str]) -> str | None:
    """Return the name of the part at a location; None where there is no such part.

    Args:
        location: from the root if it begins with a slash, else from the folder of `base`.
        base: name of the part that names the location.
        names: of all parts. Where none is spelled so, one that differs in case counts.
    """
    path = location.strip().replace("\\", "/")
    joint = path if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    name = posixpath.normpath("/" + joint).lstrip("/")
    if name in names:
        return name
    return next((one for one in names if one.lower() == name.lower()), None)


class Package:
    """The parts of a package in the reading process, each parsed when it is asked for."""

    def __init__(self, data: bytes) -> None:
        sizes, _, body = data.partition(b"\n")
        self._parts: dict[str, bytes] = {}
        begin = 0
        for name, size in json.loads(sizes).items():
            self._parts[name] = body[begin : begin + size]
            begin += size

    def locate(self, element: etree._Element | None, base: str) -> str | None:
        """Return the name of the part that an element's words name, if there is one."""
        text = "" if element is None else element.text or ""
        return located(text, base, self._parts) if text.strip() else None

    def locate_attribute(self, element: etree._Element, name: str, base: str) -> str | None:
        """Return the name of the part that an attribute names, if there is one."""
        text = element.get(name, "")
        return located(text, base, self._parts) if text.strip() else None

    def parse(self, name: str | None) -> etree._Element | None:
        """Return the root of a part; None where it is missing or no sound XML.

        Raises:
            RefusedError: `elements` or `deep`, at the limit.
        """
        data = self._parts.get(name or "", b"")
        if data.count(b"<") + data.count(b"=") > _MOST_ELEMENTS:
            raise RefusedError("elements")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError) as fault:
            if "depth" in str(fault):
                raise RefusedError("deep") from None
            return None
        return None if root.getroottree().docinfo.internalDTD is not None else root


def kind_of(element: etree._Element) -> str:
    """Return the local name of an element."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    """Yield the children of a kind."""
    for one in element if element is not None else ():
        if kind_of(one) == kind:
            yield one


def child(element: etree._Element | None, kind: str) -> etree._Element | None:
    """Return the first child of a kind."""
    return next(children(element, kind), None)


def numbers(text: str | None) -> list[float]:
    """Return the numbers of a list that blanks part; none where one is no number."""
    try:
        found = [float(part) for part in (text or "").split()]
    except ValueError:
        return []
    is_sound = all(math.isfinite(one) and abs(one) < _LARGEST for one in found)
    return found if is_sound else []


def number(text: str | None, default: float) -> float:
    """Return a number, or the default where there is none."""
    found = numbers(text)
    return found[0] if found else default
