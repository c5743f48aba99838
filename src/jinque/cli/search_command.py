"""`search` and its filters."""

from typing import Annotated, Any

import typer

from jinque.cli import options
from jinque.cli.numbers import paged
from jinque.cli.search import show_hits
from jinque.model import SearchRequest

Groups = Annotated[list[str] | None, typer.Option("--group")]
Years = Annotated[list[str] | None, typer.Option("--years")]
Marks = Annotated[list[str] | None, typer.Option("--mark")]
Pays = Annotated[list[str] | None, typer.Option("--pay")]
_FILTERS = (
    *("places", "industries", "shortages", "degrees", "editions", "kinds"),
    *("groups", "years", "marks", "pays"),
)


def add_search_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command()(search)


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
    group: Groups = None,
    years: Years = None,
    mark: Marks = None,
    pay: Pays = None,
    limit: options.Limit = "20",
    offset: options.Offset = "0",
    as_json: options.AsJson = False,
) -> None:
    """Find posts by words and filters."""
    given = (place, industry, shortage, degree, edition, kind, group, years, mark, pay)
    filters: dict[str, Any] = {
        name: tuple(values or ()) for name, values in zip(_FILTERS, given, strict=True)
    }
    wanted = SearchRequest(query=" ".join(query or ()), **filters)
    show_hits(ctx.obj, paged(wanted, limit, offset), as_json=as_json)
