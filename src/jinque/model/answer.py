"""What the verbs answer: the shapes that the shell, the pages and the JSON share."""

from dataclasses import dataclass

from jinque.model.catalogue import Edition, Metadata, Post, Section
from jinque.model.issue import Issue, Report


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
    """

    post: Post
    edition: EditionSummary
    issues: tuple[Issue, ...]
    lines: tuple[SourceLine, ...]
    previous_id: str | None
    next_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What to look for; several values of one filter are alternatives, filters all hold.

    Attributes:
        query: words in any language; empty lists everything.
        editions: identifiers of editions.
        places: place as in the edition's metadata or region of a post.
        industries: industry as printed, without ordinal.
        shortages: shortage label as printed.
        degrees: lowest education level as printed (`本科`).
        kinds: kinds of row; empty means all.
        limit: most hits to return, 1 to 200.
        offset: hits to pass over, 0 to 100,000.
    """

    query: str = ""
    editions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    shortages: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a hit matched: runs of text, every second one matched (the first is not).

    Attributes:
        field: heading of the matched cell, `name` or `code`.
        runs: `("具备", "电路", "设计")` - joined they are the passage.
    """

    field: str
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A post that matches, best first."""

    post: Post
    edition_title: str
    place: str | None
    score: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value of a filter with the number of matching rows that carry it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """Hits and the values that may narrow them.

    Attributes:
        total: rows that match, not only those returned.
        searched: rows in the record.
        facets: per filter name (`editions`, `places`, `industries`, `shortages`, `degrees`,
            `kinds`), values in falling order of count; each filter's counts leave out that
            filter itself, so that a reader can add alternatives.
        suggestions: other queries to try when nothing matches.
    """

    request: SearchRequest
    total: int
    searched: int
    hits: tuple[SearchHit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestAnswer:
    """What an ingested file became.

    Attributes:
        is_new: False when the record already held this reading; then nothing changed.
        editions: one for each catalogue in the file.
    """

    is_new: bool
    source_sha256: str
    editions: tuple[PublishedEdition, ...]
