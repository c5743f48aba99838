"""What an edition is called: as decided, as asked for, as before, or by a name not yet taken."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from jinque.corpus import sources
from jinque.extraction import Reading, profiles_for
from jinque.ingestion.review_facts import of_part
from jinque.ingestion.review_related import related
from jinque.ingestion.source_file import SourceFile
from jinque.model import Document, Profile
from jinque.model.related import RelatedEdition
from jinque.model.review_decision import Action, Decision, Relation
from jinque.store import Record


def builtin_profiles(sha256: str) -> tuple[Profile, ...]:
    """Return the profiles of the built-in source with these bytes; none for another source."""
    same = (one for one in sources() if hashlib.sha256(one.data).hexdigest() == sha256)
    return tuple(profile for source in same for profile in source.profiles)


def base_profiles(
    record: Record, document: Document, file: SourceFile, decisions: Sequence[Decision]
) -> tuple[Profile, ...]:
    """Return a profile for each catalogue in the file, with the habits of one that is known."""
    own = builtin_profiles(document.source_sha256)
    asked = tuple(one for one in own if file.edition_id in {None, one.edition_id})
    if asked:
        return asked
    held = record.editions_of_source(document.source_sha256)
    known = tuple(profile for source in sources() for profile in source.profiles)
    decided = [d.other for d in of_part(Action.RELATE, 1, decisions)]
    hint = file.edition_id or (held[0].id if len(held) == 1 and not decided else None)
    if decided and decided[-1] in {profile.edition_id for profile in known}:
        hint = decided[-1]
    name = held[0].source_name if held else file.name
    return profiles_for(document, source_name=name, edition_id=hint, known=known)


class Identities:
    """Finds the relation and the identifier of each catalogue in a file."""

    def __init__(
        self, record: Record, file: SourceFile, document: Document, decisions: Sequence[Decision]
    ) -> None:
        sha256 = document.source_sha256
        self._record = record
        self._file = file
        self._document = document
        self._decisions = decisions
        self._held = {each.id for each in record.editions_of_source(sha256)}
        self._builtin = {each.edition_id for each in builtin_profiles(sha256)}
        self._taken = {each.id for each in record.summaries()}

    def related(self, part: int, reading: Reading) -> RelatedEdition:
        """Return how a catalogue stands to the record, as decided or as proposed."""
        rows = len(reading.edition.posts) + len(reading.edition.clauses)
        decided = self._decided(part)
        if decided:
            relation = Relation(decided.value or Relation.NEW)
            return RelatedEdition(relation=relation, other=decided.other, rows=rows)
        if self._is_own(reading.edition.id):
            own = reading.edition.id
            return RelatedEdition(relation=Relation.SAME_EDITION, other=own, rows=rows)
        free = self._free(self._own_name(part, reading.edition.id))
        found = related(self._record, reading.edition)
        if self._file.edition_id and not found.is_next:
            return RelatedEdition(relation=Relation.NEW, rows=rows, free_id=free)
        return replace(found, free_id=free)

    def name(self, part: int, profile: Profile, found: RelatedEdition | None) -> str:
        """Return the identifier of a catalogue."""
        decided = self._decided(part)
        if decided and decided.named:
            return decided.named
        if found is None or self._is_own(profile.edition_id):
            return profile.edition_id
        if found.relation is Relation.SAME_EDITION and found.other:
            return found.other
        return found.free_id or profile.edition_id

    def _is_own(self, edition_id: str) -> bool:
        """Tell whether an identifier is that of the file itself, or was asked for and exists."""
        is_asked = edition_id == self._file.edition_id and edition_id in self._taken
        return is_asked or edition_id in self._held | self._builtin

    def _decided(self, part: int) -> Decision | None:
        return next(reversed([*of_part(Action.RELATE, part, self._decisions)]), None)

    def _own_name(self, part: int, edition_id: str) -> str:
        """Return an identifier of the file's name where that of the profile is taken."""
        if edition_id not in self._taken:
            return edition_id
        fresh = profiles_for(self._document, source_name=self._file.name, edition_id=None, known=())
        return fresh[min(part, len(fresh)) - 1].edition_id

    def _free(self, edition_id: str) -> str:
        """Return an identifier that the record has not, with a number behind it where needed."""
        number, free = 1, edition_id
        while free in self._taken:
            number += 1
            free = f"{edition_id}-{number}"
        return free
