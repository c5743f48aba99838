"""The tables of the record as queries see them; `migrations` makes them, a test compares both.

Columns that lists need stand before `report` and `body`: SQLite then answers a list without
reading the long texts.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# `name` and `received_at` are those of the first arrival of the bytes.
source = Table(
    "source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("received_at", String(20), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# One row a version. `sequence` counts all publications from 1; `revision` is a digest of this
# row and of every row before it, so that equal revisions mean equal records.
edition = Table(
    "edition",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("edition_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("source_sha256", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("content_sha256", String(64), nullable=False),
    Column("revision", String(64), nullable=False),
    Column("published_at", String(20), nullable=False),
    Column("is_builtin", Boolean, nullable=False),
    Column("source_name", Text, nullable=False),
    Column("counts", Text, nullable=False),
    Column("issues", Text, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("edition_id", "version", name="edition_version"),
)

# What the program notes for itself; the one table whose rows change.
mark = Table(
    "mark",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
