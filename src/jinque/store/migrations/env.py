"""Runs the migrations on the connection, and in the transaction, of the caller.

Alembic executes this file; it cannot be imported.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
