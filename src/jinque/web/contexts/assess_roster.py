"""The form that takes a roster to be held against posts, also with what could not be read."""

from dataclasses import dataclass

from jinque.web.contexts.ladder_reader import FieldError
from jinque.web.contexts.ladder_roster import FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRosterContext:
    """What `/assess/roster` shows.

    Attributes:
        formats: how the name of a roster may end.
        most_bytes: size of the largest form taken.
    """

    formats: tuple[str, ...]
    most_bytes: int

    @property
    def form(self) -> "AssessRosterContext":
        """Return this: nothing was sent yet."""
        return self

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of the form as they are filled in: none."""
        return {}

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Return none: nothing was sent yet."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRosterAgain:
    """The form for a reader whose roster got no answer; as JSON the first error is told alone."""

    form: AssessRosterContext
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]


def assess_roster_context(most_bytes: int) -> AssessRosterContext:
    """Gather what the form says of itself."""
    return AssessRosterContext(formats=FORMATS, most_bytes=most_bytes)
