"""Prints PDF with LibreOffice, from what python-docx wrote."""

import io
import subprocess
from pathlib import Path

import docx
from docx.oxml.ns import qn

from jinque.documents.libreoffice import find_office

OFFICE = find_office()
_FONT = "Noto Sans CJK SC"


def print_by_office(data: bytes, folder: Path, *, is_ruled: bool) -> bytes:
    """Return the PDF that LibreOffice makes of a Word document.

    Args:
        data: the document.
        folder: for the files and settings of LibreOffice.
        is_ruled: whether its tables get lines.
    """
    document = docx.Document(io.BytesIO(data))
    normal = document.styles["Normal"].element.get_or_add_rPr()
    normal.get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    for table in document.tables if is_ruled else ():
        table.style = "Table Grid"
    given = folder / "目录.docx"
    document.save(str(given))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", str(given)]
    subprocess.run([*convert, "--outdir", str(folder)], check=True, capture_output=True)
    return given.with_suffix(".pdf").read_bytes()
