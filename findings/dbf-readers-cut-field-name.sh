#!/bin/sh
# dbfread, dbf and pyshp: one field name in Chinese of more than five characters makes a whole DBF unreadable, right code page or not.
# A name has room for ten bytes; FoxPro cuts 岗位名称a员 (eleven bytes in GBK) inside the last character. All three decode the name
# strictly before any record, so a sound table of sound values ends in an error (two UnicodeDecodeErrors, one of pyshp's own).
# dbfread and pyshp read it when told to ignore faults, which then also hides a wrong encoding.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dbfread==2.0.7 dbf==0.99.11 pyshp==3.1.6
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import struct
import sys
from pathlib import Path

import dbf
import dbfread
import shapefile


def table(name):
    fields = [(name.encode("gbk")[:10], 10), ("代码".encode("gbk"), 4)]
    head, size = 32 + 32 * len(fields) + 1, 1 + sum(length for _, length in fields)
    made = bytearray(struct.pack("<4BIHH", 3, 126, 11, 30, 1, head, size) + bytes(20))
    made[29] = 0x4D  # code page 936
    for field, length in fields:
        made += field.ljust(11, b"\0") + b"C" + bytes(4) + bytes((length,)) + bytes(15)
    return bytes(made) + b"\r " + "电工".encode("gbk").ljust(10) + b"0835\x1a"


def by_dbfread(path, **options):
    return [list(row.values()) for row in dbfread.DBF(path, **options)]


def by_pyshp(path, **options):
    with open(path, "rb") as file:
        return [list(row) for row in shapefile.Reader(dbf=file, encoding="gbk", **options).records()]


def by_dbf(path):
    opened = dbf.Table(str(path)).open(dbf.READ_ONLY)
    return [[str(value).strip() for value in row] for row in opened]


def outcome(call, *arguments, **options):
    try:
        return call(*arguments, **options)
    except Exception as fault:
        return type(fault).__name__


whole, cut = Path(sys.argv[1], "whole.dbf"), Path(sys.argv[1], "cut.dbf")
whole.write_bytes(table("岗位名称"))
cut.write_bytes(table("岗位名称a员"))
row = [["电工", "0835"]]
seen = {}
for name, call in (("dbfread", by_dbfread), ("pyshp", by_pyshp), ("dbf", by_dbf)):
    seen[name] = (outcome(call, whole), outcome(call, cut))
    print(f"{name}: name of 8 bytes {seen[name][0]}; name cut inside a character {seen[name][1]}")
ignoring = (
    outcome(by_dbfread, cut, char_decode_errors="ignore"),
    outcome(by_pyshp, cut, encodingErrors="ignore"),
)
print("told to ignore faults: dbfread", ignoring[0], "pyshp", ignoring[1])
is_so = all(one == row and isinstance(other, str) for one, other in seen.values())
sys.exit(0 if is_so and ignoring == (row, row) else 1)
PYTHON
