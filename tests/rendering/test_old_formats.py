"""Files of old programs, written by LibreOffice, give the same rows."""

import subprocess
from pathlib import Path

import pytest

from tests.rendering.comparing import compare, read_back, render
from tests.rendering.styles import STYLES

_MERGED = next(style for style in STYLES if style.name == "merged")
_EDITION = "skilled-trades"
_XLS = Path(__file__).parents[1] / "unit" / "documents" / "data" / "skilled-trades.xls"


def test_old_workbook_gives_the_rows_of_the_text() -> None:
    reading = read_back(_XLS.read_bytes(), _EDITION, "目录.xls")

    comparison = compare(reading, _EDITION, _MERGED)
    assert comparison.first_difference == ""
    assert comparison.is_equal


@pytest.mark.parametrize(("kind", "old"), [("xlsx", "xls"), ("docx", "doc"), ("docx", "rtf")])
def test_file_turned_old_by_libreoffice_gives_the_rows_of_the_text(
    office: str, kind: str, old: str, tmp_path: Path
) -> None:
    given = tmp_path / f"目录.{kind}"
    given.write_bytes(render(_EDITION, kind, _MERGED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", old, str(given)]
    command = [*convert, "--outdir", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)

    reading = read_back((tmp_path / f"目录.{old}").read_bytes(), _EDITION, f"目录.{old}")

    comparison = compare(reading, _EDITION, _MERGED)
    assert comparison.first_difference == ""
    assert comparison.is_equal
