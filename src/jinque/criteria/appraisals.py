"""Judges yearly appraisals in the present post.

The text says "the latest 3 years" (近3年) and no more. We read: the latest calendar years that
are over, each spent in the present post from its first day; the result of a year is known from
1 January of the next. See docs/explanation/ladder.md.
"""

from datetime import date

from jinque.criteria.bounds import Bounds
from jinque.criteria.calendar import complete_years, new_year
from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask
from jinque.model import Words
from jinque.model.criterion import AppraisedYears
from jinque.model.fact import Fact, MissingFact
from jinque.model.finding import Outcome
from jinque.model.person import Person


def judge_appraisals(criterion: AppraisedYears, person: Person, on: date) -> Judgement:
    """Judge whether the latest complete years in the present post are all passed."""
    window = complete_years(on, criterion.years)
    first = first_complete_year(person.in_post_since)
    failed = {entry.year for entry in person.appraisals if not entry.is_passed}
    passed = {entry.year for entry in person.appraisals} - failed
    possible = [year for year in window if year not in failed and (not first or year >= first)]
    certain = [year for year in possible if first and year in passed]
    outcome = Bounds(low=len(certain), high=len(possible)).reach(criterion.years)
    lost = [year + 1 for year in failed if year in window]
    begins = max([*lost, first or 0])
    return Judgement(
        outcome=outcome,
        reason=_reason(window, failed, first),
        missing=_missing(person, [year for year in window if year not in passed])
        if outcome is Outcome.UNKNOWN
        else (),
        earliest_date=new_year(begins + criterion.years) if outcome is Outcome.NOT_MET else None,
    )


def first_complete_year(in_post_since: date | None) -> int | None:
    """Return the first calendar year spent in the post from its first day; None when unknown."""
    if in_post_since is None:
        return None
    return in_post_since.year + (in_post_since > new_year(in_post_since.year))


def _missing(person: Person, years: list[int]) -> tuple[MissingFact, ...]:
    facts = [] if person.in_post_since else [ask(Fact.IN_POST_SINCE)]
    if years:
        facts.append(ask(Fact.APPRAISALS, "、".join(map(str, years))))
    return tuple(facts)


def _reason(window: range, failed: set[int], first: int | None) -> Words:
    years = f"{window[0]}—{window[-1]}"
    zh = f"须在现岗位上{years}年年度考核均合格"
    en = f"the appraisals of {years} in the present post must be passed"
    bad = "、".join(str(year) for year in sorted(failed) if year in window)
    if bad:
        zh, en = f"{zh}；{bad}年不合格", f"{en}; {bad} not passed"
    if first and first > window[0]:
        zh = f"{zh}；在现岗位的第一个完整年度是{first}年（到岗当年是否计入，原文未载明）"
        en = f"{en}; the first complete year there is {first} (the year of arrival: not stated)"
    return Words(zh=zh, en=en)
