"""docs/reference/formats.md names every limit and every notice, and the limits that are real."""

import re
from pathlib import Path

from jinque.documents.source import Limits
from jinque.errors import JinqueError, LimitError, SourceTooLargeError

_ROOT = Path(__file__).parents[3]
_PAGE = (_ROOT / "docs/reference/formats.md").read_text(encoding="utf-8")


def test_every_limit_is_documented() -> None:
    kinds: list[type[JinqueError]] = [SourceTooLargeError, *LimitError.__subclasses__()]
    codes = {kind.code for kind in kinds}

    assert {code for code in codes if f"| `{code}` |" not in _PAGE} == set()


def test_numbers_are_those_of_the_code() -> None:
    limits = Limits()
    numbers = (
        f"{limits.file_bytes // 2**20} MiB as",
        f"{limits.unpacked_bytes // 2**20} MiB of all",
        f"{limits.ratio}-fold",
        f"{limits.entries:,} parts",
        f"{limits.elements:,} elements",
        f"{limits.page_elements:,} of a web page",
        f"{limits.rows:,} paragraphs",
        f"{limits.lines:,} lines",
        f"{limits.cells:,} cells",
        f"{limits.depth} tables",
        f"{limits.seconds:g} seconds",
    )

    assert [number for number in numbers if number not in _PAGE] == []


def test_every_notice_is_documented() -> None:
    sources = (_ROOT / "src/jinque/documents").rglob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    codes = set(re.findall(r'\.notice\(\s*"([a-z_]+)"', text))
    codes |= set(re.findall(r'\bcode="([a-z_]+)"', text))
    marked = (_ROOT / "src/jinque/documents/marks.py").read_text(encoding="utf-8")
    codes |= set(re.findall(r'^        "([a-z]+_[a-z_]+)",$', marked, re.MULTILINE))

    assert codes
    assert {code for code in codes if f"| `{code}` |" not in _PAGE} == set()
