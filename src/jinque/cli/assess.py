"""`jinque assess`: one person against one post, or against all posts of all cities."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.assess_options import AssessOptions
from jinque.cli.exits import DONE
from jinque.cli.numbers import whole_number
from jinque.cli.opening import opened
from jinque.cli.output import write, write_json
from jinque.cli.session import Session
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_overview import Overview
from jinque.model.person import Person

if TYPE_CHECKING:
    from datetime import date

_MOST_POSTS = 1000


def assess_person(session: Session, given: AssessOptions) -> int:
    """Assess a person, or print an example of their file; return the exit code.

    Raises:
        WrongCallError: no file is given, or a value is none that there is.
    """
    from jinque import api

    if given.example:
        write([api.example_person()])
        return DONE
    if given.person is None:
        raise _no_file()
    limit = whole_number("--limit", given.limit, most=_MOST_POSTS)
    on = api.read_day(given.on, "--on") if given.on else None
    person = api.read_person_file(Path(given.person))
    if given.post is not None:
        with opened(session) as workspace:
            found = api.assess(workspace, person, given.post, on)
        _tell_one(session, given, found)
        return DONE
    _tell_all(session, given, _all(session, given, person, on), limit)
    return DONE


def _all(session: Session, given: AssessOptions, person: Person, on: "date | None") -> Overview:
    from jinque import api

    verdicts = [_verdict(typed) for typed in given.verdict or ()]
    with opened(session) as workspace:
        return api.assess_all(
            workspace,
            person,
            on,
            aim=given.aim,
            places=given.place or (),
            editions=given.edition or (),
            verdicts=verdicts,
        )


def _tell_one(session: Session, given: AssessOptions, found: Assessment) -> None:
    from jinque import api

    if given.as_json:
        write_json(api.assessment_dict(found))
        return
    from jinque.cli.assess_post import print_assessment
    from jinque.cli.screen import console

    print_assessment(session, console(sys.stdout), found)


def _tell_all(session: Session, given: AssessOptions, view: Overview, limit: int) -> None:
    from jinque import api

    if given.as_json:
        write_json(api.overview_dict(view))
        return
    from jinque.cli.assess_overview import print_overview
    from jinque.cli.screen import console

    print_overview(session, console(sys.stdout), view, limit)


def _verdict(typed: str) -> Verdict:
    try:
        return Verdict(typed.strip().lower())
    except ValueError as fault:
        values = "、".join(Verdict)
        raise InvalidOptionError(
            f"--verdict 不能是“{typed}”。",
            f"--verdict cannot be “{typed}”.",
            where="--verdict",
            hint_zh=f"可用的值：{values}。",
            hint_en=f"The values are: {values.replace('、', ', ')}.",
        ) from fault


def _no_file() -> WrongCallError:
    return WrongCallError(
        "缺少人员文件。",
        "The file about the person is missing.",
        where="PERSON",
        hint_zh="先写一份：jinque assess --example > 我.yaml，改好后 jinque assess 我.yaml。",
        hint_en="Begin with: jinque assess --example > me.yaml, then jinque assess me.yaml.",
    )
