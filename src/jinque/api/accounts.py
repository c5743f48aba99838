"""The verbs of an office: its accounts from the shell, signing in on the site."""

from dataclasses import dataclass

from jinque.api import review
from jinque.api.workspace import Workspace
from jinque.model.account import Account, Role
from jinque.model.decision import Actor
from jinque.store.accounts import Accounts, Clock, Signing
from jinque.store.sessions import Passwords, utc_now


@dataclass(frozen=True, slots=True)
class Office:
    """What the pages of an office need besides the workspace."""

    accounts: Accounts
    signing: Signing


def open_office(
    workspace: Workspace, *, clock: Clock = utc_now, passwords: Passwords | None = None
) -> Office:
    """Return the accounts of the record that a workspace has open.

    Args:
        workspace: stays open as long as the office is used.
        clock: tells the present moment.
        passwords: how passwords are hashed; None means as strongly as RFC 9106 advises.
    """
    hashing = passwords or Passwords()
    return Office(
        accounts=Accounts(workspace.record, clock=clock, passwords=hashing),
        signing=Signing(workspace.record, clock=clock, passwords=hashing),
    )


def accounts(workspace: Workspace) -> tuple[Account, ...]:
    """Return all accounts by name, disabled ones too."""
    return Accounts(workspace.record).every()


def add_account(workspace: Workspace, name: str, role: Role, password: str, *, by: str) -> Account:
    """Add an account to the office; the first one turns the rule of two people on.

    Raises:
        InvalidOptionError: the name cannot be one.
        WeakPasswordError: the password is easy to guess, or of a length that is not taken.
        AccountExistsError: the name is taken, or was.
    """
    held = Accounts(workspace.record)
    is_first = not held.every()
    added = held.add(name, role, password, by=by)
    if is_first:
        boss = Actor(name=by, role=Role.PUBLISHER)
        review.set_four_eyes(workspace, boss, is_on=True)
    return added


def set_account_role(workspace: Workspace, name: str, role: Role, *, by: str) -> Account:
    """Give an account another role.

    Raises:
        UnknownAccountError: there is no such account.
    """
    return Accounts(workspace.record).set_role(name, role, by=by)


def set_account_password(workspace: Workspace, name: str, password: str, *, by: str) -> Account:
    """Give an account another password and end its sessions.

    Raises:
        UnknownAccountError: there is no such account.
        WeakPasswordError: the password is easy to guess, or of a length that is not taken.
    """
    return Accounts(workspace.record).set_password(name, password, by=by)


def set_account_active(workspace: Workspace, name: str, *, is_active: bool, by: str) -> Account:
    """Let an account sign in again, or not any more.

    Raises:
        UnknownAccountError: there is no such account.
    """
    return Accounts(workspace.record).set_active(name, is_active=is_active, by=by)


def unlock_account(workspace: Workspace, name: str, *, by: str) -> Account:
    """End the wait of an account after wrong tries.

    Raises:
        UnknownAccountError: there is no such account.
    """
    return Accounts(workspace.record).unlock(name, by=by)
