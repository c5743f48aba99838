"""The tables of the accounts of an office, beside those of the record.

The tables of reviews: drafts, and what was decided about the sources that they were read from.

What was decided stands beside the source, not in the draft: a later reading of the same bytes
finds it again.

The tables of the record as queries see them; `migrations` makes them, a test compares both.

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

# What is worked out of sources and versions: outside the chain of revisions, and made anew where a
# newer program works it out otherwise. A text alone stays: the citations of a version count in it.
source_text = Table(
    "source_text",
    metadata,
    Column("source_sha256", ForeignKey("source.sha256"), primary_key=True),
    Column("text_sha256", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# One row a version. `read_by` is the checksum of the code that last read the source to just this
# content, empty where that was never noted; `made_by` that of the code that made `criteria` and
# `entries`. All bodies are compressed by zlib; `criteria` holds three streams one behind
# the other: names and codes, what of the requirements decides, and all of them with their words.
derived = Table(
    "derived",
    metadata,
    Column("sequence", ForeignKey("edition.sequence"), primary_key=True, autoincrement=False),
    Column("text_sha256", String(64), nullable=False),
    Column("read_by", String(64), nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("criteria", LargeBinary, nullable=False),
    Column("entries", LargeBinary, nullable=False),
)

# What the program notes for itself; its rows change.
mark = Table(
    "mark",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


# `key` is the name without differences of width and case.
account = Table(
    "account",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("created_at", String(20), nullable=False),
)

# The token itself is known to the browser alone.
office_session = Table(
    "office_session",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("account_key", ForeignKey("account.key"), nullable=False, index=True),
    Column("began_at", String(20), nullable=False),
    Column("seen_at", String(20), nullable=False),
)

# `key` is that of an account or, for a name that there is not, one of 65,536 numbers: what was
# typed for a name may be a password, and the table may not grow with what strangers type.
sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("key", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", String(20), nullable=False),
    Column("locked_until", String(20), nullable=False),
)

# Rows are added and never change.
deed = Table(
    "deed",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", String(20), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("detail", Text, nullable=False),
)


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

# The next editions that are being compiled. `revision` is the number of the last step.
next_edition = Table(
    "next_edition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("former", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", String(20), nullable=False),
    Column("created_by", Text, nullable=False),
    Column("edition_id", Text, nullable=False),
)

# One row a part that changes as one: its head, a row, an opinion. `step` last changed it.
next_edition_part = Table(
    "next_edition_part",
    metadata,
    Column("draft_id", ForeignKey("next_edition.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# Rows are added and never change; `number` counts from 1 for each draft.
next_edition_step = Table(
    "next_edition_step",
    metadata,
    Column("draft_id", ForeignKey("next_edition.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(20), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# What the public said of a published row while no draft of the next edition was open.
petition = Table(
    "petition",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("edition_id", Text, nullable=False, index=True),
    Column("taken_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)
