"""CSV, and plain text in which a table is only characters."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator

from bench.unseen_catalogues.printing.layout import blocks
from bench.unseen_catalogues.sheet import Grid, Sheet, flat

Lines = list[list[str]]

_WRAP = 8
"""Characters in a line of a wrapped cell."""


def print_csv(sheet: Sheet) -> bytes:
    """Return the file as a spreadsheet saves it: every line is a row of one width."""
    separator = ";" if sheet.options & {"sep_line", "semicolons"} else ","
    separator = "\t" if "tabs_in_csv" in sheet.options else separator
    buffer = io.StringIO()
    if "sep_line" in sheet.options:
        buffer.write(f"sep={separator}\r\n")
    laid_out = blocks(sheet)
    width = max((block.width for block in laid_out if isinstance(block, Grid)), default=1)
    writer = csv.writer(buffer, delimiter=separator)
    for block in laid_out:
        rows = _words(block) if isinstance(block, Grid) else [[block]]
        writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return _encoded(buffer.getvalue(), sheet)


def print_txt(sheet: Sheet) -> bytes:
    """Return the lines, the table in the way that an option names, else parted by tabs."""
    way = next((write for name, write in _WAYS.items() if name in sheet.options), _tabs)
    lines: list[str] = []
    for block in blocks(sheet):
        lines += way(_words(block)) if isinstance(block, Grid) else [block]
    return _encoded("\r\n".join(lines) + "\r\n", sheet)


def _encoded(text: str, sheet: Sheet) -> bytes:
    if "gb18030" in sheet.options:
        return text.encode("gb18030")
    return text.encode("utf-16" if "tabs_in_csv" in sheet.options else "utf-8-sig")


def _words(grid: Grid) -> Lines:
    return [[cell.text if cell else "" for cell in row] for row in flat(grid)]


def _tabs(rows: Lines) -> Iterator[str]:
    return ("\t".join(row) for row in rows)


def _markdown(rows: Lines) -> Iterator[str]:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    yield ""
    yield head
    yield f"|{'---|' * len(rows[0])}"
    yield from body
    yield ""


def _pipes(rows: Lines) -> Iterator[str]:
    return ("|".join(row) for row in rows)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WFA" else 1 for each in text)


def _padded(rows: Lines) -> Lines:
    widths = [max(_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        [word + " " * (width - _width(word)) for word, width in zip(row, widths, strict=True)]
        for row in rows
    ]


def _by_position(rows: Lines) -> Iterator[str]:
    return ("   ".join(row).rstrip() for row in _padded(rows))


def _drawn(rows: Lines) -> Iterator[str]:
    padded = _padded(rows)
    rules = ["─" * (-(-_width(word) // 2)) for word in padded[0]]
    yield f"┌{'┬'.join(rules)}┐"
    for number, row in enumerate(padded):
        if number:
            yield f"├{'┼'.join(rules)}┤"
        yield f"│{'│'.join(row)}│"
    yield f"└{'┴'.join(rules)}┘"


def _one_a_line(rows: Lines) -> Iterator[str]:
    return (word for row in rows for word in row)


def _wrapped(rows: Lines) -> Iterator[str]:
    for row in rows:
        yield "\t".join(
            "\n".join(word[at : at + _WRAP] for at in range(0, len(word), _WRAP)) for word in row
        )


_WAYS: dict[str, Callable[[Lines], Iterator[str]]] = {
    "markdown": _markdown,
    "pipes": _pipes,
    "box_drawing": _drawn,
    "by_position": _by_position,
    "one_cell_a_line": _one_a_line,
    "wrapped": _wrapped,
}
