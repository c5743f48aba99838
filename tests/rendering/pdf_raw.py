"""PDF files written by hand, for what no printer prints."""

from collections.abc import Sequence


def raw_pdf(
    contents: Sequence[bytes], *, resources: bytes = b"", catalogue: bytes = b"", more: bytes = b""
) -> bytes:
    """Return a file with a page for each stream of drawing operators.

    Args:
        contents: of the pages, which are 600 points wide and 800 high.
        resources: of each page, beside the font `/F1`.
        catalogue: entries of the catalogue.
        more: further objects, from number 100 on.
    """
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (10 + 2 * index) for index in range(count))
    objects = [
        b"1 0 obj <</Type/Catalog/Pages 2 0 R%s>> endobj" % catalogue,
        b"2 0 obj <</Type/Pages/Kids[%s]/Count %d>> endobj" % (kids, count),
        b"3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
    ]
    for number, content in zip(range(10, 10 + 2 * count, 2), contents, strict=True):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R" % (number + 1)
        own = b"/Resources<</Font<</F1 3 0 R>>%s>>" % resources
        objects.append(b"%d 0 obj %s%s>> endobj" % (number, page, own))
        stream = b"<</Length %d>> stream\n%s\nendstream" % (len(content), content)
        objects.append(b"%d 0 obj %s endobj" % (number + 1, stream))
    body = b"\n".join([b"%PDF-1.7", *objects, more])
    return body + b"\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def words(text: str, left: float, base: float, size: float = 10.0) -> bytes:
    """Return the operators that print Latin words; `base` in points from below."""
    return f"BT /F1 {size} Tf {left} {base} Td ({text}) Tj ET\n".encode()


SCAN = b"q 600 0 0 800 0 0 cm /Scan Do Q\n"
SCAN_RESOURCES = b"/XObject<</Scan 100 0 R>>"
SCAN_OBJECT = (
    b"100 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    b"/BitsPerComponent 8/Length 1>> stream\n\x80\nendstream endobj"
)
