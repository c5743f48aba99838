"""Posts as rows of the open data."""

from collections.abc import Iterator

from jinque.dataset.opendata.field import Row, Value
from jinque.dataset.opendata.gaps import Columns
from jinque.model import Citation, Edition, Post, Requirements

LOST_HEADING = "?"
UNKNOWN_ROLE = "unknown"
_PLAIN = ("industry", "region", "serial_printed", "code", "pay_cny_10k_year")


def post_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `posts` for each row of an edition, in printed order."""
    columns = Columns(edition.posts)
    for post in edition.posts:
        yield {
            **_identity(post),
            **{name: columns.value(post, name, getattr(post, name)) for name in _PLAIN},
            **_shortage(post, columns),
            **_asked(post, columns),
            "series": columns.value(post, "series", post.series),
            "notes": post.notes,
            **source_of(post.citation),
        }


def _identity(post: Post) -> dict[str, Value]:
    return {
        "id": post.id,
        "edition": post.edition_id,
        "order": post.order,
        "kind": post.kind.value,
        "section": tuple(LOST_HEADING if each is None else each for each in post.section),
        "serial": post.serial,
        "name": post.name,
        "name_printed": post.name_printed,
        "markers": tuple(marker.value for marker in post.markers),
    }


def _shortage(post: Post, columns: Columns) -> dict[str, Value]:
    found = post.shortage
    return {
        "shortage_printed": columns.value(post, "shortage", found.printed if found else None),
        "shortage_scale": columns.value(post, "shortage", found.scale if found else None),
        "shortage_value": columns.value(post, "shortage", found.value if found else None),
        "shortage_index": columns.value(post, "index", found.index if found else None),
    }


def _asked(post: Post, columns: Columns) -> dict[str, Value]:
    asked = post.requirements or Requirements()
    return {
        name: columns.value(post, name, getattr(asked, name))
        for name in ("ability", "education", "experience", "other")
    }


def cell_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `cells` for each printed cell, in printed order."""
    for post in edition.posts:
        for position, cell in enumerate(post.cells, start=1):
            yield {
                "post": post.id,
                "position": position,
                "heading": cell.heading,
                "role": UNKNOWN_ROLE if cell.role is None else cell.role,
                "text": cell.text,
            }


def source_of(citation: Citation) -> dict[str, Value]:
    """Return the columns that say where a row stands in its source."""
    return {
        "source_sha256": citation.source_sha256,
        "line_start": citation.span.line_start,
        "line_end": citation.span.line_end,
        "quote": citation.quote,
    }
