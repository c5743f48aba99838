"""The rendered documents through well-known generic extractors, beside ours, in one run.

    python bench/peers.py PYTHON

`PYTHON` is an interpreter that has markitdown and pandas, which the repository does not need:
`python -m venv peers && peers/bin/pip install "markitdown[docx,xlsx]" pandas openpyxl lxml`.
A row counts when all its cells come back under their own headings; blanks do not matter. The
extractors give tables; which row holds the headings is told to them, wherever it stands.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.rendering.comparing import FORMATS, compare, read_back, render
from tests.rendering.printed import EDITIONS, printed
from tests.rendering.styles import STYLES, Layout, Style

_TELLING = ("plain", "merged", "pages_headed", "pages_bare", "doubled", "parted_header")
_PEERS = ("markitdown", "pandas")
_WORKER = Path(__file__).with_name("workers") / "peer_tables.py"

Tables = list[list[list[str]]]


class Answer(TypedDict):
    """What one extractor found: processor time, and the tables by edition."""

    seconds: float
    tables: dict[str, Tables]


def main() -> int:
    """Print exact rows of all rows, a line for each format and style, and the seconds of all."""
    if len(sys.argv) < 2:  # noqa: PLR2004
        print("Left out: it needs the path of a Python that has markitdown and pandas.")
        return 0
    styles = [style for style in STYLES if style.name in _TELLING]
    seconds: defaultdict[str, float] = defaultdict(float)
    print(f"{'rows exact':22}{'jinque':>14}" + "".join(f"{peer:>14}" for peer in _PEERS))
    for kind in FORMATS:
        for style in styles:
            print(f"{kind:5} {style.name:16}" + _line(kind, style, seconds))
    print(
        f"{'seconds, all files':22}" + "".join(f"{seconds[n]:14.1f}" for n in ("jinque", *_PEERS))
    )
    return 0


def _line(kind: str, style: Style, seconds: defaultdict[str, float]) -> str:
    files = {edition: render(edition, kind, style) for edition in EDITIONS}
    rows = sum(len(printed(edition).full) for edition in EDITIONS)
    begun = time.process_time()
    readings = {name: read_back(data, name, f"目录.{kind}") for name, data in files.items()}
    seconds["jinque"] += time.process_time() - begun
    equal = sum(compare(one, name, style).rows_equal for name, one in readings.items())
    shown = [f"{equal}/{rows}"]
    for peer, answer in _ask(files, kind).items():
        seconds[peer] += answer["seconds"]
        tables = answer["tables"]
        exact = sum(_exact(tables[name], name, style) for name in files)
        shown.append(f"{exact}/{rows}" if any(tables.values()) else "-")
    return "".join(f"{text:>14}" for text in shown)


def _ask(files: dict[str, bytes], kind: str) -> dict[str, Answer]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / f"{name}.{kind}").write_bytes(data)
        done = subprocess.run(
            [sys.argv[1], str(_WORKER), folder], check=True, capture_output=True, text=True
        )
    answers: dict[str, Answer] = json.loads(done.stdout)
    return answers


def _exact(tables: Tables, edition: str, style: Style) -> int:
    expected = [_key(row) for row in _expected(edition, style)]
    headings = {heading for heading, _ in expected[0]}
    found = Counter(_key(row) for table in tables for row in _named(table, headings))
    return sum((found & Counter(expected)).values())


def _named(table: list[list[str]], headings: set[str]) -> Iterator[dict[str, str]]:
    """Yield the rows below each row of headings by their words."""
    head: list[str] = []
    for row in table:
        words = ["".join(text.split()) for text in row]
        if set(words) == headings and len(words) == len(headings):
            head = words
        elif head and len(row) == len(head):
            yield dict(zip(head, row, strict=True))


def _expected(edition: str, style: Style) -> Iterator[dict[str, str]]:
    catalogue = printed(edition)
    headings = Layout(catalogue, style).headings()
    full = iter(catalogue.full)
    for section in catalogue.sections:
        for row in section.rows:
            merged = {catalogue.merged: next(full)} if style.is_merged else {}
            whole = {**row, **merged}
            yield {shown: whole[of] for shown, of in headings.items()}


def _key(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, "".join(text.split())) for name, text in row.items()))


if __name__ == "__main__":
    sys.exit(main())
