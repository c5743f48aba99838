"""Titles coded in Arrow batches: the batch path of the coder, for tables of any size."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jinque.coding import Coder, Verdict, load_coder, title_roles, verdicts
from jinque.errors import MachineError, NothingFoundError, NotReadableError
from jinque.model import TitleRequest

CODED_SCHEMA = pa.schema(
    [
        ("coded_outcome", pa.string()),
        ("coded_code", pa.string()),
        ("coded_name", pa.string()),
        ("coded_probability", pa.float64()),
        ("coded_at_least", pa.string()),
        ("coded_no_code_probability", pa.float64()),
    ]
)
"""The columns that are added, docs/reference/coding.md; `coded_outcome` is null for no title."""
ROWS_PER_BATCH = 8_192


def code_batch(batch: pa.RecordBatch, coder: Coder | None = None) -> pa.RecordBatch:
    """Return a batch with the code of each title behind its columns.

    The function has no state and no side effect; a null counts as an empty text.

    Args:
        batch: with a column headed as a title, as `code-file` knows them.
        coder: None for the built-in one.

    Raises:
        NothingFoundError: no column is headed as a title.
    """
    roles = title_roles(batch.schema.names)
    if "title" not in roles:
        raise _no_title(batch.schema.names)
    columns = {role: _texts(batch.column(place)) for role, place in roles.items()}
    blank = [""] * batch.num_rows
    given = zip(
        columns["title"],
        columns.get("description", blank),
        columns.get("industry", blank),
        strict=True,
    )
    requests = (TitleRequest(title=t, description=d, industry=i) for t, d, i in given)
    added = _columns(verdicts(coder or load_coder(), requests))
    schema = pa.schema([*batch.schema, *CODED_SCHEMA])
    return pa.RecordBatch.from_arrays([*batch.columns, *added], schema=schema)


def code_parquet(source: Path, target: Path) -> Counter[str | None]:
    """Code a Parquet file into another, batch by batch: neither is ever whole in memory.

    Returns:
        How many rows came to which outcome; None are titles that are empty or too long.

    Raises:
        NotReadableError: `source` is no Parquet file.
        NothingFoundError: no column is headed as a title.
        MachineError: the system refuses to write; nothing stands at `target` then.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        counts = _code_all(source, unfinished)
        unfinished.replace(target)
    except OSError as fault:
        raise _not_written(target) from fault
    finally:
        unfinished.unlink(missing_ok=True)
    return counts


def _code_all(source: Path, target: Path) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    with duckdb.connect() as engine:
        try:
            reader = engine.from_parquet(str(source)).to_arrow_reader(ROWS_PER_BATCH)
        except duckdb.Error as fault:
            raise _not_parquet(source) from fault
        if "title" not in title_roles(reader.schema.names):
            raise _no_title(reader.schema.names)
        with pq.ParquetWriter(target, pa.schema([*reader.schema, *CODED_SCHEMA])) as writer:
            for batch in reader:
                coded = code_batch(batch)
                writer.write_batch(coded)
                counts.update(coded.column("coded_outcome").to_pylist())
    return counts


def _texts(column: pa.Array) -> list[str]:
    return ["" if value is None else str(value) for value in column.to_pylist()]


def _columns(found: Sequence[Verdict]) -> list[pa.Array]:
    rows = [(each.outcome.value if each.outcome else None, *each[1:]) for each in found]
    values = zip(*rows, strict=True) if rows else ((),) * len(CODED_SCHEMA)
    return [pa.array(each, field.type) for each, field in zip(values, CODED_SCHEMA, strict=True)]


def _no_title(names: Sequence[str]) -> NothingFoundError:
    return NothingFoundError(
        "没有一列是职位名称。",
        "No column is headed as a title.",
        where="、".join(names)[:100],
        hint_zh="请把列名写成“职位名称”或“title”。",
        hint_en="Name the column 职位名称 or title.",
    )


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
