"""Codes told in another edition in Arrow batches: the batch path of `convert`, for any size."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jinque.classification import convert_code
from jinque.coding import CodeColumns, Tally, code_columns, no_code_column
from jinque.errors import MachineError, NotReadableError
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
ROWS_PER_BATCH = 8_192


def convert_batch(batch: pa.RecordBatch, columns: CodeColumns, wanted: str) -> pa.RecordBatch:
    """Return a batch with the code of each row in another edition behind its columns.

    The function has no state and no side effect; a null counts as an empty text.
    """
    return _with(batch, _conversions(batch, columns, wanted))


def convert_parquet(source: Path, target: Path, wanted: str) -> ConvertedTable:
    """Convert a Parquet file into another, batch by batch: neither is ever whole in memory.

    Raises:
        NotReadableError: `source` is no Parquet file.
        NothingFoundError: no column is headed as a code.
        MachineError: the system refuses to write; nothing stands at `target` then.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        converted = _convert_all(source, unfinished, wanted)
        unfinished.replace(target)
    except OSError as fault:
        raise _not_written(target) from fault
    finally:
        unfinished.unlink(missing_ok=True)
    return converted


def _convert_all(source: Path, target: Path, wanted: str) -> ConvertedTable:
    tally = Tally(wanted)
    with duckdb.connect() as engine:
        try:
            reader = engine.from_parquet(str(source)).to_arrow_reader(ROWS_PER_BATCH)
        except duckdb.Error as fault:
            raise _not_parquet(source) from fault
        columns, is_chosen = _columns_of(reader.schema.names), False
        with pq.ParquetWriter(target, pa.schema([*reader.schema, *CONVERTED_SCHEMA])) as writer:
            for batch in reader:
                if not is_chosen:
                    values = zip(*map(_texts, batch.columns), strict=True)
                    columns, is_chosen = _columns_of(batch.schema.names, list(values)), True
                found = _conversions(batch, columns, wanted)
                writer.write_batch(_with(batch, found))
                tally.add(found)
        return tally.table(reader.schema.names, columns)


def _columns_of(names: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> CodeColumns:
    """Return the columns of codes and names; the rows of the first batch help to choose."""
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
    return pa.RecordBatch.from_arrays([*batch.columns, *_columns(found)], schema=schema)


def _texts(column: pa.Array) -> list[str]:
    return ["" if value is None else str(value) for value in column.to_pylist()]


def _columns(found: Sequence[Conversion]) -> list[pa.Array]:
    rows = [
        (
            each.status.value,
            each.sureness.value,
            each.entry.code if each.entry else None,
            each.entry.name if each.entry else None,
            each.reason.zh,
            each.reason.en,
            [f"{entry.code} {entry.name}" for entry in each.proposed],
        )
        for each in found
    ]
    values = zip(*rows, strict=True) if rows else ((),) * len(CONVERTED_SCHEMA)
    kinds = zip(values, CONVERTED_SCHEMA, strict=True)
    return [pa.array(list(value), field.type) for value, field in kinds]


def _not_parquet(source: Path) -> NotReadableError:
    return NotReadableError(
        "不是可以读取的 Parquet 文件。",
        "It is no Parquet file that can be read.",
        where=source.name,
        hint_zh="请检查文件是否完整，或改用 .xlsx、.csv。",
        hint_en="Check that the file is whole, or use .xlsx or .csv.",
    )


def _not_written(target: Path) -> MachineError:
    return MachineError(
        "写不了这个文件。",
        "The file cannot be written.",
        where=str(target),
        hint_zh="请检查文件夹是否存在、权限和剩余空间。",
        hint_en="Check that the folder exists, its permissions and the space left.",
    )
