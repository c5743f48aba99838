"""What was decided about a catalogue as a whole: meanings of columns, facts, its relation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jinque.model import Attested, Metadata, Profile, Status
from jinque.model.column import ColumnReading, ColumnRole
from jinque.model.review_decision import Action, Decision
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
    """Return the profile with what was settled of columns."""
    roles = given_roles(part, decisions)
    settled = tuple(ColumnRole(heading=h, role=d.value) for h, d in roles.items())
    return replace(profile, column_roles=(*profile.column_roles, *settled))


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
            basis_zh=f"经办人认定不取用：{decision.reason}",
            basis_en=f"a reviewer settled that it is not to be used: {decision.reason}",
        )
    return Attested(
        value=decision.value,
        status=Status.SUPPLIED,
        basis_zh=f"经办人补充：{decision.reason}",
        basis_en=f"supplied by a reviewer: {decision.reason}",
    )


def _same(heading: str) -> str:
    return fold(drop_blanks(heading))
