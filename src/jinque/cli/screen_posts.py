"""`jinque screen` without `--bridge`: who on a roster meets what the posts of all cities print."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.bridge_options import ScreenOptions
from jinque.cli.exits import DONE, FAULTY_DATA
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.screen_checks import (
    WORKBOOK,
    check_engine,
    check_output,
    is_parquet,
    wrong_call,
    wrong_ending,
)
from jinque.cli.screen_progress import people_done
from jinque.cli.session import Session

if TYPE_CHECKING:
    from datetime import date

    from jinque.model.screening import ScreeningAnswer


def screen_posts(session: Session, given: ScreenOptions) -> int:
    """Screen a roster against posts, or write an empty roster; return the exit code.

    Raises:
        WrongCallError: the roster is missing, or options do not go together.
    """
    if given.template is not None:
        return _write_template(session, given.template)
    if given.roster is None:
        raise wrong_call("ROSTER", "缺少名单文件。", "The roster is missing.")
    if given.place is not None:
        raise wrong_call(
            "--place", "--place 只与 --bridge 同用。", "--place goes with --bridge only."
        )
    roster = Path(given.roster)
    is_large = is_parquet(roster)
    check_output(given, is_large=is_large)
    check_engine(given, is_large=is_large)
    return _screen_large(session, given, roster) if is_large else _screen(session, given, roster)


def _screen(session: Session, given: ScreenOptions, roster: Path) -> int:
    from jinque.api import screening

    _say_where(session, given)
    with opened(session) as workspace, people_done(session) as progress:
        answer = screening.screen_posts(
            workspace, roster, name=roster.name, on=_day(given), progress=progress
        )
    written = screening.save_screening(answer, Path(given.output)) if given.output else []
    _tell(session, answer, written)
    return FAULTY_DATA if answer.rejects else DONE


def _screen_large(session: Session, given: ScreenOptions, roster: Path) -> int:
    from jinque.api import screening
    from jinque.api.screening_shapes import large_dict

    _say_where(session, given)
    folder = Path(given.output or "")
    with opened(session) as workspace, people_done(session) as progress:
        answer = screening.screen_large(
            workspace, roster, folder, on=_day(given), master=given.master, progress=progress
        )
    if session.is_json:
        write_json(large_dict(answer))
    else:
        from jinque.cli.screen_totals import print_large

        print_large(session, answer)
        sys.stderr.write(session.say(f"已写入文件夹 {folder}。\n", f"{folder} written.\n"))
    return FAULTY_DATA if answer.rejected else DONE


def _tell(session: Session, answer: "ScreeningAnswer", written: list[Path]) -> None:
    if session.is_json:
        from jinque.api.screening_shapes import screening_dict

        write_json(screening_dict(answer))
        return
    from jinque.cli.screen_totals import print_screening

    print_screening(session, answer, is_written=bool(written))
    for path in written:
        sys.stderr.write(session.say(f"已写入 {path}。\n", f"{path} written.\n"))


def _say_where(session: Session, given: ScreenOptions) -> None:
    """Tell on whose machine the people are looked at."""
    if session.is_json:
        return
    here = session.say(
        "在本机计算，名单不离开这台机器，也不保存。\n",
        "Worked out on this machine: the roster does not leave it and is not kept.\n",
    )
    there = session.say(
        f"在 Spark 集群 {given.master} 上计算：名单会由集群的机器读取，请确认它归谁管理。\n",
        f"Worked out on the Spark cluster {given.master}: its machines read the roster; make sure "
        "whose they are.\n",
    )
    is_local = given.master is None or given.master.startswith("local")
    sys.stderr.write(here if is_local else there)


def _write_template(session: Session, template: str) -> int:
    from jinque import api
    from jinque.api.screening import screening_template

    if not template.lower().endswith(WORKBOOK):
        raise wrong_ending("--template", template, WORKBOOK)
    api.save_bytes([screening_template()], Path(template))
    sys.stderr.write(session.say(f"已写入模板 {template}。\n", f"{template} written.\n"))
    return DONE


def _day(given: ScreenOptions) -> "date":
    from jinque import api
    from jinque.cli.bridge_request import today

    return api.read_day(given.on, "--on") if given.on else today()
