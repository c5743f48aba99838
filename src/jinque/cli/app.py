"""The commands and their options; each hands over to the module that carries it out.

Nothing heavy is imported before a command runs: `jinque --help` needs the names alone.
"""

import typer
from typer.core import TyperGroup
from typer.main import get_command

from jinque import __version__
from jinque.cli import options
from jinque.cli.bridge_commands import add_bridge_commands
from jinque.cli.catalogues import show_catalogues
from jinque.cli.classification_commands import add_classification_commands
from jinque.cli.criteria import show_criteria
from jinque.cli.export import export_rows
from jinque.cli.ingest import ingest_file
from jinque.cli.issues import show_issues
from jinque.cli.numbers import paged, whole_number
from jinque.cli.search import show_hits
from jinque.cli.serve import serve_site
from jinque.cli.session import Session, check_language
from jinque.cli.show import show_post
from jinque.model import SearchRequest

PROGRAM = "jinque"
LARGEST_PORT = 65535

app = typer.Typer(
    name=PROGRAM, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def begin(*, lang: options.Language = "zh", version: options.Version = False) -> None:
    """Settle what holds for every command."""
    check_language(lang)
    if version:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.command()
def catalogues(ctx: typer.Context, *, as_json: options.AsJson = False) -> None:
    """List the editions in the record."""
    show_catalogues(_session(ctx), as_json=as_json)


@app.command()
def show(ctx: typer.Context, post: options.PostId, *, as_json: options.AsJson = False) -> None:
    """Show a post as printed, with what was derived from it."""
    show_post(_session(ctx), post, as_json=as_json)


@app.command()
def criteria(ctx: typer.Context, post: options.PostId, *, as_json: options.AsJson = False) -> None:
    """Show what a post demands, clause by clause."""
    show_criteria(_session(ctx), post, as_json=as_json)


@app.command()
def search(  # noqa: PLR0913 - each is an option of the command
    ctx: typer.Context,
    query: options.Query = None,
    *,
    place: options.Places = None,
    industry: options.Industries = None,
    shortage: options.Shortages = None,
    degree: options.Degrees = None,
    edition: options.Editions = None,
    kind: options.Kinds = None,
    limit: options.Limit = "20",
    offset: options.Offset = "0",
    as_json: options.AsJson = False,
) -> None:
    """Find posts by words and filters."""
    wanted = SearchRequest(
        query=" ".join(query or ()),
        places=tuple(place or ()),
        industries=tuple(industry or ()),
        shortages=tuple(shortage or ()),
        degrees=tuple(degree or ()),
        editions=tuple(edition or ()),
        kinds=tuple(kind or ()),
    )
    show_hits(_session(ctx), paged(wanted, limit, offset), as_json=as_json)


add_classification_commands(app)
add_bridge_commands(app)


@app.command()
def ingest(
    ctx: typer.Context,
    file: options.File,
    *,
    edition: options.NewEdition = None,
    as_json: options.AsJson = False,
) -> int:
    """Read a file into the record."""
    return ingest_file(_session(ctx), file, edition, as_json=as_json)


@app.command()
def issues(
    ctx: typer.Context, edition: options.EditionId, *, as_json: options.AsJson = False
) -> None:
    """List what the reading of an edition found."""
    show_issues(_session(ctx), edition, as_json=as_json)


@app.command()
def export(
    ctx: typer.Context,
    edition: options.EditionId,
    *,
    format: options.Format = "jsonl",  # noqa: A002 - the name of the option
    kind: options.RowKind = None,
    output: options.Output = None,
) -> None:
    """Write the rows of an edition as JSON Lines or CSV."""
    export_rows(_session(ctx), edition, format, kind, output)


@app.command()
def serve(
    ctx: typer.Context, *, host: options.Host = "127.0.0.1", port: options.Port = "8000"
) -> None:
    """Serve the site."""
    serve_site(_session(ctx), host, whole_number("--port", port, most=LARGEST_PORT))


def _session(ctx: typer.Context) -> Session:
    session: Session = ctx.obj
    return session


def _group() -> TyperGroup:
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(f"several commands make a group, not {type(group)}")
    return group


GROUP = _group()
