"""`jinque search`.

`search` and its filters.

What the options of `search` mean, in both languages.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jinque.cli import call
from jinque.cli.call import Session, paged
from jinque.cli.terminal import AUTHORITY, opened, write_json
from jinque.locale import say
from jinque.model import FacetValue, SearchAnswer, SearchHit, SearchRequest

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


FIELDS = {
    "name": say("name"),
    "code": say("code"),
    "section": say("section"),
    "notes": say("note"),
    "place": say("place"),
    "title": say("catalogue"),
    "other_name": say("also called"),
    "initials": say("pinyin initials"),
}
NARROWING = {
    "places": say("place"),
    "industries": say("industry"),
    "shortages": say("shortage"),
    "degrees": say("degree"),
}
_MOST_VALUES = 6


def show_hits(session: Session, request: SearchRequest, *, as_json: bool) -> None:
    """Print the posts that match, or what to try when none does."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.search(workspace, request)
        unfiltered = SearchRequest(query=request.query, limit=1)
        without = 0 if answer.total else api.search(workspace, unfiltered).total
    if as_json:
        write_json(api.to_json(answer))
        return
    if answer.occupations:
        _print_occupations(session, answer)
    if answer.hits:
        _print_hits(session, answer)
    else:
        _print_nothing(session, answer, without)


def _print_occupations(session: Session, answer: SearchAnswer) -> None:
    """Say what the query is in the classification; an old code or name leads to the new one."""
    from jinque.cli.console import console, plain, show_fields

    screen = console(sys.stdout)
    query = answer.request.query
    title = session.say("In the national classification “{query}” is:", query=query)
    screen.print(plain(title, "yellow"))
    for found in answer.occupations:
        entry, via = found.entry, found.via
        edition = session.say("{n} edition", n=entry.classification)
        why = f"  {session.of(via.reason)}" if via else ""
        show_fields(screen, [(f"{entry.code} {entry.name}", f"{edition}{why}")])
    screen.print()


def _print_hits(session: Session, answer: SearchAnswer) -> None:
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    first = answer.request.offset + 1
    last = answer.request.offset + len(answer.hits)
    for hit in answer.hits:
        _print_hit(session, screen, hit)
    if answer.read_as:
        screen.print(plain(_read_as(session, answer), "yellow"))
    shown = session.say(
        "{total} of {searched} rows match; {first}–{last} shown.",
        searched=answer.searched,
        total=answer.total,
        first=str(first),
        last=str(last),
    )
    screen.print(plain(shown, "bold"))
    for name, words in NARROWING.items():
        values = answer.facets[name]
        if len(values) > 1:
            screen.print(plain(f"{session.of(words)}：{_counts(values)}", "dim"))
    screen.print(plain(session.of(AUTHORITY), "dim"))


def _read_as(session: Session, answer: SearchAnswer) -> str:
    typed, meant = answer.request.query, answer.read_as
    return session.say(
        "Nothing for “{typed}”; these are the results for “{meant}”.", typed=typed, meant=meant
    )


def _print_hit(session: Session, screen: "Console", hit: SearchHit) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.console import plain

    post = hit.post
    label = post.shortage.printed if post.shortage else None
    about = [hit.place or hit.edition_title, post.industry, label]
    head = Text("  ").join(
        [_name(hit), plain(" · ".join(filter(None, about)), "dim"), plain(post.id, "cyan")]
    )
    screen.print(head)
    for passage in hit.passages:
        if passage.field != "name":
            words = FIELDS.get(passage.field)
            field = plain(f"{session.of(words) if words else passage.field}：", "dim")
            screen.print(Padding(Text.assemble(field, _runs(passage.runs)), (0, 0, 0, 2)))
    screen.print()


def _name(hit: SearchHit) -> "Text":
    named = next((passage for passage in hit.passages if passage.field == "name"), None)
    text = _runs(named.runs if named else (hit.post.name_printed,))
    text.stylize("bold")
    return text


def _runs(runs: tuple[str, ...]) -> "Text":
    from jinque.cli.console import plain

    text = plain("")
    for place, run in enumerate(runs):
        text += plain(run, "bold yellow" if place % 2 else "")
    return text


def _counts(values: tuple[FacetValue, ...]) -> str:
    shown = [f"{facet.value} {facet.count}" for facet in values[:_MOST_VALUES]]
    return "、".join(shown) + ("…" if len(values) > _MOST_VALUES else "")


def _print_nothing(session: Session, answer: SearchAnswer, without: int) -> None:
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for line in _why_nothing(session, answer, without):
        screen.print(plain(line))
    if answer.suggestions:
        screen.print(plain(session.say("You could try:")))
    for suggestion in answer.suggestions:
        screen.print(plain(f"  jinque search {suggestion}", "cyan"))


def _why_nothing(session: Session, answer: SearchAnswer, without: int) -> Iterator[str]:
    offset, total, searched = answer.request.offset, answer.total, answer.searched
    if total:
        yield session.say(
            "{total} rows match; none behind number {offset}.", total=total, offset=offset
        )
        return
    yield session.say("None of {searched} rows matches.", searched=searched)
    if without:
        yield session.say("Without the filters {without} rows match.", without=without)


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
    query: call.Query = None,
    *,
    place: call.Places = None,
    industry: call.Industries = None,
    shortage: call.Shortages = None,
    degree: call.Degrees = None,
    edition: call.Editions = None,
    kind: call.Kinds = None,
    group: Groups = None,
    years: Years = None,
    mark: Marks = None,
    pay: Pays = None,
    limit: call.Limit = "20",
    offset: call.Offset = "0",
    as_json: call.AsJson = False,
) -> None:
    """Find posts by words and filters."""
    given = (place, industry, shortage, degree, edition, kind, group, years, mark, pay)
    filters: dict[str, Any] = {
        name: tuple(values or ()) for name, values in zip(_FILTERS, given, strict=True)
    }
    wanted = SearchRequest(query=" ".join(query or ()), **filters)
    show_hits(ctx.obj, paged(wanted, limit, offset), as_json=as_json)


SEARCH_PARAMETERS = {
    "search QUERY": say("words that all have to occur; none lists everything"),
    "search --place": say("place; may be repeated"),
    "search --industry": say("industry as printed; may be repeated"),
    "search --shortage": say("shortage as printed, as ★★★★★ or 非常紧缺; may be repeated"),
    "search --degree": say("lowest education level as printed; may be repeated"),
    "search --edition": say("edition; may be repeated"),
    "search --group": say("sub-major class of the classification, as 2-02"),
    "search --years": say("fewest years asked: 0, 1–2, 3–4, 5–9, 10+"),
    "search --mark": say("special_need, green or digital"),
    "search --pay": say("pay in 10,000 CNY: <8, 8–10, 10–12, 12+"),
    "search --kind": say("post, title_mapping or list_item; may be repeated"),
    "search --limit": say("hits shown, 1 to 200 (20)"),
    "search --offset": say("hits passed over (0)"),
}
