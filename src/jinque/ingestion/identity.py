"""What was decided about a catalogue as a whole: meanings of columns, facts, its relation.

What an edition is called: as decided, as asked for, as before, or by a name not yet taken.

Whether what was read is an edition of the record again, or the next one of its catalogue.

Titles are compared without their numbers (years, batches), rows by code and name.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from jinque.corpus import sources
from jinque.extraction import Reading, profiles_for
from jinque.ingestion.names import Names, names_kept, names_of
from jinque.ingestion.source import SourceFile
from jinque.locale import say
from jinque.model import Attested, Document, Edition, EditionSummary, Metadata, Profile, Status
from jinque.model.decision import Action, Decision, RelatedEdition, Relation
from jinque.model.metadata import rests_on
from jinque.model.post import ColumnReading, ColumnRole, LabelRank
from jinque.store import Record
from jinque.text import drop_blanks, fold


def of_part(action: Action, part: int, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Yield the decisions of one kind about one catalogue of the file, oldest first."""
    for decision in decisions:
        if decision.action is action and decision.target and decision.target.part == part:
            yield decision


def given_roles(part: int, decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the decisions about columns by heading; of two about one the later holds."""
    return {
        decision.target.printed: decision
        for decision in of_part(Action.ROLE, part, decisions)
        if decision.target
    }


def roles_for(profile: Profile, part: int, decisions: Iterable[Decision]) -> Profile:
    """Return the profile with what was settled of columns and of labels of shortage."""
    roles = given_roles(part, decisions)
    settled = tuple(ColumnRole(heading=h, role=d.value) for h, d in roles.items())
    ranked = {d.target.printed: d for d in of_part(Action.RANK, part, decisions) if d.target}
    ranks = tuple(
        LabelRank(label=label, rank=int(d.value) if d.value else None)
        for label, d in ranked.items()
    )
    return replace(
        profile,
        column_roles=(*profile.column_roles, *settled),
        label_ranks=(*profile.label_ranks, *ranks),
    )


def lost_roles(
    part: int, columns: Sequence[ColumnReading], decisions: Iterable[Decision]
) -> list[Decision]:
    """Return the decisions about columns that no table has any more."""
    headings = {_same(column.heading) for column in columns}
    roles = given_roles(part, decisions)
    return [decision for heading, decision in roles.items() if _same(heading) not in headings]


def with_facts(metadata: Metadata, part: int, decisions: Iterable[Decision]) -> Metadata:
    """Return the metadata with the facts that a person stated in the document's stead."""
    facts = {
        decision.target.field: _supplied(decision)
        for decision in of_part(Action.STATE, part, decisions)
        if decision.target and decision.target.field
    }
    return replace(metadata, **facts, scale=metadata.scale) if facts else metadata


def _supplied(decision: Decision) -> Attested:
    if not decision.value:
        return Attested(
            status=Status.NOT_STATED,
            **rests_on(
                say(
                    "a reviewer settled that it is not to be used: {reason}",
                    reason=decision.reason,
                )
            ),
        )
    return Attested(
        value=decision.value,
        status=Status.SUPPLIED,
        **rests_on(say("supplied by a reviewer: {reason}", reason=decision.reason)),
    )


def _same(heading: str) -> str:
    return fold(drop_blanks(heading))


SAME_SHARE = 0.9
"""Share of equal rows from which two files with titles alike are one edition."""

NEXT_SHARE = 0.5
"""Share of equal rows from which a file without a title alike is asked about."""

_LIKE = 0.6
_MOST_COMPARED = 32
_NUMBERS = re.compile(r"[0-9]+|[〇零一二三四五六七八九十]+(?=年|批|版|季)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """An edition of the record beside what was read."""

    id: str
    has_same_pattern: bool
    has_same_numbers: bool
    equal_rows: int
    share: float


def related(record: Record, edition: Edition) -> RelatedEdition:
    """Return how an edition that was read stands to those of the record; never settled but NEW."""
    rows = names_of(edition)
    total = sum(rows.values())
    near = sorted(record.summaries(), key=lambda each: -_likeness(edition, each))[:_MOST_COMPARED]
    kept = record.names(near)
    candidates = []
    for each in near:
        body = kept.get((each.id, each.version))
        others = names_kept(body) if body else names_of(record.published(each.id).edition)
        candidates.append(_candidate(edition, rows, each, others))
    best = max(candidates, key=lambda each: (each.share, each.has_same_pattern), default=None)
    titled = max(
        (each for each in candidates if each.has_same_pattern),
        key=lambda each: each.share,
        default=None,
    )
    found = best if best and best.share >= NEXT_SHARE else titled
    if found is None:
        return RelatedEdition(relation=Relation.NEW, rows=total)
    is_same = found.share >= SAME_SHARE and found.has_same_numbers
    return RelatedEdition(
        relation=Relation.SAME_EDITION if is_same else Relation.NEXT_EDITION,
        other=found.id,
        rows=total,
        equal_rows=found.equal_rows,
        is_settled=False,
    )


def _candidate(edition: Edition, rows: Names, summary: EditionSummary, others: Names) -> _Candidate:
    equal = (rows & others).total()
    own, other = _title(edition), _title(summary)
    return _Candidate(
        id=summary.id,
        has_same_pattern=bool(own) and _NUMBERS.sub("#", own) == _NUMBERS.sub("#", other),
        has_same_numbers=not (own and other) or _NUMBERS.findall(own) == _NUMBERS.findall(other),
        equal_rows=equal,
        share=equal / max(rows.total(), others.total(), 1),
    )


def _likeness(edition: Edition, summary: EditionSummary) -> float:
    """Compare titles; without one in either, editions come after those of a title alike."""
    own, other = _title(edition), _title(summary)
    return SequenceMatcher(None, own, other).ratio() if own and other else _LIKE


def _title(of: Edition | EditionSummary) -> str:
    return fold(drop_blanks(of.metadata.title.value or ""))


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
