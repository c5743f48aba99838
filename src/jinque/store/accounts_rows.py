"""Accounts as rows and back."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select, update

from jinque.model.account import Account, Role
from jinque.store.accounts_names import is_storable_key, key_of, unknown_account
from jinque.store.accounts_schema import account


def found(connection: Connection, name: str) -> RowMapping | None:
    """Return the row of an account, the name typed in whatever width and case."""
    key = key_of(name)
    if not is_storable_key(key):
        return None
    return connection.execute(select(account).where(account.c.key == key)).mappings().first()


def required(connection: Connection, name: str) -> RowMapping:
    """Return the row of an account.

    Raises:
        UnknownAccountError: there is none.
    """
    row = found(connection, name)
    if row is None:
        raise unknown_account(name)
    return row


def every(connection: Connection) -> Sequence[RowMapping]:
    """Return the rows of all accounts by name."""
    return connection.execute(select(account).order_by(account.c.key)).mappings().all()


def change(connection: Connection, key: str, **values: object) -> None:
    """Change columns of one row."""
    connection.execute(update(account).where(account.c.key == key).values(**values))


def account_of(row: RowMapping) -> Account:
    """Decode a row."""
    return Account(
        name=row["name"],
        role=Role(row["role"]),
        is_active=row["is_active"],
        created_at=row["created_at"],
    )
