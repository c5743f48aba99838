"""An edition, its issues and its clauses.

The clauses of a regulation, as numbered text.

One edition: its facts, its sections, its rows.

What was found while an edition was read.

Filters over the rows of one edition.

Downloads.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, pairwise
from typing import Annotated, cast

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Stream

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.locale import joined, say
from jinque.model import (
    Edition,
    EditionSummary,
    Issue,
    Note,
    Post,
    PublishedEdition,
    Scale,
    Section,
    Severity,
)
from jinque.web.forms import Filter, Option, Paging, attached
from jinque.web.rendering import release
from jinque.web.shown import Row, corrected_cells
from jinque.web.visit import FAULTS_OF_ONE, Visit, etag_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A paragraph under its number.

    Attributes:
        clause: as the export gives it.
        level: 1 for a heading right below the part's title, 2 below that, and so on; None for a
            paragraph that heads nothing.
    """

    clause: Row
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausesContext:
    """What `/editions/{id}/clauses` shows; `total` counts the clauses."""

    edition: EditionSummary
    clauses: tuple[ClauseView, ...]
    total: int


def clauses_context(workspace: api.Workspace, edition_id: str) -> ClausesContext:
    """Gather the clauses of an edition; none is a page that says so.

    Raises:
        UnknownEditionError: no edition is called so.
    """
    published = api.edition(workspace, edition_id)
    clauses = published.edition.clauses
    headings = {clause.section for clause in clauses}
    views = tuple(
        ClauseView(
            clause=api.to_json(clause),
            level=len(clause.section) if (*clause.section, clause.text) in headings else None,
        )
        for clause in clauses
    )
    card = published.summary
    return ClausesContext(edition=card, clauses=views, total=len(views))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilters:
    """Chosen values; an empty one lets every row through.

    Attributes:
        section: a heading as printed, at any depth.
        industry: as printed, without ordinal.
        shortage: label as printed.
        degree: lowest education as printed.
        mark: `special_need`, `green` or `digital`.
        code: `yes` for rows with a printed code, `no` for those without.
    """

    section: str = ""
    industry: str = ""
    shortage: str = ""
    degree: str = ""
    mark: str = ""
    code: str = ""

    def chosen(self) -> dict[str, str]:
        """Return the filters that are set, by name."""
        values = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        return {name: value for name, value in values.items() if value}


# A longer text under "education" is a sentence to read, not a value to choose.
LONGEST_DEGREE = 8


def _degree(post: Post) -> tuple[str, ...]:
    texts = (cell.text for cell in post.cells if cell.role == "education")
    return tuple(text for text in texts if 0 < len(text) <= LONGEST_DEGREE)


VALUES: Mapping[str, Callable[[Post], tuple[str, ...]]] = {
    "section": lambda post: tuple(heading for heading in post.section if heading),
    "industry": lambda post: (post.industry,) if post.industry else (),
    "shortage": lambda post: (post.shortage.printed,) if post.shortage else (),
    "degree": _degree,
    "mark": lambda post: tuple(mark.value for mark in post.markers),
    "code": lambda post: ("yes",) if post.code else ("no",),
}


def holding(posts: Iterable[Post], filters: RowFilters, *, but: str = "") -> list[Post]:
    """Return the posts that every chosen filter lets through, the filter `but` left out."""
    chosen = [(VALUES[name], value) for name, value in filters.chosen().items() if name != but]
    return [post for post in posts if all(value in of(post) for of, value in chosen)]


def offered(posts: Sequence[Post], filters: RowFilters) -> tuple[Filter, ...]:
    """Return the filters that can narrow `posts`, values in printed order, the strongest first.

    A filter with fewer than two values is left out, as is the industry where headings say it.
    """
    made = (_row_filter(posts, filters, name) for name in VALUES)
    useful = [each for each in made if len(each.options) > 1 or each.chosen]
    if _says_industry(posts) and not filters.industry:
        useful = [each for each in useful if each.name != "industry"]
    return tuple(useful)


def _row_filter(posts: Sequence[Post], filters: RowFilters, name: str) -> Filter:
    of, chosen = VALUES[name], filters.chosen().get(name, "")
    held = [of(post) for post in holding(posts, filters, but=name)]
    options = [
        Option(
            value=value,
            count=sum(value in values for values in held),
            is_chosen=value == chosen,
            depth=depth,
        )
        for value, depth in _values(posts, name)
    ]
    return Filter(name=name, chosen=(chosen,) if chosen else (), options=tuple(options))


def _values(posts: Sequence[Post], name: str) -> list[tuple[str, int]]:
    """Return each value once; one that all rows carry narrows nothing and is left out."""
    of = VALUES[name]
    found = {value: depth for post in posts for depth, value in enumerate(of(post))}
    telling = [(v, d) for v, d in found.items() if not all(v in of(post) for post in posts)]
    if name == "shortage":
        rank = {
            post.shortage.printed: -(post.shortage.value or 0) for post in posts if post.shortage
        }
        telling.sort(key=lambda value: rank[value[0]])
    if name != "section":
        return [(value, 0) for value, _ in telling]
    shallowest = min((depth for _, depth in telling), default=0)
    return [(value, depth - shallowest) for value, depth in telling]


def _says_industry(posts: Sequence[Post]) -> bool:
    return all(
        post.industry is None or any(post.industry in (heading or "") for heading in post.section)
        for post in posts
    )


ROWS_PER_PAGE = 50
FIRST_ISSUES = 5
FORMATS = ("jsonl", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the rows: heading as printed, and what it was recognised as (None: nothing)."""

    heading: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of all rows of one kind."""

    format: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionContext:
    """What `/editions/{id}` shows.

    Attributes:
        total: rows that the filters let through.
        of: rows of the edition.
        issues: at most five, those first that may mislead most.
        columns: in printed order; the cells of a row stand under their headings.
        corrections: values that an office put in place of printed ones, by row and heading.
        rereads: versions that came of an unchanged source, read otherwise by a newer program.
    """

    edition: EditionSummary
    scale: Scale | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    issues: tuple[Row, ...]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    rows: tuple[Row, ...]
    corrections: dict[str, dict[str, str]]
    rereads: tuple[EditionSummary, ...]
    total: int
    of: int
    paging: Paging
    downloads: tuple[Download, ...]


def edition_context(
    workspace: api.Workspace, edition_id: str, filters: RowFilters, page: int
) -> EditionContext:
    """Gather an edition and one page of its rows.

    Raises:
        UnknownEditionError: no edition is called so.
        InvalidOptionError: the list has no such page.
    """
    published = api.edition(workspace, edition_id)
    edition = published.edition
    held = holding(edition.posts, filters)
    paging = Paging.of(len(held), page, ROWS_PER_PAGE)
    shown = held[paging.offset : paging.offset + ROWS_PER_PAGE]
    return EditionContext(
        edition=published.summary,
        scale=edition.metadata.scale,
        sections=edition.sections,
        notes=edition.notes,
        issues=_first_issues(published),
        columns=_columns(edition),
        filters=offered(edition.posts, filters),
        rows=tuple(api.to_json(post) for post in shown),
        corrections={post.id: found for post in shown if (found := corrected_cells(post))},
        rereads=_rereads(workspace, edition.id),
        total=len(held),
        of=len(edition.posts),
        paging=paging,
        downloads=_downloads(published),
    )


def _rereads(workspace: api.Workspace, edition_id: str) -> tuple[EditionSummary, ...]:
    versions = api.versions(workspace, edition_id)
    return tuple(
        later for former, later in pairwise(versions) if former.source_sha256 == later.source_sha256
    )


def _columns(edition: Edition) -> tuple[Column, ...]:
    """Return the columns under the keys that cells have in rows, where none is printed twice."""
    roles: dict[str, str | None] = {}
    for post in edition.posts:
        keys = cast("dict[str, str]", api.to_json(post)["cells"])
        roles |= dict(zip(keys, (cell.role for cell in post.cells), strict=True))
    return tuple(Column(heading=heading, role=role) for heading, role in roles.items())


def _first_issues(published: PublishedEdition) -> tuple[Row, ...]:
    rank = list(Severity).index
    issues = sorted(published.report.issues, key=lambda issue: rank(issue.severity))
    return tuple(api.to_json(issue) for issue in issues[:FIRST_ISSUES])


def _downloads(published: PublishedEdition) -> tuple[Download, ...]:
    base = f"/editions/{published.summary.id}/export"
    return tuple(
        Download(format=form, kind=kind, href=f"{base}?format={form}&kind={kind}")
        for kind in published.summary.counts
        for form in FORMATS
    )


ISSUES_PER_PAGE = 100

# Name of the query parameter -> what it asks of an issue.
ASKED: Mapping[str, Callable[[Issue], str]] = {
    "severity": lambda issue: issue.severity.value,
    "check": lambda issue: issue.code,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesContext:
    """What `/editions/{id}/issues` shows.

    Attributes:
        rows_in: rows, list entries and clauses that the source holds.
        rows_out: how many of them were read.
        total: issues that the filters let through.
        of: issues of the edition.
    """

    edition: EditionSummary
    rows_in: int
    rows_out: int
    filters: tuple[Filter, ...]
    issues: tuple[Row, ...]
    total: int
    of: int
    paging: Paging


def issues_context(
    workspace: api.Workspace, edition_id: str, chosen: dict[str, str], page: int
) -> IssuesContext:
    """Gather the issues of an edition.

    Args:
        workspace: where the edition is.
        edition_id: identifier of the edition.
        chosen: `severity` and `check` to keep; an empty text keeps all.
        page: counted from 1.

    Raises:
        UnknownEditionError: no edition is called so.
        InvalidOptionError: the list has no such page.
    """
    published = api.edition(workspace, edition_id)
    issues = published.report.issues
    held = _holding(issues, chosen)
    paging = Paging.of(len(held), page, ISSUES_PER_PAGE)
    shown = held[paging.offset : paging.offset + ISSUES_PER_PAGE]
    return IssuesContext(
        edition=published.summary,
        rows_in=published.report.rows_in,
        rows_out=published.report.rows_out,
        filters=tuple(_issue_filter(issues, chosen, name) for name in chosen),
        issues=tuple(api.to_json(issue) for issue in shown),
        total=len(held),
        of=len(issues),
        paging=paging,
    )


def _holding(issues: Iterable[Issue], chosen: dict[str, str], but: str = "") -> list[Issue]:
    wanted = {name: value for name, value in chosen.items() if value and name != but}
    return [
        issue
        for issue in issues
        if all(ASKED[name](issue) == value for name, value in wanted.items())
    ]


def _issue_filter(issues: tuple[Issue, ...], chosen: dict[str, str], name: str) -> Filter:
    held = Counter(ASKED[name](issue) for issue in _holding(issues, chosen, but=name))
    every = dict.fromkeys(ASKED[name](issue) for issue in issues)
    value = chosen[name]
    options = tuple(Option(value=each, count=held[each], is_chosen=each == value) for each in every)
    return Filter(name=name, chosen=(value,) if value else (), options=options)


PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]


def row_filters(
    section: FromQuery[str] = "",
    industry: FromQuery[str] = "",
    shortage: FromQuery[str] = "",
    degree: FromQuery[str] = "",
    mark: FromQuery[str] = "",
    code: FromQuery[str] = "",
) -> RowFilters:
    """Read the filters over rows; each names a value as printed, an empty one keeps all rows."""
    return RowFilters(
        section=section, industry=industry, shortage=shortage, degree=degree, mark=mark, code=code
    )


@get(
    "/editions/{edition_id:str}",
    media_type=MediaType.JSON,
    operation_id="edition",
    responses=FAULTS_OF_ONE,
)
async def edition_page(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    filters: NamedDependency[RowFilters],
    page: PageNumber = 1,
) -> Response[EditionContext]:
    """An edition: its facts, sections, downloads, and its rows page by page."""
    return visit.answer(
        "edition.html", lambda workspace: edition_context(workspace, edition_id, filters, page)
    )


@get(
    "/editions/{edition_id:str}/issues",
    media_type=MediaType.JSON,
    operation_id="issues",
    responses=FAULTS_OF_ONE,
)
async def issues_page(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    severity: FromQuery[str] = "",
    check: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[IssuesContext]:
    """What was found while the edition was read, each with its place in the source."""
    chosen = {"severity": severity, "check": check}
    return visit.answer(
        "issues.html", lambda workspace: issues_context(workspace, edition_id, chosen, page)
    )


@get(
    "/editions/{edition_id:str}/clauses",
    media_type=MediaType.JSON,
    operation_id="clauses",
    responses=FAULTS_OF_ONE,
)
async def clauses_page(
    visit: NamedDependency[Visit], edition_id: FromPath[str]
) -> Response[ClausesContext]:
    """The edition's clauses as numbered text."""
    return visit.answer("clauses.html", lambda workspace: clauses_context(workspace, edition_id))


MEDIA_TYPES = {"jsonl": "application/x-ndjson", "csv": "text/csv"}


FILE = ResponseSpec(
    str,
    generate_examples=False,
    description="The file, as an attachment.",
    media_type="application/x-ndjson",
)


@get(
    "/editions/{edition_id:str}/export",
    operation_id="export",
    responses={200: FILE, **FAULTS_OF_ONE},
)
async def export_file(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    format: FromQuery[str] = "jsonl",  # noqa: A002 - the name that stands in the address
    kind: FromQuery[str] = "",
) -> Stream:
    """All rows of one kind as a file: one JSON object a line, or CSV."""
    if format not in FORMATS:
        raise InvalidOptionError(
            say("There is no format “{format}”", format=format),
            where="format",
            hint=say("The formats are: {formats}", formats=joined(FORMATS)),
        )
    workspace = visit.site.workspace
    pieces = _begun(api.export(workspace, edition_id, format, kind or None))
    version = api.edition(workspace, edition_id).summary.version
    name = "-".join(filter(None, (edition_id, f"v{version}", kind)))
    etag = etag_of((release(), api.revision(workspace), name, format))
    headers = {
        "content-disposition": attached(f"{name}.{format}"),
        "cache-control": "no-cache",
        "etag": etag,
    }
    if etag in visit.known_etags:
        return Stream(iter(()), status_code=304, headers=headers)
    return Stream(
        pieces,
        media_type=MEDIA_TYPES[format],
        headers=headers,
    )


def _begun(pieces: Iterator[str]) -> Iterator[str]:
    """Take the first piece, so that a wrong call fails before the answer has begun."""
    first = next(pieces, "")
    return chain([first], pieces)
