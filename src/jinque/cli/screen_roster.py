"""`jinque screen`: a roster put to the ladder; without `--bridge`, held against posts."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.bridge_options import ScreenOptions
from jinque.cli.exits import DONE, FAULTY_DATA
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.screen_posts import screen_posts
from jinque.cli.screen_progress import people_done
from jinque.cli.session import Session
from jinque.errors import InvalidOptionError, WrongCallError

if TYPE_CHECKING:
    from jinque.model.bridge_roster import RosterAnswer

_FORMATS = (".xlsx", ".csv")


def screen_roster(session: Session, given: ScreenOptions) -> int:
    """Screen a roster, or write an empty one; return the exit code.

    Raises:
        WrongCallError: the roster is missing, or the result's name ends otherwise.
    """
    if not given.bridge:
        return screen_posts(session, given)
    if given.template is not None:
        return _write_template(session, given.template)
    if given.roster is None:
        raise _missing("ROSTER", "缺少名单文件。", "The roster is missing.")
    _check_output(given.output)
    answer = _screen(session, given, Path(given.roster))
    written = _write(answer, Path(given.output)) if given.output else []
    _tell(session, given, answer, written)
    return FAULTY_DATA if answer.rejects else DONE


def _screen(session: Session, given: ScreenOptions, roster: Path) -> "RosterAnswer":
    from jinque import api
    from jinque.cli.bridge_request import today

    on = api.read_day(given.on, "--on") if given.on else today()
    with opened(session) as workspace, people_done(session) as progress:
        return api.screen_roster(
            workspace, roster, name=roster.name, on=on, place=given.place, progress=progress
        )


def _write(answer: "RosterAnswer", output: Path) -> list[Path]:
    """Write the result and return the files: one workbook, or CSV beside CSV."""
    from jinque import api

    if output.suffix.lower() == ".xlsx":
        api.save_bytes([api.roster_workbook(answer)], output)
        return [output]
    written = []
    for ending, pieces in api.roster_csv(answer).items():
        path = output.with_name(f"{output.stem}{ending}{output.suffix}")
        api.save(pieces, path)
        written.append(path)
    return written


def _tell(
    session: Session, given: ScreenOptions, answer: "RosterAnswer", written: list[Path]
) -> None:
    from jinque import api

    if given.as_json:
        write_json(api.roster_dict(answer))
        return
    from jinque.cli.screen import console
    from jinque.cli.screen_summary import print_summary

    print_summary(session, console(sys.stdout), answer)
    for path in written:
        sys.stderr.write(session.say(f"已写入 {path}。\n", f"{path} written.\n"))


def _write_template(session: Session, template: str) -> int:
    from jinque import api

    if not template.lower().endswith(".xlsx"):
        raise _ending("--template", template, (".xlsx",))
    with opened(session) as workspace:
        api.save_bytes([api.roster_template(workspace)], Path(template))
    sys.stderr.write(session.say(f"已写入模板 {template}。\n", f"{template} written.\n"))
    return DONE


def _check_output(output: str | None) -> None:
    if output is not None and not output.lower().endswith(_FORMATS):
        raise _ending("--output", output, _FORMATS)


def _missing(where: str, zh: str, en: str) -> WrongCallError:
    return WrongCallError(
        zh,
        en,
        where=where,
        hint_zh="例如：jinque screen --bridge 名单.xlsx -o 结果.xlsx --place 浙江",
        hint_en="As in: jinque screen --bridge ROSTER.xlsx -o RESULT.xlsx --place 浙江",
    )


def _ending(option: str, typed: str, endings: tuple[str, ...]) -> InvalidOptionError:
    return InvalidOptionError(
        f"{option} 的文件名“{typed}”后缀不对。",
        f"{option}: “{typed}” has another ending.",
        where=option,
        hint_zh=f"可用的后缀：{'、'.join(endings)}。",
        hint_en=f"It ends with one of {', '.join(endings)}.",
    )
