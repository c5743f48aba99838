"""Self-checks of an edition: general, without a truth file, none knowing a city or a row."""

from collections.abc import Callable, Iterator, Sequence

from jinque.extraction.checks.tables import (
    check_columns,
    check_copies,
    check_notices,
    check_order,
    check_rejects,
    check_sections,
    check_serials,
    check_tables,
    check_unlike,
    check_values,
)
from jinque.extraction.checks.values import (
    check_bands,
    check_codes,
    check_degrees,
    check_links,
    check_metadata,
    check_names,
    check_pay,
    check_ratings,
    check_scale,
    check_shortage,
    check_stars,
    check_ticks,
    check_years,
)
from jinque.extraction.likeness import Unlike
from jinque.extraction.outline import Event, Reject, Segment
from jinque.model import Document, Edition, Issue
from jinque.model.post import ColumnReading

_OF_THE_EDITION: tuple[Callable[[Edition], Iterator[Issue]], ...] = (
    check_metadata,
    check_shortage,
    check_scale,
    check_stars,
    check_ticks,
    check_years,
    check_ratings,
    check_sections,
    check_serials,
    check_values,
    check_degrees,
    check_pay,
    check_links,
    check_names,
    check_bands,
    check_order,
)


def run_checks(
    edition: Edition,
    document: Document,
    events: Sequence[Event],
    columns: Sequence[ColumnReading],
    unlike: Sequence[Unlike] = (),
    copies: Sequence[Segment] = (),
) -> tuple[Issue, ...]:
    """Return the issues of an edition, those without a place first, then in printed order.

    Args:
        edition: as read.
        document: with the notices of the edition's part.
        events: what stands in that part.
        columns: what its columns were recognised as.
        unlike: its tables that list no posts.
        copies: its tables that are printed twice.
    """
    rejects = [event.row for event in events if isinstance(event, Reject)]
    issues = [
        *(issue for check in _OF_THE_EDITION for issue in check(edition)),
        *check_codes(edition),
        *check_columns(columns),
        *check_tables(events, document),
        *check_rejects(rejects, document),
        *check_unlike(unlike, document),
        *check_copies(copies, document),
        *check_notices(edition, document),
    ]
    return tuple(sorted(issues, key=lambda issue: issue.line_start or 0))
