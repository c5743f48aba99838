"""The record's first schema: sources, editions, marks, and what keeps the first two unchanged."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_PERMANENT = ("source", "edition")

_POSTGRESQL_REFUSAL = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

_POSTGRESQL_TRIGGERS = """
CREATE TRIGGER {table}_rows_are_permanent BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER {table}_is_permanent BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""

_SQLITE_TRIGGER = """
CREATE TRIGGER {table}_refuses_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} never change'); END
"""

# INSERT OR REPLACE deletes the row in its way without a DELETE trigger seeing it.
_SQLITE_REPLACE_TRIGGER = """
CREATE TRIGGER {table}_refuses_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key})
BEGIN SELECT RAISE(ABORT, 'rows of {table} never change'); END
"""
_SQLITE_KEYS = {
    "source": "sha256 = NEW.sha256",
    "edition": "sequence = NEW.sequence OR (edition_id = NEW.edition_id AND version = NEW.version)",
}


def upgrade() -> None:
    """Make the tables, then the triggers in the words of the database at hand."""
    _create_source()
    _create_edition()
    op.create_table(
        "mark",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
    else:
        _refuse_changes_on_postgresql()


def _create_source() -> None:
    op.create_table(
        "source",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("received_at", sa.String(20), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _create_edition() -> None:
    op.create_table(
        "edition",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("edition_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("source_sha256", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("published_at", sa.String(20), nullable=False),
        sa.Column("is_builtin", sa.Boolean, nullable=False),
        sa.Column("source_name", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("issues", sa.Text, nullable=False),
        sa.Column("metadata", sa.Text, nullable=False),
        sa.Column("sections", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("edition_id", "version", name="edition_version"),
    )
    op.create_index("ix_edition_source_sha256", "edition", ["source_sha256"])


def _refuse_changes_on_sqlite() -> None:
    for table in _PERMANENT:
        for event in ("update", "delete"):
            op.execute(_SQLITE_TRIGGER.format(table=table, event=event))
        op.execute(_SQLITE_REPLACE_TRIGGER.format(table=table, key=_SQLITE_KEYS[table]))


def _refuse_changes_on_postgresql() -> None:
    op.execute(_POSTGRESQL_REFUSAL)
    for table in _PERMANENT:
        for statement in _POSTGRESQL_TRIGGERS.format(table=table).split(";"):
            op.execute(statement)
