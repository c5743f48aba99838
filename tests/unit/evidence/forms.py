"""Fills in forms as an employer would: cells of a workbook are written into its own XML."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from lxml import etree

from jinque.evidence.declaring import declare
from jinque.evidence.questionnaire import DAYS, FORM, questionnaire_xlsx
from jinque.model.evidence import FrameEmployer, Marks, Survey, SurveyRequest

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEETS = {FORM: "xl/worksheets/sheet1.xml", DAYS: "xl/worksheets/sheet2.xml"}

LATHE, PROGRAMMER, SOFTWARE = "6-18-01-01", "4-04-05-01", "2-02-10-03"
MARKS = Marks(
    form_number="连人社01表",
    maker="人社局",
    approval_number="连统制〔2026〕3号",
    valid_until=date(2027, 6, 30),
)
COLUMNS = {
    "occupation": "A", "occupation_name": "B", "staff": "C", "places_carried": "D",
    "places_opened": "E", "seekers_carried": "F", "seekers_new": "G", "filled": "H",
    "withdrawn": "I", "open": "J", "difficulty": "K", "pay_cny_10k_year": "L",
    "pay_before_cny_10k_year": "M", "supplied_to": "N",
}  # fmt: skip
IDENTITY = {
    "employer": "C8", "name": "C9", "industry": "C12", "size": "C13", "is_agency": "C14",
    "covers": "C15", "filled_on": "C16",
}  # fmt: skip
FIRST_ROW = 20
"""Row of the first occupation of a form with the four marks of the law."""


def survey(marks: Marks = MARKS, frame: tuple[FrameEmployer, ...] = (), name: str = "s1") -> Survey:
    made = declare(
        SurveyRequest(
            name=name, quarter="2026Q3", marks=marks, occupations=(SOFTWARE, PROGRAMMER, LATHE)
        )
    )
    return Survey(**{**{f: getattr(made, f) for f in made.__dataclass_fields__}, "frame": frame})


def form(
    identity: Mapping[str, str],
    rows: Mapping[int, Mapping[str, str]],
    days: Mapping[int, tuple[str, ...]] | None = None,
    of: Survey | None = None,
) -> bytes:
    """Return a form that came back.

    Args:
        identity: field -> words.
        rows: place of the occupation, from 0 -> column -> words.
        days: row of the second sheet, from 0 -> its five cells.
        of: survey whose form it is.
    """
    cells = {(FORM, IDENTITY[name]): words for name, words in identity.items()}
    for row, answers in rows.items():
        for name, words in answers.items():
            cells[FORM, f"{COLUMNS[name]}{FIRST_ROW + row}"] = words
    for row, values in (days or {}).items():
        for letter, words in zip("ABCDE", values, strict=True):
            if words:
                cells[DAYS, f"{letter}{4 + row}"] = words
    return fill(questionnaire_xlsx(of or survey()), cells)


def fill(data: bytes, cells: Mapping[tuple[str, str], str]) -> bytes:
    """Write words into cells that a workbook has."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            sheet = next((s for s, path in _SHEETS.items() if path == name), None)
            if sheet:
                wanted = {address: words for (s, address), words in cells.items() if s == sheet}
                content = _filled(content, wanted)
            after.writestr(name, content)
    return buffer.getvalue()


def _filled(content: bytes, wanted: Mapping[str, str]) -> bytes:
    root = etree.fromstring(content)
    found = {cell.get("r"): cell for cell in root.iter(f"{{{_MAIN}}}c")}
    for address, words in wanted.items():
        cell = found[address]
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        inline = etree.SubElement(etree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
        inline.text = words
    return etree.tostring(root)
