"""How much one file may take of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take.

    Attributes:
        file_bytes: bytes of the file as it came.
        unpacked_bytes: bytes of all unpacked parts of a packed file together.
        ratio: how much a part may grow when unpacked; Chinese office files stay below 60.
        entries: parts in a packed file.
        elements: elements and attributes of an XML part held as a tree, some 200 bytes each.
        page_elements: the same for a web page, where each may be a cell of its own.
        lines: lines of a text export.
        rows: paragraphs and rows of all tables together.
        cells: cells of all tables together, merged ones counted at each place.
        depth: tables inside tables, or archives inside archives.
        seconds: from the first byte to the document; C code is interrupted only between parts.
        office_seconds: for LibreOffice, whose time grows with the square of a table's rows.
    """

    file_bytes: int = 32 * 2**20
    unpacked_bytes: int = 256 * 2**20
    ratio: int = 200
    entries: int = 4096
    elements: int = 3_000_000
    page_elements: int = 1_000_000
    lines: int = 1_000_000
    rows: int = 300_000
    cells: int = 2_000_000
    depth: int = 12
    seconds: float = 120.0
    office_seconds: float = 120.0
