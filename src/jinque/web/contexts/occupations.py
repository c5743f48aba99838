"""The classification from its root."""

from dataclasses import dataclass

from jinque import api
from jinque.model import Words
from jinque.web.contexts.occupation import BranchView


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationsContext:
    """What `/occupations` shows.

    Attributes:
        majors: the major groups of 2022 with the number of posts linked to them or below.
        limits: what is missing from the lists.
    """

    majors: tuple[BranchView, ...]
    limits: tuple[Words, ...]


def occupations_context(workspace: api.Workspace) -> OccupationsContext:
    """Gather the major groups."""
    entries = [api.occupation(workspace, code).entries[0] for code in api.major_groups()]
    return OccupationsContext(
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
