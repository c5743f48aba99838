#!/bin/sh
# python-calamine gives the same empty string for a blank cell, an error and a formula that no program has computed yet.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 openpyxl==3.1.5
"$folder/venv/bin/python" - "$folder/made.xlsx" <<'PYTHON'
import sys
from importlib.metadata import version
import openpyxl
from python_calamine import CalamineWorkbook
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["blank", "error", "formula", "end"])
sheet["B2"] = "#N/A"
sheet["B2"].data_type = "e"
sheet["C2"] = "=1+1"
sheet["D2"] = "x"
book.save(sys.argv[1])
row = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()[1]
print("python-calamine", version("python-calamine"), "row read:", row)
print("expected of a reader: three different things; seen: three empty strings")
sys.exit(0 if row == ["", "", "", "x"] else 1)
PYTHON
