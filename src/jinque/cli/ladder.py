"""`jinque bridge`: what a person may apply for, and when, clause by clause.

What the options of `bridge` and `screen` mean, in both languages.

The options of `jinque bridge` and `jinque screen`, as typed.

From the options of `jinque bridge` to the question that they ask.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, Session
from jinque.cli.terminal import opened, write_json
from jinque.errors import InvalidOptionError
from jinque.locale import say
from jinque.model.ladder import BridgeRequest, Direction
from jinque.model.person import Appraisal, Person, Skill, Title

if TYPE_CHECKING:
    from jinque.model.ladder import BridgeAnswer


OptionalText = str | None
YesNo = bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeOptions:
    """The options as typed; None is not said."""

    place: Annotated[OptionalText, typer.Option("--place")] = None
    occupation: Annotated[OptionalText, typer.Option("--occupation")] = None
    skill_level: Annotated[OptionalText, typer.Option("--skill-level")] = None
    title: Annotated[OptionalText, typer.Option("--title")] = None
    title_series: Annotated[OptionalText, typer.Option("--title-series")] = None
    to: Annotated[OptionalText, typer.Option("--to")] = None
    obtained: Annotated[OptionalText, typer.Option("--obtained")] = None
    in_post_since: Annotated[OptionalText, typer.Option("--in-post-since")] = None
    worked_years: Annotated[OptionalText, typer.Option("--worked-years")] = None
    appraisals: Annotated[OptionalText, typer.Option("--appraisals")] = None
    award: Annotated[list[str] | None, typer.Option("--award")] = None
    good_conduct: Annotated[YesNo, typer.Option("--good-conduct/--no-good-conduct")] = None
    public_institution: Annotated[
        YesNo, typer.Option("--public-institution/--no-public-institution")
    ] = None
    post_rules: Annotated[YesNo, typer.Option("--post-rules/--no-post-rules")] = None
    in_occupation: Annotated[YesNo, typer.Option("--in-occupation/--no-in-occupation")] = None
    front_line: Annotated[YesNo, typer.Option("--front-line/--no-front-line")] = None
    diploma: Annotated[YesNo, typer.Option("--diploma/--no-diploma")] = None
    employer_assesses: Annotated[
        YesNo, typer.Option("--employer-assesses/--no-employer-assesses")
    ] = None
    school_class: Annotated[OptionalText, typer.Option("--class")] = None
    exam: Annotated[OptionalText, typer.Option("--exam")] = None
    rules: Annotated[bool, typer.Option("--rules")] = False
    on: Annotated[OptionalText, typer.Option("--on")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenOptions:
    """The options of `jinque screen` as typed; None is not said."""

    roster: Annotated[OptionalText, typer.Argument()] = None
    bridge: Annotated[bool, typer.Option("--bridge")] = False
    template: Annotated[OptionalText, typer.Option("--template")] = None
    output: Annotated[OptionalText, typer.Option("--output", "-o")] = None
    place: Annotated[OptionalText, typer.Option("--place")] = None
    engine: Annotated[OptionalText, typer.Option("--engine")] = None
    master: Annotated[OptionalText, typer.Option("--master")] = None
    on: Annotated[OptionalText, typer.Option("--on")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def ask_bridge(session: Session, given: BridgeOptions) -> int:
    """Answer the question that the options ask; return the exit code."""
    if given.rules:
        _show_rules(session, given)
    elif given.school_class is not None:
        _show_exam(session, given, given.school_class)
    else:
        _show_answer(session, given)
    return DONE


def _show_answer(session: Session, given: BridgeOptions) -> None:
    from jinque import api

    request = request_of(given)
    with opened(session) as workspace:
        answer = api.bridge(workspace, request)
    if given.as_json:
        write_json(api.to_json(answer))
    else:
        _print(session, answer)


def _show_exam(session: Session, given: BridgeOptions, school_class: str) -> None:
    """Answer for a class of a technical school; where there are no rules, say so."""
    from jinque import api
    from jinque.cli.console import console
    from jinque.cli.ladder_answer import print_exam

    with opened(session) as workspace:
        answer = api.exam_equivalence(workspace, given.place, school_class, given.exam)
    if answer is None:
        _show_answer(session, given)
    elif given.as_json:
        write_json(api.to_json(answer))
    else:
        print_exam(session, console(sys.stdout), answer)


def _show_rules(session: Session, given: BridgeOptions) -> None:
    """Show the rules of a place; where there are none, say so."""
    from jinque import api
    from jinque.cli.console import console
    from jinque.cli.ladder_answer import print_rules

    with opened(session) as workspace:
        book = api.ladder(workspace, given.place)
    if book is None:
        _show_answer(session, given)
    elif given.as_json:
        write_json(api.to_json(api.rules_told(book)))
    else:
        rules = book.cited.values()
        document = api.rules_in_force(book)
        print_rules(session, console(sys.stdout), rules, len(book.rows), document)


def _print(session: Session, answer: "BridgeAnswer") -> None:
    from jinque.cli.console import console
    from jinque.cli.ladder_answer import print_answer

    print_answer(session, console(sys.stdout), answer)


BRIDGE_COMMANDS = {
    "bridge": say("Skill level to title and back: what, and when"),
    "screen": say("Check a roster against the rules"),
}

_JSON = say("answer in JSON, for programs")
_ON = say("the day asked about (today)")

BRIDGE_PARAMETERS = {
    "bridge --place": say("where the person works, as 浙江"),
    "bridge --occupation": say("occupation or work type, as on the certificate"),
    "bridge --skill-level": say("skill level held: asks for a title"),
    "bridge --title": say("title held: asks for a skill level"),
    "bridge --title-series": say("series of the title held"),
    "bridge --to": say("with both: title (default) or skill"),
    "bridge --obtained": say("when the level was obtained, as 2022-11-01"),
    "bridge --in-post-since": say("first day in the present post of technical or skilled work"),
    "bridge --worked-years": say("full years really worked since it was obtained"),
    "bridge --appraisals": say("yearly appraisals: 2023,2024 passed; 2024=不合格 not passed"),
    "bridge --award": say("award held; may be repeated; 无 for none"),
    "bridge --good-conduct": say("abides by the law, good ethics (--no-good-conduct: not)"),
    "bridge --public-institution": say(
        "established staff of a public institution (--no-public-institution: not)"
    ),
    "bridge --post-rules": say("such staff: meets the rules on posts (--no-post-rules: not)"),
    "bridge --in-occupation": say("works in the occupation at present (--no-in-occupation: not)"),
    "bridge --front-line": say(
        "long on the front line, consummate skill, great merit (--no-front-line: not)"
    ),
    "bridge --diploma": say("diploma in a related speciality (--no-diploma: not)"),
    "bridge --employer-assesses": say(
        "the employer may assess skill levels (--no-employer-assesses: not)"
    ),
    "bridge --class": say("class of a technical school: counts as"),
    "bridge --exam": say("with --class: the examination"),
    "bridge --rules": say("list all rules of the place"),
    "bridge --on": _ON,
    "bridge --json": _JSON,
    "screen ROSTER": say("roster: .xlsx, .xls, .csv, or .parquet (a file or a folder)"),
    "screen --bridge": say(
        "by the rules of the ladder (without it: against the posts of all catalogues)"
    ),
    "screen --template": say("write an empty roster (.xlsx)"),
    "screen --output": say(
        "the result: .xlsx; .csv with --bridge; a .parquet folder, resumable, for Parquet"
    ),
    "screen --place": say("with --bridge: place of work of those whose row names none"),
    "screen --engine": say("processes (here, the default) or spark"),
    "screen --master": say("with --engine spark: the cluster, as local[2] or spark://host:7077"),
    "screen --on": _ON,
    "screen --json": _JSON,
}


_GOALS = {"title": Direction.SKILL_TO_TITLE, "skill": Direction.TITLE_TO_SKILL}


def today() -> date:
    """Return the day of the clock of this machine."""
    return datetime.now(UTC).astimezone().date()


def request_of(given: BridgeOptions) -> BridgeRequest:
    """Return the question that the options ask.

    Raises:
        InvalidOptionError: a day, a number of years or an appraisal is written wrongly.
    """
    from jinque import api

    direction = _direction(given)
    return BridgeRequest(
        direction=direction,
        person=Person(
            place=given.place,
            skills=_skills(given, direction),
            titles=_titles(given, direction),
            in_post_since=_day("--in-post-since", given.in_post_since),
            appraisals=_appraisals(given.appraisals),
            awards=api.read_awards("；".join(given.award)) if given.award else None,
            observes_law=given.good_conduct,
            works_in_occupation=given.in_occupation,
            is_public_institution_staff=given.public_institution,
            meets_post_rules=given.post_rules,
            is_front_line_master=given.front_line,
            has_related_diploma=given.diploma,
            employer_may_assess=given.employer_assesses,
        ),
        occupation=given.occupation,
        on=_day("--on", given.on) or today(),
    )


def _direction(given: BridgeOptions) -> Direction:
    """Return where `--to` leads; without it a title asks for a skill level, unless both are held.

    Raises:
        InvalidOptionError: `--to` leads elsewhere.
    """
    if given.to is None:
        is_title_only = given.title is not None and given.skill_level is None
        return Direction.TITLE_TO_SKILL if is_title_only else Direction.SKILL_TO_TITLE
    if given.to not in _GOALS:
        raise InvalidOptionError(
            say("--to cannot be “{to}”.", to=given.to),
            where="--to",
            hint=say("The values are: title, skill."),
        )
    return _GOALS[given.to]


def _skills(given: BridgeOptions, direction: Direction) -> tuple[Skill, ...] | None:
    """Return the skill level; day and years are of the level that the question starts from."""
    if given.skill_level is None:
        return None
    if direction is Direction.TITLE_TO_SKILL and given.title is not None:
        return (Skill(level=given.skill_level),)
    skill = Skill(
        level=given.skill_level,
        obtained_on=_day("--obtained", given.obtained),
        years_worked=_years(given.worked_years),
    )
    return (skill,)


def _titles(given: BridgeOptions, direction: Direction) -> tuple[Title, ...] | None:
    if given.title is None:
        return None
    is_start = direction is Direction.TITLE_TO_SKILL
    title = Title(
        level=given.title,
        series=given.title_series,
        obtained_on=_day("--obtained", given.obtained) if is_start else None,
        years_worked=_years(given.worked_years) if is_start else None,
    )
    return (title,)


def _day(option: str, typed: str | None) -> date | None:
    from jinque import api

    return None if typed is None else api.read_day(typed, option)


def _years(typed: str | None) -> int | None:
    from jinque import api

    return None if typed is None else api.read_years(typed, "--worked-years")


def _appraisals(typed: str | None) -> tuple[Appraisal, ...]:
    from jinque import api

    return api.read_appraisals(typed, "--appraisals", bare_is_passed=True) if typed else ()
