"""Names to choose from while a query is typed."""

from jinque import search
from jinque.api.workspace import Workspace


def complete(workspace: Workspace, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one."""
    return search.complete(workspace.index(), typed)
