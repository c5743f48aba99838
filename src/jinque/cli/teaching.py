"""`jinque curriculum`.

`jinque guide`.

`jinque major`.

The commands for colleges and pupils: `major`, `curriculum`, `guide`.

Words that the commands for colleges and pupils share.

What `major`, `curriculum`, `guide` and their options mean, in both languages.
"""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, CodeOrName, File, Session
from jinque.cli.terminal import opened, write_json
from jinque.locale import say, say_in
from jinque.model.occupation import MajorLikeness
from jinque.model.teaching import (
    CurriculumAnswer,
    CurriculumChoice,
    GuideEntry,
    GuideListing,
    MajorAnswer,
    MajorPost,
    MajorsAnswer,
    NamingShare,
    Term,
    TermFinding,
    TermKind,
)

if TYPE_CHECKING:
    from rich.console import Console


_KINDS = {
    TermKind.TOOL: say("Tools"),
    TermKind.CERTIFICATE: say_in("term", "Certificates"),
    TermKind.LANGUAGE: say("Languages"),
    TermKind.ABILITY: say("Abilities"),
}


def term_kind(session: Session, kind: TermKind) -> str:
    """Return the name of a kind of terms."""
    return session.of(_KINDS[kind])


def say_place(session: Session, place: str | None) -> str:
    """Return a place, or that the document names none."""
    return place or session.say("city not stated")


def foreign_note(session: Session, left_out: int, *, foreign: bool) -> str:
    """Say what became of posts for foreign nationals."""
    if foreign:
        return session.say(
            "Posts for foreign nationals only are counted: Chinese graduates are outside them."
        )
    return session.say(
        "Posts for foreign nationals only are left out, {left_out} of them meet this; "
        "--foreign counts them.",
        left_out=left_out,
    )


def show_curriculum(
    session: Session, file: str, choice: CurriculumChoice, *, as_json: bool
) -> None:
    """Print which terms of some posts stand in a file; nothing of it is kept."""
    from jinque import api

    text = api.curriculum_file(Path(file))
    with opened(session) as workspace:
        answer = api.curriculum(workspace, text, choice)
    if as_json:
        write_json(api.to_json(answer))
        return
    _print(session, answer, foreign=choice.foreign)


def _print(session: Session, answer: CurriculumAnswer, *, foreign: bool) -> None:
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    counts = (len(answer.posts), answer.characters, len(answer.found), len(answer.not_found))
    totals = session.say("{} posts, {} characters of text: {} terms stand in it, {} do not.")
    screen.print(plain(totals.format(*counts), "bold"))
    _print_findings(session, screen, session.say("In the text"), answer.found)
    missing = session.say("Not in the text")
    _print_findings(session, screen, missing, answer.not_found)
    screen.print()
    literal = session.say(
        "Words are looked for letter by letter; what is not found may be taught all the same."
    )
    screen.print(plain(literal, "yellow"))
    if answer.left_out or foreign:
        screen.print(plain(foreign_note(session, answer.left_out, foreign=foreign), "yellow"))


def _print_findings(
    session: Session, screen: "Console", title: str, findings: Sequence[TermFinding]
) -> None:
    from jinque.cli.console import plain, show_table

    screen.print()
    screen.print(plain(f"{title}（{len(findings)}）", "bold underline"))
    if not findings:
        return
    headings = (
        session.say("Kind"),
        session.say("Printed in clauses"),
        session.say("Posts"),
        session.say("In the text, or what was looked for"),
    )
    show_table(screen, headings, [_row(session, each) for each in findings])


def _row(session: Session, finding: TermFinding) -> tuple[str, ...]:
    term, quote = finding.term, finding.quote
    told = f"…{quote.before}【{quote.hit}】{quote.after}…" if quote else ""
    looked_for = "、".join(finding.looked_for)
    return (term_kind(session, term.kind), term.name, str(term.posts), told or looked_for)


_UNSTATED = {
    "place": say("city not stated"),
    "year": say("year not stated"),
}


def show_guide(session: Session, typed: str, *, foreign: bool, as_json: bool) -> None:
    """Print what the catalogues say of an occupation, in plain words."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.guide(workspace, typed, foreign=foreign)
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for entry in answer.entries:
        _print_entry(session, screen, entry)
        if entry.left_out or foreign:
            note = foreign_note(session, entry.left_out, foreign=foreign)
            screen.print(plain(note, "yellow"))
    no_forecast = session.say(
        "A rating tells of the demand when the catalogue was made; it does not foretell "
        "jobs at graduation, and ratings of two places are not one scale."
    )
    screen.print(plain(no_forecast, "yellow"))


def _print_entry(session: Session, screen: "Console", entry: GuideEntry) -> None:
    from jinque.cli.console import plain, show_fields

    screen.print(plain(entry.code, "cyan"), plain(entry.name, "bold"), sep="  ")
    n = len(entry.listings)
    screen.print(
        session.say("{n} posts name this occupation.", n=n)
        if n
        else session.say("No post names it by its code.")
    )
    for listing in entry.listings:
        name = session.of(listing.edition_name)
        by_name = session.say("(by name alone)") if listing.is_by_name else ""
        screen.print()
        screen.print(plain(name, "bold"), plain(listing.post.name), by_name, sep="  ")
        show_fields(screen, _fields(session, listing))
    screen.print()
    way_up = session.say(
        "The way up: jinque bridge --occupation {name} shows levels and titles.", name=entry.name
    )
    screen.print(plain(way_up, "dim"))


def _fields(session: Session, listing: GuideListing) -> list[tuple[str, str]]:
    nothing = session.say("not stated or not read")
    years = session.say("{years} years", years=listing.years)
    fields = [
        (session.say("Identifier"), listing.post.id),
        (session.say("Rating as printed"), listing.label or nothing),
        (session.say("Lowest education"), listing.education or nothing),
        (session.say("Fewest years"), nothing if listing.years is None else years),
    ]
    if listing.certificates:
        fields.append((session.say("Certificates"), "、".join(listing.certificates)))
    if listing.pay_cny_10k_year is not None:
        unstated = "、".join(session.of(_UNSTATED[each]) for each in listing.unstated)
        pay = f"{listing.pay_cny_10k_year:g}" + (f"（{unstated}）" if unstated else "")
        fields.append((session.say("Median pay, 10,000 CNY"), pay))
    done = (listing.description, *listing.abilities)
    fields += [(session.say("What it does"), each) for each in done if each]
    return fields


_MOST_TERMS = 12


def show_major(session: Session, name: str, *, foreign: bool, as_json: bool) -> None:
    """Print the posts that name a major; without a name, every major that is printed."""
    from jinque import api

    with opened(session) as workspace:
        answer = (
            api.major(workspace, name, foreign=foreign)
            if name
            else api.majors(workspace, foreign=foreign)
        )
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    if isinstance(answer, MajorAnswer):
        _print_major(session, screen, answer)
    else:
        _print_names(session, screen, answer)
    screen.print(plain(foreign_note(session, answer.left_out, foreign=foreign), "yellow"))
    screen.print()
    _print_shares(session, screen, answer.shares)


def _print_major(session: Session, screen: "Console", answer: MajorAnswer) -> None:
    from jinque.cli.console import plain

    classes = dict.fromkeys(each.major_class for each in answer.entries if each.major_class)
    screen.print(plain(answer.query, "bold"), plain("、".join(classes), "dim"), sep="  ")
    posts = len(answer.posts)
    screen.print(session.say("Posts that name it or its class: {posts}", posts=posts))
    for place, found in groupby(answer.posts, key=lambda each: each.post.place):
        _print_place(session, screen, say_place(session, place), list(found))
    if answer.terms:
        _print_terms(session, screen, answer.terms)


def _print_place(
    session: Session, screen: "Console", place: str, posts: Sequence[MajorPost]
) -> None:
    from jinque.cli.console import plain, show_table

    screen.print()
    screen.print(plain(f"{place}（{len(posts)}）", "bold underline"))
    headings = (
        session.say("Post"),
        session.say("Name"),
        session.say("Printed major"),
        session.say("Relation"),
    )
    same = session.say("it, or its class")
    near = session.say("same class, to be judged")
    rows = [
        (
            each.post.id,
            each.post.name,
            each.printed + (session.say(" (background)") if each.is_background else ""),
            same if each.likeness is MajorLikeness.SAME else near,
        )
        for each in posts
    ]
    show_table(screen, headings, rows)


def _print_terms(session: Session, screen: "Console", terms: Sequence[Term]) -> None:
    from jinque.cli.console import plain, show_fields

    screen.print()
    title = session.say("Printed most in their clauses (posts)")
    screen.print(plain(title, "bold underline"))
    for kind, found in groupby(terms, key=lambda each: each.kind):
        listed = list(found)
        told = "；".join(f"{each.name}（{each.posts}）" for each in listed[:_MOST_TERMS])
        more = len(listed[_MOST_TERMS:])
        rest = session.say_in("terms", "; {more} more", more=more) if more else ""
        show_fields(screen, [(term_kind(session, kind), told + rest)])
    screen.print()


def _print_names(session: Session, screen: "Console", answer: MajorsAnswer) -> None:
    from jinque.cli.console import plain

    n = len(answer.names)
    screen.print(plain(session.say("Majors printed: {n}", n=n), "bold"))
    if answer.names:
        screen.print(plain("；".join(f"{each.name}（{each.posts}）" for each in answer.names)))


def _print_shares(session: Session, screen: "Console", shares: Sequence[NamingShare]) -> None:
    from jinque.cli.console import plain, show_table

    screen.print(plain(session.say("Posts that name a major"), "bold"))
    headings = (
        session.say("Catalogue"),
        session.say("Posts"),
        session.say("Name a major"),
        session.say("Only a background"),
        session.say("For foreign nationals"),
    )
    numbers = ((each.posts, each.majors, each.backgrounds, each.foreign) for each in shares)
    rows = [
        (session.of(each.name), *map(str, counts))
        for each, counts in zip(shares, numbers, strict=True)
    ]
    show_table(screen, headings, rows)


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


TEACHING_COMMANDS = {
    "major": say("Posts that name a major, and what they ask"),
    "curriculum": say("Look for what posts ask in a curriculum"),
    "guide": say("An occupation in plain words"),
}

_JSON = say("answer in JSON, for programs")
_FOREIGN = say("count posts for foreign nationals only, too")

TEACHING_PARAMETERS = {
    "major NAME": say("a major or a class of them, as 软件工程; without it, all that are printed"),
    "major --foreign": _FOREIGN,
    "major --json": _JSON,
    "curriculum FILE": say("a curriculum: text, Word, PDF"),
    "curriculum --major": say("posts that name this major"),
    "curriculum --occupation": say("posts that name this code or occupation"),
    "curriculum --post": say("identifier of a post; may be repeated"),
    "curriculum --foreign": _FOREIGN,
    "curriculum --json": _JSON,
    "guide OCCUPATION": say("a code or a whole name, as 2-02-10-03"),
    "guide --foreign": _FOREIGN,
    "guide --json": _JSON,
}
