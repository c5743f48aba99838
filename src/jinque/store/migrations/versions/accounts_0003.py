"""The accounts of an office: who may sign in, sessions, tries, and a history that never changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_POSTGRESQL_TRIGGERS = (
    (
        "CREATE TRIGGER deed_rows_are_permanent BEFORE UPDATE OR DELETE ON deed "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER deed_is_permanent BEFORE TRUNCATE ON deed "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
)
_SQLITE_TRIGGERS = (
    (
        "CREATE TRIGGER deed_refuses_update BEFORE UPDATE ON deed "
        "BEGIN SELECT RAISE(ABORT, 'rows of deed never change'); END"
    ),
    (
        "CREATE TRIGGER deed_refuses_delete BEFORE DELETE ON deed "
        "BEGIN SELECT RAISE(ABORT, 'rows of deed never change'); END"
    ),
    # INSERT OR REPLACE deletes the row in its way without a DELETE trigger seeing it.
    (
        "CREATE TRIGGER deed_refuses_replace BEFORE INSERT ON deed "
        "WHEN EXISTS (SELECT 1 FROM deed WHERE sequence = NEW.sequence) "
        "BEGIN SELECT RAISE(ABORT, 'rows of deed never change'); END"
    ),
)


def upgrade() -> None:
    """Make the tables, then the triggers in the words of the database at hand."""
    _create_accounts()
    _create_tries_and_deeds()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_TRIGGERS if is_sqlite else _POSTGRESQL_TRIGGERS:
        op.execute(statement)


def _create_accounts() -> None:
    op.create_table(
        "account",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.String(20), nullable=False),
    )
    op.create_table(
        "office_session",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("account_key", sa.Text, sa.ForeignKey("account.key"), nullable=False),
        sa.Column("began_at", sa.String(20), nullable=False),
        sa.Column("seen_at", sa.String(20), nullable=False),
    )
    op.create_index("ix_office_session_account_key", "office_session", ["account_key"])


def _create_tries_and_deeds() -> None:
    op.create_table(
        "sign_in_attempt",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_at", sa.String(20), nullable=False),
        sa.Column("locked_until", sa.String(20), nullable=False),
    )
    op.create_table(
        "deed",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
