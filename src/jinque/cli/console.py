"""The terminal: widths, colours and safe text. Imports Rich, so commands import it late."""

import re
import shutil
from collections.abc import Iterable, Sequence
from typing import IO, cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

# Of a pipe the width is not known; a reader of a log or of a pager has about as much.
WIDTH_OF_A_PIPE = 100
# Below this many columns a table of five columns can no longer be read.
NARROW = 72
_WIDEST_LABEL = 30

# A source may hold control characters, which a terminal would obey.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_BLANKS_AT_THE_END = re.compile(r" +(?=\n)")

Fields = Sequence[tuple[str, str | Text]]


def console(stream: IO[str]) -> Console:
    """Return a console on a stream: colour on a terminal only, nothing taken for markup."""
    if stream.isatty():
        return Console(file=stream, markup=False, highlight=False, emoji=False)
    width = shutil.get_terminal_size((WIDTH_OF_A_PIPE, 0)).columns
    trimmed = cast("IO[str]", _Trimmed(stream))
    return Console(file=trimmed, width=width, markup=False, highlight=False, emoji=False)


class _Trimmed:
    """A stream without the blanks with which Rich fills lines up to the width."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(_BLANKS_AT_THE_END.sub("", text))

    def flush(self) -> None:
        self._stream.flush()


def plain(text: str, style: str = "") -> Text:
    """Return a text that a terminal shows as it is, without control characters."""
    return Text(_CONTROL.sub("\ufffd", text), style=style)


def show_fields(screen: Console, fields: Fields, indent: int = 2) -> None:
    """Print labels with their values side by side, or below each other where space is short."""
    if screen.width >= NARROW:
        show_side_by_side(screen, fields, indent)
        return
    for label, value in fields:
        screen.print(Padding(plain(label, "dim"), (0, 0, 0, indent)))
        screen.print(Padding(_shown(value), (0, 0, 0, indent + 2)))


def show_side_by_side(screen: Console, fields: Fields, indent: int = 2) -> None:
    """Print short labels in one column and their values in another."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=_WIDEST_LABEL, style="dim")
    grid.add_column(overflow="fold")
    for label, value in fields:
        grid.add_row(plain(label), _shown(value))
    screen.print(Padding(grid, (0, 0, 0, indent)))


def show_table(screen: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; where space is short each row becomes a block of labelled lines."""
    if screen.width < NARROW:
        for row in rows:
            screen.print(plain(row[0], "bold"))
            show_side_by_side(screen, list(zip(headings[1:], row[1:], strict=True)))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(plain(value) for value in row))
    screen.print(table)


def _shown(value: str | Text) -> Text:
    text = value if isinstance(value, Text) else plain(value)
    text.overflow = "fold"
    return text
