"""The tables of reviews: drafts, and what was decided about the sources that they were read from.

What was decided stands beside the source, not in the draft: a later reading of the same bytes
finds it again.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from jinque.store.schema import metadata

# `content_sha256` is that of what `body` says was read; `read_by` that of the code that read it.
# `revision` counts the changes from 1; `body` is compressed by zlib.
draft = Table(
    "draft",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("source_sha256", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("source_name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", String(20), nullable=False),
    Column("created_by", Text, nullable=False),
    Column("content_sha256", String(64), nullable=False),
    Column("read_by", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# Rows are added and never change; `number` counts from 1 for each source.
decision = Table(
    "decision",
    metadata,
    Column("source_sha256", ForeignKey("source.sha256"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("draft_id", ForeignKey("draft.id"), nullable=False),
    Column("action", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(20), nullable=False),
    Column("undoes", Integer),
    Column("body", Text, nullable=False),
)
