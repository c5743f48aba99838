"""The verb that takes a file into the record."""

from pathlib import Path

from jinque import ingestion
from jinque.api.workspace import Progress, Workspace
from jinque.model import IngestAnswer


def ingest(
    workspace: Workspace,
    path: Path,
    edition_id: str | None = None,
    *,
    progress: Progress | None = None,
) -> IngestAnswer:
    """Read a file into the record; the same file twice changes nothing.

    Args:
        workspace: where the editions go.
        path: the file.
        edition_id: what the edition is to be called; None derives it from document and name.
        progress: called with the step, how much of all steps is done, and how much there is.

    Raises:
        WrongCallError: the file cannot be read as a catalogue; nothing was changed.
        MachineError: the record cannot be written; it is as it was.
    """
    return ingestion.ingest_file(workspace.record, path, edition_id=edition_id, progress=progress)
