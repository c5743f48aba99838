"""Tables that could not be read, that may go on from another, or that end too early."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from jinque.extraction.checks.places import at_citation
from jinque.extraction.columns import position
from jinque.extraction.events import AlignedRow, Event, Reject, Segment
from jinque.model import Citation, Document, Issue, Row, Severity, Span
from jinque.text import drop_blanks

_MOST_WORDS = 12
_LEAST_ROWS_ABOVE = 3
_OPEN_ENDS = ("，", "、", "；", "：", ",", "（", "(")


def check_tables(events: Sequence[Event], document: Document) -> Iterator[Issue]:
    """Report tables without a known header row, doubtful continuations, and a table cut short."""
    for is_unread, run in groupby(events, key=_is_unread):
        if is_unread:
            yield _not_recognised(
                [event.row for event in run if isinstance(event, Reject)], document
            )
    segments = [one for one in events if isinstance(one, Segment)]
    yield from _continuations(segments, document)
    if segments and _is_cut(segments[-1]):
        yield _cut(segments[-1].rows[-1], document)


def _is_unread(event: Event) -> bool:
    return isinstance(event, Reject) and not event.has_columns


def _not_recognised(rows: Sequence[Row], document: Document) -> Issue:
    texts = [drop_blanks(cell.text) for cell in rows[0].cells if cell.text]
    shown = "、".join(texts[:_MOST_WORDS])
    return at_citation(
        _cite(rows[0].span, document),
        "table_not_recognised",
        Severity.ERROR,
        zh=f"认不出这个表格的表头，{len(rows)} 行未收入；第一行是“{shown}”。"
        "请指定哪一栏是岗位名称，或把表头加进词表。",
        en=f"The header row of this table is not recognised; {len(rows)} rows are left out. It "
        f"begins “{shown}”. Say which column holds the names of the posts, or add its headings "
        "to the vocabulary.",
    )


def _continuations(segments: Sequence[Segment], document: Document) -> Iterator[Issue]:
    """Report a table without a header row whose serials do not show that it goes on."""
    for before, segment in pairwise(segments):
        if segment.is_headless and _is_doubtful(before, segment):
            yield at_citation(
                _cite(segment.rows[0].span, document),
                "table_continuation_doubtful",
                Severity.WARNING,
                zh="这个表格没有表头，按上一个表格的各栏读取；没有序号能证明它是续表，请核对。",
                en="This table has no header row and is read under the headings of the one "
                "before; no serial shows that it goes on from there. Check it.",
            )


def _is_doubtful(before: Segment, segment: Segment) -> bool:
    last, first = _serial(before, before.rows[-1]), _serial(segment, segment.rows[0])
    is_proven = first is not None and last is not None and first == last + 1
    return segment.rows[0].span.place is not None and not is_proven


def _is_cut(segment: Segment) -> bool:
    """Tell whether the last row stops in the middle: nothing in the last column that all rows fill.

    Or a word of its last cell is open: it ends with a comma, where no cell above does.
    """
    *above, last = segment.rows
    if len(above) < _LEAST_ROWS_ABOVE:
        return False
    filled = [place for place in range(len(segment.columns)) if all(_text(r, place) for r in above)]
    if not filled:
        return False
    place = filled[-1]
    is_open = _text(last, place).endswith(_OPEN_ENDS)
    is_usual = any(_text(row, place).endswith(_OPEN_ENDS) for row in above)
    return not _text(last, place) or (is_open and not is_usual)


def _text(row: AlignedRow, place: int) -> str:
    cell = row.cells[place]
    return cell.text if cell else ""


def _cut(row: AlignedRow, document: Document) -> Issue:
    return at_citation(
        _cite(row.span, document),
        "table_cut",
        Severity.WARNING,
        zh="最后一行在中途结束：前面各行都有内容的最后一栏，这一行没有写完。文件可能不全，"
        "请与原件核对。",
        en="The last row stops in the middle: the last column that every row above fills is not "
        "complete here. The file may be cut short; compare it with the original.",
    )


def _serial(segment: Segment, row: AlignedRow) -> int | None:
    place = position(segment.columns, "serial")
    cell = row.cells[place] if place is not None else None
    digits = drop_blanks(cell.text) if cell else ""
    return int(digits) if digits.isdecimal() else None


def _cite(span: Span, document: Document) -> Citation:
    return Citation(source_sha256=document.source_sha256, span=span, quote=document.slice(span))
