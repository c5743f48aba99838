"""The commands and their options; each hands over to the module that carries it out.

Nothing heavy is imported before a command runs: `jinque --help` needs the names alone.
"""

import typer
from typer.core import TyperGroup
from typer.main import get_command

from jinque import __version__
from jinque.cli import options
from jinque.cli.accounts_commands import add_account_commands
from jinque.cli.assess_commands import add_assess_command
from jinque.cli.bridge_commands import add_bridge_commands
from jinque.cli.catalogues import show_catalogues
from jinque.cli.classification_commands import add_classification_commands
from jinque.cli.comparison_commands import add_comparison_commands
from jinque.cli.criteria import show_criteria
from jinque.cli.evidence import add_evidence_command
from jinque.cli.export_commands import add_export_command
from jinque.cli.ingest_commands import add_ingest_commands
from jinque.cli.issues import show_issues
from jinque.cli.numbers import whole_number
from jinque.cli.search_command import add_search_command
from jinque.cli.serve import serve_site
from jinque.cli.serve_office import refuse_without_office, set_up_office
from jinque.cli.session import Session, check_language
from jinque.cli.shortage import add_shortage_commands
from jinque.cli.show import show_post
from jinque.cli.survey import add_survey_command
from jinque.cli.teaching_commands import add_teaching_commands

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


add_search_command(app)
add_classification_commands(app)
add_assess_command(app)
add_bridge_commands(app)
add_comparison_commands(app)
add_teaching_commands(app)
add_survey_command(app)
add_evidence_command(app)
add_shortage_commands(app)


add_ingest_commands(app)


@app.command()
def issues(
    ctx: typer.Context, edition: options.EditionId, *, as_json: options.AsJson = False
) -> None:
    """List what the reading of an edition found."""
    show_issues(_session(ctx), edition, as_json=as_json)


add_export_command(app)


@app.command()
def serve(
    ctx: typer.Context,
    *,
    host: options.Host = "127.0.0.1",
    port: options.Port = "8000",
    office: options.AsOffice = False,
    public_address: options.PublicAddress = "",
) -> None:
    """Serve the site."""
    free = whole_number("--port", port, most=LARGEST_PORT)
    at = set_up_office(public_address) if office else None
    if not office:
        refuse_without_office(public_address)
    serve_site(_session(ctx), host, free, office_at=at)


add_account_commands(app)


def _session(ctx: typer.Context) -> Session:
    session: Session = ctx.obj
    return session


def _group() -> TyperGroup:
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(f"several commands make a group, not {type(group)}")
    return group


GROUP = _group()
