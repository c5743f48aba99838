"""What may be said of a catalogue as a whole: a column's role, a fact, its relation to others."""

import re
from dataclasses import dataclass, fields

from jinque.ingestion.review_faults import (
    bad_identifier,
    no_such_column,
    no_such_fact,
    no_such_other,
    no_such_relation,
    no_such_role,
)
from jinque.ingestion.review_values import checked_date, checked_value
from jinque.model import Metadata
from jinque.model.review import DraftEdition
from jinque.model.review_decision import Relation, Settlement
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

FACTS = tuple(field.name for field in fields(Metadata) if field.name != "scale")
"""The facts of an edition that a person may state."""

_DATES = frozenset({"issued_on", "effective_from", "effective_to"})
_LONGEST_NAME = 80
_NAME = re.compile(r"[\w]+(?:-[\w]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A relation with the edition that it is to, and the identifier that comes of it."""

    relation: Relation
    other: str | None
    named: str | None


def role_value(edition: DraftEdition, asked: Settlement) -> str | None:
    """Return the role that a column is given; None for a column that is kept and not read.

    Raises:
        DecisionError: no such column, or no such role.
    """
    headings = [column.heading for column in edition.report.columns]
    wanted = fold(drop_blanks(asked.field or ""))
    if wanted not in {fold(drop_blanks(heading)) for heading in headings}:
        raise no_such_column(asked.field, headings)
    roles = tuple(load_vocabulary().headings)
    if asked.value is not None and asked.value not in roles:
        raise no_such_role(asked.value, roles)
    return asked.value


def fact_value(asked: Settlement) -> str:
    """Return the fact that a person states; empty for one that is not to be used.

    Raises:
        DecisionError: no such fact, or not a value for it.
    """
    if asked.field not in FACTS:
        raise no_such_fact(asked.field, FACTS)
    if asked.value == "":
        return ""
    value = checked_value(asked.value, asked.field)
    return checked_date(value, asked.field) if asked.field in _DATES else value


def read_relation(
    edition: DraftEdition, asked: Settlement, known: frozenset[str], taken: frozenset[str]
) -> Wanted:
    """Return the relation that a person chooses.

    Args:
        edition: the catalogue.
        asked: what is asked.
        known: identifiers of the editions in the record.
        taken: those of them that are of other sources.

    Raises:
        DecisionError: no such relation, no such edition, or the new identifier is taken or odd.
    """
    if asked.value not in {each.value for each in Relation}:
        raise no_such_relation(asked.value)
    relation = Relation(asked.value)
    other = None if relation is Relation.NEW else asked.other or edition.related.other
    if relation is not Relation.NEW and other not in known:
        raise no_such_other(other, sorted(known))
    if relation is Relation.SAME_EDITION:
        return Wanted(relation=relation, other=other, named=other)
    return Wanted(
        relation=relation,
        other=other,
        named=_free_name(asked.named or edition.related.free_id or edition.edition.id, taken),
    )


def _free_name(named: str, taken: frozenset[str]) -> str:
    if named in taken or len(named) > _LONGEST_NAME or not _NAME.fullmatch(named):
        raise bad_identifier(named, is_taken=named in taken)
    return named
