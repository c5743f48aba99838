"""`export`: the rows of one edition, or everything as open data."""

from typing import Annotated

import typer

from jinque.cli.export import export_everything, export_rows
from jinque.cli.options import Format, Output, RowKind
from jinque.cli.session import Session
from jinque.errors import WrongCallError

Edition = Annotated[str | None, typer.Argument()]
All = Annotated[str | None, typer.Option("--all")]
Address = Annotated[str, typer.Option("--address")]


def add_export_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command()(export)


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
            "请给出一个目录编号，或用 --all 指定写入全部数据的文件夹，两者只选其一。",
            "Name an edition, or with --all the folder for everything: one of the two.",
            where="export",
            hint_zh="例如 jinque export dalian --format csv，或 jinque export --all 开放数据/。",
            hint_en="As in: jinque export dalian --format csv, or jinque export --all open-data/.",
        )
    if all_to is not None:
        export_everything(session, all_to, address)
    elif edition is not None:
        export_rows(session, edition, format, kind, output)
