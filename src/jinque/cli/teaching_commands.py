"""The commands for colleges and pupils: `major`, `curriculum`, `guide`."""

from typing import Annotated

import typer

from jinque.cli.curriculum import show_curriculum
from jinque.cli.guide import show_guide
from jinque.cli.major import show_major
from jinque.cli.options import AsJson, CodeOrName, File
from jinque.model.curriculum import CurriculumChoice

MajorName = Annotated[str, typer.Argument()]
Foreign = Annotated[bool, typer.Option("--foreign")]
OfMajor = Annotated[str, typer.Option("--major")]
OfOccupation = Annotated[str, typer.Option("--occupation")]
OfPosts = Annotated[list[str] | None, typer.Option("--post")]


def add_teaching_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(major)
    app.command()(curriculum)
    app.command()(guide)


def major(
    ctx: typer.Context, name: MajorName = "", *, foreign: Foreign = False, as_json: AsJson = False
) -> None:
    """Show the posts that name a major or its class, and what their clauses print."""
    show_major(ctx.obj, name, foreign=foreign, as_json=as_json)


def curriculum(  # noqa: PLR0913 - each chooses posts
    ctx: typer.Context,
    file: File,
    *,
    major: OfMajor = "",
    occupation: OfOccupation = "",
    post: OfPosts = None,
    foreign: Foreign = False,
    as_json: AsJson = False,
) -> None:
    """Show which terms of some posts stand in a curriculum."""
    choice = CurriculumChoice(
        major=major, occupation=occupation, posts=tuple(post or ()), foreign=foreign
    )
    show_curriculum(ctx.obj, file, choice, as_json=as_json)


def guide(
    ctx: typer.Context,
    occupation: CodeOrName,
    *,
    foreign: Foreign = False,
    as_json: AsJson = False,
) -> None:
    """Say in plain words what the catalogues print of an occupation."""
    show_guide(ctx.obj, occupation, foreign=foreign, as_json=as_json)
