#!/bin/sh
# PDFium's text page hands out words that a clipping path hides; Excel prints such words behind the repeated heading of a table.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypdfium2==5.2.0
"$folder/venv/bin/python" - "$folder/made.pdf" <<'PYTHON'
import sys
from importlib.metadata import version
import pypdfium2
stream = b"BT /F 12 Tf 20 150 Td (shown) Tj ET q 0 0 200 100 re W n BT /F 12 Tf 20 120 Td (hidden) Tj ET Q"
parts = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
]
made, places = b"%PDF-1.4\n", []
for number, part in enumerate(parts, 1):
    places.append(len(made))
    made += b"%d 0 obj%s endobj\n" % (number, part)
table = b"".join(b"%010d 00000 n \n" % place for place in places)
made += b"xref\n0 6\n0000000000 65535 f \n" + table
made += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % made.index(b"xref\n0 6")
open(sys.argv[1], "wb").write(made)
text = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage().get_text_range()
print("pypdfium2", version("pypdfium2"), "text read:", repr(text))
print("the page shows: 'shown'")
sys.exit(0 if "hidden" in text else 1)
PYTHON
