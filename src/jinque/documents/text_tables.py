"""Tables that are only characters: pipes, drawn lines, columns by position, one cell a line.

Nothing is guessed: every line of a table must agree with the others, or the text is left to the
reader of exports. Cells point into the text as it stands.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinque.model import Block, Cell, Paragraph, Row, Span, Table
from jinque.text import fold, join_wrapped, read_ordinal

_PIPES = "|｜│┃║"
_PIPE = re.compile(f"[{_PIPES}]")
_RULE = re.compile(r"[\s|｜:：+\-=_─━═┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╭╮╰╯┏┳┓┣╋┫┗┻┛│┃║]+")
_GAP = re.compile(r"\S[ \u3000\u00a0]{2,}\S")
_SERIAL_ROW = re.compile(r"(\d{1,4})\t")
_LEAST_ROWS, _LEAST_COLUMNS, _LONGEST_HEAD = 3, 2, 16
_LEAST_PERIOD, _MOST_COLUMNS = 3, 40
_LEAST_GAP = 2
_LEAST_RAGGED, _MOST_WIDTHS = 4, 2
_LONGEST_SERIAL = 8
_SENTENCE = re.compile("[。；！？]")
_LABEL = re.compile("[^：:，。；]{1,6}[：:]")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text: str


@dataclass(slots=True)
class _Found:
    """A table in the lines from `begin` to `end`, the end excluded."""

    begin: int
    end: int
    rows: list[list[Cell]]


def read_text_tables(text: str) -> tuple[Block, ...]:
    """Return paragraphs and tables in printed order; nothing where no table is certain."""
    lines = list(_lines(text))
    found = list(_wrapped(lines, text)) if "\t" in text else list(_without_tabs(lines))
    if not found:
        return tuple(_paragraphs(lines)) if is_ragged(text) else ()
    blocks: list[Block] = []
    place = 0
    for table in found:
        blocks += _paragraphs(lines[place : table.begin])
        blocks.append(_table(table.rows))
        place = table.end
    return (*blocks, *_paragraphs(lines[place:]))


def is_ragged(text: str) -> bool:
    """Tell whether lines with tabs are pieces of wrapped rows, whose cells nobody can tell.

    An export of a word processor has one count of tabs in most lines, or lines that begin with one.
    """
    lines = text.split("\n")
    counts = Counter(line.count("\t") for line in lines if "\t" in line)
    tabbed = counts.total()
    indented = sum(line.lstrip(" \u3000").startswith("\t") for line in lines)
    if tabbed < _LEAST_RAGGED or 2 * indented > tabbed:
        return False
    between = sum(
        bool(line.strip()) and "\t" not in line and "\t" in before
        for before, line in pairwise(lines)
    )
    most = counts.most_common(1)[0][1]
    return len(counts) > _MOST_WIDTHS and 3 * most <= 2 * tabbed and between > 0


def _without_tabs(lines: Sequence[_Line]) -> Iterator[_Found]:
    for find in (_piped, _positioned):
        found = list(find(lines))
        if found:
            return iter(found)
    return _listed(lines)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield _Line(number, start, line)
        start += len(line) + 1


def _paragraphs(lines: Sequence[_Line]) -> Iterator[Block]:
    for line in lines:
        words = line.text.replace("\t", " ").strip()
        if words and not _RULE.fullmatch(line.text):
            yield Paragraph(text=words, span=_cell(line, 0, len(line.text)).span)


def _cell(line: _Line, begin: int, end: int) -> Cell:
    piece = line.text[begin:end]
    begin += len(piece) - len(piece.lstrip())
    words = piece.strip()
    start = line.start + begin
    span = Span(line_start=line.number, line_end=line.number, start=start, end=start + len(words))
    return Cell(text=words, span=span)


def _table(rows: Sequence[Sequence[Cell]]) -> Table:
    made = tuple(Row(cells=tuple(cells), span=cells[0].span.to(cells[-1].span)) for cells in rows)
    return Table(rows=made, span=made[0].span.to(made[-1].span))


def _piped(lines: Sequence[_Line]) -> Iterator[_Found]:
    """Yield runs of lines with the same number of pipes; lines of rules belong to them."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and _is_piped(lines[end].text):
            end += 1
        table = _of_pipes(lines, place, end)
        if table:
            yield table
        place = max(end, place + 1)


def _is_piped(text: str) -> bool:
    is_rule = bool(_RULE.fullmatch(text)) and any(one in text for one in "-─━═")
    return is_rule or _PIPE.search(text) is not None


def _of_pipes(lines: Sequence[_Line], begin: int, end: int) -> _Found | None:
    groups: list[list[list[Cell]]] = [[]]
    for line in lines[begin:end]:
        if _RULE.fullmatch(line.text) and line.text.strip(_PIPES + " "):
            groups.append([])
        else:
            groups[-1].append(_split(line))
    groups = [group for group in groups if group]
    rows = [row for group in groups for row in group]
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < _LEAST_COLUMNS:
        return None
    if len(groups) >= _LEAST_ROWS:
        rows = [_one_row(group) for group in groups]
    return _Found(begin, end, rows) if len(rows) >= _LEAST_ROWS else None


def _one_row(lines: Sequence[list[Cell]]) -> list[Cell]:
    """Join the lines between two drawn rules, in which the cells of one row wrap."""
    row = lines[0]
    for more in lines[1:]:
        row = [_joined(one, other) for one, other in zip(row, more, strict=True)]
    return row


def _joined(cell: Cell, more: Cell) -> Cell:
    if not more.text:
        return cell
    if not cell.text:
        return more
    return Cell(text=f"{cell.text}\n{more.text}", span=cell.span.to(more.span))


def _split(line: _Line) -> list[Cell]:
    """Cut a line at its pipes; those at both its ends close it."""
    text = line.text
    bounds = [found.start() for found in _PIPE.finditer(text)]
    begin = len(text) - len(text.lstrip())
    is_closed = bool(bounds) and bounds[0] == begin and bounds[-1] == len(text.rstrip()) - 1
    if not is_closed or len(bounds) == 1:
        bounds = [-1, *bounds, len(text)]
    return [_cell(line, one + 1, other) for one, other in pairwise(bounds)]


def _positioned(lines: Sequence[_Line]) -> Iterator[_Found]:
    """Yield runs of lines whose columns stand under each other, wide characters counted twice."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and _GAP.search(lines[end].text.strip()):
            end += 1
        table = _of_positions(lines, place, end) if end - place >= _LEAST_ROWS else None
        if table:
            yield table
        place = max(end, place + 1)


def _of_positions(lines: Sequence[_Line], begin: int, end: int) -> _Found | None:
    used: set[int] = set()
    places = []
    for line in lines[begin:end]:
        columns = _columns(line.text)
        places.append(columns)
        used |= {one for one, letter in columns if not letter.isspace()}
    bounds = _bounds(used)
    if not _LEAST_COLUMNS <= len(bounds) <= _MOST_COLUMNS:
        return None
    rows = [
        [_between(line, columns, bound) for bound in bounds]
        for line, columns in zip(lines[begin:end], places, strict=True)
    ]
    is_headed = all(cell.text and len(cell.text) <= _LONGEST_HEAD for cell in rows[0])
    is_filled = all(sum(bool(cell.text) for cell in row) * 2 > len(row) for row in rows)
    is_whole = not any(re.search(r"[ \u3000]{2,}", cell.text) for row in rows for cell in row)
    return _Found(begin, end, rows) if is_headed and is_filled and is_whole else None


def _columns(text: str) -> list[tuple[int, str]]:
    """Return the column of the screen in which each character stands."""
    column, found = 0, []
    for letter in text:
        found.append((column, letter))
        is_wide = unicodedata.east_asian_width(letter) in "WFA"
        if is_wide and not letter.isspace():
            found.append((column + 1, letter))
        column += 2 if is_wide else 1
    return found


def _bounds(used: set[int]) -> list[tuple[int, int]]:
    """Return first and last column of each run, parted by at least two blank ones."""
    bounds: list[tuple[int, int]] = []
    for column in sorted(used):
        if bounds and column - bounds[-1][1] <= _LEAST_GAP:
            bounds[-1] = (bounds[-1][0], column)
        else:
            bounds.append((column, column))
    return bounds


def _between(line: _Line, columns: list[tuple[int, str]], bound: tuple[int, int]) -> Cell:
    column, first, last = 0, None, 0
    for place, letter in enumerate(line.text):
        if bound[0] <= column <= bound[1] and not letter.isspace():
            first, last = (place if first is None else first), place + 1
        column += 2 if unicodedata.east_asian_width(letter) in "WFA" else 1
    end = min(len(line.text), len(columns))
    return _cell(line, first, last) if first is not None else _cell(line, end, end)


def _listed(lines: Sequence[_Line]) -> Iterator[_Found]:
    """Yield the table of a text with one cell a line, whose serials come at equal distances."""
    ones = [place for place, line in enumerate(lines) if _serial_of(line) == "1"]
    for first in ones:
        for period in range(_LEAST_PERIOD, min(first, _MOST_COLUMNS) + 1):
            table = _of_period(lines, first, period)
            if table:
                yield table
                return


def _serial_of(line: _Line) -> str:
    """Return a line as a serial in digits, out of its brackets."""
    return fold(line.text).strip("().,") if len(line.text) <= _LONGEST_SERIAL else ""


def _of_period(lines: Sequence[_Line], first: int, period: int) -> _Found | None:
    count = 0
    while (place := first + count * period) + period <= len(lines):
        if _serial_of(lines[place]) != str(count + 1):
            break
        count += 1
    head = [line.text.strip() for line in lines[first - period : first]]
    is_head = all(word and len(word) <= _LONGEST_HEAD and not word.isdecimal() for word in head)
    if count < _LEAST_ROWS or not is_head or any(map(_SENTENCE.search, head)):
        return None
    begin, end = first - period, first + count * period
    rows = [
        [_cell(line, 0, len(line.text)) for line in lines[place : place + period]]
        for place in range(begin, end, period)
    ]
    return _Found(begin, end, rows)


def _wrapped(lines: Sequence[_Line], text: str) -> Iterator[_Found]:
    """Yield tables of tabs whose cells wrap over lines: each row begins with its serial."""
    runs = list(_serial_runs(lines))
    floors = [0, *(run[-1] + 1 for run in runs)]
    found = [
        table
        for run, floor in zip(runs, floors, strict=False)
        for table in [_of_wraps(lines, run, floor, text)]
        if table
    ]
    bodies = [row for table in found for row in table.rows[:-1]]
    if any(row[0].span.line_start != row[-1].span.line_end for row in bodies):
        yield from found


def _serial_runs(lines: Sequence[_Line]) -> Iterator[list[int]]:
    """Yield the places of lines that begin with 1, 2, 3 …, all of one style; each 1 begins a run.

    A number written otherwise (`06` among 1, 2, 3) is the end of a code that wraps.
    """
    run: list[int] = []
    first = ""
    for place, line in enumerate(lines):
        found = _SERIAL_ROW.match(line.text)
        number = found[1] if found else ""
        if number and int(number) == 1 and first in {"", number}:
            if run:
                yield run
            run, first = [place], number
        elif run and number == str(len(run) + 1).zfill(len(first)):
            run.append(place)
    if run:
        yield run


def _of_wraps(lines: Sequence[_Line], starts: list[int], floor: int, text: str) -> _Found | None:
    """Return the table of one run of serials, its head in the lines from `floor` on."""
    if len(starts) < _LEAST_ROWS:
        return None
    end = _end_of_last(lines, starts)
    bounds = [*starts, end]
    pieces = [lines[one:other] for one, other in pairwise(bounds)]
    widths = {sum(line.text.count("\t") for line in piece) for piece in pieces}
    if len(widths) != 1:
        return None
    begin, tabs = starts[0], 0
    while begin > floor and tabs < min(widths):
        begin -= 1
        tabs += lines[begin].text.count("\t")
    if tabs != min(widths):
        return None
    rows = [_unwrapped(piece, text) for piece in (lines[begin : starts[0]], *pieces)]
    return _Found(begin, end, rows)


def _end_of_last(lines: Sequence[_Line], starts: Sequence[int]) -> int:
    """Return where the last row ends: it has as many tabs as the first, and no blank line."""
    tabs = sum(line.text.count("\t") for line in lines[starts[0] : starts[1]])
    end, seen = starts[-1], 0
    while end < len(lines) and seen < tabs:
        seen += lines[end].text.count("\t")
        end += 1
    longest = max(len(line.text.split("\t")[-1]) for line in lines[starts[0] : end])
    is_wrapped = starts[-1] - starts[0] >= len(starts)
    while is_wrapped and _may_go_on(lines, end) and _goes_on(lines[end - 1], longest):
        end += 1
    return end


def _may_go_on(lines: Sequence[_Line], end: int) -> bool:
    """Tell whether a line may be the rest of a cell: it is no note, heading or row."""
    words = lines[end].text.strip() if end < len(lines) else ""
    return bool(words) and "\t" not in words and not _LABEL.match(words) and not read_ordinal(words)


def _goes_on(line: _Line, longest: int) -> bool:
    """Tell whether a line is as long as wrapped ones are, so that its cell may go on below."""
    return len(line.text.split("\t")[-1]) >= longest > 1


def _unwrapped(lines: Sequence[_Line], text: str) -> list[Cell]:
    cells: list[Cell] = []
    start = lines[0].start
    line = lines[0].number
    end = lines[-1].start + len(lines[-1].text)
    for piece in text[start:end].split("\t"):
        last = line + piece.count("\n")
        span = Span(line_start=line, line_end=last, start=start, end=start + len(piece))
        words = [one.strip() for one in piece.split("\n") if one.strip()]
        cells.append(Cell(text=join_wrapped(words) if words else "", span=span))
        line, start = last, start + len(piece) + 1
    return cells
