"""What is derived of sources and versions: texts, readings of requirements, entries of a search.

The tables come empty: they are filled from the bytes that the record holds, when it is opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; their rows may change, so that no trigger guards them."""
    op.create_table(
        "source_text",
        sa.Column("source_sha256", sa.String(64), sa.ForeignKey("source.sha256")),
        sa.Column("text_sha256", sa.String(64)),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("source_sha256", "text_sha256"),
    )
    op.create_table(
        "derived",
        sa.Column(
            "sequence",
            sa.Integer,
            sa.ForeignKey("edition.sequence"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("read_by", sa.String(64), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("criteria", sa.LargeBinary, nullable=False),
        sa.Column("entries", sa.LargeBinary, nullable=False),
    )
