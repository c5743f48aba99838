"""What an edition was before."""

from jinque.api.workspace import Workspace
from jinque.model import EditionSummary


def versions(workspace: Workspace, edition_id: str) -> tuple[EditionSummary, ...]:
    """Return every version of an edition, the oldest first.

    Raises:
        UnknownEditionError: there is none.
    """
    return workspace.record.versions(edition_id)
