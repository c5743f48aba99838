"""How what was read from a file stands to the editions that the record holds already."""

from dataclasses import dataclass

from jinque.model.review_decision import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedEdition:
    """A relation, proposed or chosen.

    Attributes:
        relation: in force: chosen by a person, or proposed; see `is_settled`.
        other: the edition that it follows or is the same as; None for a new catalogue.
        rows: rows of the file.
        equal_rows: rows that `other` has as well, with the same name and code.
        is_settled: a person chose it, or nothing speaks for anything else.
        free_id: identifier that an edition of its own would get; None where it has one.
    """

    relation: Relation
    other: str | None = None
    rows: int = 0
    equal_rows: int = 0
    is_settled: bool = True
    free_id: str | None = None

    @property
    def is_next(self) -> bool:
        """Whether it is, or is proposed as, the next edition of `other`."""
        return self.relation is Relation.NEXT_EDITION
