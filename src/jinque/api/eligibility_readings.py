"""The readings of all posts, kept as long as the record does not change."""

from jinque.api.workspace import Workspace
from jinque.model.post_criteria import CriteriaAnswer


def readings(workspace: Workspace) -> tuple[CriteriaAnswer, ...]:
    """Return every post of the newest editions beside the reading of its requirements.

    Posts come in the order of their catalogues; those without requirements are among them, and
    entries of running lists and of title tables are not.
    """
    return workspace.readings()
