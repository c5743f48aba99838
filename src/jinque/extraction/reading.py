"""The whole way from a document to its editions, each with its report.

The columns of an edition for its report: each heading once, as first printed.

What a document itself states of an edition nobody has described yet.

The error for a file in which nothing of a catalogue was found.

What stands in the part of a document that one edition is read from.

Which profile reads a file that is not of the built-in corpus.

How far a reading is.

The sections of an edition as its pages list them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TypeVar

from jinque.errors import NothingFoundError
from jinque.extraction.checks import run_checks
from jinque.extraction.clauses import read_clauses
from jinque.extraction.columns import key
from jinque.extraction.columns.naming import Column
from jinque.extraction.links import link_posts, use_of
from jinque.extraction.outline import (
    Event,
    Heading,
    ListRun,
    Outliner,
    Part,
    Reject,
    find_part,
    notices_in,
    read_heading,
    split_parts,
    whole,
)
from jinque.extraction.posts import (
    PostReader,
    read_bands,
    read_notes,
    texts_by_section,
    with_identifiers,
)
from jinque.extraction.tables import TableSection, industry_level, join_sections, list_runs, unfold
from jinque.locale import say
from jinque.model import (
    Attested,
    Cell,
    Citation,
    Document,
    Edition,
    EditionUse,
    Metadata,
    Note,
    Paragraph,
    Post,
    Profile,
    Report,
    Scale,
    Section,
    Span,
    Status,
    Table,
)
from jinque.model.metadata import rests_on
from jinque.model.post import ColumnReading
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

_MOST_SAMPLES = 3


@dataclass(slots=True)
class _Count:
    """What stands below a heading."""

    column: Column
    rows: int = 0
    filled: int = 0
    samples: list[str] = field(default_factory=list)

    def take(self, cell: Cell | None) -> None:
        self.rows += 1
        if cell is None or not cell.text:
            return
        self.filled += 1
        if len(self.samples) < _MOST_SAMPLES and cell.text not in self.samples:
            self.samples.append(cell.text)


def column_readings(
    sections: Iterable[TableSection], document: Document
) -> tuple[ColumnReading, ...]:
    """Return the columns of all tables; one that two tables share by heading and role is one."""
    counts: dict[tuple[str, str | None, int], _Count] = {}
    known: dict[int, list[_Count]] = {}
    for section in sections:
        for row in section.rows:
            places = known.get(id(row.columns))
            if places is None:
                places = known[id(row.columns)] = _places(row.columns, counts)
            for count, cell in zip(places, row.row.cells, strict=True):
                count.take(cell)
    return tuple(_reading(count, document) for count in counts.values())


def _places(
    columns: tuple[Column, ...], counts: dict[tuple[str, str | None, int], _Count]
) -> list[_Count]:
    """Return the count of each column; equal headings in one table are counted apart."""
    found = []
    for place, column in enumerate(columns):
        before = sum(one.heading == column.heading for one in columns[:place])
        identity = (column.heading, column.role, before)
        found.append(counts.setdefault(identity, _Count(column)))
    return found


def _reading(count: _Count, document: Document) -> ColumnReading:
    column = count.column
    return ColumnReading(
        heading=column.heading,
        role=column.role,
        confidence=column.confidence,
        reasons=column.reasons,
        proposals=column.proposals,
        rows=count.rows,
        filled=count.filled,
        samples=tuple(count.samples),
        is_settled=column.is_settled,
        citation=_cite(column.span, document) if column.span else None,
    )


def _cite(span: Span, document: Document) -> Citation:
    return Citation(source_sha256=document.source_sha256, span=span, quote=document.slice(span))


_NOT_STATED = Attested(status=Status.NOT_STATED, **rests_on(say("not found in the document")))
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|县|区)")


def derive_metadata(
    part: Part, document: Document, posts: Sequence[Post], notes: Sequence[Note]
) -> Metadata:
    """Return title, place, scope, classification edition and scale where they are printed.

    Nothing is guessed: what is not found is not stated, for a person to fill in.
    """
    vocabulary = load_vocabulary()
    title = part.title or ""
    place = _PLACE.match(title)
    scope = next((word for word in vocabulary.scope_words if word in title), "")
    edition = re.search(
        rf"《{vocabulary.classification_name}[（(](\d{{4}})年版[）)]》", document.text
    )
    inside = part.title_span
    return Metadata(
        title=_stated(title, document, inside),
        publisher=_NOT_STATED,
        document_number=_NOT_STATED,
        place=_stated(place[0] if place else "", document, inside),
        issued_on=_NOT_STATED,
        effective_from=_NOT_STATED,
        effective_to=_NOT_STATED,
        classification_edition=_stated(
            edition[1] if edition else "", document, _span(document, edition)
        ),
        scope=_stated(scope, document, inside),
        scale=_scale(posts, notes),
    )


def with_edition_used(metadata: Metadata, use: EditionUse) -> Metadata:
    """Return the facts with the edition of the classification that the rows tell.

    What the document or a person states is kept; a contradiction is an issue, not a correction.
    """
    fact = metadata.classification_edition
    if fact.status in (Status.STATED, Status.SUPPLIED) or use.edition is None:
        return metadata
    found = replace(
        fact,
        value=use.edition,
        status=Status.INFERRED,
        **rests_on(say("no year is stated; told by the rows: {counts}", counts=use.counts)),
    )
    return replace(metadata, classification_edition=found)


def _scale(posts: Sequence[Post], notes: Sequence[Note]) -> Scale | None:
    """Return the scale of the posts; its order is stated only where a note gives bands."""
    printed = next((post.shortage for post in posts if post.shortage), None)
    if printed is None:
        return None
    bands, citation = read_bands(notes)
    labels = _labels(printed.printed, printed.scale)
    return Scale(code=printed.scale, labels=labels, order=_order(labels, citation), bands=bands)


def _labels(printed: str, scale: str) -> tuple[str, ...]:
    vocabulary = load_vocabulary()
    if scale == "stars_5":
        return tuple(vocabulary.star * count for count in range(1, 6))
    return next(s.labels for s in vocabulary.word_scales if printed in s.labels)


def _order(labels: tuple[str, ...], citation: Citation | None) -> Attested:
    if citation:
        return Attested(value=labels[-1], status=Status.STATED, citation=citation)
    return Attested(
        value=labels[-1],
        status=Status.INFERRED,
        **rests_on(say("the order of the labels is not stated; read by convention")),
    )


def _stated(value: str, document: Document, span: Span | None) -> Attested:
    if not value or span is None:
        return _NOT_STATED
    quote = document.slice(span)
    citation = Citation(source_sha256=document.source_sha256, span=span, quote=quote)
    return Attested(value=value, status=Status.STATED, citation=citation)


def _span(document: Document, found: re.Match[str] | None) -> Span | None:
    if found is None:
        return None
    line = document.text.count("\n", 0, found.start()) + 1
    return Span(line_start=line, line_end=line, start=found.start(), end=found.end())


_MOST_SHOWN = 12
_LONGEST_SHOWN = 20


def nothing_found(document: Document, where: str) -> NothingFoundError:
    """Return the error; it shows the first row of the first table, where there is one."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    first = next(tables, None)
    if first is None:
        return NothingFoundError(
            say("No table, list or clause of a catalogue was found in the file."),
            where=where,
            hint=say(
                "A table needs a header row (such as 序号, 岗位名称); keep its tabs on export."
            ),
        )
    shown = _shown(cell.text for cell in first.rows[0].cells)
    return NothingFoundError(
        say(
            "The file has a table, but no column of it is known to hold names of posts; it "
            "begins “{shown}”.",
            shown=shown,
        ),
        where=where,
        hint=say("The first row should be headings, one of them 岗位名称 or 职业名称; rename it."),
    )


def _shown(texts: Iterable[str]) -> str:
    words = [text for text in map(drop_blanks, texts) if text][:_MOST_SHOWN]
    return "、".join(word[:_LONGEST_SHOWN] for word in words)


_Made = TypeVar("_Made")


class Steps:
    """Counts the long steps of a reading, and tells of each that is done."""

    EACH = 4

    def __init__(self, progress: Callable[[int, int], None] | None, readings: int) -> None:
        self._progress = progress
        self._all = readings * self.EACH
        self._done = 0

    def behind(self, made: _Made) -> _Made:
        """Tell that what made this is done."""
        self._done += 1
        if self._progress:
            self._progress(self._done, self._all)
        return made


_NO_PART = Part(annex=None, title=None, title_span=None, blocks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A part in order.

    Attributes:
        clause_parts: parts whose numbered text belongs to the edition as clauses.
        events: all that stands in the part, in printed order.
        sections: the tables among them, joined.
        rows_seen: body rows of its tables with words in them, whatever became of them.
    """

    part: Part
    clause_parts: tuple[Part, ...]
    events: tuple[Event, ...]
    sections: list[TableSection]
    notes: tuple[Note, ...]
    rows_seen: int

    @property
    def lists(self) -> list[ListRun]:
        """The running lists."""
        return list_runs(self.events)

    @property
    def rejects(self) -> int:
        """How many rows became nothing."""
        return sum(isinstance(event, Reject) for event in self.events)


def outline(document: Document, profile: Profile, steps: Steps) -> Outlined:
    """Find the part of a profile and put what is in it in order."""
    vocabulary = load_vocabulary()
    parts = split_parts(document, vocabulary)
    found = whole(document) if profile.title is None else find_part(parts, profile.title)
    part = found or _NO_PART
    settled = {key(one.heading): one.role for one in profile.column_roles}
    outliner = Outliner(part, _numbered_title(part), vocabulary, settled)
    events = steps.behind(tuple(outliner.events()))
    sections = join_sections(events)
    return Outlined(
        part=part,
        clause_parts=tuple(p for name in profile.clause_parts if (p := find_part(parts, name))),
        events=events,
        sections=sections,
        notes=read_notes(events, sections, document),
        rows_seen=outliner.rows_seen,
    )


def _numbered_title(part: Part) -> tuple[Heading, ...]:
    """A title with an ordinal (`二、…目录`) is a heading of its rows as well."""
    if part.title is None or part.title_span is None:
        return ()
    heading = read_heading(Paragraph(text=part.title, span=part.title_span))
    return (heading,) if heading and heading.number is not None else ()


def profiles_for(
    document: Document, *, source_name: str, edition_id: str | None, known: tuple[Profile, ...]
) -> tuple[Profile, ...]:
    """Return a profile for each catalogue in the document.

    The edition asked for, or a printed title, finds a known profile and with it the reading
    habits of that catalogue; its facts are left out, since they cite another source. Every other
    part that holds a table, or where none does a list, gets a fresh profile.

    Args:
        document: the document as read.
        source_name: file name that a fresh identifier is made of.
        edition_id: identifier that the caller wants; None leaves it to the document.
        known: profiles of the corpus.
    """
    document = unfold(document)
    if edition_id:
        asked = [profile for profile in known if profile.edition_id == edition_id]
        if asked:
            return (_without_facts(asked[0]),)
    parts = split_parts(document, load_vocabulary())
    titles = {fold(part.title) for part in parts if part.title}
    by_title = [profile for profile in known if profile.title and fold(profile.title) in titles]
    if by_title and not edition_id:
        familiar = {fold(profile.title or "") for profile in by_title}
        others = [part for part in _with_tables(parts) if fold(part.title or "") not in familiar]
        return (
            *(_without_facts(profile) for profile in by_title),
            *_numbered(others, _slug(source_name)),
        )
    return _fresh(parts, edition_id or _slug(source_name))


def _without_facts(profile: Profile) -> Profile:
    return replace(profile, metadata=None)


def _fresh(parts: Sequence[Part], edition_id: str) -> tuple[Profile, ...]:
    wanted = _with_tables(parts) or [part for part in parts if part.title]
    titled = [part for part in wanted if part.title]
    if len(titled) <= 1:
        title = titled[0].title if titled and len(parts) == 1 else None
        return (Profile(edition_id=edition_id, title=title),)
    return tuple(_numbered(wanted, edition_id))


def _with_tables(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if any(isinstance(block, Table) for block in part.blocks)]


def _numbered(parts: Sequence[Part], edition_id: str) -> Iterator[Profile]:
    """Yield a profile for each part; one without a title is what stands before the first."""
    for number, part in enumerate(parts, start=1):
        yield Profile(
            edition_id=f"{edition_id}-{number}",
            title=part.title or "",
            path_includes=("title",) if part.title else (),
        )


def _slug(source_name: str) -> str:
    """Make an identifier of a file name: letters (Chinese too) and digits joined by hyphens."""
    stem = re.sub(r"[^\w]+|_+", "-", PurePath(source_name).stem).strip("-").lower()
    return stem or "edition"


def section_summaries(
    posts: Sequence[Post], tables: Sequence[TableSection], lists: Sequence[ListRun]
) -> tuple[Section, ...]:
    """Return one summary for each distinct section path, in printed order."""
    inferred = {table.path for table in tables if table.status is Status.INFERRED}
    unnamed = {table.path for table in tables if table.status is Status.NOT_STATED}
    open_lists = {run.headings[-1].text for run in lists if run.entries.is_open and run.headings}
    counts: dict[tuple[str | None, ...], int] = {}
    for post in posts:
        counts[post.section] = counts.get(post.section, 0) + 1
    return tuple(
        Section(
            path=path,
            status=_status(path, inferred, unnamed),
            is_open_list=bool(path) and path[-1] in open_lists,
            rows=rows,
        )
        for path, rows in counts.items()
    )


def _status(
    path: tuple[str | None, ...],
    inferred: set[tuple[str | None, ...]],
    unnamed: set[tuple[str | None, ...]],
) -> Status:
    if path in inferred:
        return Status.INFERRED
    return Status.NOT_STATED if not path or path in unnamed else Status.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An edition and what happened while it was read."""

    edition: Edition
    report: Report


def extract(
    document: Document,
    *,
    source_name: str,
    profiles: tuple[Profile, ...],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Reading, ...]:
    """Read one edition for each profile.

    Args:
        document: the document as its reader left it.
        source_name: the name under which the source arrived.
        profiles: what is known of each edition; see `profiles_for`.
        progress: called with the steps done and how many there are.

    Raises:
        NothingFoundError: no row, list entry or clause was found for any profile.
    """
    steps = Steps(progress, len(profiles))
    unfolded = unfold(document)
    readings = tuple(_read(unfolded, source_name, profile, steps) for profile in profiles)
    if not any(reading.report.rows_out for reading in readings):
        raise nothing_found(unfolded, source_name)
    return tuple(reading for reading in readings if reading.report.rows_in)


def _read(document: Document, source_name: str, profile: Profile, steps: Steps) -> Reading:
    outlined = outline(document, profile, steps)
    posts = steps.behind(_posts(document, profile, outlined))
    derived = profile.metadata or derive_metadata(outlined.part, document, posts, outlined.notes)
    metadata = with_edition_used(derived, use_of(posts))
    sections, vocabulary = outlined.sections, load_vocabulary()
    edition = Edition(
        id=profile.edition_id,
        source_sha256=document.source_sha256,
        source_name=source_name,
        metadata=metadata,
        headings=tuple(c.heading for c in sections[0].columns) if sections else (),
        sections=section_summaries(posts, sections, outlined.lists),
        posts=posts,
        clauses=read_clauses(outlined.clause_parts, document, profile.edition_id, vocabulary),
        notes=outlined.notes,
        links=steps.behind(link_posts(posts, outlined.notes, metadata)),
    )
    return Reading(edition=edition, report=_report(edition, outlined, document, steps))


def _report(edition: Edition, outlined: Outlined, document: Document, steps: Steps) -> Report:
    """Count the rows where they stand, and apart from that what was made of them."""
    entries = sum(len(run.entries.entries) for run in outlined.lists)
    clauses = len(edition.clauses)
    columns = column_readings(outlined.sections, document)
    noticed = replace(document, notices=notices_in(outlined.part, document))
    return Report(
        rows_in=outlined.rows_seen + entries + clauses,
        rows_out=len(edition.posts) + clauses,
        rows_rejected=outlined.rejects,
        issues=steps.behind(run_checks(edition, noticed, outlined.events, columns)),
        columns=columns,
    )


def _posts(document: Document, profile: Profile, outlined: Outlined) -> tuple[Post, ...]:
    base = _base_path(profile, outlined.part)
    reader = PostReader(document, profile.edition_id)
    level = industry_level(outlined.sections)
    texts = texts_by_section(outlined.events, outlined.sections)
    for section, notes in zip(outlined.sections, texts, strict=True):
        reader.read(section, base=base, industry_level=level, notes=notes)
    for run in outlined.lists:
        path = (*base, *(heading.text for heading in run.headings))
        for serial, name in enumerate(run.entries.entries, start=1):
            reader.read_entry(name, serial, path, run.entries.span)
    return with_identifiers(reader.posts)


def _base_path(profile: Profile, part: Part) -> tuple[str, ...]:
    texts = {"annex": part.annex, "title": part.title}
    return tuple(text for key in profile.path_includes if (text := texts.get(key)))
