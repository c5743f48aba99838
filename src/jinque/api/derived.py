"""What is kept of a record for as long as the record does not change."""

from dataclasses import dataclass, field

from jinque.bridge import Rulebook
from jinque.model import EditionSummary, PublishedEdition
from jinque.model.post_criteria import CriteriaAnswer
from jinque.search import Index, OccupationIndex


@dataclass(slots=True)
class Derived:
    """What was derived from one revision of the record."""

    revision: str
    summaries: tuple[EditionSummary, ...] | None = None
    editions: dict[tuple[str, int | None], PublishedEdition] = field(default_factory=dict)
    readings: tuple[CriteriaAnswer, ...] | None = None
    index: Index | None = None
    occupations: OccupationIndex | None = None
    rulebooks: tuple[Rulebook, ...] | None = None
