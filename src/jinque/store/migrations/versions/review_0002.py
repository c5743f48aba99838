"""Drafts, and what was decided about sources; decisions are added and never change."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SQLITE_TRIGGER = """
CREATE TRIGGER decision_refuses_{event} BEFORE {event} ON decision
BEGIN SELECT RAISE(ABORT, 'rows of decision never change'); END
"""

# INSERT OR REPLACE deletes the row in its way without a DELETE trigger seeing it.
_SQLITE_REPLACE_TRIGGER = """
CREATE TRIGGER decision_refuses_replace BEFORE INSERT ON decision
WHEN EXISTS (
    SELECT 1 FROM decision WHERE source_sha256 = NEW.source_sha256 AND number = NEW.number
)
BEGIN SELECT RAISE(ABORT, 'rows of decision never change'); END
"""

# The first migration made the function.
_POSTGRESQL_TRIGGERS = (
    """
    CREATE TRIGGER decision_rows_are_permanent BEFORE UPDATE OR DELETE ON decision
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER decision_is_permanent BEFORE TRUNCATE ON decision
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
)


def upgrade() -> None:
    """Make the tables, then what keeps decisions unchanged in the words of the database."""
    _create_draft()
    _create_decision()
    if op.get_bind().dialect.name == "sqlite":
        for event in ("update", "delete"):
            op.execute(_SQLITE_TRIGGER.format(event=event))
        op.execute(_SQLITE_REPLACE_TRIGGER)
    else:
        for statement in _POSTGRESQL_TRIGGERS:
            op.execute(statement)


def _create_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False, unique=True),
        sa.Column("source_sha256", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("source_name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.String(20), nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("read_by", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_draft_source_sha256", "draft", ["source_sha256"])


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("source_sha256", sa.String(64), sa.ForeignKey("source.sha256")),
        sa.Column("number", sa.Integer, autoincrement=False),
        sa.Column("draft_id", sa.Text, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("undoes", sa.Integer),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("source_sha256", "number"),
    )
