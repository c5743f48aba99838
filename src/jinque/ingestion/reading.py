"""A file read with every decision in force: the one way in, under review or not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jinque.documents import read
from jinque.extraction import Reading, extract
from jinque.extraction.tables import unfold
from jinque.ingestion.identity import (
    Identities,
    base_profiles,
    builtin_profiles,
    given_roles,
    lost_roles,
    roles_for,
    with_facts,
)
from jinque.ingestion.places import extracts_of
from jinque.ingestion.replacing import is_same, issue_of, losses
from jinque.ingestion.replay import (
    Replay,
    changed,
    completed,
    marked,
    replay_of,
    with_lost,
    with_rejects,
)
from jinque.ingestion.source import Progress, SourceFile, tell, within
from jinque.model import Document, Post, Profile
from jinque.model.decision import Decision, RelatedEdition, Relation
from jinque.model.review import DraftReading
from jinque.roster import refuse_people
from jinque.store import Record

STEPS = 3
"""Steps of a file on its way in: it is read, extracted, and kept or published."""

_NEW = RelatedEdition(relation=Relation.NEW)


def read_source(
    record: Record,
    file: SourceFile,
    decisions: Sequence[Decision],
    progress: Progress | None = None,
    *,
    has_extracts: bool = True,
) -> tuple[DraftReading, ...]:
    """Read a file as `read_with_text` does, and return what was read alone."""
    return read_with_text(record, file, decisions, progress, has_extracts=has_extracts)[1]


def read_with_text(
    record: Record,
    file: SourceFile,
    decisions: Sequence[Decision],
    progress: Progress | None = None,
    *,
    has_extracts: bool = True,
) -> tuple[str, tuple[DraftReading, ...]]:
    """Read a file as it stands, then once more where decisions or its identity ask for it.

    Args:
        record: for the editions that it may belong to.
        file: the bytes.
        decisions: those in force, oldest first.
        progress: called with `read` and `extract`, the first two of three steps.
        has_extracts: cut out the place of each issue, which only a draft shows.

    Returns:
        The text in which citations count, and what was read.

    Raises:
        PersonalDataError: it is a list of people.
        WrongCallError: it cannot be read, or nothing of a catalogue is left in it.
    """
    tell(progress, "read", 0, STEPS)
    printed = read(file.data, name=file.name, progress=within(progress, "read", 0, STEPS))
    raw = unfold(printed)
    if not builtin_profiles(file.sha256):
        refuse_people(raw, file.name)
    tell(progress, "extract", 1, STEPS)
    replay = replay_of(decisions, raw)
    document = changed(raw, replay)
    base = base_profiles(record, raw, file, decisions)
    profiles = tuple(roles_for(each, n, decisions) for n, each in enumerate(base, start=1))
    first = _by_part(document, file.name, profiles, within(progress, "extract", 1, STEPS))
    identities = Identities(record, file, raw, decisions)
    related = {
        n: _compared(record, raw.source_sha256, reading, identities.related(n, reading))
        for n, reading in first.items()
    }
    wanted = _all_wanted(profiles, first, related, identities, decisions)
    if replay.missing or wanted != profiles:
        first = _by_part(completed(document, replay, _posts(first)), file.name, wanted)
    text = raw.text if has_extracts else None
    finishing = _Finishing(text=text, replay=replay, decisions=decisions, parts=tuple(first))
    done = (_finished(n, each, related.get(n, _NEW), finishing) for n, each in first.items())
    return raw.text, tuple(done)


def _compared(
    record: Record, sha256: str, reading: Reading, found: RelatedEdition
) -> RelatedEdition:
    """Return the relation with what would be lost, where the file would become a new version."""
    if found.relation is not Relation.SAME_EDITION or found.other is None:
        return found
    held = next((one for one in record.summaries() if one.id == found.other), None)
    if held is None or held.source_sha256 == sha256:
        return found
    former = record.published(held.id).edition
    if is_same(reading.edition, former, is_builtin=held.is_builtin):
        return replace(found, is_same=True)
    return replace(found, lost=losses(reading.edition, former))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finishing:
    """What the last step needs.

    Attributes:
        text: of the document as printed; None where no extracts are wanted.
        parts: numbers of the catalogues that were found.
    """

    text: str | None
    replay: Replay
    decisions: Sequence[Decision]
    parts: Sequence[int]

    def of(self, part: int, decisions: Iterable[Decision]) -> list[Decision]:
        """Return those about a part; the first takes those about parts that were not found."""
        about = [(each.target.part if each.target else 0, each) for each in decisions]
        is_first = part == self.parts[0]
        return [each for n, each in about if n == part or (is_first and n not in self.parts)]


def _by_part(
    document: Document,
    name: str,
    profiles: Sequence[Profile],
    progress: Callable[[int, int], None] | None = None,
) -> dict[int, Reading]:
    """Return the readings by the number of their part; a part without a row has none."""
    readings = extract(document, source_name=name, profiles=tuple(profiles), progress=progress)
    parts = {profile.edition_id: n for n, profile in enumerate(profiles, start=1)}
    return {parts[reading.edition.id]: reading for reading in readings}


def _posts(readings: Mapping[int, Reading]) -> list[Post]:
    return [post for reading in readings.values() for post in reading.edition.posts]


def _all_wanted(
    profiles: Sequence[Profile],
    first: Mapping[int, Reading],
    related: Mapping[int, RelatedEdition],
    identities: Identities,
    decisions: Sequence[Decision],
) -> tuple[Profile, ...]:
    """Return the profiles with all that was settled, in their order."""
    return tuple(
        _wanted(n, each, first.get(n), identities.name(n, each, related.get(n)), decisions)
        for n, each in enumerate(profiles, start=1)
    )


def _wanted(
    part: int,
    profile: Profile,
    first: Reading | None,
    edition_id: str,
    decisions: Sequence[Decision],
) -> Profile:
    """Return the profile with the identity and the facts that were settled."""
    named = replace(profile, edition_id=edition_id)
    metadata = profile.metadata or (first.edition.metadata if first else None)
    facts = with_facts(metadata, part, decisions) if metadata else None
    return named if facts == metadata else replace(named, metadata=facts)


def _finished(
    part: int, reading: Reading, related: RelatedEdition, finishing: _Finishing
) -> DraftReading:
    replay, decisions = finishing.replay, finishing.decisions
    roles = given_roles(part, decisions)
    done = marked(reading, replay, roles)
    done = with_rejects(done, finishing.of(part, replay.rows.values()))
    lost = lost_roles(part, done.report.columns, decisions)
    done = with_lost(done, (*finishing.of(part, replay.lost), *lost))
    poorer = issue_of(related.lost, related.other or "")
    done = replace(done, report=replace(done.report, issues=(*poorer, *done.report.issues)))
    follows = related.other if related.is_next and related.is_settled else None
    edition = replace(done.edition, follows=follows)
    return DraftReading(
        part=part,
        edition=edition,
        report=done.report,
        related=related,
        extracts=() if finishing.text is None else extracts_of(finishing.text, done),
    )
