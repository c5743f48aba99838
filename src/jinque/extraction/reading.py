"""The whole way from a document to its editions, each with its report."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from jinque.extraction.checks import run_checks
from jinque.extraction.clauses import read_clauses
from jinque.extraction.column_readings import column_readings
from jinque.extraction.identifiers import with_identifiers
from jinque.extraction.links import link_posts, use_of
from jinque.extraction.metadata import derive_metadata, with_edition_used
from jinque.extraction.notes import texts_by_section
from jinque.extraction.nothing import nothing_found
from jinque.extraction.outlined import Outlined, outline
from jinque.extraction.parts import Part, notices_in
from jinque.extraction.posts import PostReader
from jinque.extraction.sections import industry_level
from jinque.extraction.steps import Steps
from jinque.extraction.summaries import section_summaries
from jinque.extraction.unfolding import unfold
from jinque.model import Document, Edition, Post, Profile, Report
from jinque.parameters import load_vocabulary


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
