"""From the options of `jinque bridge` to the question that they ask."""

from datetime import UTC, date, datetime

from jinque.cli.bridge_options import BridgeOptions
from jinque.errors import InvalidOptionError
from jinque.model.bridge import BridgeRequest
from jinque.model.person import Appraisal, Person, Skill, Title
from jinque.model.rule import Direction

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
            f"--to 不能是“{given.to}”。",
            f"--to cannot be “{given.to}”.",
            where="--to",
            hint_zh="可用的值：title（职称）、skill（技能等级）。",
            hint_en="The values are: title, skill.",
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
