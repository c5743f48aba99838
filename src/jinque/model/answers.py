"""What the other verbs answer: the shapes that the shell, the pages and the JSON share.

Short names of editions, for axes and columns where a printed title has no room.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jinque.locale import Sentence, say
from jinque.model.decision import RelatedEdition
from jinque.model.edition import Edition, Section
from jinque.model.metadata import Metadata
from jinque.model.post import Issue, Link, Post, Report


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
        is_read_by_older: another version of the program read it; read again, it may come out
            otherwise.
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
    is_read_by_older: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionVersions:
    """An edition with the numbers of all its versions, the oldest first."""

    summary: EditionSummary
    versions: tuple[int, ...]


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


def short_names(summaries: Iterable[EditionSummary]) -> dict[str, Sentence]:
    """Return place, year and scope by identifier, as far as the documents state them.

    `温州市 2020`, `上海市（外籍人才）`. What is not stated is said to be so; editions that would
    have one name get their identifier too.
    """
    named = {each.id: _short(each) for each in summaries}
    times = Counter(named.values())
    return {
        edition_id: name
        if times[name] == 1
        else say("{name} [{edition_id}]", name=name, edition_id=edition_id)
        for edition_id, name in named.items()
    }


def _short(summary: EditionSummary) -> Sentence:
    facts = summary.metadata
    year = f" {facts.issued_on.value[:4]}" if facts.issued_on.value else ""
    scope = f"（{facts.scope.value}）" if facts.scope.value else ""
    place = facts.place.value or say("city not stated")
    return say("{place}{year}{scope}", place=place, year=year, scope=scope)
