"""The form that takes a roster, and the same form with what could not be read."""

from dataclasses import dataclass

from jinque import api
from jinque.errors import WrongCallError
from jinque.model import Words
from jinque.web.contexts.ladder import known_places
from jinque.web.contexts.ladder_reader import FieldError

FORMATS = (".xlsx", ".csv")
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRosterContext:
    """What `/ladder/roster` shows.

    Attributes:
        known_places: first names of the places for which there are rules.
        formats: how the name of a roster may end.
        most_bytes: size of the largest form taken.
        most_shown: answers on the page; the workbook has all.
    """

    known_places: tuple[str, ...]
    formats: tuple[str, ...]
    most_bytes: int
    most_shown: int

    @property
    def form(self) -> "LadderRosterContext":
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
class RosterAgain:
    """The form for a reader whose roster got no answer; as JSON the first error is told alone."""

    form: LadderRosterContext
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...]


def ladder_roster_context(workspace: api.Workspace, most_bytes: int) -> LadderRosterContext:
    """Gather what the form says of itself."""
    return LadderRosterContext(
        known_places=known_places(workspace),
        formats=FORMATS,
        most_bytes=most_bytes,
        most_shown=MOST_SHOWN,
    )


def file_error(fault: WrongCallError) -> FieldError:
    """Put what is wrong with a file beside its field, with what to do next."""
    told = Words(zh=f"{fault.zh}{fault.hint_zh}", en=f"{fault.en} {fault.hint_en}".strip())
    return FieldError(field="file", value="", message=told)
