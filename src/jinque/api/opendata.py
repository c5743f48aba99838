"""Everything in the record as open data.

Sheets of paper as files.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from jinque.api.shapes import to_json
from jinque.api.workspace import Workspace
from jinque.criteria.wording import describe
from jinque.dataset.opendata import Row, opendata_files, save_folder
from jinque.dataset.opendata.package import dcat
from jinque.locale import both
from jinque.model import PublishedEdition
from jinque.model.criterion import PostReading
from jinque.model.paper import Paper


def opendata(workspace: Workspace, address: str = "", language: str = "zh") -> dict[str, bytes]:
    """Return every file of the open data by its path; the same bytes for the same record.

    Args:
        workspace: where the editions are; the newest version of each is taken.
        address: where the site stands, for the identifiers of `dcat.jsonld`; empty gives URNs.
        language: of the workbook, `zh` or `en`.
    """
    editions = [workspace.published(each.id) for each in workspace.summaries()]
    criteria = (row for each in workspace.readings() for row in _rows(each.reading))
    return opendata_files(editions, criteria, address, language)


def edition_opendata(workspace: Workspace, edition_id: str, address: str = "") -> dict[str, bytes]:
    """Return the open data of one edition by path, with those that it follows in its series.

    Raises:
        UnknownEditionError: there is none of that identifier.
    """
    edition: str | None = edition_id
    editions: list[PublishedEdition] = []
    while edition is not None and edition not in {each.summary.id for each in editions}:
        editions.append(workspace.published(edition))
        edition = editions[-1].edition.follows
    criteria = (row for each in workspace.rows_read(edition_id) for row in _rows(each.reading))
    files = opendata_files(editions[:1], criteria, address, "zh")
    data = {path: made for path, made in files.items() if path != "dcat.jsonld"}
    return {**data, "dcat.jsonld": dcat(editions, data, address)}


def export_all(
    workspace: Workspace, folder: Path, address: str = "", language: str = "zh"
) -> dict[str, bytes]:
    """Write the open data into a folder, whole or not at all; return what was written.

    Raises:
        InvalidOptionError: something else is in the folder.
        MachineError: the system refuses to write.
    """
    files = opendata(workspace, address, language)
    save_folder(files, folder)
    return files


def _rows(reading: PostReading) -> Iterator[Row]:
    for position, each in enumerate(reading.criteria, start=1):
        said, span = both(describe(each.criterion)), each.citation.span
        yield {
            "post": reading.post_id,
            "position": position,
            "block": each.block,
            "kind": each.criterion.kind,
            "reading_zh": said["zh"],
            "reading_en": said["en"],
            "criterion": json.dumps(to_json(each.criterion), ensure_ascii=False),
            "clause": each.clause,
            "source_sha256": each.citation.source_sha256,
            "line_start": span.line_start,
            "line_end": span.line_end,
            "quote": each.citation.quote,
        }


def paper_docx(paper: Paper) -> bytes:
    """Return a sheet as a Word file (.docx); nothing of it is kept."""
    from jinque.dataset import paper as writing

    return writing.paper_docx(paper)
