"""What the other verbs answer: the shapes that the shell, the pages and the JSON share."""

from dataclasses import dataclass

from jinque.model.catalogue import Edition, Section
from jinque.model.issue import Issue, Report
from jinque.model.link import Link
from jinque.model.metadata import Metadata
from jinque.model.post import Post
from jinque.model.related import RelatedEdition


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSummary:
    """An edition in a list.

    Attributes:
        id: identifier of the edition.
        version: counts from 1; a correction is a new version.
        published_at: UTC, ISO 8601 with seconds.
        counts: number of rows by kind (`post`, `title_mapping`, `list_item`, `clause`), zeros
            left out.
        issues: number of issues by severity (`error`, `warning`, `info`), zeros left out.
        is_builtin: ships with the package.
    """

    id: str
    version: int
    published_at: str
    source_sha256: str
    source_name: str
    metadata: Metadata
    counts: dict[str, int]
    issues: dict[str, int]
    sections: tuple[Section, ...]
    is_builtin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEdition:
    """An edition as the record holds it, with the report of its reading."""

    summary: EditionSummary
    edition: Edition
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of a source beside a post.

    Attributes:
        number: counted from 1.
        text: the raw line.
        is_cited: belongs to the post.
    """

    number: int
    text: str
    is_cited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAnswer:
    """A post with what a reader needs beside it.

    Attributes:
        issues: those of the post itself.
        lines: the cited source lines with up to three lines of context on either side.
        previous_id: the post before it in the edition; None at the beginning.
        next_id: the post behind it; None at the end.
        link: how the post stands to the national classification; None for an entry of a running
            list.
    """

    post: Post
    edition: EditionSummary
    issues: tuple[Issue, ...]
    lines: tuple[SourceLine, ...]
    previous_id: str | None
    next_id: str | None
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestAnswer:
    """What an ingested file became.

    Attributes:
        is_new: False when the record already held this reading; then nothing changed.
        editions: one for each catalogue in the file.
        related: how each of them stands to what the record held before.
    """

    is_new: bool
    source_sha256: str
    editions: tuple[PublishedEdition, ...]
    related: tuple[RelatedEdition, ...] = ()
