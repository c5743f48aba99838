"""The five documents in every format and style: what comes back exactly, and how fast.

    python bench/formats.py [matrix|speed|large]

`matrix` prints the cells that equal those of the text export, of all, a PDF and an OFD with ruled
tables among the formats; `speed` the rows a second beside the plain call of the library that is
used and the share of cells that each gets right; `large` time and memory of a workbook of 200,000
rows: parsed, read, and read into an edition with all checks.
"""

import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
from lxml import etree
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from jinque.classification import load_classification
from jinque.documents import read
from jinque.extraction import extract, profiles_for
from jinque.ingestion.files import ingest_file
from jinque.model import Document, Level, Table
from jinque.store import Record
from tests.rendering.comparing import FORMATS, Comparison, compare, read_back, render
from tests.rendering.pdf_comparing import LOOKS_BY_NAME, PRINTERS, read_and_compare
from tests.rendering.printed import EDITIONS, printed
from tests.rendering.styles import STYLES, Style

Rows = list[list[str]]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_RUNS = 7
_LONGEST = 5.0
_LARGE_ROWS = 200_000
_MERGED = next(style for style in STYLES if style.name == "merged")


def matrix() -> int:
    """Print equal cells of all cells, a line for each style, a column for each edition."""
    faults = 0
    for kind in (*FORMATS, *PRINTERS):
        print(f"\n{kind:14}" + "".join(f"{edition:>18}" for edition in EDITIONS))
        for style in STYLES:
            shown = []
            for edition in EDITIONS:
                one = _compared(edition, kind, style)
                faults += not one.is_equal
                rows = "" if one.rows == one.rows_equal else f" ({one.rows_equal}/{one.rows} rows)"
                shown.append(f"{one.cells_equal}/{one.cells}{rows}")
            print(f"{style.name:14}" + "".join(f"{text:>18}" for text in shown))
    files = (len(FORMATS) + len(PRINTERS)) * len(STYLES) * len(EDITIONS)
    print(f"\n{files} files, {faults} not exact")
    return int(faults > 0)


def _compared(edition: str, kind: str, style: Style) -> Comparison:
    """Print and read one file; of pages blanks and line breaks aside, which wraps swallow."""
    if kind in PRINTERS:
        return read_and_compare(edition, style, LOOKS_BY_NAME["ruled"], kind)[1]
    reading = read_back(render(edition, kind, style), edition, f"目录.{kind}")
    return compare(reading, edition, style)


def ours(data: bytes) -> Rows:
    return rows_of(read(data))


def rows_of(document: Document) -> Rows:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def by_python_docx(data: bytes) -> Rows:
    tables = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def by_calamine(data: bytes) -> Rows:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return [[_plain(value) for value in row] for row in sheet.to_python()]


def by_lxml(data: bytes) -> Rows:
    root = etree.fromstring(data, etree.HTMLParser())
    return [
        ["\n".join(map(str, cell.itertext())) for cell in row.iterfind("td")]
        for row in root.iter("tr")
    ]


def by_bare_xml(data: bytes) -> Rows:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return [
        ["".join(text.text or "" for text in cell.iter(_W + "t")) for cell in row.iter(_W + "tc")]
        for row in root.iter(_W + "tr")
    ]


_PLAIN: dict[str, dict[str, Callable[[bytes], Rows]]] = {
    "docx": {"python-docx": by_python_docx, "lxml alone": by_bare_xml},
    "xlsx": {"python-calamine": by_calamine},
    "html": {"lxml alone": by_lxml},
}


def speed() -> int:
    """Print rows a second and exact cells of all merged editions, ours and the plain call's."""
    for kind in FORMATS:
        files = {edition: render(edition, kind, _MERGED) for edition in EDITIONS}
        for label, call in {"jinque": ours, **_PLAIN[kind]}.items():
            seconds = _seconds(call, list(files.values()))
            rows = sum(len(ours(data)) for data in files.values())
            exact, cells = _exact(call, files)
            print(
                f"{kind:5} {label:16} {rows / seconds:9,.0f} rows/s"
                f"   {exact / cells:7.2%} of {cells} cells exact"
            )
    return 0


def _seconds(call: Callable[[bytes], Rows], files: list[bytes]) -> float:
    """Return the median processor time for all files."""
    times: list[float] = []
    while len(times) < _RUNS and sum(times) < _LONGEST:
        begun = time.process_time()
        for data in files:
            call(data)
        times.append(time.process_time() - begun)
    return statistics.median(times)


def _exact(call: Callable[[bytes], Rows], files: dict[str, bytes]) -> tuple[int, int]:
    exact = cells = 0
    for edition, data in files.items():
        headings = list(printed(edition).roles)
        body = [row for row in call(data) if len(row) == len(headings) and row != headings]
        for row, expected in zip(body, _expected(edition), strict=False):
            exact += sum(a.strip() == b for a, b in zip(row, expected, strict=True))
        cells += sum(len(row) for row in _expected(edition))
    return exact, cells


def _expected(edition: str) -> Iterator[list[str]]:
    catalogue = printed(edition)
    full = iter(catalogue.full)
    for section in catalogue.sections:
        for row in section.rows:
            yield list({**row, catalogue.merged: next(full)}.values())


def _plain(value: object) -> str:
    is_whole = isinstance(value, float) and value == int(value)
    return str(int(value)) if is_whole and isinstance(value, float) else str(value)


def large() -> int:
    """Print time and memory of a large workbook, each step in a process of its own."""
    arguments = sys.argv[2:]
    if arguments:
        path, name = Path(arguments[0]), arguments[1]
        begun = time.process_time()
        count = _LARGE[name](path)
        seconds = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:18} {count:,} rows {seconds:6.1f} s of processor time {memory:5} MiB")
        return 0
    made = Path(sys.argv[0]).parent / "large.xlsx"
    try:
        _write_large(made)
        for name in _LARGE:
            subprocess.run([sys.executable, __file__, "large", str(made), name], check=True)
    finally:
        made.unlink(missing_ok=True)
    return 0


def _parsed(path: Path) -> int:
    return len(by_calamine(path.read_bytes()))


def _read(path: Path) -> int:
    [table] = [block for block in read(path).blocks if isinstance(block, Table)]
    return len(table.rows)


def _extracted(path: Path) -> int:
    document = read(path)
    profiles = profiles_for(document, source_name=path.name, edition_id=None, known=())
    [reading] = extract(document, source_name=path.name, profiles=profiles)
    return reading.report.rows_in


def _ingested(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder, Record.open(data_dir=Path(folder)) as record:
        [published] = ingest_file(record, path).editions
        return published.report.rows_in


_LARGE = {
    "calamine alone": _parsed,
    "jinque, read": _read,
    "jinque, extracted": _extracted,
    "jinque, ingested": _ingested,
}


def _write_large(path: Path) -> None:
    """Write rows as a bureau has them: names and codes of the classification, a tenth at odds."""
    entries = [e for e in load_classification().by_code.values() if e.level is Level.OCCUPATION]
    book = Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    headings = "序号 行业 岗位名称 职业编号 紧缺程度 学历 经历 能力要求"
    sheet.write_row(0, 0, headings.split())
    for row in range(1, _LARGE_ROWS + 1):
        entry = entries[row % len(entries)]
        name = f"{entry.name}（{row % 97}）" if row % 10 == 0 else entry.name
        cells = (f"行业{row // 1000}", name, entry.code, "★" * (1 + row % 5), "硕士", "3年及以上")
        sheet.write_row(row, 0, [row, *cells, f"具备第 {row} 项能力。"])
    book.close()


PARTS = {"matrix": matrix, "speed": speed, "large": large}

if __name__ == "__main__":
    chosen = [PARTS[sys.argv[1].lstrip("-")]] if len(sys.argv) > 1 else list(PARTS.values())
    sys.exit(max(part() for part in chosen))
