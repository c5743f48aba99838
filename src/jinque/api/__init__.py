"""One function for each verb, and the JSON shapes of what they answer."""

from jinque.api.shapes import (
    catalogues_dict,
    edition_dict,
    ingest_dict,
    issues_dict,
    post_dict,
    search_dict,
)
from jinque.api.verbs import (
    catalogues,
    edition,
    export,
    ingest,
    issues,
    revision,
    search,
    show,
)
from jinque.api.workspace import Progress, Workspace, open_workspace
from jinque.dataset import ROW_KINDS, clause_dict, issue_dict, row_dict, save

__all__ = [
    "ROW_KINDS",
    "Progress",
    "Workspace",
    "catalogues",
    "catalogues_dict",
    "clause_dict",
    "edition",
    "edition_dict",
    "export",
    "ingest",
    "ingest_dict",
    "issue_dict",
    "issues",
    "issues_dict",
    "open_workspace",
    "post_dict",
    "revision",
    "row_dict",
    "save",
    "search",
    "search_dict",
    "show",
]
