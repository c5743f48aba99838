"""The five documents in every format and style: what comes back exactly, and how fast.

    python bench/formats.py [matrix|speed|large]

`matrix` prints the cells that equal those of the text export, of all; `speed` the rows a second
beside the plain call of the library that is used and the share of cells that each gets right;
`large` a workbook of 200,000 rows.
"""

import io
import resource
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
from lxml import etree
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from jinque.documents import read
from jinque.model import Document, Table
from tests.rendering.comparing import FORMATS, compare, read_back, render
from tests.rendering.printed import EDITIONS, printed
from tests.rendering.styles import STYLES

Rows = list[list[str]]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_RUNS = 7
_LONGEST = 5.0
_LARGE_ROWS = 200_000
_MERGED = next(style for style in STYLES if style.name == "merged")


def matrix() -> int:
    """Print equal cells of all cells, a line for each style, a column for each edition."""
    faults = 0
    for kind in FORMATS:
        print(f"\n{kind:14}" + "".join(f"{edition:>18}" for edition in EDITIONS))
        for style in STYLES:
            shown = []
            for edition in EDITIONS:
                reading = read_back(render(edition, kind, style), edition, f"目录.{kind}")
                one = compare(reading, edition, style)
                faults += not one.is_equal
                rows = "" if one.rows == one.rows_equal else f" ({one.rows_equal}/{one.rows} rows)"
                shown.append(f"{one.cells_equal}/{one.cells}{rows}")
            print(f"{style.name:14}" + "".join(f"{text:>18}" for text in shown))
    print(f"\n{len(FORMATS) * len(STYLES) * len(EDITIONS)} files, {faults} not exact")
    return int(faults > 0)


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
    """Print time and memory of a large workbook, each library in a process of its own."""
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else None  # noqa: PLR2004
    if path:
        begun = time.process_time()
        call = by_calamine if sys.argv[3] == "calamine" else _only_read
        count = len(call(path.read_bytes()))
        seconds = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{sys.argv[3]:10} {count:,} rows {seconds:6.2f} s {memory:5} MiB")
        return 0
    made = Path(sys.argv[0]).parent / "large.xlsx"
    try:
        _write_large(made)
        for name in ("calamine", "jinque"):
            subprocess.run([sys.executable, __file__, "large", str(made), name], check=True)
    finally:
        made.unlink(missing_ok=True)
    return 0


def _only_read(data: bytes) -> Rows:
    [table] = [block for block in read(data).blocks if isinstance(block, Table)]
    return [[] for _ in table.rows]


def _write_large(path: Path) -> None:
    cells = (
        "装备制造",
        "智能制造工程技术人员",
        "2-02-07-13",
        "★★★★★",
        "硕士",
        "3年及以上",
        "具备能力。",
    )
    book = Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(
        0, 0, ["序号", "行业", "岗位名称", "职业编号", "紧缺程度", "学历", "经历", "能力要求"]
    )
    for row in range(1, _LARGE_ROWS + 1):
        sheet.write_row(row, 0, [row, *cells])
    book.close()


PARTS = {"matrix": matrix, "speed": speed, "large": large}

if __name__ == "__main__":
    chosen = [PARTS[sys.argv[1]]] if len(sys.argv) > 1 else list(PARTS.values())
    sys.exit(max(part() for part in chosen))
