"""Everything but posts as rows of the open data.

Why a row has no value in a column.

Posts as rows of the open data.

The open data of a record: every table with its rows.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from jinque.classification import EDITIONS, load_classification
from jinque.dataset.opendata import schema as derived
from jinque.dataset.opendata import schema as printed
from jinque.dataset.opendata.schema import Filled, Missing, Row, Value
from jinque.dataset.rows import ROW_KINDS, to_jsonl
from jinque.locale import Translator
from jinque.model import (
    Attested,
    Citation,
    Edition,
    Kind,
    Marker,
    Occupation,
    Post,
    PublishedEdition,
    Requirements,
    Status,
)
from jinque.model.metadata import FACTS
from jinque.parameters.words import load_criteria_words

_BLOCKS = ("ability", "education", "experience", "other")
_GAP_FIELDS = ("industry", "serial_printed", "code", "pay_cny_10k_year")


class Columns:
    """Which columns an edition prints at all, so that a blank can be told from no column."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self._used = {
            kind: {name for post in posts if post.kind is kind for name in _printed(post)}
            for kind in Kind
        }

    def value(self, post: Post, column: str, value: Value | None) -> Value:
        """Return the value, or why there is none.

        Args:
            post: the row.
            column: `shortage`, `index`, `series`, a requirement block or a plain column.
            value: what the row prints; None where it prints nothing.
        """
        if column in _BLOCKS and isinstance(value, str) and _says_none(value):
            return Missing.NONE_REQUIRED
        if value is not None:
            return value
        if column == "code" and Marker.SPECIAL_NEED in post.markers:
            # The source says that the classification has no such occupation.
            return Missing.NOT_APPLICABLE
        is_used = column in self._used[post.kind]
        return Missing.NOT_STATED if is_used else Missing.NOT_APPLICABLE


def _printed(post: Post) -> set[str]:
    asked = post.requirements or Requirements()
    printed = {name for name in _GAP_FIELDS if getattr(post, name) is not None}
    printed |= {name for name in _BLOCKS if getattr(asked, name) is not None}
    if post.shortage is not None:
        printed |= {"shortage"} | ({"index"} if post.shortage.index is not None else set())
    return printed | ({"series"} if post.series is not None else set())


def _says_none(text: str) -> bool:
    return text.strip().rstrip("。") in load_criteria_words().none_words


LOST_HEADING = "?"
UNKNOWN_ROLE = "unknown"
_PLAIN_FIELDS = ("industry", "region", "serial_printed", "code", "pay_cny_10k_year")


def post_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `posts` for each row of an edition, in printed order."""
    columns = Columns(edition.posts)
    for post in edition.posts:
        yield {
            **_identity(post),
            **{name: columns.value(post, name, getattr(post, name)) for name in _PLAIN_FIELDS},
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


def edition_row(published: PublishedEdition) -> Row:
    """Return the row of the table `editions`."""
    summary, edition = published.summary, published.edition
    facts: dict[str, Attested] = {name: getattr(summary.metadata, name) for name in FACTS}
    scale = summary.metadata.scale
    return {
        "id": summary.id,
        "version": summary.version,
        **{name: fact.value or Missing.NOT_STATED for name, fact in facts.items()},
        "inferred": tuple(name for name in FACTS if facts[name].status is Status.INFERRED),
        "scale": scale.code if scale else Missing.NOT_APPLICABLE,
        "scale_labels": scale.labels if scale else Missing.NOT_APPLICABLE,
        "source_name": summary.source_name,
        "source_sha256": summary.source_sha256,
        "content_sha256": content_sha256(edition),
        "rows": len(edition.posts) + len(edition.clauses),
    }


def content_sha256(edition: Edition) -> str:
    """Return a checksum of an edition's rows of all kinds, as `to_jsonl` writes them."""
    digest = hashlib.sha256()
    for kind in ROW_KINDS:
        for line in to_jsonl(edition, kind):
            digest.update(line.encode())
    return digest.hexdigest()


def clause_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `clauses` for each clause, in printed order."""
    for clause in edition.clauses:
        yield {
            "id": clause.id,
            "edition": clause.edition_id,
            "order": clause.order,
            "section": clause.section,
            "ref": clause.ref,
            "text": clause.text,
            **source_of(clause.citation),
        }


def link_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row of the table `links` for each row that was looked up."""
    for link in edition.links:
        yield {
            "post": link.post_id,
            "code": link.code or Missing.NOT_APPLICABLE,
            "classification": link.edition or Missing.NOT_APPLICABLE,
            "status": link.status.value,
            "reason_zh": Translator("zh")(link.reason),
            "candidates": tuple(each.code for each in link.candidates),
        }


def issue_rows(published: PublishedEdition) -> Iterator[Row]:
    """Yield a row of the table `issues` for each issue, in the order of the report."""
    for position, issue in enumerate(published.report.issues, start=1):
        yield {
            "edition": published.summary.id,
            "position": position,
            "code": issue.code,
            "severity": issue.severity.value,
            "post": issue.post_id or Missing.NOT_APPLICABLE,
            "message_zh": Translator("zh")(issue.message),
            "message_en": Translator("en")(issue.message),
            "line_start": _or_none(issue.line_start),
            "line_end": _or_none(issue.line_end),
            "quote": issue.quote,
        }


def occupation_rows() -> Iterator[Row]:
    """Yield a row of the table `occupations` for each entry, by edition and code."""
    for edition in sorted(EDITIONS):
        entries = load_classification(edition).by_code
        yield from (_occupation(edition, entries[code]) for code in sorted(entries))


def _occupation(edition: str, entry: Occupation) -> Row:
    return {
        "classification": edition,
        "code": entry.code,
        "name": entry.name,
        "level": entry.level.value,
        "is_green": entry.is_green,
        "is_digital": entry.is_digital,
        "effective_from": entry.effective_from or Missing.NOT_STATED,
        "attested_by": entry.attested_by,
        "certainty": entry.certainty.value if entry.certainty else Missing.NOT_APPLICABLE,
    }


def _or_none(value: int | None) -> Value:
    return Missing.NOT_APPLICABLE if value is None else value


def tables(editions: Sequence[PublishedEdition], criteria: Iterable[Row]) -> tuple[Filled, ...]:
    """Return the tables of the open data the printed ones first.

    Args:
        editions: in the order that the tables are to have.
        criteria: rows of the table `criteria`, which need the reading of requirements.
    """
    return (
        Filled(table=printed.EDITIONS, rows=[edition_row(each) for each in editions]),
        Filled(table=printed.POSTS, rows=list(_all(editions, post_rows))),
        Filled(table=printed.CELLS, rows=list(_all(editions, cell_rows))),
        Filled(table=printed.CLAUSES, rows=list(_all(editions, clause_rows))),
        Filled(table=derived.CRITERIA, rows=list(criteria)),
        Filled(table=derived.LINKS, rows=list(_all(editions, link_rows))),
        Filled(table=derived.ISSUES, rows=[row for each in editions for row in issue_rows(each)]),
        Filled(table=derived.OCCUPATIONS, rows=list(occupation_rows())),
    )


def _all(
    editions: Sequence[PublishedEdition], rows: Callable[[Edition], Iterator[Row]]
) -> Iterator[Row]:
    return (row for each in editions for row in rows(each.edition))
