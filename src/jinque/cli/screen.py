"""The commands of the ladder: `bridge` for one person, `screen` for a roster.

What the options of `jinque screen` against posts must be.

`jinque screen` without `--bridge`: who on a roster meets what the posts of all cities print.

`jinque screen`: a roster put to the ladder; without `--bridge`, held against posts.

The counts over a roster on a terminal; no name of anybody is printed.

The totals over a roster on a terminal; no name of anybody is printed.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled
from jinque.cli.entitlement import print_given
from jinque.cli.ladder import BridgeOptions, ScreenOptions, ask_bridge
from jinque.cli.terminal import opened, people_done, write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.locale import Sentence, joined, say
from jinque.model.roster import (
    ROSTER_NOTICE,
    LargeAnswer,
    PostTotals,
    RejectedRow,
    RosterAnswer,
    RosterGroup,
    ScreeningAnswer,
)

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from jinque.model.entitlement.roster import RosterGiven


PARQUET = ".parquet"
WORKBOOK = ".xlsx"
_ENGINES = ("processes", "spark")


def is_parquet(roster: Path) -> bool:
    """Tell whether a roster is Parquet: a file of that name, or a folder."""
    return roster.is_dir() or roster.suffix.lower() == PARQUET


def check_output(given: ScreenOptions, *, is_large: bool) -> None:
    """See to it that the result can be written in the form that its name says.

    Raises:
        WrongCallError: it cannot, or there is no name where one is needed.
    """
    ending = PARQUET if is_large else WORKBOOK
    if given.output is None and is_large:
        raise wrong_call("--output", say("The folder for the results is missing."))
    if given.output is not None and not given.output.lower().endswith(ending):
        raise wrong_ending("--output", given.output, ending)


def check_engine(given: ScreenOptions, *, is_large: bool) -> None:
    """See to it that engine, cluster and roster go together.

    Raises:
        WrongCallError: they do not.
    """
    engine = given.engine or _ENGINES[0]
    if engine not in _ENGINES:
        raise InvalidOptionError(
            say("There is no engine “{engine}”.", engine=engine),
            where="--engine",
            hint=say("One of {engines}.", engines=joined(_ENGINES)),
        )
    if (engine == "spark") != (given.master is not None):
        raise wrong_call(
            "--master", say("--engine spark goes with --master, and --master with it.")
        )
    if engine == "spark" and not is_large:
        raise wrong_call("--engine", say("Spark takes a roster in Parquet only."))


def wrong_call(where: str, message: Sentence) -> WrongCallError:
    """Return the error of a call that says how one is made."""
    return WrongCallError(
        message,
        where=where,
        hint=say("As in: jinque screen ROSTER.xlsx -o RESULT.xlsx; a template: --template FILE"),
    )


def wrong_ending(option: str, typed: str, ending: str) -> InvalidOptionError:
    """Return the error of a name that ends otherwise than it must."""
    return InvalidOptionError(
        say("{option}: “{typed}” has another ending.", option=option, typed=typed),
        where=option,
        hint=say(
            "Here it is {ending} (spreadsheets give .xlsx, Parquet gives a .parquet folder).",
            ending=ending,
        ),
    )


def screen_posts(session: Session, given: ScreenOptions) -> int:
    """Screen a roster against posts, or write an empty roster; return the exit code.

    Raises:
        WrongCallError: the roster is missing, or options do not go together.
    """
    if given.template is not None:
        return _write_posts_template(session, given.template)
    if given.roster is None:
        raise wrong_call("ROSTER", say("The roster is missing."))
    if given.place is not None:
        raise wrong_call("--place", say("--place goes with --bridge only."))
    roster = Path(given.roster)
    is_large = is_parquet(roster)
    check_output(given, is_large=is_large)
    check_engine(given, is_large=is_large)
    return (
        _screen_large(session, given, roster) if is_large else _screen_posts(session, given, roster)
    )


def _screen_posts(session: Session, given: ScreenOptions, roster: Path) -> int:
    from jinque.api import screening

    _say_where(session, given)
    with opened(session) as workspace, people_done(session) as progress:
        answer, gives = screening.screen_given(
            workspace, roster, name=roster.name, on=_day(given), progress=progress
        )
    written = (
        screening.save_screening(answer, Path(given.output), gives, session.language)
        if given.output
        else []
    )
    _tell_posts(session, answer, gives, written)
    return FAULTY_DATA if answer.rejects else DONE


def _screen_large(session: Session, given: ScreenOptions, roster: Path) -> int:
    from jinque.api import screening

    _say_where(session, given)
    folder = Path(given.output or "")
    with opened(session) as workspace, people_done(session) as progress:
        answer = screening.screen_large(
            workspace, roster, folder, on=_day(given), master=given.master, progress=progress
        )
    if session.is_json:
        from jinque import api

        write_json(api.to_json(answer))
    else:
        print_large(session, answer)
        sys.stderr.write(session.say("{folder} written.\n", folder=folder))
    return FAULTY_DATA if answer.rejected else DONE


def _tell_posts(
    session: Session, answer: "ScreeningAnswer", gives: "RosterGiven", written: list[Path]
) -> None:
    if session.is_json:
        from jinque.api.screening import screening_told

        write_json(screening_told(answer, gives))
        return

    print_screening(session, answer, is_written=bool(written))
    print_given(session, gives)
    for path in written:
        sys.stderr.write(session.say("{path} written.\n", path=path))


def _say_where(session: Session, given: ScreenOptions) -> None:
    """Tell on whose machine the people are looked at."""
    if session.is_json:
        return
    here = session.say(
        "Worked out on this machine: the roster does not leave it and is not kept.\n"
    )
    there = session.say(
        "Worked out on the Spark cluster {master}: its machines read the roster; make sure "
        "whose they are.\n",
        master=given.master,
    )
    is_local = given.master is None or given.master.startswith("local")
    sys.stderr.write(here if is_local else there)


def _write_posts_template(session: Session, template: str) -> int:
    from jinque import api
    from jinque.api.screening import screening_template

    if not template.lower().endswith(WORKBOOK):
        raise wrong_ending("--template", template, WORKBOOK)
    api.save_bytes([screening_template(session.language)], Path(template))
    sys.stderr.write(session.say("{template} written.\n", template=template))
    return DONE


def _day(given: ScreenOptions) -> "date":
    from jinque import api
    from jinque.cli.ladder import today

    return api.read_day(given.on, "--on") if given.on else today()


_FORMATS = (".xlsx", ".csv")


def screen_roster(session: Session, given: ScreenOptions) -> int:
    """Screen a roster, or write an empty one; return the exit code.

    Raises:
        WrongCallError: the roster is missing, or the result's name ends otherwise.
    """
    if not given.bridge:
        return screen_posts(session, given)
    if given.template is not None:
        return _write_ladder_template(session, given.template)
    if given.roster is None:
        raise _missing("ROSTER", say("The roster is missing."))
    _check_output(given.output)
    answer = _screen_ladder(session, given, Path(given.roster))
    written = _write(session, answer, Path(given.output)) if given.output else []
    _tell_ladder(session, given, answer, written)
    return FAULTY_DATA if answer.rejects else DONE


def _screen_ladder(session: Session, given: ScreenOptions, roster: Path) -> "RosterAnswer":
    from jinque import api
    from jinque.cli.ladder import today

    on = api.read_day(given.on, "--on") if given.on else today()
    with opened(session) as workspace, people_done(session) as progress:
        return api.screen_roster(
            workspace, roster, name=roster.name, on=on, place=given.place, progress=progress
        )


def _write(session: Session, answer: "RosterAnswer", output: Path) -> list[Path]:
    """Write the result and return the files: one workbook, or CSV beside CSV."""
    from jinque import api

    if output.suffix.lower() == ".xlsx":
        api.save_bytes([api.roster_workbook(answer, session.language)], output)
        return [output]
    written = []
    for ending, pieces in api.roster_csv(answer, session.language).items():
        path = output.with_name(f"{output.stem}{ending}{output.suffix}")
        api.save(pieces, path)
        written.append(path)
    return written


def _tell_ladder(
    session: Session, given: ScreenOptions, answer: "RosterAnswer", written: list[Path]
) -> None:
    from jinque import api

    if given.as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console

    print_summary(session, console(sys.stdout), answer)
    for path in written:
        sys.stderr.write(session.say("{path} written.\n", path=path))


def _write_ladder_template(session: Session, template: str) -> int:
    from jinque import api

    if not template.lower().endswith(".xlsx"):
        raise _ending("--template", template, (".xlsx",))
    with opened(session) as workspace:
        api.save_bytes([api.roster_template(workspace, session.language)], Path(template))
    sys.stderr.write(session.say("{template} written.\n", template=template))
    return DONE


def _check_output(output: str | None) -> None:
    if output is not None and not output.lower().endswith(_FORMATS):
        raise _ending("--output", output, _FORMATS)


def _missing(where: str, message: Sentence) -> WrongCallError:
    return WrongCallError(
        message,
        where=where,
        hint=say("As in: jinque screen --bridge ROSTER.xlsx -o RESULT.xlsx --place 浙江"),
    )


def _ending(option: str, typed: str, endings: tuple[str, ...]) -> InvalidOptionError:
    return InvalidOptionError(
        say("{option}: “{typed}” has another ending.", option=option, typed=typed),
        where=option,
        hint=say("It ends with one of {endings}.", endings=joined(endings)),
    )


def add_bridge_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="bridge")(bundled(BridgeOptions, ask_bridge))
    app.command(name="screen")(bundled(ScreenOptions, screen_roster))


_MOST_CELLS = 20


def print_summary(session: Session, screen: "Console", answer: RosterAnswer) -> None:
    """Print how many may apply now and within a year, what is missing, what was not read."""
    from jinque import api
    from jinque.cli.console import plain

    rows = len(answer.results) + len(answer.rejects)
    read = session.say(
        "{rows} rows: {n} answered, {rejects} rejected (as of {on})",
        rows=rows,
        n=len(answer.results),
        rejects=len(answer.rejects),
        on=answer.on,
    )
    screen.print(plain(read, "bold"))
    for group in api.summarise(answer):
        _print_group(session, screen, group)
    if answer.unread:
        screen.print()
        unread = session.say("Sheets and columns not read: ")
        screen.print(plain(unread + "、".join(answer.unread), "yellow"))
    print_rejects(session, screen, answer.rejects)
    screen.print()
    screen.print(plain(session.of(answer.notice), "bold"))


def print_rejects(session: Session, screen: "Console", rejects: Sequence[RejectedRow]) -> None:
    """Print which cells are at fault, not what stands in them: a log may keep it."""
    from jinque.cli.console import plain

    if not rejects:
        return
    cells = [f"{fault.place.address} {fault.heading}" for row in rejects for fault in row.faults]
    shown = "、".join(cell.strip() for cell in cells[:_MOST_CELLS])
    more = "…" if len(cells) > _MOST_CELLS else ""
    screen.print()
    title = session.say("Cells at fault of the rows rejected: ")
    screen.print(plain(f"{title}{shown}{more}", "red"))
    why = session.say("The result file (-o) says why, under “Not read”.")
    screen.print(plain(why, "dim"))


def _print_group(session: Session, screen: "Console", group: RosterGroup) -> None:
    from jinque import api
    from jinque.cli.console import plain, show_fields

    screen.print()
    screen.print(plain(session.of(api.DIRECTION_NAMES[group.direction]), "bold underline"))
    counts = [
        (session.of(api.TIMING_NAMES[timing]), _number(session, count))
        for timing, count in group.counts.items()
    ]
    show_fields(screen, counts)
    if group.missing:
        screen.print(plain(session.say("  Facts missing (people)"), "dim"))
    missing = [(_number(session, people), session.of(words)) for words, people in group.missing]
    show_fields(screen, missing, indent=4)


def _number(session: Session, count: int | None) -> str:
    return session.say("too few") if count is None else str(count)


_MOST_POSTS = 15


def print_screening(session: Session, answer: ScreeningAnswer, *, is_written: bool) -> None:
    """Print how many were read, how many people each post could want, what was not read."""
    from jinque.api import screening as words
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    rows, found, rejected = len(answer.people) + len(answer.rejects), answer.people, answer.rejects
    said = session.say(
        "{rows} rows: {n} answered, {rejected} rejected (as of {on})",
        rows=rows,
        n=len(found),
        rejected=len(rejected),
        on=answer.on,
    )
    screen.print(plain(said, "bold"))
    for verdict, count in words.people_by_verdict(answer):
        name, people = session.of(verdict), _number(session, count)
        message = say("  people with a post “{name}”: {people}", name=name, people=people)
        screen.print(plain(session.of(message)))
    _print_posts(session, screen, answer.posts, answer.no_stated)
    _print_unread(session, screen, answer.unread)
    print_rejects(session, screen, answer.rejects)
    if not is_written:
        more = session.say("By person: -o RESULT.xlsx.")
        screen.print(plain(more, "dim"))
    _print_notice(session, screen)


def print_large(session: Session, answer: LargeAnswer) -> None:
    """Print the totals of a roster in Parquet."""
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    said = session.say(
        "{people} people answered, {rejected} rows rejected (as of {on})",
        people=answer.people,
        rejected=answer.rejected,
        on=answer.on,
    )
    screen.print(plain(said, "bold"))
    if answer.before:
        kept = session.say(
            "Of these, {before} were worked out by an earlier run and kept.", before=answer.before
        )
        screen.print(plain(kept))
    _print_posts(session, screen, answer.posts, answer.no_stated)
    _print_unread(session, screen, answer.unread)
    _print_notice(session, screen)


def _print_unread(session: Session, screen: "Console", unread: Sequence[str]) -> None:
    from jinque.cli.console import plain

    if unread:
        label = session.say("Sheets and columns not read: ")
        screen.print(plain(label + "、".join(unread), "yellow"))


def _print_posts(
    session: Session, screen: "Console", posts: Sequence[PostTotals], no_stated: int
) -> None:
    from jinque.api import screening as words
    from jinque.cli.console import plain, show_table

    heads = session.say("Post match undecided unmet Identifier")
    ordered = sorted(posts, key=lambda post: (-post.matches, -post.undecided))[:_MOST_POSTS]
    rows = [
        [post.name, *(_number(session, n) for n in words.totals_shown(post)), post.post_id]
        for post in ordered
    ]
    screen.print()
    show_table(screen, heads.split(), rows)
    more = session.say(
        "{n} posts state requirements; the {rows} with the most matches are shown. "
        "{no_stated} state none and are not counted. Counts of 1 and 2 are not shown.",
        n=len(posts),
        rows=len(rows),
        no_stated=no_stated,
    )
    screen.print(plain(more, "dim"))


def _print_notice(session: Session, screen: "Console") -> None:
    from jinque.api import screening as words
    from jinque.cli.console import plain

    screen.print()
    screen.print(plain(session.of(words.SELF_CHECK_NOTICE), "bold"))
    screen.print(plain(session.of(ROSTER_NOTICE), "bold"))
