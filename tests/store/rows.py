"""The record's tables as they lie in the database, past the code under test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from jinque.store.tables import metadata

Rows = dict[str, set[tuple[Any, ...]]]


@contextmanager
def connected(url: str) -> Iterator[sa.Connection]:
    """Connect beside the record; what is done is committed unless it raises."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        yield connection


def execute(url: str, statement: str) -> Sequence[sa.Row[Any]]:
    """Run one statement; without rows to return, return none."""
    with connected(url) as connection:
        result = connection.execute(sa.text(statement))
        return result.all() if result.returns_rows else ()


def rows(url: str) -> Rows:
    """Read every row of every table, in one snapshot."""
    with connected(url) as connection:
        return {
            table.name: {tuple(row) for row in connection.execute(sa.select(table))}
            for table in metadata.sorted_tables
        }
