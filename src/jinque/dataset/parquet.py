"""Parquet files of people and of results: read part by part, written whole or not at all.

Titles coded in Arrow batches: the batch path of the coder, for tables of any size.
"""

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jinque.coding import Coder, Verdict, load_coder, title_roles, verdicts
from jinque.dataset.files import save_bytes
from jinque.errors import MachineError, NothingFoundError, NotReadableError, SourceNotFoundError
from jinque.locale import say
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
    counts: Counter[str | None] = Counter()

    def coded(batch: pa.RecordBatch) -> pa.RecordBatch:
        found = code_batch(batch)
        counts.update(found.column("coded_outcome").to_pylist())
        return found

    rewrite_parquet(source, target, CODED_SCHEMA, coded, _check_titles)
    return counts


def rewrite_parquet(
    source: Path,
    target: Path,
    added: pa.Schema,
    work: Callable[[pa.RecordBatch], pa.RecordBatch],
    check: Callable[[Sequence[str]], object],
) -> None:
    """Write a Parquet file into another with columns behind its own, batch by batch.

    Args:
        source: read in batches of `ROWS_PER_BATCH`.
        target: written whole or not at all.
        added: schema of the columns that `work` puts behind those of a batch.
        work: called with each batch in order.
        check: called with the names of the columns before anything is written; may raise.

    Raises:
        NotReadableError: `source` is no Parquet file.
        MachineError: the system refuses to write; nothing stands at `target` then.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        _rewrite(source, unfinished, added, work, check)
        unfinished.replace(target)
    except OSError as fault:
        raise _not_written(target) from fault
    finally:
        unfinished.unlink(missing_ok=True)


def _rewrite(
    source: Path,
    target: Path,
    added: pa.Schema,
    work: Callable[[pa.RecordBatch], pa.RecordBatch],
    check: Callable[[Sequence[str]], object],
) -> None:
    try:
        reader = pq.ParquetFile(source)
    except pa.ArrowException as fault:
        raise _not_parquet(source) from fault
    with reader:
        schema = reader.schema_arrow.remove_metadata()
        check(schema.names)
        with pq.ParquetWriter(target, pa.schema([*schema, *added])) as writer:
            for batch in _batches(reader, source):
                writer.write_batch(work(batch))


def _check_titles(names: Sequence[str]) -> None:
    if "title" not in title_roles(names):
        raise _no_title(names)


def _batches(reader: pq.ParquetFile, source: Path) -> Iterator[pa.RecordBatch]:
    try:
        yield from reader.iter_batches(ROWS_PER_BATCH)
    except (pa.ArrowException, OSError) as fault:
        raise _not_parquet(source) from fault


def _texts(column: pa.Array) -> list[str]:
    return ["" if value is None else str(value) for value in column.to_pylist()]


def _columns(found: Sequence[Verdict]) -> list[pa.Array]:
    rows = [(each.outcome.value if each.outcome else None, *each[1:]) for each in found]
    values = zip(*rows, strict=True) if rows else ((),) * len(CODED_SCHEMA)
    return [pa.array(each, field.type) for each, field in zip(values, CODED_SCHEMA, strict=True)]


def _no_title(names: Sequence[str]) -> NothingFoundError:
    return NothingFoundError(
        say("No column is headed as a title."),
        where="、".join(names)[:100],
        hint=say("Name the column 职位名称 or title."),
    )


def _not_parquet(source: Path) -> NotReadableError:
    return NotReadableError(
        say("It is no Parquet file that can be read."),
        where=source.name,
        hint=say("Check that the file is whole, or use .xlsx or .csv."),
    )


def _not_written(target: Path) -> MachineError:
    return MachineError(
        say("The file cannot be written."),
        where=str(target),
        hint=say("Check that the folder exists, its permissions and the space left."),
    )


_FOOTER_TAIL = 8
_WORD = 4
_ROWS_OF_A_LOOK = 65_536


def parquet_files(path: Path) -> list[Path]:
    """Return a file, or the Parquet files of a folder by name, hidden ones left out.

    Raises:
        SourceNotFoundError: there is neither.
    """
    if not path.exists():
        raise SourceNotFoundError(
            say("There is no such file."),
            where=str(path),
            hint=say("Check its name and the folder it is in."),
        )
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob("*.parquet"))
    return [each for each in found if each.is_file() and not each.name.startswith(("_", "."))]


def row_groups(path: Path) -> list[int]:
    """Return how many rows each group of a file has.

    Raises:
        NotReadableError: it is no Parquet file.
    """
    try:
        footer = pq.read_metadata(path)
    except (pa.ArrowException, OSError) as fault:
        raise _unreadable(path) from fault
    return [footer.row_group(index).num_rows for index in range(footer.num_row_groups)]


def column_names(path: Path) -> list[str]:
    """Return the names of the columns; raises what `row_groups` raises."""
    try:
        names: list[str] = pq.read_schema(path).names
    except (pa.ArrowException, OSError) as fault:
        raise _unreadable(path) from fault
    return names


def read_group(path: Path, group: int, schema: pa.Schema, rows: int) -> Iterator[pa.RecordBatch]:
    """Yield a group of rows in blocks with the columns of a schema, missing ones null.

    Args:
        path: the file.
        group: counted from 0.
        schema: wanted columns; others are not read.
        rows: the most in a block.

    Raises:
        NotReadableError: a column is of another type.
    """
    with pq.ParquetFile(path) as file:
        wanted = [name for name in schema.names if name in file.schema_arrow.names]
        for batch in file.iter_batches(rows, row_groups=[group], columns=wanted):
            yield _fitted(batch, schema, path)


def holds_match(path: Path, column: str, pattern: str) -> bool:
    """Tell whether any value of a column of strings matches; no where there is no such column."""
    with pq.ParquetFile(path) as file:
        if column not in file.schema_arrow.names:
            return False
        batches = file.iter_batches(_ROWS_OF_A_LOOK, columns=[column])
        texts = (batch.column(0).cast(pa.string()) for batch in batches)
        return any(pc.any(pc.match_substring_regex(text, pattern)).as_py() for text in texts)


def write_parquet(table: pa.Table, path: Path, notes: Mapping[str, str]) -> None:
    """Write a table with notes in its footer; equal tables give equal bytes.

    Raises:
        MachineError: the system refuses to write.
    """
    buffer = io.BytesIO()
    settings = {"compression": "zstd", "use_dictionary": False, "store_schema": False}
    with pq.ParquetWriter(buffer, table.schema, **settings) as writer:
        writer.write_table(table)
        writer.add_key_value_metadata(dict(notes))
    save_bytes([buffer.getvalue()], path)


def notes_of(path: Path) -> dict[str, str]:
    """Return the notes that `write_parquet` put down; empty where there are none."""
    found = pq.read_metadata(path).metadata or {}
    return {key.decode(): value.decode() for key, value in found.items()}


def footer_checksum(path: Path) -> str:
    """Return the SHA-256 of a file's footer, which tells places and checks of all its data."""
    with path.open("rb") as file:
        file.seek(-_FOOTER_TAIL, io.SEEK_END)
        length = int.from_bytes(file.read(_WORD), "little")
        file.seek(-_FOOTER_TAIL - length, io.SEEK_END)
        return hashlib.sha256(file.read(length)).hexdigest()


def _fitted(batch: pa.RecordBatch, schema: pa.Schema, path: Path) -> pa.RecordBatch:
    columns = []
    for field in schema:
        try:
            columns.append(
                batch.column(field.name).cast(field.type)
                if field.name in batch.schema.names
                else pa.nulls(batch.num_rows, field.type)
            )
        except (pa.ArrowException, ValueError) as fault:
            raise _other_type(path, field) from fault
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _other_type(path: Path, field: pa.Field) -> NotReadableError:
    return NotReadableError(
        say("Column “{name}” is of another type than {type}.", name=field.name, type=field.type),
        where=f"{path.name}:{field.name}",
        hint=say("Write it again with the columns and types of docs/how-to/screen-a-roster.md."),
    )


def _unreadable(path: Path) -> NotReadableError:
    return NotReadableError(
        say("This is not a readable Parquet file."),
        where=path.name,
        hint=say("Check that the file is whole, or use .xlsx or .csv."),
    )
