"""The whole way from a document to its editions, each with its report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jinque.errors import NothingFoundError
from jinque.extraction.checks import run_checks
from jinque.extraction.clauses import read_clauses
from jinque.extraction.headings import Heading, read_heading
from jinque.extraction.identifiers import with_identifiers
from jinque.extraction.links import link_posts
from jinque.extraction.metadata import derive_metadata
from jinque.extraction.notes import read_notes, texts_for
from jinque.extraction.outline import Event, Outliner, Reject
from jinque.extraction.parts import Part, find_part, notices_in, split_parts, whole
from jinque.extraction.posts import PostReader
from jinque.extraction.sections import (
    TableSection,
    industry_level,
    join_sections,
    list_runs,
)
from jinque.extraction.summaries import section_summaries
from jinque.extraction.unfolding import unfold
from jinque.model import Document, Edition, Paragraph, Post, Profile, Report, Row
from jinque.parameters import load_vocabulary

_NO_PART = Part(annex=None, title=None, title_span=None, blocks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An edition and what happened while it was read."""

    edition: Edition
    report: Report


def extract(
    document: Document, *, source_name: str, profiles: tuple[Profile, ...]
) -> tuple[Reading, ...]:
    """Read one edition for each profile.

    Args:
        document: the document as its reader left it.
        source_name: the name under which the source arrived.
        profiles: what is known of each edition; see `profiles_for`.

    Raises:
        NothingFoundError: no row, list entry or clause was found for any profile.
    """
    unfolded = unfold(document)
    readings = tuple(_read(unfolded, source_name, profile) for profile in profiles)
    if not any(reading.report.rows_out for reading in readings):
        raise NothingFoundError(
            "文件里没有找到目录的表格、列表或条款。",
            "No table, list or clause of a catalogue was found in the file.",
            where=source_name,
            hint_zh="表格需要有表头（如“序号”“岗位名称”）；请确认导出时保留了制表符。",
            hint_en="A table needs a header row (such as 序号, 岗位名称); keep its tabs on export.",
        )
    return tuple(reading for reading in readings if reading.report.rows_in)


def _read(document: Document, source_name: str, profile: Profile) -> Reading:
    vocabulary = load_vocabulary()
    parts = split_parts(document, vocabulary)
    part = (find_part(parts, profile.title) if profile.title else whole(document)) or _NO_PART
    events = tuple(Outliner(part, _numbered_title(part), vocabulary).events())
    sections = join_sections(events)
    notes = read_notes(events, sections, document)
    posts = _posts(document, profile, part, events, sections)
    clause_parts = [p for title in profile.clause_parts if (p := find_part(parts, title))]
    metadata = profile.metadata or derive_metadata(part, document, posts, notes)
    edition = Edition(
        id=profile.edition_id,
        source_sha256=document.source_sha256,
        source_name=source_name,
        metadata=metadata,
        headings=tuple(c.heading for c in sections[0].columns) if sections else (),
        sections=section_summaries(posts, sections, list_runs(events)),
        posts=posts,
        clauses=read_clauses(clause_parts, document, profile.edition_id, vocabulary),
        notes=notes,
        links=link_posts(posts, notes, metadata),
    )
    rejects = [event.row for event in events if isinstance(event, Reject)]
    return Reading(edition=edition, report=_report(edition, part, document, rejects))


def _report(edition: Edition, part: Part, document: Document, rejects: Sequence[Row]) -> Report:
    rows_out = len(edition.posts) + len(edition.clauses)
    noticed = replace(document, notices=notices_in(part, document))
    return Report(
        rows_in=rows_out + len(rejects),
        rows_out=rows_out,
        rows_rejected=len(rejects),
        issues=run_checks(edition, noticed, rejects),
    )


def _posts(
    document: Document,
    profile: Profile,
    part: Part,
    events: Sequence[Event],
    sections: list[TableSection],
) -> tuple[Post, ...]:
    base = _base_path(profile, part)
    reader = PostReader(document, profile.edition_id)
    level = industry_level(sections)
    for section in sections:
        notes = texts_for(section, events, sections)
        reader.read(section, base=base, industry_level=level, notes=notes)
    for run in list_runs(events):
        path = (*base, *(heading.text for heading in run.headings))
        for serial, name in enumerate(run.entries.entries, start=1):
            reader.read_entry(name, serial, path, run.entries.span)
    return with_identifiers(reader.posts)


def _base_path(profile: Profile, part: Part) -> tuple[str, ...]:
    texts = {"annex": part.annex, "title": part.title}
    return tuple(text for key in profile.path_includes if (text := texts.get(key)))


def _numbered_title(part: Part) -> tuple[Heading, ...]:
    """A title with an ordinal (`二、…目录`) is a heading of its rows as well."""
    if part.title is None or part.title_span is None:
        return ()
    heading = read_heading(Paragraph(text=part.title, span=part.title_span))
    return (heading,) if heading and heading.number is not None else ()
