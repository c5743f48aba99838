"""Documents of a package and their pages, opened in the reading process."""

from dataclasses import dataclass, field

from lxml import etree

from jinque.documents.ofd.content import Content
from jinque.documents.ofd.looks import Resources
from jinque.documents.ofd.package import ENTRY, Package, child, children, numbers
from jinque.documents.printed.page import PageLimits
from jinque.documents.printed.raw import RawPage, RefusedError

POINTS = 72 / 25.4
"""Points in a millimetre, which is what the format measures in."""

_A4 = [0.0, 0.0, 210.0, 297.0]
_BOX = 4
_LARGEST_SIDE = 10_000.0  # mm


@dataclass(frozen=True, slots=True)
class _Template:
    """A page that lies below or above others."""

    name: str
    is_above: bool


@dataclass(slots=True)
class _Body:
    """One document of the package: what its pages share."""

    resources: Resources
    area: list[float]
    templates: dict[str, _Template] = field(default_factory=dict)
    roots: dict[str, etree._Element | None] = field(default_factory=dict)


class OpenDocument:
    """The pages of all documents of a package, one behind the other.

    Raises:
        RefusedError: `damaged`, `pages` or `elements` at the limit.
    """

    def __init__(self, data: bytes, limits: PageLimits) -> None:
        self._package = Package(data)
        self._limits = limits
        self._pages: list[tuple[_Body, str | None]] = []
        entry = self._package.parse(ENTRY)
        for body in children(entry, "DocBody"):
            self._open(body)
        if not self._pages:
            raise RefusedError("damaged")
        self.pages = len(self._pages)
        if self.pages > limits.pages:
            raise RefusedError("pages")

    def page(self, index: int) -> RawPage | None:
        """Return a page, counted from 0; None when it is damaged.

        Raises:
            RefusedError: `characters` or `objects`, at the limit.
        """
        body, name = self._pages[index]
        root = self._package.parse(name)
        if name is None or root is None:
            return None
        self._add_resources(body.resources, root, "PageRes", name)
        box = _box_of(child(root, "Area")) or body.area
        content = Content(box, POINTS, body.resources, self._limits)
        below, above = self._templates(body, root)
        for part in (*below, root, *above):
            for layer in children(child(part, "Content"), "Layer"):
                content.add(layer)
        return content.raw_page()

    def _open(self, entry: etree._Element) -> None:
        """Add the pages of one document, in its current version."""
        base = self._current_version(entry) or self._package.locate(child(entry, "DocRoot"), ENTRY)
        root = self._package.parse(base)
        if base is None or root is None:
            return
        common = child(root, "CommonData")
        body = _Body(Resources(), _box_of(child(common, "PageArea")) or _A4)
        for kind in ("PublicRes", "DocumentRes"):
            self._add_resources(body.resources, common, kind, base)
        for one in children(common, "TemplatePage"):
            name = self._package.locate_attribute(one, "BaseLoc", base)
            if name:
                is_above = one.get("ZOrder") == "Foreground"
                body.templates[one.get("ID", "")] = _Template(name, is_above)
        for page in children(child(root, "Pages"), "Page"):
            self._pages.append((body, self._package.locate_attribute(page, "BaseLoc", base)))

    def _current_version(self, entry: etree._Element) -> str | None:
        """Return the root of the version that is marked as the current one."""
        for version in children(child(entry, "Versions"), "Version"):
            if version.get("Current") in ("true", "1"):
                name = self._package.locate_attribute(version, "BaseLoc", ENTRY)
                root = self._package.parse(name)
                return self._package.locate(child(root, "DocRoot"), name or "")
        return None

    def _add_resources(
        self, resources: Resources, parent: etree._Element | None, kind: str, base: str
    ) -> None:
        for one in children(parent, kind):
            resources.add(self._package.parse(self._package.locate(one, base)))

    def _templates(
        self, body: _Body, page: etree._Element
    ) -> tuple[list[etree._Element], list[etree._Element]]:
        """Return the templates below a page and those above it."""
        below: list[etree._Element] = []
        above: list[etree._Element] = []
        for used in children(page, "Template"):
            template = body.templates.get(used.get("TemplateID", ""))
            if template is None:
                continue
            if template.name not in body.roots:
                body.roots[template.name] = self._package.parse(template.name)
            root = body.roots[template.name]
            order = used.get("ZOrder")
            is_above = order == "Foreground" if order else template.is_above
            if root is not None:
                self._add_resources(body.resources, root, "PageRes", template.name)
                (above if is_above else below).append(root)
        return below, above


def _box_of(area: etree._Element | None) -> list[float] | None:
    """Return the sheet of paper: left, upper edge, width and height in millimetres."""
    box = child(area, "PhysicalBox")
    found = numbers(box.text if box is not None else None)
    if len(found) != _BOX or not all(0 < side <= _LARGEST_SIDE for side in found[2:]):
        return None
    return found
