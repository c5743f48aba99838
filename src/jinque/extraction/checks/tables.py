"""Tables that could not be read, that may go on from another, or that end too early.

Columns that a person should settle: unknown, uncertain, or one of several.

What the reader of the file noticed, as issues of the edition.

Columns that fall from row to row in most sections, and the rows that break the order.

Rows that became no post, and cells whose value could not be read.

Headings that were lost, inferred, or are missing from their numbering.

Serials: printed or computed, without gaps, each once.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from jinque.extraction.checks.places import at_citation, at_post, at_section, runs
from jinque.extraction.columns import SURE, position
from jinque.extraction.columns.naming import is_dash, looks_like, read_serial, star_count
from jinque.extraction.likeness import Unlike
from jinque.extraction.outline import AlignedRow, Event, Reject, Segment
from jinque.extraction.pay import is_pay
from jinque.extraction.shortage import is_label, read_index
from jinque.locale import Sentence, clauses, joined, say, say_in
from jinque.model import (
    Citation,
    Document,
    Edition,
    Issue,
    Kind,
    Post,
    PrintedCell,
    ReadingNotice,
    Row,
    Section,
    Severity,
    Span,
    Status,
)
from jinque.model.post import ColumnReading
from jinque.parameters import load_vocabulary
from jinque.text import Ordinal, drop_blanks, fold, read_ordinal, strip_ordinal


def check_columns(columns: Iterable[ColumnReading]) -> Iterator[Issue]:
    """Ask about each column whose role is not sure; blank columns without a heading are none."""
    for column in columns:
        if column.is_settled:
            continue
        if column.role == "evidence" and column.confidence < SURE:
            yield _unread(column)
        elif column.role and column.confidence < SURE:
            yield _uncertain(column)
        elif column.role is None and set(column.proposals) - _OF_LEVELS:
            yield _ambiguous(column)
        elif column.role is None and (column.heading or column.filled):
            yield _unknown(column)


_OF_LEVELS = {"industry"}
"""Roles that a coarser column beside the one that is read has too; nothing is asked about it."""


def _uncertain(column: ColumnReading) -> Issue:
    name = load_vocabulary().role_names[column.role or ""]
    reasons = _reasons(column)
    return at_citation(
        column.citation,
        "column_uncertain",
        Severity.WARNING,
        message=say(
            "“{heading}” is read as the {name}, {confidence:.0%} sure: {reasons}. Check "
            "it, and say what the column is if this is wrong.",
            heading=column.heading,
            confidence=column.confidence,
            name=name,
            reasons=reasons,
        ),
    )


def _ambiguous(column: ColumnReading) -> Issue:
    names = [load_vocabulary().role_names[role] for role in column.proposals]
    reasons = _reasons(column)
    return at_citation(
        column.citation,
        "column_ambiguous",
        Severity.WARNING,
        message=say(
            "“{heading}” may be the {names} ({reasons}); it is kept as printed and not "
            "read. Say what the column is.",
            heading=column.heading,
            names=joined(names),
            reasons=reasons,
        ),
    )


def _unread(column: ColumnReading) -> Issue:
    """Report a demand that is kept and not read: no verdict is a bare match over it."""
    return at_citation(
        column.citation,
        "column_unknown",
        Severity.WARNING,
        message=say(
            "“{heading}” seems to demand something of people and is unread; its words "
            "stand among the conditions that people must judge. Say what the column is.",
            heading=column.heading,
        ),
    )


def _unknown(column: ColumnReading) -> Issue:
    reasons = _reasons(column)
    heading = column.heading or say("(no heading)")
    return at_citation(
        column.citation,
        "column_unknown",
        Severity.INFO,
        message=say(
            "“{heading}”: {reasons}; it is kept as printed and not read. If it matters, "
            "say what it is, or add the heading to the vocabulary.",
            heading=heading,
            reasons=reasons,
        ),
    )


def _reasons(column: ColumnReading) -> Sentence:
    return clauses(column.reasons)


_BESIDE_THE_WORDS = "pictures_not_read tracked_changes form_left_out signature_not_checked"
_WORTH_KNOWING = frozenset((*_BESIDE_THE_WORDS.split(), "annotations_not_read"))


def check_notices(edition: Edition, document: Document) -> Iterator[Issue]:
    """Report each notice at the post that it touches, or else at its own words."""
    rows = _Rows(edition.posts)
    for notice in document.notices:
        severity = Severity.INFO if notice.code in _WORTH_KNOWING else Severity.WARNING
        message = notice.message
        post = rows.around(notice.span)
        if post:
            yield at_post(post, notice.code, severity, message=message)
        else:
            yield at_citation(_citation(document, notice), notice.code, severity, message=message)


class _Rows:
    """The rows of the posts by where they begin; no two of them overlap."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._posts = sorted(posts, key=lambda post: post.citation.span.start)
        self._starts = [post.citation.span.start for post in self._posts]

    def around(self, span: Span | None) -> Post | None:
        """Return the post whose row holds all of a span."""
        place = bisect_right(self._starts, span.start) if span else 0
        if span is None or not place:
            return None
        post = self._posts[place - 1]
        return post if span.end <= post.citation.span.end else None


def _citation(document: Document, notice: ReadingNotice) -> Citation | None:
    if notice.span is None:
        return None
    return Citation(
        source_sha256=document.source_sha256,
        span=notice.span,
        quote=document.slice(notice.span),
    )


_LEAST_SHARE = 0.8
_LEAST_ROWS = 3

_Measure = Callable[[Post], float | None]


def check_order(edition: Edition) -> Iterator[Issue]:
    """Report rows that rise in a column which descends in at least 80 % of its sections.

    Ties do not break the order. Sections of fewer than three valued rows say nothing about it.
    """
    measures: tuple[tuple[Sentence, _Measure], ...] = (
        (say_in("column", "index"), _index),
        (say("shortage"), _value),
        (say("pay"), _pay),
    )
    for what, measure in measures:
        sections = [_valued(run, measure) for run in runs(edition)]
        sections = [section for section in sections if len(section) >= _LEAST_ROWS]
        breaks = [list(_breaks(section)) for section in sections]
        falling = sum(not found for found in breaks)
        if sections and falling >= _LEAST_SHARE * len(sections):
            for before, post, above, value in (entry for found in breaks for entry in found):
                yield at_post(
                    post,
                    "order_broken",
                    Severity.WARNING,
                    message=say(
                        "The {what} falls in {falling:d} of {n:d} sections, but {value:g} "
                        "here is above the {above:g} of the row before.",
                        n=len(sections),
                        falling=falling,
                        value=value,
                        above=above,
                        what=what,
                        name=before.name,
                    ),
                )


def _valued(run: list[Post], measure: _Measure) -> list[tuple[Post, float]]:
    return [(post, value) for post in run if (value := measure(post)) is not None]


def _breaks(section: list[tuple[Post, float]]) -> Iterator[tuple[Post, Post, float, float]]:
    for (before, above), (post, value) in pairwise(section):
        if value > above:
            yield before, post, above, value


def _index(post: Post) -> float | None:
    return post.shortage.index if post.shortage else None


def _value(post: Post) -> float | None:
    return post.shortage.value if post.shortage else None


def _pay(post: Post) -> float | None:
    return post.pay_cny_10k_year


_DATE = re.compile(r"(200\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00:00)?")
_READ_ROLES = ("serial", "code", "shortage", "index", "pay")


def check_rejects(rejects: Sequence[Row], document: Document) -> Iterator[Issue]:
    """Report each rejected row with its raw words, so that nothing is lost."""
    for row in rejects:
        citation = Citation(
            source_sha256=document.source_sha256, span=row.span, quote=document.slice(row.span)
        )
        yield at_citation(
            citation,
            "row_rejected",
            Severity.ERROR,
            message=say(
                "This row has {n:d} cells that do not fit the headings, or no name; it is "
                "left out and quoted here.",
                n=len(row.cells),
            ),
        )


def check_copies(copies: Iterable[Segment], document: Document) -> Iterator[Issue]:
    """Report each table that repeats the one before it."""
    for copy in copies:
        shown = "、".join(column.heading for column in copy.columns)
        yield at_citation(
            _cite(copy.rows[0].span, document),
            "table_copied",
            Severity.WARNING,
            message=say(
                "The table with the headings “{shown}” repeats the one before it row by "
                "row, as a component of a web page does; its {n:d} rows are not read again.",
                shown=shown,
                n=len(copy.rows),
            ),
        )


def check_unlike(unlike: Iterable[Unlike], document: Document) -> Iterator[Issue]:
    """Report the tables that list no posts, each with its headings and how many rows it has."""
    for tables in unlike:
        section = tables.sections[0]
        shown = "、".join(column.heading for column in section.columns if column.heading)
        name = tables.name
        message = (
            say("looks like {name}", name=name)
            if tables.kind
            else say(
                "does not look like a list of posts ({confidence:.0%} sure)",
                confidence=tables.confidence,
            )
        )
        yield at_citation(
            _cite(section.rows[0].row.span, document),
            "table_not_posts",
            Severity.WARNING,
            message=say(
                "The table with the headings “{shown}” {message}; its {rows:d} rows are left out.",
                shown=shown,
                rows=tables.rows,
                message=message,
            ),
        )


def check_values(edition: Edition) -> Iterator[Issue]:
    """Report cells whose text does not have the look of their column."""
    for post in edition.posts:
        for cell in post.cells:
            compact = drop_blanks(cell.text)
            is_blank = not compact or is_dash(compact)
            if (
                cell.role in _READ_ROLES
                and not is_blank
                and not _is_read(cell.role, compact, edition)
            ):
                yield _unreadable(post, cell)


def _is_read(role: str, text: str, edition: Edition) -> bool:
    """Tell whether a cell says what its column says: labels of any words, numbers of any range."""
    if role == "shortage":
        scale = edition.metadata.scale
        known = {fold(label) for label in scale.labels} if scale else set()
        is_number = read_index(text) is not None
        is_known = fold(text) in known or is_number or star_count(text) is not None
        return is_label(text) and is_known
    if role == "index":
        return read_index(text) is not None
    if role == "pay":
        return is_pay(text)
    return bool(looks_like(role, text))


def _unreadable(post: Post, cell: PrintedCell) -> Issue:
    typed = _typed_code(cell) if cell.role == "code" else None
    return at_post(
        post,
        "value_unreadable",
        Severity.WARNING,
        message=_why(cell, typed),
        cell=cell,
    )


def _why(cell: PrintedCell, typed: str | None) -> Sentence:
    if typed:
        return say(
            "“{text}” under “{heading}” cannot be read; kept as printed without a value. It is "
            "like a date: probably “{typed}” was typed and taken for one.",
            text=cell.text,
            heading=cell.heading,
            typed=typed,
        )
    return say(
        "“{text}” under “{heading}” cannot be read; kept as printed without a value.",
        text=cell.text,
        heading=cell.heading,
    )


def _typed_code(cell: PrintedCell) -> str | None:
    """Return the code that became a date while it was typed; None for any other text."""
    found = _DATE.fullmatch(drop_blanks(cell.text))
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    return f"{year % 10}-{month:02d}-{day:02d}"


def check_sections(edition: Edition) -> Iterator[Issue]:
    """Report lost and inferred headings and gaps in the numbering of the outermost ones."""
    first_posts = {run[0].section: run[0] for run in reversed(runs(edition))}
    for section in edition.sections:
        yield from _lost(section, first_posts[section.path])
    yield from _numbering(edition)


def _lost(section: Section, post: Post) -> Iterator[Issue]:
    name = strip_ordinal(section.path[-1] or "") if section.path else ""
    if section.status is Status.INFERRED:
        yield at_section(
            post,
            "heading_inferred",
            Severity.INFO,
            message=say(
                "No heading stands here; “{name}” is that of the table that continues the serials.",
                name=name,
            ),
        )
    if section.status is Status.NOT_STATED:
        message = say("This section has no heading of its own.")
        yield at_section(post, "heading_lost", Severity.WARNING, message=message)
    if None in section.path:
        yield at_section(
            post,
            "heading_lost",
            Severity.WARNING,
            message=say(
                "The heading above “{name}” is missing from the file; none is filled in.", name=name
            ),
        )


def _numbering(edition: Edition) -> Iterator[Issue]:
    """Compare the ordinals of the outermost numbered headings, title included."""
    numbered: dict[str, tuple[Ordinal, Post]] = {}
    for run in runs(edition):
        for text in run[0].section:
            ordinal = read_ordinal(text) if text else None
            if text and ordinal:
                numbered.setdefault(text, (ordinal, run[0]))
                break
    entries = list(numbered.items())
    if entries and entries[0][1][0].number > 1 and None not in entries[0][1][1].section:
        yield from _missing_part(edition, entries[0][0])
    for (text, (ordinal, _)), (later_text, (later, post)) in pairwise(entries):
        if ordinal.level == later.level and later.number != ordinal.number + 1:
            yield at_section(
                post,
                "heading_gap",
                Severity.WARNING,
                message=say(
                    "Headings are not numbered in sequence: “{later_text}” follows “{text}”.",
                    text=text,
                    later_text=later_text,
                ),
            )


def _missing_part(edition: Edition, text: str) -> Iterator[Issue]:
    """The file begins with a later part, unless lost headings in front were reported."""
    if any(None in section.path for section in edition.sections):
        return
    yield at_citation(
        edition.metadata.title.citation,
        "part_missing",
        Severity.WARNING,
        message=say("The file begins with “{text}”; the parts before it are not in it.", text=text),
    )


def check_serials(edition: Edition) -> Iterator[Issue]:
    """Report computed serials, gaps and repetitions; the entries of a running list have none."""
    posts = [post for post in edition.posts if post.kind is not Kind.LIST_ITEM]
    for post in posts:
        if post.serial_printed is None:
            yield at_post(
                post,
                "serial_computed",
                Severity.INFO,
                message=say(
                    "No serial is printed; {serial} is counted from the position.",
                    serial=str(post.serial),
                ),
            )
    yield from _first(posts)
    for before, post in pairwise(posts):
        yield from _step(before, post)


def _first(posts: list[Post]) -> Iterator[Issue]:
    if posts and posts[0].serial > 1:
        yield at_section(
            posts[0],
            "serial_gap",
            Severity.WARNING,
            message=say(
                "Serials begin at {serial}; rows before it may be missing.",
                serial=str(posts[0].serial),
            ),
        )


def _step(before: Post, post: Post) -> Iterator[Issue]:
    """Serials run on or begin anew with 1; anything else is a gap or a repetition."""
    if post.serial in (before.serial + 1, 1) and post.serial != before.serial:
        return
    is_repeated = post.serial <= before.serial
    message = say("repeated or falling") if is_repeated else say("with a gap")
    yield at_post(
        post,
        "serial_repeated" if is_repeated else "serial_gap",
        Severity.WARNING,
        message=say(
            "Serials are {message}: {post_serial} follows {serial}.",
            serial=str(before.serial),
            post_serial=str(post.serial),
            message=message,
        ),
    )


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
        message=say(
            "The header row of this table is not recognised; {n:d} rows are left out. It "
            "begins “{shown}”. Say which column holds the names of the posts, or add its "
            "headings to the vocabulary.",
            n=len(rows),
            shown=shown,
        ),
    )


def _continuations(segments: Sequence[Segment], document: Document) -> Iterator[Issue]:
    """Report a table without a header row whose serials do not show that it goes on."""
    for before, segment in pairwise(segments):
        if segment.is_headless and _is_doubtful(before, segment):
            yield at_citation(
                _cite(segment.rows[0].span, document),
                "table_continuation_doubtful",
                Severity.WARNING,
                message=say(
                    "This table has no header row and is read under the headings of the "
                    "one before; no serial shows that it goes on from there. Check it."
                ),
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
        message=say(
            "The last row stops in the middle: the last column that every row above fills "
            "is not complete here. The file may be cut short; compare it with the original."
        ),
    )


def _serial(segment: Segment, row: AlignedRow) -> int | None:
    place = position(segment.columns, "serial")
    cell = row.cells[place] if place is not None else None
    return read_serial(cell.text) if cell else None


def _cite(span: Span, document: Document) -> Citation:
    return Citation(source_sha256=document.source_sha256, span=span, quote=document.slice(span))
