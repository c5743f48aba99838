"""Values that a person put in place of printed ones, on a terminal.

`jinque criteria`: the printed requirements and the reading of them side by side.

What was derived from the printed cells of a post, each value marked as derived.

`jinque show`: what is printed first, what was derived from it below.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from jinque.cli.call import AsJson, PostId, Session
from jinque.cli.classification import link_fields
from jinque.cli.editions import print_issue
from jinque.cli.terminal import (
    AUTHORITY,
    MARKERS,
    NOT_STATED,
    VALIDITY,
    headings_of,
    lines_of,
    older_reading,
    opened,
    place_of,
    title_of,
    write_json,
)
from jinque.locale import NOTHING, Sentence, joined, phrases, say, say_in
from jinque.model import Post, PostAnswer, Shortage, SourceLine
from jinque.model.criterion import CriteriaAnswer, PostCriterion

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def print_corrections(session: Session, screen: "Console", post: Post) -> None:
    """Print each corrected value with what is printed and why; nothing where there is none."""
    from jinque.cli.console import plain, show_fields

    if not post.corrections:
        return
    screen.print()
    title = session.say("Corrected in a review (above: as printed)")
    screen.print(plain(title, "bold underline"))
    unused, blank = session.say("not used"), session.say("(not printed)")
    headings = {cell.role: cell.heading for cell in post.cells if cell.role}
    rows = []
    for each in post.corrections:
        values = f"{each.printed or blank} → {each.value or unused}"
        told = f"{values} · {each.reason} · {each.decided_on}"
        rows.append((headings.get(each.field, each.field), told))
    show_fields(screen, rows)


BLOCKS = {
    "scope": say("Scope"),
    "education": say("Education"),
    "experience": say("Experience"),
    "ability": say("Ability"),
    "other": say("Other"),
    "major": say("Majors"),
    "degree": say("Academic degree"),
    "age": say("Age"),
    "sex": say("Sex"),
    "evidence": say("Another demand (unread)"),
    "note": say("Note of the section"),
}


def show_criteria(session: Session, post_id: str, *, as_json: bool) -> None:
    """Print what a post demands, clause by clause."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.post_criteria(workspace, post_id)
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    screen.print(plain(answer.post.name_printed, "bold"), plain(answer.post.id, "cyan"), sep="  ")
    _print_table(session, screen, answer)
    _print_unstated(session, screen, answer)
    for issue in answer.reading.issues:
        print_issue(session, screen, issue, indent=2)
    screen.print()
    screen.print(plain(session.of(AUTHORITY), "bold"))


def _print_table(session: Session, screen: "Console", answer: CriteriaAnswer) -> None:
    from jinque.cli.console import show_table

    if not answer.reading.criteria:
        return
    headings = [
        session.say("Block"),
        session.say("As printed"),
        session.say("Our reading (derived)"),
        session.say("Lines"),
    ]
    screen.print()
    show_table(screen, headings, [_row(session, each) for each in answer.reading.criteria])


def _row(session: Session, each: PostCriterion) -> list[str]:
    from jinque import api

    span = each.citation.span
    return [
        session.of(BLOCKS[each.block]),
        each.quote,
        session.of(api.describe(each.criterion)),
        lines_of(session, span.line_start, span.line_end),
    ]


def _print_unstated(session: Session, screen: "Console", answer: CriteriaAnswer) -> None:
    """Tell "none" printed, a blank cell, and a catalogue that states nothing apart."""
    from jinque.cli.console import plain

    reading = answer.reading
    for name in reading.none_stated:
        block = BLOCKS[name]
        said = session.say("{block}: “none” is printed; nothing is asked.", block=block)
        screen.print(plain(said))
    for name in reading.blank:
        block = BLOCKS[name]
        said = session.say("{block}: blank; not stated, which is not “none”.", block=block)
        screen.print(plain(said))
    if not reading.states_requirements:
        said = session.say("This catalogue states no requirements.")
        screen.print(plain(said))


_BLOCKS = {
    "ability": say_in("requirement", "Ability"),
    "education": say_in("requirement", "Education"),
    "experience": say_in("requirement", "Experience"),
    "other": say("Other requirements"),
}


def derived_fields(session: Session, post: Post) -> list[tuple[str, str]]:
    """Return labels and values that are not printed as they stand here, none left unmarked."""
    mark = session.say(" (derived)")
    return [(f"{session.of(label)}{mark}", value) for label, value in _derived(session, post)]


def _derived(session: Session, post: Post) -> Iterator[tuple[Sentence, str]]:
    if post.name != post.name_printed:
        yield say("Name"), post.name
    if post.markers:
        yield say("Marks"), session.of(joined(MARKERS[marker] for marker in post.markers))
    if post.serial_printed is None:
        position = session.say("counted by position, not printed")
        yield say("Number"), f"{post.serial}（{position}）"
    printed = {cell.text for cell in post.cells}
    if post.industry and post.industry not in printed:
        yield say("Industry"), post.industry
    if post.shortage:
        yield say("Shortage"), _rank(session, post.shortage)
    if post.pay_cny_10k_year is not None:
        pay = f"{post.pay_cny_10k_year:g}"
        yield (
            say("Median pay"),
            session.say("{pay} × 10,000 CNY a year", pay=pay),
        )
    if post.series:
        yield say("Title series, any of"), "、".join(post.series)
    yield from _blocks(post, printed)


def _rank(session: Session, shortage: Shortage) -> str:
    index = None if shortage.index is None else say("index {index}", index=str(shortage.index))
    if shortage.value is None:
        return session.of(phrases((shortage.printed, index or NOTHING)))
    rank = say("rank {value} of the catalogue's own scale (1 is the weakest)", value=shortage.value)
    if shortage.index is None:
        return session.of(rank)
    return session.of(say("{rank}, index {index}", rank=rank, index=str(shortage.index)))


def _blocks(post: Post, printed: set[str]) -> Iterator[tuple[Sentence, str]]:
    """Yield the requirement texts that were taken out of a longer cell."""
    for name, label in _BLOCKS.items():
        text = getattr(post.requirements, name, None)
        if text is not None and text not in printed:
            yield label, text


def show_post(session: Session, post_id: str, *, as_json: bool) -> None:
    """Print a post with its source, notes and issues."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.show(workspace, post_id)
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    _print_head(session, screen, answer)
    _print_cells(session, screen, answer)
    print_corrections(session, screen, answer.post)
    _print_link(session, screen, answer)
    _print_notes_and_issues(session, screen, answer)
    _print_source(session, screen, answer)
    screen.print()
    screen.print(plain(session.of(AUTHORITY), "bold"))
    if answer.edition.metadata.effective_to.value is None:
        screen.print(plain(session.of(VALIDITY), "dim"))
    if older := older_reading(session, [answer.edition]):
        screen.print(plain(older, "yellow"))


def _print_head(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.console import plain, show_fields

    post, edition = answer.post, answer.edition
    screen.print(plain(post.name_printed, "bold"), plain(post.id, "cyan"), sep="  ")
    place = edition.metadata.place.value or session.of(NOT_STATED)
    show_fields(
        screen,
        [
            (session.say("Catalogue"), f"{edition.id}  {title_of(session, edition)}"),
            (session.say("Place"), " · ".join(filter(None, (place, post.region)))),
            (session.say("Section"), headings_of(session, post.section)),
        ],
    )


def _print_cells(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.console import show_fields

    blank = session.say("(blank)")
    _print_title(screen, session.say("As printed"))
    show_fields(screen, [(cell.heading, cell.text or blank) for cell in answer.post.cells])
    fields = derived_fields(session, answer.post)
    if fields:
        _print_title(screen, session.say("Derived from it"))
        show_fields(screen, fields)


def _print_link(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.console import show_fields

    if answer.link:
        title = session.say("In the classification (derived)")
        _print_title(screen, title)
        show_fields(screen, link_fields(session, answer.link))


def _print_notes_and_issues(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from rich.padding import Padding

    from jinque.cli.console import plain

    if answer.post.notes:
        _print_title(screen, session.say("Notes that bind its section"))
        for note in answer.post.notes:
            screen.print(Padding(plain(note), (0, 0, 0, 2)))
    if answer.issues:
        _print_title(screen, session.say("What its reading found"))
        for issue in answer.issues:
            print_issue(session, screen, issue, indent=2)


def _print_source(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.console import plain, show_side_by_side

    span = answer.post.citation.span
    lines = lines_of(session, span.line_start, span.line_end)
    _print_title(screen, session.say("Source"))
    place = place_of(session, span.place) or lines
    screen.print(plain(f"  {answer.edition.source_name}  {place}"))
    show_side_by_side(screen, [_line(line) for line in answer.lines])


def _line(line: SourceLine) -> tuple[str, "Text"]:
    """Return a line beside its number; a bar marks those of the post, tabs part the cells."""
    from jinque.cli.console import plain

    text = line.text.strip().replace("\t", " │ ")
    bar = "▌" if line.is_cited else " "
    return f"{line.number:>4} {bar}", plain(text, "" if line.is_cited else "dim")


def _print_title(screen: "Console", title: str) -> None:
    from jinque.cli.console import plain

    screen.print()
    screen.print(plain(title, "bold underline"))


def add_post_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(show)
    app.command()(criteria)


def show(ctx: typer.Context, post: PostId, *, as_json: AsJson = False) -> None:
    """Show a post as printed, with what was derived from it."""
    show_post(ctx.obj, post, as_json=as_json)


def criteria(ctx: typer.Context, post: PostId, *, as_json: AsJson = False) -> None:
    """Show what a post demands, clause by clause."""
    show_criteria(ctx.obj, post, as_json=as_json)
