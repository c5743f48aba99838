"""`jinque convert`: the codes of a table told in the other edition of the classification."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, File, Output, Session
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError
from jinque.locale import say
from jinque.model import ConvertedTable, LeftRow

if TYPE_CHECKING:
    from rich.console import Console

To = Annotated[str, typer.Option("--to")]

CONVERSION_COMMANDS = {
    "convert": say("Tell the codes of a table in the other edition"),
}
CONVERSION_PARAMETERS = {
    "convert FILE": say(
        "a table with a column of codes (.xlsx, .xls, .csv, .tsv, .parquet), best with names"
    ),
    "convert --to": say("the edition wanted: 2022 or 2015"),
    "convert --output": say(
        "where to write it (.xlsx, .csv; .parquet for .parquet); else beside the table"
    ),
    "convert --json": say("answer in JSON, for programs"),
}
_MOST_PRINTED = 30
_NO_NAMES = say("The table has no column of names: codes of two occupations were all left.")
_BASIS = say(
    "Unconfirmed: the entry of 2015 has no second source, or no name was given; please check."
)


def add_conversion_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command()(convert)


def convert(
    ctx: typer.Context, file: File, *, to: To = "", output: Output = None, as_json: AsJson = False
) -> None:
    """Tell the codes of a table in the other edition of the classification."""
    _convert(ctx.obj, Path(file), to, output, as_json=as_json)


def _convert(session: Session, source: Path, to: str, output: str | None, *, as_json: bool) -> None:
    from jinque import api

    target = Path(output) if output else _beside(source, to)
    table = api.convert_file(source, target, to, session.language)
    if as_json:
        write_json({"target": str(target), **api.to_json(table)})
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    _print_counts(session, screen, table)
    _print_left(session, screen, table)
    screen.print(plain(session.say("Written to {target}", target=target), "dim"))


def _beside(source: Path, to: str) -> Path:
    """Return a new name beside the table; an existing file is never written over unasked."""
    ending = source.suffix.lower()
    kept = ending if ending in (".csv", ".parquet") else ".xlsx"
    target = source.with_name(f"{source.stem}-{to or 'converted'}{kept}")
    if target.exists():
        raise InvalidOptionError(
            say("{name} exists already and is not written over.", name=target.name),
            where=str(target),
            hint=say("Say with -o where to write the result."),
        )
    return target


def _print_counts(session: Session, screen: "Console", table: ConvertedTable) -> None:
    from jinque import api
    from jinque.cli.console import plain, show_fields

    columns = " · ".join(filter(None, (table.code_heading, table.name_heading)))
    done = table.rows - table.undecided
    title = session.say(
        "{rows} rows: {done} told in {wanted} ({unconfirmed} of them unconfirmed), "
        "{undecided} left",
        rows=table.rows,
        wanted=table.wanted,
        done=done,
        unconfirmed=table.unconfirmed,
        undecided=table.undecided,
    )
    screen.print(plain(title, "bold"))
    show_fields(
        screen,
        [
            (session.say_in("print counts", "Columns"), columns),
            *(
                (session.of(api.CONVERSION_STATUSES[status]), str(count))
                for status, count in table.counts.items()
                if count
            ),
        ],
    )
    if table.name_heading is None:
        screen.print(plain(session.of(_NO_NAMES), "yellow"))
    if table.unconfirmed:
        screen.print(plain(session.of(_BASIS), "dim"))


def _print_left(session: Session, screen: "Console", table: ConvertedTable) -> None:
    from jinque.cli.console import plain, show_table

    if not table.left:
        return
    screen.print()
    screen.print(plain(session.say("Rows that were left"), "bold underline"))
    headings = (
        session.say_in("roster", "Row"),
        session.say("Code"),
        session.say("Name"),
        session.say("Why"),
        session.say("To choose from"),
    )
    shown = table.left[:_MOST_PRINTED]
    show_table(screen, headings, [_row(session, each) for each in shown])
    more = table.undecided - len(shown)
    if more:
        said = session.say("{more} more are in the result.", more=more)
        screen.print(plain(said, "dim"))
    screen.print()


def _row(session: Session, left: LeftRow) -> tuple[str, ...]:
    found = left.conversion
    proposed = "；".join(f"{each.code} {each.name}" for each in found.proposed)
    return (str(left.number), found.code, found.name, session.of(found.reason), proposed)
