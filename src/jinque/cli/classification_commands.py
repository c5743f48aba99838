"""The commands of the classification: `occupation`, `code` for titles, `code-file` for a table."""

from typing import Annotated

import typer

from jinque.cli.coding import code_table, code_titles
from jinque.cli.occupation import show_occupation
from jinque.cli.options import AsJson, AsOf, CodeOrName

Titles = Annotated[list[str], typer.Argument()]
Description = Annotated[str, typer.Option("--description")]
Industry = Annotated[str, typer.Option("--industry")]
InEdition = Annotated[str | None, typer.Option("--edition")]
Path = Annotated[str, typer.Argument()]


def add_classification_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(occupation)
    app.command()(code)
    app.command(name="code-file")(code_file)


def occupation(
    ctx: typer.Context,
    occupation: CodeOrName,
    *,
    as_of: AsOf = None,
    edition: InEdition = None,
    as_json: AsJson = False,
) -> None:
    """Show an occupation in both editions of the classification, and its posts."""
    show_occupation(ctx.obj, occupation, as_of, edition, as_json=as_json)


def code(
    ctx: typer.Context,
    title: Titles,
    *,
    description: Description = "",
    industry: Industry = "",
    as_json: AsJson = False,
) -> None:
    """Code titles to the national classification."""
    code_titles(ctx.obj, title, description, industry, as_json=as_json)


def code_file(ctx: typer.Context, source: Path, target: Path, *, as_json: AsJson = False) -> None:
    """Code the titles of a table."""
    code_table(ctx.obj, source, target, as_json=as_json)
