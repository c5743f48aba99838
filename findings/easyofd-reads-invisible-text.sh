#!/bin/sh
# easyofd reads words of an OFD page that the page does not show: objects with Visible="false" or Alpha="0" come like all others.
# What it returns of an object (place, font, size, colour) does not say so, so a caller cannot leave them out: a hidden layer, as
# that of a scan with recognised text, or a withdrawn line stands among the words of the page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet easyofd==20260427 2>/dev/null
"$folder/venv/bin/python" - 2>/dev/null <<'PYTHON'
import base64
import io
import sys
import zipfile

from easyofd import OFD

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def words(text, top, more=""):
    return (
        f'<ofd:TextObject ID="{top}" Boundary="20 {top} 100 6" Font="3" Size="5" {more}>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="5 5 5">{text}</ofd:TextCode></ofd:TextObject>'
    )


page = words("照常显示", 20) + words("并不显示", 30, 'Visible="false"') + words("全然透明", 40, 'Alpha="0"')
parts = {
    "OFD.xml": f'<ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID>'
    "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea>"
    "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
    '</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/PublicRes.xml": f'<ofd:Res {NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts></ofd:Res>',
    "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {NS}><ofd:Content><ofd:Layer ID="2">{page}</ofd:Layer></ofd:Content></ofd:Page>',
}
made = io.BytesIO()
with zipfile.ZipFile(made, "w") as archive:
    for name, part in parts.items():
        archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + part)
out, sys.stdout = sys.stdout, io.StringIO()  # it prints while it reads
reader = OFD()
reader.read(base64.b64encode(made.getvalue()).decode(), fmt="b64", save_xml=False)
sys.stdout = out
found = reader.data[0]["page_info"]
objects = next(iter(found.values()))["text_list"]
read = [one["text"] for one in objects]
told = sorted({key for one in objects for key in one})
print("easyofd 20260427 read:", read)
print("what it tells of an object:", told)
print("the page shows: 照常显示")
is_told = any(key in told for key in ("Visible", "visible", "Alpha", "alpha"))
sys.exit(0 if read == ["照常显示", "并不显示", "全然透明"] and not is_told else 1)
PYTHON
