"""One answer for one person of a roster, as the page lists it."""

from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model import Words
from jinque.model.bridge_roster import RosterResult, RosterVerdict, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One answer for one person.

    Attributes:
        row: address of the row in the roster.
        staff_id: empty where blank.
        occupation: None where none was given.
        when: when the person may apply, in words.
        level: of the deciding rung; None where no level is known, as its `clause`.
        earliest: None where time alone tells nothing.
        short: conditions not met, each with its clause.
        missing: questions for facts that the roster does not tell.
    """

    row: str
    staff_id: str
    occupation: str | None
    timing: Timing
    when: Words
    headline: Words
    level: str | None
    earliest: date | None
    clause: str | None
    short: tuple[Words, ...]
    missing: tuple[Words, ...]

    @classmethod
    def of(cls, result: RosterResult, verdict: RosterVerdict) -> "PersonView":
        """Flatten `verdict`; a name is left out."""
        return cls(
            row=result.place.address,
            staff_id=result.staff_id,
            occupation=verdict.occupation,
            timing=verdict.timing,
            when=api.TIMING_NAMES[verdict.timing],
            headline=verdict.headline,
            level=verdict.to_level,
            earliest=verdict.earliest_date,
            clause=verdict.clause,
            short=verdict.short,
            missing=tuple(dict.fromkeys(fact.question for fact in verdict.missing)),
        )
