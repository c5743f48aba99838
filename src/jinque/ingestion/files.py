"""A file into the record.

When a file does not become what its caller asked for, and only a review can tell.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jinque.documents import load
from jinque.errors import DraftStaleError, RelatedEditionError, UnderReviewError
from jinque.ingestion.identity import builtin_profiles
from jinque.ingestion.reading import STEPS, read_source
from jinque.ingestion.replay import in_force, settled_report
from jinque.ingestion.source import Progress, SourceFile, tell
from jinque.model import Edition, EditionSummary, IngestAnswer, PublishedEdition, Report
from jinque.model.decision import RelatedEdition
from jinque.model.review import DraftReading
from jinque.store import Record
from jinque.store.drafts import Drafts


def read_otherwise(draft_id: str) -> DraftStaleError:
    """Tell that a file reads otherwise than when its draft was looked at."""
    return DraftStaleError(
        f"草稿 {draft_id} 重读后与您看到的不同（程序已更新，或编号已被占用）；没有公布。",
        f"Draft {draft_id} reads otherwise than you saw it (a newer program, or its identifier "
        "is taken now); nothing was published.",
        where=draft_id,
        hint_zh="新的读法已保存为草稿；请看过后再公布。",
        hint_en="The new reading was kept; look at it and publish then.",
    )


def under_review(name: str, draft_id: str) -> UnderReviewError:
    """Tell a file that is being reviewed."""
    return UnderReviewError(
        f"“{name}”正在审核中（草稿 {draft_id}），不能绕过审核读入。",
        f"“{name}” is under review (draft {draft_id}); it cannot be read in past it.",
        where=name,
        hint_zh=f"处理草稿后公布：jinque review publish {draft_id}；或作废草稿后再读入。",
        hint_en=f"Publish the draft: jinque review publish {draft_id}; or discard it first.",
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
        f"“{name}”看来是目录 {first.other} 的下一版"
        f"（{first.rows} 行中有 {first.equal_rows} 行相同），没有读入。",
        f"“{name}” looks like the next edition of {first.other} ({first.equal_rows} of "
        f"{first.rows} rows are equal); nothing was read in.",
        where=name,
        hint_zh="审核后公布为下一版：jinque ingest --review 文件；作为同一版的更正："
        f"--edition {first.other}；作为另一目录：--edition 新编号。",
        hint_en="To publish it as the next edition: jinque ingest --review FILE; as a correction "
        f"of the same one: --edition {first.other}; as another catalogue: --edition NEW-NAME.",
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
    readings = read_source(record, file, in_force(history), progress, has_extracts=False)
    check_related(readings, name, edition_id)
    tell(progress, "publish", 2, STEPS)
    reports = [(each.edition, settled_report(each, history)) for each in readings]
    is_new = record.publish(
        reports, source=data, source_name=name, is_builtin=bool(builtin_profiles(file.sha256))
    )
    tell(progress, "publish", 3, STEPS)
    related = tuple(each.related for each in readings)
    return answer_for(record, reports, is_new=is_new, related=related)


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
