#!/bin/sh
# openpyxl gives a date of Chinese Excel as a bare number where its format is one of the built-in East Asian ones (27-36, 50-58).
# Such a cell names only a number (31 is 2023年3月15日 on a Chinese system) and the file holds no format code to look at. The cell
# says is_date False and number_format General, so nothing downstream can mend it. python-calamine knows these formats.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import datetime
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

folder = Path(sys.argv[1])
book = openpyxl.Workbook()
cells = book.active
for column in (1, 2):
    cells.cell(1, column, datetime.date(2023, 3, 15)).number_format = ("yyyy-mm-dd", "yyyy/m/d")[column - 1]
book.save(folder / "plain.xlsx")

# The same workbook with 31 for the number of the second format, as Excel and WPS write it in Chinese.
with zipfile.ZipFile(folder / "plain.xlsx") as plain, zipfile.ZipFile(folder / "made.xlsx", "w") as made:
    for name in plain.namelist():
        part = plain.read(name)
        if name == "xl/styles.xml":
            part = re.sub(rb'(<xf numFmtId=")165(")', rb"\g<1>31\2", part)
        made.writestr(name, part)

read = [cell.value for cell in openpyxl.load_workbook(folder / "made.xlsx").active[1]]
second = openpyxl.load_workbook(folder / "made.xlsx").active["B1"]
other = CalamineWorkbook.from_path(folder / "made.xlsx").get_sheet_by_index(0).to_python()[0]
print("openpyxl 3.1.5:", read, "is_date:", second.is_date, "number_format:", second.number_format)
print("python-calamine 0.9.1:", other)
print("both cells are dates in Excel and WPS: 2023-03-15 and 2023年3月15日")
is_bare = isinstance(read[0], datetime.datetime) and read[1] == 45000
sys.exit(0 if is_bare and not second.is_date and isinstance(other[1], datetime.date) else 1)
PYTHON
