"""The command `assess`."""

import typer

from jinque.cli.assess import assess_person
from jinque.cli.assess_options import AssessOptions
from jinque.cli.bundled import bundled


def add_assess_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="assess")(bundled(AssessOptions, assess_person))
