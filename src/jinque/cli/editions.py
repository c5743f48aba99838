"""`jinque catalogues`.

`jinque export`: one edition to a file or stdout, everything to a folder.

`export`: the rows of one edition, or everything as open data.

`jinque issues`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, EditionId, Format, Output, RowKind, Session
from jinque.cli.terminal import (
    ISSUES,
    KINDS,
    NOT_STATED,
    SEVERITIES,
    VALIDITY,
    counted,
    older_reading,
    opened,
    place_of_issue,
    title_of,
    write,
    write_json,
)
from jinque.errors import WrongCallError
from jinque.locale import say
from jinque.model import Attested, EditionSummary, Issue

if TYPE_CHECKING:
    from rich.console import Console


def show_catalogues(session: Session, *, as_json: bool) -> None:
    """Print the newest version of each edition in the record."""
    from jinque import api

    with opened(session) as workspace:
        summaries = api.catalogues(workspace)
    if as_json:
        write_json({"editions": api.to_json(summaries)})
    else:
        _print(session, summaries)


def _print(session: Session, summaries: tuple[EditionSummary, ...]) -> None:
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    headings = (
        session.say("Id"),
        session.say("Title"),
        session.say("Place"),
        session.say("Validity"),
        session.say("Rows"),
        session.say("Issues"),
    )
    show_table(screen, headings, [_row(session, summary) for summary in summaries])
    screen.print()
    screen.print(plain(session.of(VALIDITY), "dim"))
    if older := older_reading(session, summaries):
        screen.print(plain(older, "yellow"))


def _row(session: Session, summary: EditionSummary) -> tuple[str, ...]:
    facts = summary.metadata
    version = f" v{summary.version}" if summary.version > 1 else ""
    return (
        f"{summary.id}{version}",
        title_of(session, summary),
        _value(session, facts.place),
        _value(session, facts.effective_to),
        counted(session, summary.counts, KINDS),
        counted(session, summary.issues, ISSUES),
    )


def _value(session: Session, fact: Attested) -> str:
    return fact.value or session.of(NOT_STATED)


def export_rows(
    session: Session, edition_id: str, fmt: str, kind: str | None, output: str | None
) -> None:
    """Write the rows of an edition to stdout or into a file.

    Args:
        session: language and reader.
        edition_id: identifier of the edition.
        fmt: `jsonl` or `csv`.
        kind: kind of row; None means posts, or what the edition has instead.
        output: path of the file; None means stdout.
    """
    from jinque import api

    with opened(session) as workspace:
        pieces = api.export(workspace, edition_id, fmt, kind)
    if output is None:
        write(pieces)
        return
    counted = _Counted(pieces)
    api.save(counted, Path(output))
    rows = counted.count - (fmt == "csv")
    sys.stderr.write(session.say("{output}: {rows} rows.\n", output=output, rows=rows))


def export_everything(session: Session, folder: str, address: str) -> None:
    """Write all editions as open data into a folder and tell what each file is.

    Args:
        session: language.
        folder: new, empty, or that of an earlier export.
        address: where the site stands, for identifiers; empty gives URNs.
    """
    from jinque import api
    from jinque.cli.console import console, plain, show_table

    with opened(session) as workspace:
        files = api.export_all(workspace, Path(folder), address, session.language)
    screen = console(sys.stdout)
    headings = (session.say("File"), session.say("Bytes"))
    show_table(screen, headings, [(path, f"{len(data):,}") for path, data in files.items()])
    total = session.say(
        "{n} files written to {folder}. The first sheet of jinque.xlsx explains them.",
        folder=folder,
        n=len(files),
    )
    screen.print(plain(total))


class _Counted:
    """An iterator that counts what it has given."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self.count = 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> str:
        piece = next(self._pieces)
        self.count += 1
        return piece


Edition = Annotated[str | None, typer.Argument()]
All = Annotated[str | None, typer.Option("--all")]
Address = Annotated[str, typer.Option("--address")]


def add_edition_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(catalogues)
    app.command()(issues)
    app.command()(export)


def catalogues(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """List the editions in the record."""
    show_catalogues(ctx.obj, as_json=as_json)


def issues(ctx: typer.Context, edition: EditionId, *, as_json: AsJson = False) -> None:
    """List what the reading of an edition found."""
    show_issues(ctx.obj, edition, as_json=as_json)


def export(  # noqa: PLR0913 - each is an option of the command
    ctx: typer.Context,
    edition: Edition = None,
    *,
    format: Format = "jsonl",  # noqa: A002 - the name of the option
    kind: RowKind = None,
    output: Output = None,
    all_to: All = None,
    address: Address = "",
) -> None:
    """Write the rows of an edition, or everything as open data."""
    session: Session = ctx.obj
    if (edition is None) == (all_to is None):
        raise WrongCallError(
            say("Name an edition, or with --all the folder for everything: one of the two."),
            where="export",
            hint=say(
                "As in: jinque export dalian --format csv, or jinque export --all open-data/."
            ),
        )
    if all_to is not None:
        export_everything(session, all_to, address)
    elif edition is not None:
        export_rows(session, edition, format, kind, output)


STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def show_issues(session: Session, edition_id: str, *, as_json: bool) -> None:
    """Print what the reading of an edition found."""
    from jinque import api

    with opened(session) as workspace:
        issues = api.issues(workspace, edition_id)
    if as_json:
        write_json({"issues": api.to_json(issues)})
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for issue in issues:
        print_issue(session, screen, issue)
        screen.print()
    counts = Counter(issue.severity.value for issue in issues)
    total = counted(session, counts, ISSUES)
    none = session.say("Nothing was found.")
    screen.print(plain(session.say("In all: {total}", total=total) if issues else none))


def print_issue(session: Session, screen: "Console", issue: Issue, indent: int = 0) -> None:
    """Print an issue, `indent` columns in: severity, code, place, and the sentence below them."""
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.console import plain

    severity = session.of(SEVERITIES[issue.severity.value])
    head = Text("  ").join(
        [
            plain(severity, STYLES[issue.severity.value]),
            plain(issue.code, "bold"),
            plain(place_of_issue(session, issue), "dim"),
        ]
    )
    screen.print(Padding(head, (0, 0, 0, indent)))
    screen.print(Padding(plain(session.of(issue.message)), (0, 0, 0, indent + 2)))
    if issue.settled:
        reason, day = issue.settled.reason, issue.settled.decided_on
        settled = session.say("Accepted in a review: {reason} ({day})", reason=reason, day=day)
        screen.print(Padding(plain(settled, "green"), (0, 0, 0, indent + 2)))
