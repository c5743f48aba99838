"""What an edition prints, in order, before it is a Word file, a workbook or a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jinque.model.publishing import DraftPost, NextEdition, Occasion
from jinque.parameters.publishing import load_print_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows below one heading.

    Attributes:
        path: headings above it that the table before has not; empty for none.
        headings: of the columns, that of the numbers first.
        roles: of the columns.
        rows: as many cells each as headings.
        keys: of the rows.
    """

    path: tuple[str, ...]
    headings: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An edition as it is printed.

    Attributes:
        facts: lines of who issues it, when, under which number, and how long it holds.
        remark: said on every page; empty for none.
    """

    title: str
    facts: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    remark: str = ""


def printed_edition(draft: NextEdition) -> Print:
    """Return what an edition prints; rows that leave it are not in it."""
    head, words = draft.head, load_print_words()
    occasions = {Occasion.TRIAL: words.trial, Occasion.MID_TERM: words.mid_term}
    return Print(
        title=head.title + occasions.get(head.occasion, ""),
        facts=tuple(_facts(draft)),
        tables=tuple(_tables(draft)),
        notes=head.notes,
        remark=words.synthetic if head.is_synthetic else "",
    )


def _facts(draft: NextEdition) -> Iterator[str]:
    head, words = draft.head, load_print_words()
    if head.document_number:
        yield head.document_number
    if head.publisher:
        yield words.publisher.format(publisher=head.publisher)
    if head.issued_on:
        yield words.issued_on.format(day=_day(head.issued_on))
    if head.effective_from and head.effective_to:
        last = date.fromisoformat(head.effective_to) - timedelta(days=1)
        yield words.validity.format(first=_day(head.effective_from), last=_day(last.isoformat()))
    elif head.effective_from:
        yield words.in_force.format(first=_day(head.effective_from))


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return load_print_words().day.format(year=day.year, month=day.month, day=day.day)


def _tables(draft: NextEdition) -> Iterator[Table]:
    head = draft.head
    groups: list[tuple[tuple[str, ...], list[DraftPost]]] = []
    has_industry = head.heading_of("industry") is not None
    for post in draft.printed:
        path = () if has_industry else post.section
        if groups and groups[-1][0] == path:
            groups[-1][1].append(post)
        else:
            groups.append((path, [post]))
    number = 0
    before: tuple[str, ...] = ()
    for path, posts in groups:
        shown = path[_same(before, path) :] if path != before else ()
        start = number if head.is_numbered_throughout or not path else 0
        rows = tuple(
            (str(start + place), *(post.cells.get(each.heading, "") for each in head.columns))
            for place, post in enumerate(posts, start=1)
        )
        number, before = start + len(posts), path
        yield Table(
            path=shown,
            headings=(load_print_words().serial, *(each.heading for each in head.columns)),
            roles=("serial", *(each.role for each in head.columns)),
            rows=rows,
            keys=tuple(each.key for each in posts),
        )


def _same(before: tuple[str, ...], path: tuple[str, ...]) -> int:
    """Return how many headings from the outermost on are those printed already; never all."""
    same = 0
    for one, other in zip(before, path[:-1], strict=False):
        if one != other:
            break
        same += 1
    return same
