"""The next editions that are being compiled: their parts, and steps that never change."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_POSTGRESQL_TRIGGERS = (
    (
        "CREATE TRIGGER next_edition_step_rows_are_permanent BEFORE UPDATE OR DELETE ON "
        "next_edition_step FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER next_edition_step_is_permanent BEFORE TRUNCATE ON next_edition_step "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
)
_SQLITE_TRIGGERS = (
    (
        "CREATE TRIGGER next_edition_step_refuses_update BEFORE UPDATE ON next_edition_step "
        "BEGIN SELECT RAISE(ABORT, 'rows of next_edition_step never change'); END"
    ),
    (
        "CREATE TRIGGER next_edition_step_refuses_delete BEFORE DELETE ON next_edition_step "
        "BEGIN SELECT RAISE(ABORT, 'rows of next_edition_step never change'); END"
    ),
    # INSERT OR REPLACE deletes the row in its way without a DELETE trigger seeing it.
    (
        "CREATE TRIGGER next_edition_step_refuses_replace BEFORE INSERT ON next_edition_step "
        "WHEN EXISTS (SELECT 1 FROM next_edition_step WHERE draft_id = NEW.draft_id "
        "AND number = NEW.number) "
        "BEGIN SELECT RAISE(ABORT, 'rows of next_edition_step never change'); END"
    ),
)


def upgrade() -> None:
    """Make the tables, then the triggers in the words of the database at hand."""
    op.create_table(
        "next_edition",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False, unique=True),
        sa.Column("former", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.String(20), nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("edition_id", sa.Text, nullable=False),
    )
    op.create_table(
        "next_edition_part",
        sa.Column("draft_id", sa.Text, sa.ForeignKey("next_edition.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "name"),
    )
    op.create_table(
        "next_edition_step",
        sa.Column("draft_id", sa.Text, sa.ForeignKey("next_edition.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "number"),
    )
    op.create_table(
        "petition",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("edition_id", sa.Text, nullable=False),
        sa.Column("taken_by", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_petition_edition_id", "petition", ["edition_id"])
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_TRIGGERS if is_sqlite else _POSTGRESQL_TRIGGERS:
        op.execute(statement)
