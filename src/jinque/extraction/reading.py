"""The whole way from a document to its editions, each with its report.

Besides: the columns of an edition for its report, what a document itself states, the profile of a
file that nobody has described yet.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TypeVar

from jinque.extraction.checks import run_checks
from jinque.extraction.clauses import read_clauses
from jinque.extraction.columns import Settled, key
from jinque.extraction.columns.naming import Column, ticked_label
from jinque.extraction.facts import Fact, read_facts
from jinque.extraction.likeness import Judged, Unlike, no_posts, nothing_found, part_tables
from jinque.extraction.links import link_posts, use_of
from jinque.extraction.outline import (
    Event,
    Heading,
    ListRun,
    Outliner,
    Part,
    Reject,
    Segment,
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
from jinque.extraction.shortage import ShortageReader, shortage_reader
from jinque.extraction.tables import (
    TableSection,
    industry_level,
    join_sections,
    list_runs,
    part_copies,
    unfold,
)
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
from jinque.text import fold

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
    part: Part,
    document: Document,
    posts: Sequence[Post],
    notes: Sequence[Note],
    shortage: ShortageReader,
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
    facts = _facts(part, document)
    return Metadata(
        title=_stated(title, document, inside),
        publisher=_fact(facts, "publisher", document),
        document_number=_fact(facts, "document_number", document),
        place=_stated(place[0] if place else "", document, inside),
        issued_on=_fact(facts, "issued_on", document),
        effective_from=_fact(facts, "effective_from", document),
        effective_to=_fact(facts, "effective_to", document),
        classification_edition=_stated(
            edition[1] if edition else "", document, _span(document, edition)
        ),
        scope=_stated(scope, document, inside),
        scale=_scale(shortage, posts, notes),
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


def _facts(part: Part, document: Document) -> dict[str, Fact]:
    """Return what lines of the part state; what it does not, lines outside of every table part."""
    own = read_facts(part.blocks)
    parts = split_parts(document, load_vocabulary())
    others = [one for one in parts if not any(isinstance(b, Table) for b in one.blocks)]
    around = [block for one in others for block in one.blocks]
    return {**read_facts(around), **own}


def _fact(facts: Mapping[str, Fact], name: str, document: Document) -> Attested:
    fact = facts.get(name)
    return _stated(fact.value, document, fact.span) if fact else _NOT_STATED


def _scale(shortage: ShortageReader, posts: Sequence[Post], notes: Sequence[Note]) -> Scale | None:
    """Return the scale of the posts; its order is stated only where a note gives it or bands."""
    printed = next((post.shortage for post in posts if post.shortage), None)
    if printed is None:
        return None
    bands, citation = read_bands(notes)
    order = shortage.order()
    if citation and shortage.labels and order.value:
        value = shortage.labels[-1]
        order = Attested(value=value, status=Status.STATED, citation=citation)
    return Scale(code=printed.scale, labels=shortage.labels, order=order, bands=bands)


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
        unlike: tables that list no posts, whose rows become none.
        copies: tables that a page prints a second time; their rows count once.
        confidence: how surely the others list posts, 0 to 1.
        rows_seen: body rows of its tables with words in them, whatever became of them.
    """

    part: Part
    clause_parts: tuple[Part, ...]
    events: tuple[Event, ...]
    sections: list[TableSection]
    unlike: tuple[Unlike, ...]
    confidence: float
    copies: tuple[Segment, ...]
    notes: tuple[Note, ...]
    rows_seen: int

    @property
    def lists(self) -> list[ListRun]:
        """The running lists."""
        return list_runs(self.events)

    @property
    def rejects(self) -> int:
        """How many rows became nothing."""
        lines = sum(isinstance(event, Reject) for event in self.events)
        return lines + sum(tables.rows for tables in self.unlike)


def outline(document: Document, profile: Profile, steps: Steps) -> Outlined:
    """Find the part of a profile and put what is in it in order."""
    vocabulary = load_vocabulary()
    parts = split_parts(document, vocabulary)
    found = whole(document) if profile.title is None else find_part(parts, profile.title)
    part = found or _NO_PART
    settled = {key(one.heading): one.role for one in profile.column_roles}
    outliner = Outliner(part, _numbered_title(part), vocabulary, settled)
    events, copies = part_copies(steps.behind(tuple(outliner.events())))
    judged = _judged(join_sections(events), profile, settled)
    return Outlined(
        part=part,
        clause_parts=tuple(p for name in profile.clause_parts if (p := find_part(parts, name))),
        events=events,
        sections=judged.posts,
        unlike=judged.unlike,
        confidence=judged.confidence,
        notes=read_notes(events, judged.posts, document),
        copies=copies,
        rows_seen=outliner.rows_seen - sum(len(copy.rows) for copy in copies),
    )


def _judged(sections: list[TableSection], profile: Profile, settled: Settled) -> Judged:
    """Part tables of posts from others; what a built-in profile describes is known to list them."""
    if profile.metadata is not None:
        return Judged(posts=sections, unlike=())
    return part_tables(sections, settled)


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
            return (_at_its_title(replace(asked[0], metadata=None), document),)
    parts = split_parts(document, load_vocabulary())
    titles = {fold(part.title) for part in parts if part.title}
    by_title = [profile for profile in known if profile.title and fold(profile.title) in titles]
    if by_title and not edition_id:
        familiar = {fold(profile.title or "") for profile in by_title}
        others = [part for part in _with_tables(parts) if fold(part.title or "") not in familiar]
        return (
            *(replace(profile, metadata=None) for profile in by_title),
            *_numbered(others, _slug(source_name)),
        )
    return _fresh(parts, edition_id or _slug(source_name))


def _at_its_title(profile: Profile, document: Document) -> Profile:
    """Return a profile that finds its rows: the next edition of a catalogue has another title."""
    parts = split_parts(document, load_vocabulary())
    if profile.title is None or any(
        fold(profile.title) == fold(each.title or "") for each in parts
    ):
        return profile
    found = _with_tables(parts)
    return replace(profile, title=found[0].title if len(found) == 1 else None)


def _fresh(parts: Sequence[Part], edition_id: str) -> tuple[Profile, ...]:
    tables = _with_tables(parts)
    if len(tables) == 1 and tables[0].title:
        return (Profile(edition_id=edition_id, title=tables[0].title),)
    wanted = tables or [part for part in parts if part.title]
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
    outlined = tuple(outline(unfolded, profile, steps) for profile in profiles)
    readings = tuple(
        _read(unfolded, source_name, profile, one, steps)
        for profile, one in zip(profiles, outlined, strict=True)
    )
    if not any(reading.report.rows_out for reading in readings):
        unlike = [tables for one in outlined for tables in one.unlike]
        raise no_posts(unlike, source_name) if unlike else nothing_found(unfolded, source_name)
    return tuple(reading for reading in readings if reading.report.rows_in)


def _read(
    document: Document, source_name: str, profile: Profile, outlined: Outlined, steps: Steps
) -> Reading:
    shortage = _shortage(profile, outlined)
    posts = steps.behind(_posts(document, profile, outlined, shortage))
    derived = profile.metadata or derive_metadata(
        outlined.part, document, posts, outlined.notes, shortage
    )
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
        issues=steps.behind(
            run_checks(edition, noticed, outlined.events, columns, outlined.unlike, outlined.copies)
        ),
        columns=columns,
    )


def _shortage(profile: Profile, outlined: Outlined) -> ShortageReader:
    """Return the reader of labels, which looks at all cells of the edition that print one."""
    headings: dict[str, None] = {}
    cells: list[str] = []
    for section in outlined.sections:
        for numbered in section.rows:
            for column, cell in zip(numbered.columns, numbered.row.cells, strict=True):
                if cell is None or not cell.text:
                    continue
                if column.role == "shortage":
                    headings[column.heading] = None
                    cells.append(cell.text)
                elif column.role == "shortage_mark":
                    cells += filter(None, [ticked_label(column.heading, cell.text)])
    given = {fold(one.label): one.rank for one in profile.label_ranks}
    return shortage_reader(tuple(headings), cells, outlined.notes, given)


def _posts(
    document: Document, profile: Profile, outlined: Outlined, shortage: ShortageReader
) -> tuple[Post, ...]:
    base = _base_path(profile, outlined.part)
    unit = _facts(outlined.part, document).get("pay_unit")
    pay_unit = unit.value if unit else ""
    reader = PostReader(document, profile.edition_id, shortage, pay_unit)
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
