"""The commands by which files come into the record: `ingest` and `review`."""

import typer

from jinque.cli import options
from jinque.cli.bundled import bundled
from jinque.cli.ingest import ingest_file
from jinque.cli.review import review
from jinque.cli.review_begin import begin_review
from jinque.cli.review_options import ReviewOptions


def add_ingest_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(ingest)
    app.command(name="review")(bundled(ReviewOptions, review))


def ingest(
    ctx: typer.Context,
    file: options.File,
    *,
    edition: options.NewEdition = None,
    review: options.Review = False,
    decisions: options.Decisions = None,
    as_json: options.AsJson = False,
) -> int:
    """Read a file into the record, or into a draft."""
    if review or decisions:
        return begin_review(ctx.obj, file, edition, decisions, as_json=as_json)
    return ingest_file(ctx.obj, file, edition, as_json=as_json)
