"""`jinque compare`.

The commands that set editions side by side: `compare`, `diff`.

What `diff` and its options mean, in both languages.

`jinque diff`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, Output, Session
from jinque.cli.terminal import opened, write_json
from jinque.locale import Sentence, clauses, joined, say, say_n
from jinque.model import Post
from jinque.model.answers import short_names
from jinque.model.comparison import (
    BY_NAME,
    CHANGE_WORDS,
    PERCENTILE_MEANS,
    SCALES_APART,
    SCALES_DIFFER,
    Change,
    ChangeKind,
    Comparison,
    EditionDiff,
    Listing,
    OccupationRow,
    PlaceProfile,
    PostPair,
    Share,
    told_value,
)

if TYPE_CHECKING:
    from rich.console import Console


_MOST_GROUPS = 5
_SEVERAL = 2
_HEADINGS = (
    say("Occupation"),
    say("Catalogue"),
    say("Shortage as printed"),
    say("Rank percentile within it"),
    say("Education"),
    say("Years"),
    say("Pay"),
)


def show_comparison(
    session: Session, editions: Sequence[str], output: str | None, *, as_json: bool
) -> None:
    """Print or write some catalogues side by side; without any, all of them."""
    from jinque import api

    with opened(session) as workspace:
        found = api.compare(workspace, editions)
    if output is not None:
        api.save_comparison(found, Path(output), session.language)
    if as_json:
        write_json(api.to_json(found))
    else:
        _print_comparison(session, found, output)


def _print_comparison(session: Session, found: Comparison, output: str | None) -> None:
    from jinque.cli.console import console, plain, show_fields

    screen = console(sys.stdout)
    if output is not None:
        screen.print(plain(session.say("Written to {output}", output=output), "dim"))
        return
    if not found.profiles:
        screen.print(session.say("These catalogues have no posts."))
        return
    names = short_names(each.edition for each in found.profiles)
    for each in found.profiles:
        name = session.of(names[each.edition.id])
        posts = session.say("{posts} posts", posts=each.posts)
        screen.print(plain(f"{name}  {posts}", "bold"), plain(each.edition.id, "cyan"), sep="  ")
        show_fields(screen, _fields(session, each))
        screen.print()
    _print_shared(session, screen, found)
    for note in (SCALES_APART, PERCENTILE_MEANS):
        screen.print(plain(session.of(note), "yellow"))


def _fields(session: Session, profile: PlaceProfile) -> list[tuple[str, str]]:
    fields = [
        (session.say_in("comparison", "Shortage"), _shares(session, profile.labels)),
        (session.say("Classes"), _groups(session, profile)),
        (session.say_in("comparison", "Education"), _shares(session, profile.educations)),
        (session.say_in("comparison", "Years"), _shares(session, profile.years)),
        (session.say("Special need"), str(profile.special)),
    ]
    if profile.pay:
        pay = f"{profile.pay[0]:g}–{profile.pay[-1]:g}"
        label = session.say("Pay, 10,000 CNY")
        fields.append((label, pay))
    return fields


def _groups(session: Session, profile: PlaceProfile) -> str:
    groups = [share for share in profile.groups if share.value is not None]
    bare = profile.posts - sum(share.posts for share in groups)
    more = len(groups[_MOST_GROUPS:])
    told: list[Sentence | str] = [_shares(session, groups[:_MOST_GROUPS])] if groups else []
    if more:
        told.append(say_n("{n} more class", "{n} more classes", n=more))
    told.append(say("without a code ({bare})", bare=bare))
    return session.of(clauses(told))


def _shares(session: Session, shares: Sequence[Share]) -> str:
    nothing = say("not stated or not read")
    return session.of(
        joined(
            say("{value} ({posts})", value=each.value or nothing, posts=each.posts)
            for each in shares
        )
    )


def _print_shared(session: Session, screen: "Console", found: Comparison) -> None:
    from jinque.cli.console import NARROW, plain, show_table

    rows = [row for row in found.occupations if len(row.editions) >= _SEVERAL]
    alone = len(found.occupations) - len(rows)
    said = session.say(
        "{n} occupations stand in two catalogues or more, {alone} others in one:",
        n=len(rows),
        alone=alone,
    )
    screen.print(plain(said, "bold"))
    is_wide = screen.width >= NARROW
    cells = [
        _cells(row, each, has_name=not (place and is_wide))
        for row in rows
        for place, each in enumerate(row.listings)
    ]
    if cells:
        show_table(screen, [session.of(each) for each in _HEADINGS], cells)
    screen.print()
    if any(each.is_by_name for row in rows for each in row.listings):
        screen.print(plain(f"* {session.of(BY_NAME)}", "yellow"))


def _cells(row: OccupationRow, listing: Listing, *, has_name: bool) -> tuple[str, ...]:
    post = listing.post
    values = (listing.percentile, listing.education, listing.years, post.pay_cny_10k_year)
    return (
        row.name if has_name else "",
        listing.edition.id + ("*" if listing.is_by_name else ""),
        post.shortage.printed if post.shortage else "–",
        *("–" if value is None else f"{value}" for value in values),
    )


_BLOCKS = {
    "requirements.ability": say("ability"),
    "requirements.education": say("education"),
    "requirements.experience": say("experience"),
    "requirements.other": say("other"),
}
_NOTHING = say("nothing printed")


def show_diff(
    session: Session, former: str, later: str, output: str | None, *, as_json: bool
) -> None:
    """Print or write the differences of two editions; `ID@N` names the Nth version of one."""
    from jinque import api
    from jinque.api.workspace import edition_reference

    old, old_version = edition_reference(former)
    new, new_version = edition_reference(later)
    with opened(session) as workspace:
        found = api.diff(workspace, old, new, former_version=old_version, later_version=new_version)
    if output is not None:
        api.save_diff(found, Path(output), session.language)
    if as_json:
        write_json(api.to_json(found))
    else:
        _print_diff(session, found, output)


def _print_diff(session: Session, found: EditionDiff, output: str | None) -> None:
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    screen.print(plain(f"{found.former.id} → {found.later.id}", "bold"))
    screen.print(plain(_total(session, found)))
    if not found.is_one_scale:
        screen.print(plain(session.of(SCALES_DIFFER), "yellow"))
    if output is not None:
        screen.print(plain(session.say("Written to {output}", output=output), "dim"))
        return
    _print_posts(session, screen, session.say("Added"), found.added)
    _print_posts(session, screen, session.say("Removed"), found.removed)
    if found.changed:
        screen.print()
        screen.print(plain(f"{session.say('Changed')} {len(found.changed)}", "bold"))
    for pair in found.changed:
        _print_pair(session, screen, pair)
    for near in found.near:
        screen.print(plain(_near(session, near.former, near.later), "yellow"))


def _total(session: Session, found: EditionDiff) -> str:
    added, removed = len(found.added), len(found.removed)
    changed, unchanged = len(found.changed), len(found.unchanged)
    return session.say(
        "{added} added, {removed} removed, {changed} changed, {unchanged} unchanged",
        added=added,
        removed=removed,
        changed=changed,
        unchanged=unchanged,
    )


def _print_posts(session: Session, screen: "Console", title: str, posts: Sequence[Post]) -> None:
    from jinque.cli.console import plain, show_table

    if not posts:
        return
    screen.print()
    screen.print(plain(f"{title} {len(posts)}", "bold"))
    headings = (
        session.say("Id"),
        session.say("Code"),
        session.say("Name"),
        session.say("Shortage as printed"),
    )
    rows = [
        (post.id, post.code or "", post.name, post.shortage.printed if post.shortage else "")
        for post in posts
    ]
    show_table(screen, headings, rows)


def _print_pair(session: Session, screen: "Console", pair: PostPair) -> None:
    from jinque.cli.console import plain

    screen.print(plain(pair.later.name, "bold"), plain(pair.later.id, "cyan"), sep="  ")
    for change in pair.changes:
        for line in _lines(session, change):
            screen.print(plain(f"  {line}"))


def _lines(session: Session, change: Change) -> list[str]:
    kind = session.of(CHANGE_WORDS[change.kind])
    if change.kind is ChangeKind.REQUIREMENT_CHANGED:
        block = session.of(_BLOCKS[change.field])
        gone = [f"− {clause}" for clause in change.removed]
        return [f"{kind}（{block}）", *gone, *(f"＋ {clause}" for clause in change.added)]
    former = session.of(told_value(change, change.former) or _NOTHING)
    later = session.of(told_value(change, change.later) or _NOTHING)
    return [f"{kind}：{former} → {later}"]


def _near(session: Session, former: Post, later: Post) -> str:
    return session.say(
        "One character apart, for a person to judge: {id} {name} ↔ {later_id} {later_name}",
        id=former.id,
        name=former.name,
        later_id=later.id,
        later_name=later.name,
    )


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


COMPARISON_COMMANDS = {
    "compare": say("Catalogues side by side"),
    "diff": say("What changed from one edition to another"),
}

_EDITION = say("an edition, with a version if wanted: dalian@1")

COMPARISON_PARAMETERS = {
    "compare EDITIONS": say("editions to compare; without any, all"),
    "compare --output": say("write a workbook (.xlsx)"),
    "compare --json": say("answer in JSON, for programs"),
    "diff FORMER": _EDITION,
    "diff LATER": _EDITION,
    "diff --output": say("write a workbook (.xlsx)"),
    "diff --json": say("answer in JSON, for programs"),
}
