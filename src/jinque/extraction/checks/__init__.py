"""Self-checks of an edition: general, without a truth file, none knowing a city or a row."""

from collections.abc import Sequence

from jinque.classification import load_classification
from jinque.extraction.checks.codes import check_codes
from jinque.extraction.checks.links import check_links
from jinque.extraction.checks.metadata import check_metadata
from jinque.extraction.checks.names import check_names
from jinque.extraction.checks.notices import check_notices
from jinque.extraction.checks.order import check_order
from jinque.extraction.checks.rows import check_rejects, check_values
from jinque.extraction.checks.sections import check_sections
from jinque.extraction.checks.serials import check_serials
from jinque.extraction.checks.shortage import check_bands, check_scale
from jinque.model import Document, Edition, Issue, Row


def run_checks(edition: Edition, document: Document, rejects: Sequence[Row]) -> tuple[Issue, ...]:
    """Return the issues of an edition, those without a place first, then in printed order."""
    issues = [
        *check_metadata(edition),
        *check_scale(edition),
        *check_sections(edition),
        *check_serials(edition),
        *check_values(edition),
        *check_codes(edition, load_classification()),
        *check_links(edition),
        *check_names(edition),
        *check_bands(edition),
        *check_order(edition),
        *check_rejects(rejects, document),
        *check_notices(edition, document),
    ]
    return tuple(sorted(issues, key=lambda issue: issue.line_start or 0))
