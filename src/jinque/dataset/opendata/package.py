"""The files of the open data."""

from collections.abc import Iterable, Sequence

from jinque.dataset.opendata.dcat import dcat
from jinque.dataset.opendata.descriptor import datapackage
from jinque.dataset.opendata.field import Row
from jinque.dataset.opendata.files import csv_bytes, dictionary_sheet, parquet_bytes, sheet
from jinque.dataset.opendata.tables import tables
from jinque.dataset.workbook import workbook_bytes
from jinque.model import PublishedEdition

WORKBOOK = "jinque.xlsx"
DESCRIPTOR = "datapackage.json"
CATALOGUE = "dcat.jsonld"


def opendata_files(
    editions: Sequence[PublishedEdition], criteria: Iterable[Row], address: str = ""
) -> dict[str, bytes]:
    """Return every file of the open data by its path; the same bytes for the same editions.

    `data/NAME.csv` and `data/NAME.parquet` for each table, `jinque.xlsx` with all of them and a
    data dictionary, `datapackage.json` (Data Package v2) and `dcat.jsonld` (DCAT 3). Nothing
    says when or where they were made.

    Args:
        editions: in the order that the files are to have.
        criteria: rows of the table `criteria`.
        address: where the site stands, for the identifiers of `dcat.jsonld`; empty gives URNs.
    """
    filled = tables(editions, criteria)
    files: dict[str, bytes] = {}
    for each in filled:
        files[f"data/{each.table.name}.csv"] = csv_bytes(each)
        files[f"data/{each.table.name}.parquet"] = parquet_bytes(each)
    sheets = [dictionary_sheet(filled), *(sheet(each) for each in filled)]
    files[WORKBOOK] = workbook_bytes(sheets)
    files[DESCRIPTOR] = datapackage(filled, files)
    files[CATALOGUE] = dcat(editions, files, address)
    return files
