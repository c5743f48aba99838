"""Names to choose from while a query is typed.

The verbs for rows that match, and for an occupation.
"""

from datetime import date

from jinque import search as searching
from jinque.api.workspace import Workspace
from jinque.errors import InvalidOptionError
from jinque.locale import say
from jinque.model import OccupationAnswer, SearchAnswer, SearchRequest


def search(workspace: Workspace, request: SearchRequest) -> SearchAnswer:
    """Answer a search over the newest version of every edition.

    Raises:
        InvalidOptionError: an option of the request is out of range.
    """
    return searching.find(workspace.index(), request)


def complete(workspace: Workspace, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one."""
    return searching.complete(workspace.index(), typed)


def occupation(
    workspace: Workspace, typed: str, day: str | None = None, edition: str | None = None
) -> OccupationAnswer:
    """Return what a code or a name means in both editions, and the posts that name it.

    Args:
        workspace: whose newest editions are looked through.
        typed: a code of one to five segments, or a whole name.
        day: ISO 8601; tells, besides, whether the occupation held on that day.
        edition: `2022` or `2015`: the entries of that edition alone; None follows old codes and
            names to 2022.

    Raises:
        InvalidOptionError: `day` is no day, or before every edition known; no such edition.
        UnknownOccupationError: there is no such code or name; the hint names near ones.
    """
    asked = _day(day) if day else None
    return searching.find_occupation(workspace.occupations(), typed, asked, edition)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise InvalidOptionError(
            say("“{text}” is not a day.", text=text),
            where="as_of",
            hint=say("Write a day as 2024-07-31."),
        ) from fault
