#!/bin/sh
# python-calamine reads a workbook of Excel 95 without an error and breaks every string in it, while xlrd reads it right.
# In BIFF5 a string is bytes of the code page; calamine takes it for two-byte characters where the code page is 936, so that "1"
# becomes "1" and a NUL, and each Chinese character becomes two replacement characters with NULs between: no shape of the
# output tells it from a table. "Excel 5.0/95" is what salary and statistics systems still ask for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 xlrd==2.0.2
"$folder/venv/bin/python" - "$folder/made.xls" <<'PYTHON'
import struct
import sys

import xlrd
from python_calamine import CalamineWorkbook

SECTOR = 512


def record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def label(row, column, text):
    raw = text.encode("gbk")
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(raw)) + raw)


def begin(kind):
    return record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0x0DBB, 1996))


def stream():
    font = record(0x0031, struct.pack("<HHHHHBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0, 5) + b"Arial")
    formats = record(0x00E0, struct.pack("<HHHHHHHH", 0, 0, 0xFFF5, 0, 0, 0, 0, 0))
    ahead = begin(5) + record(0x0042, struct.pack("<H", 936)) + font + formats
    end = record(0x000A, b"")
    place = len(ahead) + 4 + 6 + 2 + len(end)
    sheet = record(0x0085, struct.pack("<IHB", place, 0, 1) + b"s")
    cells = label(0, 0, "岗位") + label(0, 1, "1")
    size = record(0x0200, struct.pack("<HHHHH", 0, 1, 0, 2, 0))
    return ahead + sheet + end + begin(16) + size + cells + end


def compound(content):
    """Wrap a stream called Book in the container of old office files."""
    content = content.ljust(4096, b"\0")
    sectors = len(content) // SECTOR
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head += struct.pack("<108I", *[0xFFFFFFFF] * 108)

    def entry(name, kind, child, first, size):
        raw = (name + "\0").encode("utf-16-le")
        made = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
        made += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36)
        return made + struct.pack("<IQ", first, size)

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Book", 2, 0xFFFFFFFF, 2, len(content))
    folder += (bytes(64) + struct.pack("<HBBIII", 0, 0, 1, *[0xFFFFFFFF] * 3) + bytes(48)) * 2
    return head + struct.pack(f"<{len(table)}I", *table) + folder + content


path = sys.argv[1]
with open(path, "wb") as file:
    file.write(compound(stream()))
book = xlrd.open_workbook(path)
right = book.sheet_by_index(0).row_values(0)
read = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0]
print("xlrd 2.0.2:", right, "BIFF", book.biff_version, "code page", book.codepage)
print("python-calamine 0.9.1:", read)
sys.exit(0 if right == ["岗位", "1"] and read[1] == "1\0" and "岗" not in read[0] and "\0" in read[0] else 1)
PYTHON
