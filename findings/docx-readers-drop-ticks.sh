#!/bin/sh
# python-docx leaves the boxes that Word inserts as symbols (w:sym) out of a paragraph's text, so that ticked and unticked choices read alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0
"$folder/venv/bin/python" - "$folder/made.docx" <<'PYTHON'
import sys
from importlib.metadata import version
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
document = docx.Document()
paragraph = document.add_paragraph()
for words, code in (("master", "F052"), ("doctor", "F0A3")):
    run = paragraph.add_run(words)
    box = OxmlElement("w:sym")
    box.set(qn("w:font"), "Wingdings 2")
    box.set(qn("w:char"), code)
    run._r.append(box)
document.save(sys.argv[1])
text = docx.Document(sys.argv[1]).paragraphs[0].text
print("python-docx", version("python-docx"), "text read:", repr(text))
print("Word prints: master, a ticked box, doctor, an empty box")
sys.exit(0 if text == "masterdoctor" else 1)
PYTHON
