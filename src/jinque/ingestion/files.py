"""A file into the record.

When a file does not become what its caller asked for, and only a review can tell.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jinque.documents import load
from jinque.errors import DraftStaleError, RelatedEditionError, UnderReviewError
from jinque.ingestion.derivation import beside
from jinque.ingestion.identity import builtin_profiles
from jinque.ingestion.reading import STEPS, read_with_text
from jinque.ingestion.replacing import refuse_builtin, refuse_poorer
from jinque.ingestion.replay import in_force, settled_report
from jinque.ingestion.source import Progress, SourceFile, tell
from jinque.locale import say
from jinque.model import Edition, EditionSummary, IngestAnswer, PublishedEdition, Report
from jinque.model.decision import RelatedEdition
from jinque.model.review import DraftReading
from jinque.store import Record
from jinque.store.drafts import Drafts


def read_otherwise(draft_id: str) -> DraftStaleError:
    """Tell that a file reads otherwise than when its draft was looked at."""
    return DraftStaleError(
        say(
            "Draft {draft_id} reads otherwise than you saw it (a newer program, or its "
            "identifier is taken now); nothing was published.",
            draft_id=draft_id,
        ),
        where=draft_id,
        hint=say("The new reading was kept; look at it and publish then."),
    )


def under_review(name: str, draft_id: str) -> UnderReviewError:
    """Tell a file that is being reviewed."""
    return UnderReviewError(
        say(
            "“{name}” is under review (draft {draft_id}); it cannot be read in past it.",
            name=name,
            draft_id=draft_id,
        ),
        where=name,
        hint=say(
            "Publish the draft: jinque review publish {draft_id}; or discard it first.",
            draft_id=draft_id,
        ),
    )


def check_related(readings: Sequence[DraftReading], name: str, edition_id: str | None) -> None:
    """Refuse what may be the next edition of a catalogue, unless its identifier was given.

    Raises:
        RelatedEditionError: the hint names the ways to say what it is.
    """
    doubtful = [r.related for r in readings if r.related.is_next and not r.related.is_settled]
    if not doubtful or edition_id is not None:
        return
    first = doubtful[0]
    raise RelatedEditionError(
        say(
            "“{name}” looks like the next edition of {other} ({equal_rows} of {rows} rows "
            "are equal); nothing was read in.",
            name=name,
            other=first.other,
            rows=first.rows,
            equal_rows=first.equal_rows,
        ),
        where=name,
        hint=say(
            "To publish it as the next edition: jinque ingest --review FILE; as a "
            "correction of the same one: --edition {other}; as another catalogue: "
            "--edition NEW-NAME.",
            other=first.other,
        ),
    )


def ingest_file(
    record: Record, path: Path, *, edition_id: str | None = None, progress: Progress | None = None
) -> IngestAnswer:
    """Read a file and publish what is in it; see `ingest_bytes`.

    Raises:
        WrongCallError: no such file, a folder, too large, empty, of another format, or without
            anything of a catalogue in it; the record is as it was.
        MachineError: the file cannot be read, or the record fails.
    """
    return ingest_bytes(record, load(path), path.name, edition_id, progress=progress)


def ingest_bytes(
    record: Record,
    data: bytes,
    name: str,
    edition_id: str | None = None,
    *,
    progress: Progress | None = None,
) -> IngestAnswer:
    """Publish the editions in a file's bytes.

    Bytes that the record holds are read as the edition they were read as before, whatever the
    file is called now, and with what a review decided about them; those of a built-in source as
    the built-in editions.

    Args:
        record: receives one publication.
        data: the file's bytes.
        name: the file's name; a new catalogue's identifier is made of it.
        edition_id: identifier to publish under; None leaves it to the document.
        progress: called with `read`, `extract` and `publish`, within the first two as they
            go on.

    Raises:
        UnderReviewError: a draft of these bytes is open.
        PoorerReadingError: it would become a new version with fewer facts.
        BuiltinEditionError: it would replace an edition that ships with the program.
        RelatedEditionError: it looks like the next edition of one in the record, and nobody
            said so; see docs/how-to/review.md.
        WrongCallError: empty, too large, of another format, or without anything of a catalogue;
            the record is as it was.
        MachineError: the record fails.
    """
    file = SourceFile(data=data, name=name, edition_id=edition_id)
    drafts = Drafts(record)
    draft_id = drafts.open_of(file.sha256)
    if draft_id is not None:
        raise under_review(name, draft_id)
    history = drafts.decisions(file.sha256)
    text, readings = read_with_text(record, file, in_force(history), progress, has_extracts=False)
    check_related(readings, name, edition_id)
    is_builtin = bool(builtin_profiles(file.sha256))
    if all(each.related.is_same for each in readings):
        return _again(record, readings)
    for each in readings:
        if not (is_builtin or each.related.is_same):
            refuse_builtin(record, each.edition, name)
        refuse_poorer(name, each.edition.id, each.related.lost)
    tell(progress, "publish", 2, STEPS)
    reports = [(each.edition, settled_report(each, history)) for each in readings]
    is_new = record.publish(
        reports,
        source=data,
        source_name=name,
        is_builtin=is_builtin,
        beside=beside(text, [edition for edition, _ in reports]),
    )
    tell(progress, "publish", 3, STEPS)
    related = tuple(each.related for each in readings)
    return answer_for(record, reports, is_new=is_new, related=related)


def _again(record: Record, readings: Sequence[DraftReading]) -> IngestAnswer:
    """Return the editions that say the same already; the record is as it was."""
    held = [record.published(each.edition.id) for each in readings]
    return IngestAnswer(
        is_new=False,
        source_sha256=held[0].summary.source_sha256,
        editions=tuple(held),
        related=tuple(each.related for each in readings),
    )


def answer_for(
    record: Record,
    published: Sequence[tuple[Edition, Report]],
    *,
    is_new: bool,
    related: tuple[RelatedEdition, ...],
) -> IngestAnswer:
    """Return what was published beside how the record sums it up: the content is the same."""
    sha256 = published[0][0].source_sha256
    summaries = {one.id: one for one in record.editions_of_source(sha256)}
    return IngestAnswer(
        is_new=is_new,
        source_sha256=sha256,
        editions=tuple(_published(*one, summaries[one[0].id]) for one in published),
        related=related,
    )


def _published(edition: Edition, report: Report, summary: EditionSummary) -> PublishedEdition:
    named = replace(edition, source_name=summary.source_name)
    return PublishedEdition(summary=summary, edition=named, report=report)
