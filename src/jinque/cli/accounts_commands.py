"""The command of the accounts."""

import typer

from jinque.cli.accounts import administer
from jinque.cli.accounts_options import AccountOptions
from jinque.cli.bundled import bundled


def add_account_commands(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="account")(bundled(AccountOptions, administer))
