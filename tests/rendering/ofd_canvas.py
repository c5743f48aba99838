"""An OFD package written with the calls of reportlab's canvas, so that one pen draws both formats.

Nothing of the code that reads OFD is used here.
"""

import math
import zipfile
from itertools import groupby
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth

_MM = 25.4 / 72
_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_TOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ABOVE, _HIGH = 0.9, 1.2  # of the size


class OfdCanvas:
    """Collects pages; `save` writes the package."""

    def __init__(self, target: BinaryIO, pagesize: tuple[float, float], **_options: object) -> None:
        self._target = target
        self._sheet = pagesize
        self._width, self._height = pagesize
        self._pages: list[str] = []
        self._objects: list[str] = []
        self._origin = (0.0, 0.0)
        self._quarters = 0
        self._font, self._size, self._line = "", 10.0, 0.5

    def setPageRotation(self, degrees: int) -> None:  # noqa: N802 - reportlab's names
        """Lay the sheet on its side: pages of OFD cannot be turned, type on them can."""
        if degrees % 180:
            self._height, self._width = self._sheet

    def translate(self, x: float, y: float) -> None:
        self._origin = (x, y)

    def rotate(self, degrees: int) -> None:
        self._quarters = degrees // 90 % 4

    def setFont(self, name: str, size: float) -> None:  # noqa: N802
        self._font, self._size = name, size

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        self._line = width

    def drawString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        if not text:
            return
        size, left, base = self._size * _MM, *self._place(x, y)
        widths = [stringWidth(one, self._font, self._size) * _MM for one in text]
        turned = ("1 0 0 1", "0 -1 1 0", "-1 0 0 -1", "0 1 -1 0")[self._quarters]
        box = f"{left:.4f} {base - _ABOVE * size:.4f} {sum(widths):.4f} {_HIGH * size:.4f}"
        at = f'X="0" Y="{_ABOVE * size:.4f}"'
        if self._quarters:
            box = f"0 0 {self._width * _MM:.4f} {self._height * _MM:.4f}"
            turned += f" {left:.4f} {base:.4f}"
            at = 'X="0" Y="0"'
        place = f'CTM="{turned}"' if self._quarters else ""
        deltas = f' DeltaX="{_shorthand(widths[:-1])}"' if len(text) > 1 else ""
        self._objects.append(
            f'<ofd:TextObject ID="{{id}}" Boundary="{box}" {place} Font="3" Size="{size:.4f}">'
            f"<ofd:TextCode {at}{deltas}>{escape(text)}</ofd:TextCode></ofd:TextObject>"
        )

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        (a, b), (c, d) = self._place(x0, y0), self._place(x1, y1)
        left, top = min(a, c), min(b, d)
        width, high = abs(a - c) + self._line * _MM, abs(b - d) + self._line * _MM
        self._objects.append(
            f'<ofd:PathObject ID="{{id}}" Boundary="{left:.4f} {top:.4f} {width:.4f} {high:.4f}" '
            f'LineWidth="{self._line * _MM:.4f}"><ofd:AbbreviatedData>'
            f"M {a - left:.4f} {b - top:.4f} L {c - left:.4f} {d - top:.4f}"
            "</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def rect(
        self, x: float, y: float, width: float, height: float, *, stroke: int, fill: int
    ) -> None:
        (a, b), (c, d) = self._place(x, y), self._place(x + width, y + height)
        left, top, wide, high = min(a, c), min(b, d), abs(a - c), abs(b - d)
        flags = f'Stroke="{str(bool(stroke)).lower()}" Fill="{str(bool(fill)).lower()}"'
        self._objects.append(
            f'<ofd:PathObject ID="{{id}}" Boundary="{left:.4f} {top:.4f} {wide:.4f} {high:.4f}" '
            f"{flags}><ofd:AbbreviatedData>M 0 0 L {wide:.4f} 0 L {wide:.4f} {high:.4f} "
            f"L 0 {high:.4f} C</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def showPage(self) -> None:  # noqa: N802
        self._pages.append("".join(self._objects))
        self._objects, self._origin, self._quarters = [], (0.0, 0.0), 0

    def save(self) -> None:
        parts = {"OFD.xml": _entry(), "Doc_0/PublicRes.xml": _resources()}
        parts["Doc_0/Document.xml"] = self._document()
        number = 10 + len(self._pages)
        for index, content in enumerate(self._pages):
            for _ in range(content.count('ID="{id}"')):
                number += 1
                content = content.replace('"{id}"', f'"{number}"', 1)  # noqa: PLW2901
            parts[f"Doc_0/Pages/Page_{index}/Content.xml"] = page_xml(content)
        write_package(parts, self._target)

    def _document(self) -> str:
        pages = "".join(
            f'<ofd:Page ID="{10 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>'
            for index in range(len(self._pages))
        )
        width, height = self._width * _MM, self._height * _MM
        return document_xml(pages, box=f"0 0 {width:.4f} {height:.4f}")

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the sheet in millimetres from its upper left corner."""
        angle = self._quarters * math.pi / 2
        across = self._origin[0] + x * math.cos(angle) - y * math.sin(angle)
        up = self._origin[1] + x * math.sin(angle) + y * math.cos(angle)
        return across * _MM, (self._height - up) * _MM


def page_xml(content: str, *, before: str = "") -> str:
    """Return a page of one layer, whatever stands before its content left as it is."""
    layer = f'<ofd:Content><ofd:Layer ID="2">{content}</ofd:Layer></ofd:Content>'
    return f"{_TOP}<ofd:Page {_NS}>{before}{layer}</ofd:Page>"


def document_xml(pages: str, *, box: str = "0 0 210 297", common: str = "", after: str = "") -> str:
    """Return the root of a document."""
    return (
        f"{_TOP}<ofd:Document {_NS}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages>{after}</ofd:Document>"
    )


def write_package(parts: dict[str, str], target: BinaryIO) -> None:
    """Write the parts, each with the same date, so that the same parts give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), part)


def _entry() -> str:
    return (
        f'{_TOP}<ofd:OFD {_NS} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _resources(content: str = "") -> str:
    return (
        f'{_TOP}<ofd:Res {_NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/>'
        f"</ofd:Fonts>{content}</ofd:Res>"
    )


def package_parts(
    content: str, *, before: str = "", common: str = "", after: str = "", resources: str = ""
) -> dict[str, str]:
    """Return the parts of a package of one page, for tests that write a page by hand."""
    page = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    return {
        "OFD.xml": _entry(),
        "Doc_0/Document.xml": document_xml(page, common=common, after=after),
        "Doc_0/PublicRes.xml": _resources(resources),
        "Doc_0/Pages/Page_0/Content.xml": page_xml(content, before=before),
    }


def _shorthand(deltas: list[float]) -> str:
    """Return distances, equal neighbours as `g 3 5`."""
    runs = ((f"{key}", len(list(run))) for key, run in groupby(f"{one:.4f}" for one in deltas))
    return " ".join(f"g {count} {key}" if count > 1 else key for key, count in runs)
