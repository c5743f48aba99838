"""The descriptor of the open data (Data Package v2, https://datapackage.org)."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from jinque.dataset.opendata.field import MISSING_WORDS, Field, Filled, Missing

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
# A list is a text with a separator in CSV; the descriptor says so in the field's own words.
_TYPES = {"list": "string"}
_KEYS = {"editions": "id", "posts": "id"}

Json = dict[str, object]


def datapackage(tables: Sequence[Filled], files: Mapping[str, bytes]) -> bytes:
    """Return `datapackage.json` for tables written as `data/NAME.csv` and `data/NAME.parquet`.

    Args:
        tables: in the order of the resources.
        files: path within the package -> bytes; each path of a resource is among them.
    """
    described = {
        "$schema": PACKAGE_PROFILE,
        "name": "jinque",
        "title": "紧缺人才目录数据 · Catalogues of occupations in short supply",
        "description": "Rows of published catalogues with their place in the source. "
        "本数据按目录文字整理，不是认定结论；紧缺程度的标尺各地不同，不可直接比较。",
        "resources": [_resource(filled, files) for filled in tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(filled: Filled, files: Mapping[str, bytes]) -> Json:
    path = f"data/{filled.table.name}.csv"
    return {
        "name": filled.table.name,
        "$schema": _RESOURCE_PROFILE,
        "type": "table",
        "title": f"{filled.table.title.zh} · {filled.table.title.en}",
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
            {"value": symbol.value, "label": MISSING_WORDS[symbol].en} for symbol in Missing
        ],
    }


def _field(field: Field) -> Json:
    unit = f" Unit: {field.unit}." if field.unit else ""
    listed = " Several values are joined by ；." if field.type == "list" else ""
    return {
        "name": field.name,
        "type": _TYPES.get(field.type, field.type),
        "title": field.title.zh,
        "description": f"{field.title.en}.{unit}{listed}",
    }
