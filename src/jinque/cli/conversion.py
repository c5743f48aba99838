"""`jinque convert`: the codes of a table told in the other edition of the classification."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, File, Output, Session
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError
from jinque.model import ConvertedTable, LeftRow, Words

if TYPE_CHECKING:
    from rich.console import Console

To = Annotated[str, typer.Option("--to")]

CONVERSION_COMMANDS = {
    "convert": Words(
        zh="把一张表的职业编码换成另一版", en="Tell the codes of a table in the other edition"
    ),
}
CONVERSION_PARAMETERS = {
    "convert FILE": Words(
        zh="有职业编码一列的表（.xlsx、.xls、.csv、.tsv、.parquet）；最好也有名称一列",
        en="a table with a column of codes (.xlsx, .xls, .csv, .tsv, .parquet), best with names",
    ),
    "convert --to": Words(zh="换成哪一版：2022 或 2015", en="the edition wanted: 2022 or 2015"),
    "convert --output": Words(
        zh="写到这个文件（.xlsx、.csv；.parquet 写成 .parquet）；不写则放在原表旁边，名后加年份",
        en="where to write it (.xlsx, .csv; .parquet for .parquet); else beside the table",
    ),
    "convert --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
}
_MOST_PRINTED = 30
_NO_NAMES = Words(
    zh="表里没有名称一列：两版所指不同的编码都未换。",
    en="The table has no column of names: codes of two occupations were all left.",
)
_BASIS = Words(
    zh="“未经证实”：2015年版的那一条没有第二来源，或只凭编码；请核对。",
    en="Unconfirmed: the entry of 2015 has no second source, or no name was given; please check.",
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
        write_json({"target": str(target), **api.converted_dict(table)})
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    _print_counts(session, screen, table)
    _print_left(session, screen, table)
    screen.print(plain(session.say(f"已写入 {target}", f"Written to {target}"), "dim"))


def _beside(source: Path, to: str) -> Path:
    """Return a new name beside the table; an existing file is never written over unasked."""
    ending = source.suffix.lower()
    kept = ending if ending in (".csv", ".parquet") else ".xlsx"
    target = source.with_name(f"{source.stem}-{to or 'converted'}{kept}")
    if target.exists():
        raise InvalidOptionError(
            f"{target.name} 已经存在，不覆盖。",
            f"{target.name} exists already and is not written over.",
            where=str(target),
            hint_zh="请用 -o 指明结果写到哪里。",
            hint_en="Say with -o where to write the result.",
        )
    return target


def _print_counts(session: Session, screen: "Console", table: ConvertedTable) -> None:
    from jinque import api
    from jinque.cli.console import plain, show_fields

    columns = " · ".join(filter(None, (table.code_heading, table.name_heading)))
    done = table.rows - table.undecided
    title = session.say(
        f"共 {table.rows} 行，换成{table.wanted}年版 {done} 行（其中未经证实 {table.unconfirmed} "
        f"行），未换 {table.undecided} 行",
        f"{table.rows} rows: {done} told in {table.wanted} ({table.unconfirmed} of them "
        f"unconfirmed), {table.undecided} left",
    )
    screen.print(plain(title, "bold"))
    show_fields(
        screen,
        [
            (session.say("所用的列", "Columns"), columns),
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
    screen.print(plain(session.say("未换的行", "Rows that were left"), "bold underline"))
    headings = (
        session.say("行", "Row"),
        session.say("编码", "Code"),
        session.say("名称", "Name"),
        session.say("为什么", "Why"),
        session.say("供选", "To choose from"),
    )
    shown = table.left[:_MOST_PRINTED]
    show_table(screen, headings, [_row(session, each) for each in shown])
    more = table.undecided - len(shown)
    if more:
        said = session.say(f"还有 {more} 行，见结果文件。", f"{more} more are in the result.")
        screen.print(plain(said, "dim"))
    screen.print()


def _row(session: Session, left: LeftRow) -> tuple[str, ...]:
    found = left.conversion
    proposed = "；".join(f"{each.code} {each.name}" for each in found.proposed)
    return (str(left.number), found.code, found.name, session.of(found.reason), proposed)
