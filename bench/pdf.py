"""The five documents as PDF: what comes back exactly, how fast, and in how much memory.

    python bench/pdf.py [matrix [all]|speed|pages|office|large]

`matrix` prints the rows that equal those of the text export, of all, blanks at line wraps aside:
every look in one style and every style in one look, or with `all` every style in every look;
`speed` rows exact and rows a second beside pdfplumber's own table extraction; `pages` the pages a
second of the same tables as PDF and as OFD; `office` files that LibreOffice made; `large` a file
of 300 pages.
"""

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pdfplumber

from jinque.documents import read
from jinque.model import Table
from tests.rendering.comparing import compare, read_back, render
from tests.rendering.page import Grid, Slot
from tests.rendering.pdf_comparing import (
    LOOKS_BY_NAME,
    STYLES_BY_NAME,
    makes_sense,
    read_and_compare,
    render_pdf,
)
from tests.rendering.pdf_office import OFFICE, print_by_office
from tests.rendering.pdf_printer import print_ofd, print_pdf
from tests.rendering.printed import EDITIONS, printed

Rows = list[list[str]]

_LARGE_PAGES = 300
_OFFICE = (
    ("dalian", "plain"),
    ("skilled-trades", "merged"),
    ("wenzhou-2020", "plain"),
    ("shanghai-foreign", "everything"),
    ("zhejiang-2022-77", "merged"),
)


def matrix() -> int:
    """Print equal rows of all rows, a line for each style and look, a column for each edition."""
    is_all = sys.argv[2:] == ["all"]
    print(f"{'style':14}{'look':19}" + "".join(f"{edition:>18}" for edition in EDITIONS))
    files = faults = lost = 0
    for style in STYLES_BY_NAME.values():
        for look in LOOKS_BY_NAME.values():
            if not (is_all or style.name == "plain" or look.name == "rows_cut"):
                continue
            shown = []
            for edition in EDITIONS:
                if not makes_sense(edition, style, look):
                    shown.append("–")
                    continue
                exact, one = read_and_compare(edition, style, look)
                files += 1
                faults += not one.is_equal
                lost += one.rows_equal - exact.rows_equal
                shown.append(f"{one.rows_equal}/{one.rows}")
            print(f"{style.name:14}{look.name:19}" + "".join(f"{text:>18}" for text in shown))
    print(f"\n{files} files, {faults} not exact; {lost} rows lack a blank or break at a line wrap")
    return int(faults > 0)


def ours(data: bytes) -> Rows:
    tables = (block for block in read(data).blocks if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def by_pdfplumber(data: bytes, **settings: str) -> Rows:
    with pdfplumber.open(io.BytesIO(data)) as document:
        tables = [table for page in document.pages for table in page.extract_tables(settings)]
    return [[cell or "" for cell in row] for table in tables for row in table]


def by_pdfplumber_text(data: bytes) -> Rows:
    return by_pdfplumber(data, vertical_strategy="text", horizontal_strategy="text")


def by_pdfplumber_filled(data: bytes) -> Rows:
    """Repeat the words of merged cells downwards, as a user of pdfplumber has to."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    filled: Rows = []
    for table in tables:
        above = [""] * len(table[0])
        for row in table:
            above = [one if cell is None else cell for cell, one in zip(row, above, strict=True)]
            filled.append(above)
    return filled


def _peers(look: str) -> dict[str, Callable[[bytes], Rows]]:
    if look == "unruled":
        return {"jinque": ours, "pdfplumber (text)": by_pdfplumber_text}
    return {"jinque": ours, "pdfplumber": by_pdfplumber, "pdfplumber, filled": by_pdfplumber_filled}


def speed() -> int:
    """Print exact rows and rows a second of processor time, processes that are started included."""
    for style, look in (("merged", "ruled"), ("merged", "rows_cut"), ("plain", "unruled")):
        chosen = STYLES_BY_NAME[style], LOOKS_BY_NAME[look]
        files = {edition: render_pdf(edition, *chosen) for edition in EDITIONS}
        for name, call in _peers(look).items():
            exact = rows = 0
            begun = _processor_seconds()
            read_rows = {edition: call(data) for edition, data in files.items()}
            seconds = _processor_seconds() - begun
            for edition, found in read_rows.items():
                expected = list(_expected(edition, is_filled=style == "merged"))
                rows += len(expected)
                exact += _recovered(expected, found)
            print(
                f"{style:7} {look:9} {name:18} {exact / rows:7.2%} of {rows} rows exact"
                f" {rows / seconds:8,.0f} rows/s"
            )
    return 0


def pages() -> int:
    """Print pages a second of one long table as PDF and as OFD, drawn by the same pen."""
    for kind, printer in (("pdf", print_pdf), ("ofd", print_ofd)):
        data = printer([_long_table()])
        told: list[tuple[int, int]] = []
        begun = _processor_seconds()
        read(data, progress=lambda *step: told.append(step))  # noqa: B023
        seconds = _processor_seconds() - begun
        count = told[0][1]
        print(f"{kind} {count} pages, {count / seconds:6.1f} pages/s of processor time")
    return 0


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _expected(edition: str, *, is_filled: bool) -> Iterator[list[str]]:
    catalogue = printed(edition)
    full = iter(catalogue.full)
    for section in catalogue.sections:
        for row in section.rows:
            value = next(full)
            yield list(({**row, catalogue.merged: value} if is_filled else row).values())


def _recovered(expected: Rows, found: Rows) -> int:
    """Count the rows found with all cells equal, blanks aside."""
    left, right = (
        Counter(tuple("".join(c.split()) for c in row) for row in rows)
        for rows in (expected, found)
    )
    return (left & right).total()


def office() -> int:
    """Print equal rows of files that LibreOffice made, with lines and without."""
    if OFFICE is None:
        print("LibreOffice is not installed")
        return 0
    for edition, style in _OFFICE:
        for is_ruled in (True, False):
            if not makes_sense(
                edition, STYLES_BY_NAME[style], LOOKS_BY_NAME["ruled" if is_ruled else "unruled"]
            ):
                continue
            with tempfile.TemporaryDirectory() as folder:
                given = render(edition, "docx", STYLES_BY_NAME[style])
                data = print_by_office(given, Path(folder), is_ruled=is_ruled)
            reading = read_back(data, edition, "目录.pdf")
            one, aside = (
                compare(reading, edition, STYLES_BY_NAME[style], with_blanks=with_blanks)
                for with_blanks in (True, False)
            )
            print(
                f"{edition:18} {style:11} {'ruled' if is_ruled else 'unruled':8}"
                f" {one.rows_equal}/{one.rows} rows, {aside.rows_equal} blanks aside"
            )
    return 0


def large() -> int:
    """Print time and memory of a large file, read in a process of its own."""
    if len(sys.argv) > 2:  # noqa: PLR2004
        told: list[tuple[int, int]] = []
        begun = time.perf_counter()
        document = read(Path(sys.argv[2]), progress=lambda *step: told.append(step))
        seconds = time.perf_counter() - begun
        rows = sum(len(block.rows) for block in document.blocks if isinstance(block, Table))
        own, child = (
            resource.getrusage(who).ru_maxrss // 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        pages = sum(whole == told[0][1] for _, whole in told)
        print(
            f"{pages} pages, {rows:,} rows, {seconds:.1f} s, {own} MiB, {child} MiB in the reading"
            " process; progress told at every page"
        )
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pdf"
        path.write_bytes(print_pdf([_long_table()]))
        subprocess.run([sys.executable, __file__, "large", str(path)], check=True)
    return 0


def _long_table() -> Grid:
    """Return a table that fills some 300 pages with a dozen rows each."""
    header = list(printed("dalian").roles)
    body = list(_expected("dalian", is_filled=False))
    rows = [header]
    while len(rows) < 12 * _LARGE_PAGES:
        rows += [[str(len(rows) + index), *row[1:]] for index, row in enumerate(body)]
    return Grid(len(header), [[Slot(text) for text in row] for row in rows])


PARTS = {"matrix": matrix, "speed": speed, "pages": pages, "office": office, "large": large}

if __name__ == "__main__":
    chosen = [PARTS[sys.argv[1]]] if len(sys.argv) > 1 else list(PARTS.values())
    sys.exit(max(part() for part in chosen))
