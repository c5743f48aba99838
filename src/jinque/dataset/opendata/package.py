"""The files of the open data.

The record as a data catalogue for machines (DCAT 3, https://www.w3.org/TR/vocab-dcat-3/).

The descriptor of the open data (Data Package v2, https://datapackage.org).

A file of the open data as a distribution (DCAT 3), and the identifiers of things.

Tables of the open data as CSV, Parquet and sheets of a workbook.

Writes the open data into a folder: whole, or not at all.
"""

import csv
import hashlib
import io
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from jinque.dataset.files import Sheet, workbook_bytes
from jinque.dataset.files import Value as SheetValue
from jinque.dataset.opendata.rows import tables
from jinque.dataset.opendata.schema import MISSING_WORDS, Field, Filled, Missing, Row, Value
from jinque.errors import InvalidOptionError, MachineError
from jinque.locale import Sentence, Translator, both, say, say_in
from jinque.model import Attested, PublishedEdition, Status

Json = dict[str, object]


_CAUTION = say(
    "The data repeat the words of the catalogues and decide nothing; scales of shortage differ "
    "from place to place and cannot be compared."
)

_MEDIA = {
    "csv": "https://www.iana.org/assignments/media-types/text/csv",
    "parquet": "https://www.iana.org/assignments/media-types/application/vnd.apache.parquet",
    "xlsx": "https://www.iana.org/assignments/media-types/application/"
    "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "https://www.iana.org/assignments/media-types/application/json",
}


class Names:
    """Identifiers below an address, or as URNs where there is none."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

    def of(self, *parts: str) -> str:
        """Return an identifier of a thing."""
        quoted = [quote(part, safe="") for part in parts]
        return (
            "/".join([self._address, *quoted])
            if self._address
            else ":".join(["urn:jinque", *quoted])
        )


def distribution(path: str, data: bytes, names: Names) -> Json:
    """Return a file by its path within the export, with size and checksum."""
    ending = path.rpartition(".")[2]
    return {
        "@id": names.of("export", *path.split("/")),
        "@type": "dcat:Distribution",
        "dct:title": path,
        "dcat:mediaType": {"@id": _MEDIA[ending]},
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": _checksum(hashlib.sha256(data).hexdigest()),
    }


def _checksum(value: str) -> Json:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@value": value, "@type": "xsd:hexBinary"},
    }


_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# None of the sources states a licence, and none is made up for it.
_RIGHTS = say("The source states no licence; the data arrange a catalogue that was made public.")


def dcat(editions: Sequence[PublishedEdition], files: Mapping[str, bytes], address: str) -> bytes:
    """Return `dcat.jsonld`: a catalogue with a series and a dataset for each edition.

    Args:
        editions: in the order that the catalogue is to have.
        files: path within the export -> bytes; each becomes a distribution with its checksum.
        address: where the site stands (`https://…`), in front of every identifier; empty gives
            `urn:jinque:` identifiers, which name without leading anywhere.
    """
    names = Names(address)
    everything = names.of("export")
    datasets = [
        names.of("editions", each.summary.id, str(each.summary.version)) for each in editions
    ]
    graph: list[Json] = [
        {
            "@id": names.of("catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": _both(say("Catalogues of occupations in short supply")),
            "dct:description": _both(say("Rows of published catalogues")),
            "dcat:dataset": [{"@id": each} for each in [everything, *datasets]],
        },
        _whole(everything, names, files),
        *(node for each in editions for node in _edition(each, names, editions)),
    ]
    whole = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _whole(identifier: str, names: Names, files: Mapping[str, bytes]) -> Json:
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": _both(say("The tables of all editions")),
        "dct:description": _both(say("All rows and their dictionary")),
        "dct:rights": _rights(),
        "dcat:distribution": [distribution(path, data, names) for path, data in files.items()],
    }


def _edition(
    published: PublishedEdition, names: Names, editions: Sequence[PublishedEdition]
) -> list[Json]:
    summary, facts = published.summary, published.summary.metadata
    before = _before(published, editions)
    first = before[-1] if before else published
    series = names.of("catalogues", first.summary.id)
    stated: Json = {
        "dct:publisher": _agent(facts.publisher),
        "dct:spatial": _place(facts.place),
        "dct:issued": _value(facts.issued_on),
    }
    if before:
        former = before[0].summary
        there = {"@id": names.of("editions", former.id, str(former.version))}
        stated |= {"dcat:prev": there, "dcat:previousVersion": there}
    dataset: Json = {
        "@id": names.of("editions", summary.id, str(summary.version)),
        "@type": "dcat:Dataset",
        "dct:identifier": summary.id,
        "dct:title": _title(published),
        "dct:description": _both(say("One edition of a catalogue")),
        "dcat:version": str(summary.version),
        "dcat:inSeries": {"@id": series},
        "dct:rights": _rights(),
        "dct:source": {"@id": f"urn:sha256:{summary.source_sha256}"},
        **{name: value for name, value in stated.items() if value is not None},
    }
    if before:
        # The series is that of the first edition, which tells of it.
        return [dataset]
    return [
        {"@id": series, "@type": "dcat:DatasetSeries", "dct:title": _title(published)},
        dataset,
    ]


def _before(
    published: PublishedEdition, editions: Sequence[PublishedEdition]
) -> list[PublishedEdition]:
    """Return the editions that one follows, the last first, as far as they are at hand."""
    known = {each.summary.id: each for each in editions}
    found: list[PublishedEdition] = []
    former = published.edition.follows
    while former in known and known[former] not in found:
        found.append(known[former])
        former = known[former].edition.follows
    return found


def _title(published: PublishedEdition) -> Json:
    return {
        "@value": published.summary.metadata.title.value or published.summary.id,
        "@language": "zh",
    }


def _agent(fact: Attested) -> Json | None:
    name = _value(fact)
    return None if name is None else {"@type": "foaf:Organization", "foaf:name": name}


def _place(fact: Attested) -> Json | None:
    name = _value(fact)
    return None if name is None else {"@type": "dct:Location", "dct:title": name}


def _value(fact: Attested) -> str | None:
    """Return what a document states; what is only inferred is not told to machines as a fact."""
    return fact.value if fact.status is Status.STATED else None


def _rights() -> list[Json]:
    return _both(_RIGHTS)


def _both(sentence: Sentence) -> list[Json]:
    words = both(sentence)
    return [{"@value": words[language], "@language": language} for language in words]


def _in_both(title: Sentence) -> str:
    return " · ".join(both(title).values())


PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
# A list is a text with a separator in CSV; the descriptor says so in the field's own words.
_TYPES = {"list": "string"}
_KEYS = {"editions": "id", "posts": "id"}


def datapackage(tables: Sequence[Filled], files: Mapping[str, bytes]) -> bytes:
    """Return `datapackage.json` for tables written as `data/NAME.csv` and `data/NAME.parquet`.

    Args:
        tables: in the order of the resources.
        files: path within the package -> bytes; each path of a resource is among them.
    """
    english = both(say("Rows of published catalogues with their place in the source."))
    chinese = both(_CAUTION)
    described = {
        "$schema": PACKAGE_PROFILE,
        "name": "jinque",
        "title": _in_both(say("Catalogues of occupations in short supply")),
        "description": f"{english['en']} {chinese['zh']}",
        "resources": [_resource(filled, files) for filled in tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(filled: Filled, files: Mapping[str, bytes]) -> Json:
    path = f"data/{filled.table.name}.csv"
    return {
        "name": filled.table.name,
        "$schema": _RESOURCE_PROFILE,
        "type": "table",
        "title": _in_both(filled.table.title),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_size(files[path]),
        "schema": _schema(filled),
        # The same table, typed. Not a resource of its own: validators without a reader of
        # Parquet would call the whole package broken.
        "alternates": [_parquet(filled, files)],
    }


def _parquet(filled: Filled, files: Mapping[str, bytes]) -> Json:
    path = f"data/{filled.table.name}.parquet"
    return {
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_size(files[path]),
    }


def _size(data: bytes) -> Json:
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _schema(filled: Filled) -> Json:
    table = filled.table
    return {
        "$schema": _SCHEMA_PROFILE,
        "fields": [_field(field) for field in table.fields],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": other, "fields": [_KEYS[other]]}}
            for column, other in table.refers_to.items()
        ],
        "missingValues": [
            {"value": symbol.value, "label": Translator("en")(MISSING_WORDS[symbol])}
            for symbol in Missing
        ],
    }


def _field(field: Field) -> Json:
    unit = f" Unit: {field.unit}." if field.unit else ""
    listed = " Several values are joined by ；." if field.type == "list" else ""
    return {
        "name": field.name,
        "type": _TYPES.get(field.type, field.type),
        "title": Translator("zh")(field.title),
        "description": f"{Translator('en')(field.title)}.{unit}{listed}",
    }


_LONGEST_NAME = 20


_NO_MARKS = re.compile(r"[（）；():;]+")


LIST_SEPARATOR = "；"
_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}


_MISSING = {
    Missing.NOT_STATED: say("not stated"),
    Missing.NONE_REQUIRED: say("none required"),
    Missing.NOT_APPLICABLE: say_in("cell", "not applicable"),
}
_LARGEST_SHEET_TEXT = 32_767
"""Characters: what a cell of a workbook holds."""


def csv_bytes(filled: Filled) -> bytes:
    """Return a table as CSV: UTF-8 without a byte order mark, LF, missing values as symbols.

    It is for programs and holds every text as it is; a spreadsheet should open the workbook.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    names = [field.name for field in filled.table.fields]
    writer.writerow(names)
    writer.writerows([_csv_value(row[name]) for name in names] for row in filled.rows)
    return buffer.getvalue().encode()


def parquet_bytes(filled: Filled) -> bytes:
    """Return a table as Parquet, typed; a missing value is null.

    A column `X_missing` beside a column X with nulls says why each is missing, by the names of
    `Missing` in small letters.
    """
    columns: dict[str, pa.Array] = {}
    for field in filled.table.fields:
        values = [row[field.name] for row in filled.rows]
        columns[field.name] = pa.array([_arrow_value(each) for each in values], _ARROW[field.type])
        if any(isinstance(each, Missing) for each in values):
            reasons = [each.name.lower() if isinstance(each, Missing) else None for each in values]
            columns[f"{field.name}_missing"] = pa.array(reasons, pa.string())
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, compression="zstd")
    return sink.getvalue()


def sheet(filled: Filled, translator: Translator) -> Sheet:
    """Return a table as a sheet; headings and missing values in words."""
    fields = filled.table.fields
    return Sheet(
        name=_NO_MARKS.sub(" ", translator(filled.table.title))[:_LONGEST_NAME].strip(),
        headings=tuple(field.title for field in fields),
        rows=[[_sheet_value(row[field.name]) for field in fields] for row in filled.rows],
    )


def dictionary_sheet(tables: Sequence[Filled]) -> Sheet:
    """Return the data dictionary: every column of every table, then why a value is missing."""
    rows: list[tuple[Sentence | str, ...]] = [
        (each.table.name, each.table.title, *_described(field))
        for each in tables
        for field in each.table.fields
    ]
    rows += [
        ("—", say("missing value"), symbol.value, words, "", "")
        for symbol, words in MISSING_WORDS.items()
    ]
    return Sheet(
        name=say("Data dictionary"),
        headings=(
            say("Table"),
            say("Title of the table"),
            say("Column"),
            say("Meaning"),
            say("Type"),
            say("Unit"),
        ),
        rows=rows,
        widths=(14, 24, 20, 48, 10, 18),
    )


def _described(field: Field) -> tuple[Sentence | str, ...]:
    return field.name, field.title, field.type, field.unit


def _csv_value(value: Value) -> str:
    if isinstance(value, Missing):
        return value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return repr(value) if isinstance(value, float) else str(value)


def _arrow_value(value: Value) -> object:
    if isinstance(value, Missing):
        return None
    return list(value) if isinstance(value, tuple) else value


def _sheet_value(value: Value) -> SheetValue:
    if isinstance(value, Missing):
        return _MISSING[value]
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, int | float):
        return value
    return _csv_value(value)[:_LARGEST_SHEET_TEXT]


WORKBOOK = "jinque.xlsx"
DESCRIPTOR = "datapackage.json"
CATALOGUE = "dcat.jsonld"


def opendata_files(
    editions: Sequence[PublishedEdition],
    criteria: Iterable[Row],
    address: str = "",
    language: str = "zh",
) -> dict[str, bytes]:
    """Return every file of the open data by its path; the same bytes for the same editions.

    `data/NAME.csv` and `data/NAME.parquet` for each table, `jinque.xlsx` with all of them and a
    data dictionary, `datapackage.json` (Data Package v2) and `dcat.jsonld` (DCAT 3). Nothing
    says when or where they were made.

    Args:
        editions: in the order that the files are to have.
        criteria: rows of the table `criteria`.
        address: where the site stands, for the identifiers of `dcat.jsonld`; empty gives URNs.
        language: of the workbook, `zh` or `en`; all else is the same in both.
    """
    filled = tables(editions, criteria)
    files: dict[str, bytes] = {}
    for each in filled:
        files[f"data/{each.table.name}.csv"] = csv_bytes(each)
        files[f"data/{each.table.name}.parquet"] = parquet_bytes(each)
    translator = Translator(language)
    sheets = [dictionary_sheet(filled), *(sheet(each, translator) for each in filled)]
    files[WORKBOOK] = workbook_bytes(sheets, translator)
    files[DESCRIPTOR] = datapackage(filled, files)
    files[CATALOGUE] = dcat(editions, files, address)
    return files


def save_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder of their own; an earlier export there is replaced.

    Everything is written beside it first, so that what stood there stays until all is done.

    Args:
        files: path within the folder -> bytes.
        folder: new, empty, or an earlier export (it holds `datapackage.json`).

    Raises:
        InvalidOptionError: something else is in the folder, or a file stands at its place.
        MachineError: the system refuses to write; what stood there is untouched.
    """
    if folder.exists() and not _is_ours(folder):
        raise InvalidOptionError(
            say("Something else is there; nothing was written."),
            where=str(folder),
            hint=say("Give a new or an empty folder, or that of an earlier export."),
        )
    try:
        _replace(files, folder)
    except OSError as fault:
        raise MachineError(
            say("The folder cannot be written: {strerror}.", strerror=fault.strerror),
            where=str(folder),
            hint=say("Check permissions and free space, or choose another place."),
        ) from fault


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / DESCRIPTOR).is_file())


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    target = folder.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as made:
        new, old = Path(made) / "new", Path(made) / "old"
        for path, data in files.items():
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
