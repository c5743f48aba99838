"""Rows that a page break cut in two: which first row of a page continues the row before it."""

from collections.abc import Sequence
from itertools import pairwise

from jinque.documents.pdf.table import TableRow, Text

_LEAST_ROWS = 2
_ALWAYS = 0.98
_RAN_ON = 0.75
_MOSTLY = 0.8
_FULL = 1.3  # room behind a line that had to be wrapped, in sizes of its type
_SERIAL_COLUMNS = 3


def rejoined(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of a table with the cut ones put together.

    A seam continues the row before it when no line closes that at the end of its page. Where lines
    close every page, the serials tell; a title across all columns never continues another row.
    Without serials each of its cells must continue a text that went on to the end of the page, and
    a column that every row fills must be blank in it, or all those texts end with a full line.

    Args:
        rows: those marked as seams are the first of their page.
    """
    whole = [row for row in rows if not row.is_seam]
    always = [c for c in range(len(rows[0].places)) if _is_always_filled(c, whole)]
    counted = _counted_column(whole)
    is_closing = not any(rows[-1].ends_open())
    kept: list[TableRow] = []
    heads: list[TableRow] = []
    for index, row in enumerate(rows):
        if is_closing and any(row.openings):
            is_rest = all(row.openings)
        else:
            is_rest = row.is_seam and _continues(kept, rows[index:], always, counted)
        if is_rest:
            heads += row.heads
            for column, place in enumerate(row.places):
                if isinstance(place, Text) and place.moved_to is None:
                    kept[-1].text_at(column).take(place, shared=1)
        else:
            row.heads, heads = heads + row.heads, []
            kept.append(row)
    return kept


def _continues(
    kept: Sequence[TableRow], rest: Sequence[TableRow], always: list[int], counted: int | None
) -> bool:
    if rest[0].shape() != kept[-1].shape():
        return False
    own = {c: place for c, place in enumerate(rest[0].places) if isinstance(place, Text)}
    own = {column: text for column, text in own.items() if text.moved_to is None}
    filled = [column for column, text in own.items() if text.lines]
    if not filled:
        return True
    if counted is not None and not all(rest[0].shape()[1:]):
        verdict = _by_count(kept, rest, counted)
        if verdict is None and counted in always and counted not in filled:
            verdict = all(kept[-1].text_at(column).lines for column in filled)
        if verdict is not None:
            return verdict
    if not _ran_on(kept[-1], filled):
        return False
    is_lacking = any(column in own and column not in filled for column in always)
    return is_lacking or _was_wrapped(kept[-1], filled)


def _by_count(kept: Sequence[TableRow], rest: Sequence[TableRow], column: int) -> bool | None:
    """Count the rows between the serials around a seam; None where they do not tell."""
    if _number(rest[0], column) is not None:
        return False
    before = next((i for i, row in enumerate(reversed(kept)) if _number(row, column)), None)
    behind = next((i for i, row in enumerate(rest) if _number(row, column)), None)
    if before is None or behind is None or any(row.is_seam for row in rest[1:behind]):
        return None
    first, last = _number(kept[-1 - before], column), _number(rest[behind], column)
    missing = (last or 0) - (first or 0) - before - behind
    return {0: True, 1: False}.get(missing)


def _ran_on(last: TableRow, filled: Sequence[int]) -> bool:
    """Tell whether the texts above go on to the last line of their row."""
    tallest = max(last.text_at(column).part for column in range(len(last.places)))
    return all(last.text_at(column).part >= _RAN_ON * tallest for column in filled)


def _was_wrapped(last: TableRow, filled: Sequence[int]) -> bool:
    """Tell whether the texts above end where a line must be wrapped; one may end a paragraph."""
    texts = (last.text_at(column) for column in filled)
    return sum(not text.rooms or text.rooms[-1] > _FULL for text in texts) <= 1


def _is_always_filled(column: int, rows: Sequence[TableRow]) -> bool:
    filled = sum(bool(row.text_at(column).lines) for row in rows)
    return len(rows) >= _LEAST_ROWS and filled >= _ALWAYS * len(rows)


def _number(row: TableRow, column: int) -> int | None:
    place = row.places[column]
    text = "".join(place.lines) if isinstance(place, Text) else ""
    return int(text) if text.isdecimal() and text.isascii() else None


def _counted_column(rows: Sequence[TableRow]) -> int | None:
    """Return the column that numbers the rows, or None."""
    for column in range(min(_SERIAL_COLUMNS, len(rows[0].places)) if rows else 0):
        numbers = [number for row in rows if (number := _number(row, column)) is not None]
        steps = [two > one for one, two in pairwise(numbers)]
        if len(steps) >= _LEAST_ROWS and sum(steps) >= _MOSTLY * len(steps):
            return column
    return None
