"""The tables of the accounts of an office, beside those of the record."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from jinque.store.schema import metadata

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
