"""The classification from its root."""

from dataclasses import dataclass

from jinque import api
from jinque.model import Words
from jinque.web.contexts.occupation import BranchView


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationsContext:
    """What `/occupations` shows.

    Attributes:
        classification: edition whose tree it is.
        majors: its major groups with the number of posts linked to them or below.
        limits: what is missing from the lists.
    """

    classification: str
    majors: tuple[BranchView, ...]
    limits: tuple[Words, ...]


def occupations_context(workspace: api.Workspace, classification: str) -> OccupationsContext:
    """Gather the major groups of an edition.

    Raises:
        InvalidOptionError: there is no such edition.
    """
    codes = api.major_groups(classification)
    answers = (api.occupation(workspace, code, edition=classification) for code in codes)
    entries = [answer.entries[0] for answer in answers]
    return OccupationsContext(
        classification=classification,
        majors=tuple(
            BranchView(
                code=entry.found.entry.code,
                name=entry.found.entry.name,
                posts=len(entry.posts) + sum(branch.posts for branch in entry.below),
            )
            for entry in entries
        ),
        limits=entries[0].limits,
    )
