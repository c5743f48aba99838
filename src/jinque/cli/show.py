"""`jinque show`: what is printed first, what was derived from it below."""

import sys
from typing import TYPE_CHECKING

from jinque.cli.classification_words import link_fields
from jinque.cli.corrections import print_corrections
from jinque.cli.derived import derived_fields
from jinque.cli.issues import print_issue
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import (
    AUTHORITY,
    NOT_STATED,
    VALIDITY,
    headings_of,
    lines_of,
    place_of,
    title_of,
)
from jinque.model import PostAnswer, SourceLine

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def show_post(session: Session, post_id: str, *, as_json: bool) -> None:
    """Print a post with its source, notes and issues."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.show(workspace, post_id)
    if as_json:
        write_json(api.post_dict(answer))
        return
    from jinque.cli.screen import console, plain

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


def _print_head(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.screen import plain, show_fields

    post, edition = answer.post, answer.edition
    screen.print(plain(post.name_printed, "bold"), plain(post.id, "cyan"), sep="  ")
    place = edition.metadata.place.value or session.of(NOT_STATED)
    show_fields(
        screen,
        [
            (session.say("目录", "Catalogue"), f"{edition.id}  {title_of(session, edition)}"),
            (session.say("地方", "Place"), " · ".join(filter(None, (place, post.region)))),
            (session.say("章节", "Section"), headings_of(session, post.section)),
        ],
    )


def _print_cells(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.screen import show_fields

    blank = session.say("（空白）", "(blank)")
    _print_title(screen, session.say("原文所印", "As printed"))
    show_fields(screen, [(cell.heading, cell.text or blank) for cell in answer.post.cells])
    fields = derived_fields(session, answer.post)
    if fields:
        _print_title(screen, session.say("由原文得出（推断）", "Derived from it"))
        show_fields(screen, fields)


def _print_link(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.screen import show_fields

    if answer.link:
        title = session.say("与职业分类大典的关联（推断）", "In the classification (derived)")
        _print_title(screen, title)
        show_fields(screen, link_fields(session, answer.link))


def _print_notes_and_issues(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from rich.padding import Padding

    from jinque.cli.screen import plain

    if answer.post.notes:
        _print_title(screen, session.say("本节的说明，适用于此岗位", "Notes that bind its section"))
        for note in answer.post.notes:
            screen.print(Padding(plain(note), (0, 0, 0, 2)))
    if answer.issues:
        _print_title(screen, session.say("读入时发现的问题", "What its reading found"))
        for issue in answer.issues:
            print_issue(session, screen, issue, indent=2)


def _print_source(session: Session, screen: "Console", answer: PostAnswer) -> None:
    from jinque.cli.screen import plain, show_side_by_side

    span = answer.post.citation.span
    lines = lines_of(session, span.line_start, span.line_end)
    _print_title(screen, session.say("出处", "Source"))
    place = place_of(session, span.place) or lines
    screen.print(plain(f"  {answer.edition.source_name}  {place}"))
    show_side_by_side(screen, [_line(line) for line in answer.lines])


def _line(line: SourceLine) -> tuple[str, "Text"]:
    """Return a line beside its number; a bar marks those of the post, tabs part the cells."""
    from jinque.cli.screen import plain

    text = line.text.strip().replace("\t", " │ ")
    bar = "▌" if line.is_cited else " "
    return f"{line.number:>4} {bar}", plain(text, "" if line.is_cited else "dim")


def _print_title(screen: "Console", title: str) -> None:
    from jinque.cli.screen import plain

    screen.print()
    screen.print(plain(title, "bold underline"))
