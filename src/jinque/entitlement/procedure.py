"""The procedure in days: windows and their make-up, steps by rule and by promise, the whole."""

from collections.abc import Sequence
from datetime import date

from jinque.entitlement.days import Stops, WorkingDays, window_in
from jinque.locale import NOTHING, Sentence, say, say_in
from jinque.model.entitlement.answer import Applicant, Deadline, StepDue, WindowFound
from jinque.model.entitlement.rules import Period, RuleLine, RuleSet, Step, Window

OPEN, NOT_YET, MISSED, MAKE_UP, NOT_KNOWN = "open", "not_yet", "missed", "make_up", "not_known"
STATE_NAMES = {
    OPEN: say_in("procedure", "open"),
    NOT_YET: say("not open yet"),
    MISSED: say("over"),
    MAKE_UP: say("make-up window"),
    NOT_KNOWN: say("not known"),
}


def find_window(line: RuleLine, rules: RuleSet, applicant: Applicant, on: date) -> WindowFound:
    """Tell where a day stands to a window, its make-up windows among them."""
    window = line.rule
    if not isinstance(window, Window):
        raise TypeError(f"no window: {line.id}")
    if window.is_yearly and not window.year_of:
        return _yearly(line, window, on)
    if window.is_yearly:
        base = _base_year(applicant.facts.get(window.year_of))
        if base is None:
            name = _YEAR_NAMES[window.year_of]
            words = say("{name} is not told", name=name)
            return WindowFound(line=line, state=NOT_KNOWN, opens=None, closes=None, reason=words)
        first = base + window.years_after
        several = [window_in(window, first + place) for place in range(window.make_ups + 1)]
    else:
        several = [(window.opens, window.closes), *_later(window, rules)]
    return _among(line, several[: window.make_ups + 1], on)


_YEAR_NAMES = {
    "tax_year": say_in("procedure", "the tax year"),
    "hired_on": say_in("procedure", "the day of hire"),
}


def _base_year(told: object) -> int | None:
    if isinstance(told, date):
        return told.year
    is_year = isinstance(told, int) and date.min.year < told < date.max.year
    return told if is_year and isinstance(told, int) else None


def _yearly(line: RuleLine, window: Window, on: date) -> WindowFound:
    for year in (on.year - 1, on.year, on.year + 1):
        opens, closes = window_in(window, year)
        if on <= closes:
            break
    else:
        raise ValueError(f"a window that never comes: {line.id}")
    state = OPEN if opens <= on else NOT_YET
    return WindowFound(
        line=line, state=state, opens=opens, closes=closes, reason=_told(opens, closes, yearly=True)
    )


def _later(window: Window, rules: RuleSet) -> list[tuple[date, date]]:
    """Return the windows of the set that open after one, which its make-up may use."""
    several = [
        (line.rule.opens, line.rule.closes)
        for line in rules.lines
        if isinstance(line.rule, Window) and not line.rule.is_yearly
    ]
    return sorted(each for each in several if each[0] > window.closes)


def _among(line: RuleLine, several: Sequence[tuple[date, date]], on: date) -> WindowFound:
    for place, (opens, closes) in enumerate(several):
        if on > closes:
            continue
        if place:
            first = several[0]
            words = say(
                "the window {first} to {first_2} is over; it may be made up from {opens} "
                "to {closes} (chance {place} of {n})",
                first=first[0],
                first_2=first[1],
                opens=opens,
                closes=closes,
                place=place,
                n=len(several) - 1,
            )
            return WindowFound(line=line, state=MAKE_UP, opens=opens, closes=closes, reason=words)
        state = OPEN if opens <= on else NOT_YET
        told = _told(opens, closes, yearly=False)
        return WindowFound(line=line, state=state, opens=opens, closes=closes, reason=told)
    last = several[-1]
    words = say(
        "the last window, {last} to {last_2}, is over; no other one is stated",
        last=last[0],
        last_2=last[1],
    )
    return WindowFound(line=line, state=MISSED, opens=None, closes=None, reason=words)


def _told(opens: date, closes: date, *, yearly: bool) -> Sentence:
    each = say("each year: ") if yearly else NOTHING
    return say("{each}window {opens} to {closes}", opens=opens, closes=closes, each=each)


def steps_due(
    rules: RuleSet, on: date, days: WorkingDays, stops: Stops = ()
) -> tuple[StepDue, ...]:
    """Return the steps one behind the other, the clock by rule and the one by promise both.

    A step without printed days leaves the days of those behind it unknown.
    """
    found = []
    by_rule: date | None = on
    by_promise: date | None = on
    for line in rules.lines_of(Step, on):
        step = line.rule
        if not isinstance(step, Step):
            continue
        promised = step.promised_days if step.promised_days is not None else step.days
        ruled = _due(step, step.days, by_rule, days, stops)
        soon = _due(step, promised, by_promise, days, stops)
        shown = soon if step.promised_days is not None else None
        found.append(StepDue(line=line, begins_after=by_rule, by_rule=ruled, by_promise=shown))
        by_rule = ruled.day if ruled else None
        by_promise = soon.day if soon else None
    return tuple(found)


def _due(
    step: Step, count: int | None, begins_after: date | None, days: WorkingDays, stops: Stops
) -> Deadline | None:
    if count is None:
        return None
    if begins_after is None:
        words = say("when the step before it ends is not known, and it begins there")
        return Deadline(day=None, counted=0, of=count, until=None, reason=words)
    return days.deadline(begins_after, count, step.counted, moves=step.moves, stops=stops)


def period_due(rules: RuleSet, on: date, days: WorkingDays, stops: Stops = ()) -> StepDue | None:
    """Return when the whole procedure ends; None where the set prints no days for it."""
    lines = rules.lines_of(Period, on)
    if not lines or not isinstance(lines[0].rule, Period):
        return None
    line, period = lines[0], lines[0].rule
    ends = [
        days.deadline(on, count, period.counted, stops=stops) if count is not None else None
        for count in (period.days, period.promised_days)
    ]
    return StepDue(line=line, begins_after=on, by_rule=ends[0], by_promise=ends[1])
