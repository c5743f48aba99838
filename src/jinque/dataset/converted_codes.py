"""Codes told in another edition in Arrow batches: the batch path of `convert`, for any size."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from jinque.classification import convert_code
from jinque.coding import CodeColumns, Tally, code_columns, no_code_column
from jinque.dataset.parquet import rewrite_parquet
from jinque.locale import Translator
from jinque.model import Conversion, ConvertedTable

CONVERTED_SCHEMA = pa.schema(
    [
        ("converted_status", pa.string()),
        ("converted_sureness", pa.string()),
        ("converted_code", pa.string()),
        ("converted_name", pa.string()),
        ("converted_reason_zh", pa.string()),
        ("converted_reason_en", pa.string()),
        ("converted_proposed", pa.list_(pa.string())),
    ]
)
"""The columns that are added, docs/reference/conversion.md; no code is null, never empty."""


def convert_parquet(source: Path, target: Path, wanted: str) -> ConvertedTable:
    """Convert a Parquet file into another, batch by batch: neither is ever whole in memory.

    Of several columns of names the first batch tells which one is taken.

    Raises:
        NotReadableError: `source` is no Parquet file.
        NothingFoundError: no column is headed as a code.
        MachineError: the system refuses to write; nothing stands at `target` then.
    """
    path = _Path(wanted)
    rewrite_parquet(source, target, CONVERTED_SCHEMA, path.convert, path.begin)
    return path.tally.table(path.names, path.columns)


class _Path:
    """What one file's conversion remembers from batch to batch."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.tally = Tally(wanted)
        self.names: Sequence[str] = ()
        self.columns = CodeColumns(code=0, name=None)
        self._is_chosen = False

    def begin(self, names: Sequence[str]) -> None:
        """Take the headings; they alone choose the columns of a file without rows."""
        self.names, self.columns = names, _columns_of(names)

    def convert(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Convert the next batch and count its rows."""
        if not self._is_chosen:
            values = zip(*map(_texts, batch.columns), strict=True)
            self.columns, self._is_chosen = _columns_of(self.names, list(values)), True
        found = _conversions(batch, self.columns, self.wanted)
        self.tally.add(found)
        return _with(batch, found)


def _columns_of(names: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> CodeColumns:
    columns = code_columns(names, rows)
    if columns is None:
        raise no_code_column("、".join(names)[:100])
    return columns


def _conversions(batch: pa.RecordBatch, columns: CodeColumns, wanted: str) -> list[Conversion]:
    codes = _texts(batch.column(columns.code))
    blank = [""] * batch.num_rows
    names = blank if columns.name is None else _texts(batch.column(columns.name))
    pairs = list(zip(codes, names, strict=True))
    known = {pair: convert_code(*pair, wanted) for pair in set(pairs)}
    return [known[pair] for pair in pairs]


def _with(batch: pa.RecordBatch, found: Sequence[Conversion]) -> pa.RecordBatch:
    schema = pa.schema([*batch.schema, *CONVERTED_SCHEMA])
    return pa.RecordBatch.from_arrays([*batch.columns, *_added(found)], schema=schema)


def _texts(column: pa.Array) -> list[str]:
    return ["" if value is None else str(value) for value in column.to_pylist()]


def _added(found: Sequence[Conversion]) -> list[pa.Array]:
    chinese, english = Translator("zh"), Translator("en")
    rows = [
        (
            each.status.value,
            each.sureness.value,
            each.entry.code if each.entry else None,
            each.entry.name if each.entry else None,
            chinese(each.reason),
            english(each.reason),
            [f"{entry.code} {entry.name}" for entry in each.proposed],
        )
        for each in found
    ]
    values = zip(*rows, strict=True) if rows else ((),) * len(CONVERTED_SCHEMA)
    kinds = zip(values, CONVERTED_SCHEMA, strict=True)
    return [pa.array(list(value), field.type) for value, field in kinds]
