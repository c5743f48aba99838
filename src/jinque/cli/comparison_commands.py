"""The commands that set editions side by side: `compare`, `diff`."""

from typing import Annotated

import typer

from jinque.cli.compare import show_comparison
from jinque.cli.diff import show_diff
from jinque.cli.options import AsJson, Output

Compared = Annotated[list[str] | None, typer.Argument()]
Former = Annotated[str, typer.Argument()]
Later = Annotated[str, typer.Argument()]


def add_comparison_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(compare)
    app.command()(diff)


def compare(
    ctx: typer.Context,
    editions: Compared = None,
    *,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Set catalogues side by side: what their posts are like, and what several of them list."""
    show_comparison(ctx.obj, editions or [], output, as_json=as_json)


def diff(
    ctx: typer.Context,
    former: Former,
    later: Later,
    *,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Show what was added, removed and changed from one edition to another."""
    show_diff(ctx.obj, former, later, output, as_json=as_json)
