"""What rules ask of an applicant, in three values, each meaning once.

What is decided stays decided whatever is told later (strong Kleene logic); a column of people is
judged by these same functions, see `jinque.entitlement.kernel`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

from jinque.criteria import all_of, any_of, judge, negate
from jinque.entitlement.ages import judge_age
from jinque.entitlement.circumstances import (
    LISTING,
    MET,
    NOT_MET,
    OF_TRUTH,
    UNKNOWN,
    Circumstances,
    ask_fact,
    found_of,
    months_told,
    name_of,
    yuan,
)
from jinque.entitlement.days import add_months, within
from jinque.entitlement.study import judge_major, judge_related, judge_study
from jinque.locale import NOTHING, Sentence, Words, clauses, joined, say, say_in
from jinque.model.criterion import AllOf, AnyOf, Criterion, Evidence, Negated, Open
from jinque.model.entitlement.answer import (
    Amount,
    Applicant,
    Judged,
    Listing,
    PartialDay,
    Question,
)
from jinque.model.entitlement.criteria import (
    AgeLimit,
    ChoiceAmong,
    DayWithin,
    InsuredMonths,
    ListedPost,
    MajorIs,
    NumberWithin,
    PointsReach,
    RelatedYears,
    Says,
    Study,
)
from jinque.model.person import Outcome
from jinque.text import fold

_ONE_DAY = timedelta(days=1)


EDUCATIONS = "educations"


def judge_applicant(criterion: Criterion, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge one criterion for one applicant.

    Raises:
        TypeError: the criterion is of a kind without a judge.
    """
    judge_kind = _JUDGES.get(type(criterion))
    if judge_kind is not None:
        return judge_kind(criterion, applicant, at)
    return _of_person(criterion, applicant, at)


def _of_person(criterion: Criterion, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge what the criteria of catalogues ask, by their own judges."""
    found = judge(criterion, applicant.person, at.on)
    missing = tuple(
        Question(fact=each.fact.value, question=each.question, about=each.about)
        for each in found.missing
    )
    return Judged(
        outcome=found.outcome,
        bearing=found.outcome,
        reason=found.reason,
        missing=missing if found.outcome is UNKNOWN else (),
        earliest_date=found.earliest_date if found.outcome is NOT_MET else None,
        turns_on=frozenset(person_fields(criterion)),
    )


def person_fields(criterion: Criterion) -> tuple[str, ...]:
    """Return the fields of `Person` that the judge of a catalogue's criterion looks at."""
    return _FIELDS.get(criterion.kind, ("place", "work", "awards", "nationality"))


_FIELDS = {
    "education_level": (EDUCATIONS, "open_lists"),
    "academic_degree": (EDUCATIONS, "open_lists"),
    "full_time": (EDUCATIONS, "open_lists"),
    "majors": (EDUCATIONS, "open_lists"),
    "title_level": ("titles", "open_lists"),
    "level": ("skills", "titles", "open_lists"),
    "certificate": ("certificates", "denied", "titles", "open_lists"),
}


def _join(several: Iterable[Judged], outcome: Outcome) -> Sentence:
    reasons = list(dict.fromkeys(each.reason for each in several if each.outcome is outcome))
    return clauses(each for each in reasons)


def _together(parts: Sequence[Judged], outcome: Outcome, bearing: Outcome) -> Judged:
    seen = dict.fromkeys(question for each in parts for question in each.missing)
    return Judged(
        outcome=outcome,
        bearing=bearing,
        reason=_join(parts, outcome),
        missing=tuple(seen) if outcome is UNKNOWN else (),
        turns_on=frozenset().union(*(each.turns_on for each in parts)),
        is_derived=any(each.is_derived for each in parts),
    )


def _all(criterion: AllOf, applicant: Applicant, at: Circumstances) -> Judged:
    parts = [judge_applicant(part, applicant, at) for part in criterion.parts]
    found = _together(
        parts, all_of(each.outcome for each in parts), all_of(each.bearing for each in parts)
    )
    short = [each.earliest_date for each in parts if each.outcome is NOT_MET]
    days = [day for day in short if day]
    return replace(found, earliest_date=max(days) if days and len(days) == len(short) else None)


def _any(criterion: AnyOf, applicant: Applicant, at: Circumstances) -> Judged:
    parts = [judge_applicant(part, applicant, at) for part in criterion.parts]
    found = _together(
        parts, any_of(each.outcome for each in parts), any_of(each.bearing for each in parts)
    )
    days = [each.earliest_date for each in parts if each.earliest_date]
    is_short = found.outcome is NOT_MET
    return replace(found, earliest_date=min(days, default=None) if is_short else None)


def _negated(criterion: Negated, applicant: Applicant, at: Circumstances) -> Judged:
    part = judge_applicant(criterion.part, applicant, at)
    outcome = negate(part.outcome)
    is_for_people = part.outcome is UNKNOWN and part.bearing is MET
    words = say("(must not hold) {reason}", reason=part.reason)
    bearing = MET if is_for_people else outcome
    return replace(part, outcome=outcome, bearing=bearing, reason=words, earliest_date=None)


def _open(criterion: Open, applicant: Applicant, at: Circumstances) -> Judged:
    part = judge_applicant(criterion.part, applicant, at)
    if part.outcome is MET:
        return part
    reason = say(
        "{reason}; {criterion_reason}", reason=part.reason, criterion_reason=criterion.reason
    )
    return replace(part, outcome=UNKNOWN, bearing=UNKNOWN, reason=reason, earliest_date=None)


def _evidence(criterion: Evidence, _applicant: Applicant, _at: Circumstances) -> Judged:
    return Judged(outcome=UNKNOWN, bearing=MET, reason=criterion.words)


def _says(criterion: Says, applicant: Applicant, at: Circumstances) -> Judged:
    said = applicant.facts.get(criterion.fact)
    name = name_of(criterion.fact, at)
    answer = said if isinstance(said, bool) else None
    word = {True: say("yes"), False: say("no"), None: say_in("says", "not said")}[answer]
    reason = say("{fact}: {word}", word=word, fact=Words(zh=name, en=criterion.fact))
    return found_of(OF_TRUTH[answer], reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def _number(criterion: NumberWithin, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    fact = at.facts.get(criterion.fact)
    is_amount = fact is not None and fact.kind == "amount"
    value = told if isinstance(told, int) and not isinstance(told, bool) else None
    outcome = UNKNOWN if value is None else OF_TRUTH[_is_within(criterion, value)]
    name = name_of(criterion.fact, at)
    asked = bounds_words(criterion, is_amount=is_amount)
    shown = "" if value is None else _shown(value, is_amount=is_amount)
    reason = say(
        "{fact} must be {asked}, {shown}",
        asked=asked,
        shown=say("told: {shown}", shown=shown) if shown else say("not told"),
        fact=Words(zh=name, en=criterion.fact),
    )
    earliest = None
    least = criterion.at_least if criterion.above is None else criterion.above + 1
    if fact is not None and fact.grows and value is not None and least is not None:
        earliest = add_months(at.on, max(0, least - value))
    return found_of(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)], earliest)


def _is_within(criterion: NumberWithin, value: int) -> bool:
    return (
        (criterion.at_least is None or value >= criterion.at_least)
        and (criterion.above is None or value > criterion.above)
        and (criterion.at_most is None or value <= criterion.at_most)
        and (criterion.below is None or value < criterion.below)
    )


def bounds_words(criterion: NumberWithin, *, is_amount: bool) -> Sentence:
    """Return the bounds of a number in words."""
    bounds = [
        told.filled(value=_shown(value, is_amount=is_amount))
        for told, value in (
            (say("at least {value}"), criterion.at_least),
            (say("more than {value}"), criterion.above),
            (say("at most {value}"), criterion.at_most),
            (say("below {value}"), criterion.below),
        )
        if value is not None
    ]
    return reduce(_and, bounds, NOTHING)


def _and(first: Sentence, second: Sentence) -> Sentence:
    if first is NOTHING:
        return second
    return say_in("bounds", "{first} and {second}", first=first, second=second)


def _shown(value: int, *, is_amount: bool) -> str:
    return yuan(value) if is_amount else str(value)


def _choice(criterion: ChoiceAmong, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    fact = at.facts.get(criterion.fact)
    names = "、".join(criterion.any_of)
    if not isinstance(told, str):
        outcome = UNKNOWN
        shown = say("not told")
    else:
        wanted = {fold(each) for each in criterion.any_of}
        is_place = fact is not None and fact.kind == "text"
        typed = fold(told)
        is_in = any(typed.startswith(each) for each in wanted) if is_place else typed in wanted
        outcome = OF_TRUTH[is_in]
        shown = say("told: “{told}”", told=told)
    name = name_of(criterion.fact, at)
    reason = say(
        "{fact} must be {names}; {shown}",
        names=names,
        shown=shown,
        fact=Words(zh=name, en=criterion.fact),
    )
    return found_of(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def _day(criterion: DayWithin, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    if criterion.fact == "applied_on" and told is None:
        told = at.on
    outcome = UNKNOWN
    if isinstance(told, date):
        last = criterion.before - _ONE_DAY if criterion.before else None
        day = PartialDay(year=told.year, month=told.month, day=told.day)
        outcome = within(day, criterion.not_before, last)
    name = name_of(criterion.fact, at)
    bounds = []
    if criterion.not_before:
        bounds.append(say("not before {day}", day=criterion.not_before))
    if criterion.before:
        bounds.append(say("before {day}", day=criterion.before))
    reason = say(
        "{fact} must be {bounds}; {told}",
        bounds=joined(bounds),
        told=say("told: {told}", told=told) if told else say("not told"),
        fact=Words(zh=name, en=criterion.fact),
    )
    return found_of(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def _insured(criterion: InsuredMonths, applicant: Applicant, at: Circumstances) -> Judged:
    run, total, back = (
        months_told(applicant, name)
        for name in (
            "insured_months_continuous",
            "insured_months_total",
            "insured_months_back_paid",
        )
    )
    low, high = _insured_range(criterion, run, total, back)
    outcome = UNKNOWN
    if low >= criterion.at_least:
        outcome = MET
    elif high is not None and high < criterion.at_least:
        outcome = NOT_MET
    told: Sentence | str = str(low)
    if low != high:
        told = say(
            "{low} to {high}", low=low, high=say_in("range", "unknown") if high is None else high
        )
    kind = say("without a break") if criterion.is_continuous else say("in total")
    back_words = (
        say("back-paid ones in") if criterion.counts_back_paid else say("back-paid ones out")
    )
    reason = say(
        "{at_least} months of insurance {kind} ({back_words}); told: {told}",
        at_least=criterion.at_least,
        kind=kind,
        back_words=back_words,
        told=told,
    )
    wanted = "insured_months_continuous" if criterion.is_continuous else "insured_months_total"
    values = {wanted: run if criterion.is_continuous else total}
    if not criterion.counts_back_paid:
        values["insured_months_back_paid"] = back
    missing = [ask_fact(name, at) for name, value in values.items() if value is None]
    if outcome is UNKNOWN and not missing:
        words = say("Which months were paid later?")
        missing = [Question(fact="insured_months_back_paid", question=words)]
    earliest = add_months(at.on, criterion.at_least - low) if low == high else None
    return found_of(
        outcome,
        reason,
        ["insured_months_continuous", "insured_months_total", "insured_months_back_paid"],
        missing,
        earliest,
    )


def _insured_range(
    criterion: InsuredMonths, run: int | None, total: int | None, back: int | None
) -> tuple[int, int | None]:
    """Return the least and the most months that count; None is no known end."""
    back = 0 if criterion.counts_back_paid else back
    if criterion.is_continuous:
        high = run if run is not None else total
        return (run if run is not None and back == 0 else 0), high
    if total is not None:
        return (max(0, total - back), max(0, total - back)) if back is not None else (0, total)
    return (run if run is not None and back == 0 else 0), None


def _listed(criterion: ListedPost, _applicant: Applicant, at: Circumstances) -> Judged:
    listing, why = at.listing, at.listing_reason or say("not told")
    if listing is None:
        return found_of(UNKNOWN, why, at.listing_facts, at.listing_missing)
    outcome = listing.outcome
    note = why
    if outcome is MET and criterion.labels:
        outcome = UNKNOWN if listing.label is None else OF_TRUTH[listing.label in criterion.labels]
        names = "、".join(criterion.labels)
        note = say(
            "{why}; shortage must be {names}, listed: {label}",
            names=names,
            why=why,
            label=listing.label or say("not told"),
        )
    if outcome is MET and criterion.index_at_least is not None:
        index = listing.index
        outcome = UNKNOWN if index is None else OF_TRUTH[index >= criterion.index_at_least]
        asked = criterion.index_at_least / 1000
        note = say("{note}; shortage index at least {asked:g}", asked=asked, note=note)
    missing = at.listing_missing or (_ask_listing(listing),)
    return found_of(outcome, note, at.listing_facts, missing, listing.earliest_date)


def _ask_listing(listing: Listing) -> Question:
    if listing.post and listing.outcome is UNKNOWN:
        name = listing.name or listing.post
        words = say("whether “{name}” is matched is open: complete the self-check", name=name)
    else:
        words = say(
            "Does “{edition}” list a post that you match, and how short is it?",
            edition=listing.edition,
        )
    return Question(fact=LISTING, question=words, about=listing.edition)


def _points_reach(criterion: PointsReach, _applicant: Applicant, at: Circumstances) -> Judged:
    points = at.points or Amount(low=0, high=None)
    outcome = UNKNOWN
    if points.low >= criterion.at_least:
        outcome = MET
    elif points.high is not None and points.high < criterion.at_least:
        outcome = NOT_MET
    told = str(points.low) if points.is_exact else f"{points.low}–{points.high}"
    reason = say(
        "{at_least} points are needed; told: {told}", at_least=criterion.at_least, told=told
    )
    words = say("the facts of the points, see their table")
    return found_of(outcome, reason, ["points"], [Question(fact="points", question=words)])


_JUDGES: Mapping[type, Callable[..., Judged]] = {
    AllOf: _all,
    AnyOf: _any,
    Negated: _negated,
    Open: _open,
    Evidence: _evidence,
    Says: _says,
    NumberWithin: _number,
    ChoiceAmong: _choice,
    DayWithin: _day,
    AgeLimit: judge_age,
    InsuredMonths: _insured,
    ListedPost: _listed,
    Study: judge_study,
    MajorIs: judge_major,
    RelatedYears: judge_related,
    PointsReach: _points_reach,
}
