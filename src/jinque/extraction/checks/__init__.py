"""Self-checks of an edition: general, without a truth file, none knowing a city or a row."""

from collections.abc import Callable, Iterator, Sequence

from jinque.extraction.checks.codes import check_codes
from jinque.extraction.checks.columns import check_columns
from jinque.extraction.checks.degrees import check_degrees
from jinque.extraction.checks.links import check_links
from jinque.extraction.checks.metadata import check_metadata
from jinque.extraction.checks.names import check_names
from jinque.extraction.checks.notices import check_notices
from jinque.extraction.checks.order import check_order
from jinque.extraction.checks.pay import check_pay
from jinque.extraction.checks.rows import check_rejects, check_values
from jinque.extraction.checks.sections import check_sections
from jinque.extraction.checks.serials import check_serials
from jinque.extraction.checks.shortage import check_bands, check_scale
from jinque.extraction.checks.tables import check_tables
from jinque.extraction.events import Event, Reject
from jinque.model import Document, Edition, Issue
from jinque.model.column import ColumnReading

_OF_THE_EDITION: tuple[Callable[[Edition], Iterator[Issue]], ...] = (
    check_metadata,
    check_scale,
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
) -> tuple[Issue, ...]:
    """Return the issues of an edition, those without a place first, then in printed order.

    Args:
        edition: as read.
        document: with the notices of the edition's part.
        events: what stands in that part.
        columns: what its columns were recognised as.
    """
    rejects = [event.row for event in events if isinstance(event, Reject)]
    issues = [
        *(issue for check in _OF_THE_EDITION for issue in check(edition)),
        *check_codes(edition),
        *check_columns(columns),
        *check_tables(events, document),
        *check_rejects(rejects, document),
        *check_notices(edition, document),
    ]
    return tuple(sorted(issues, key=lambda issue: issue.line_start or 0))
