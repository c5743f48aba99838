"""The procedure in days: windows and their make-up, steps by rule and by promise, the whole."""

from collections.abc import Sequence
from datetime import date

from jinque.entitlement.days import Stops, WorkingDays, window_in
from jinque.model import Words
from jinque.model.entitlement.answer import Applicant, Deadline, StepDue, WindowFound
from jinque.model.entitlement.rules import Period, RuleLine, RuleSet, Step, Window

OPEN, NOT_YET, MISSED, MAKE_UP, NOT_KNOWN = "open", "not_yet", "missed", "make_up", "not_known"
STATE_NAMES = {
    OPEN: Words(zh="正在受理", en="open"),
    NOT_YET: Words(zh="尚未开始", en="not open yet"),
    MISSED: Words(zh="已过期", en="over"),
    MAKE_UP: Words(zh="可补报", en="make-up window"),
    NOT_KNOWN: Words(zh="不能确定", en="not known"),
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
            words = Words(zh=f"未说明{name.zh}", en=f"{name.en} is not told")
            return WindowFound(line=line, state=NOT_KNOWN, opens=None, closes=None, reason=words)
        first = base + window.years_after
        several = [window_in(window, first + place) for place in range(window.make_ups + 1)]
    else:
        several = [(window.opens, window.closes), *_later(window, rules)]
    return _among(line, several[: window.make_ups + 1], on)


_YEAR_NAMES = {
    "tax_year": Words(zh="是哪一个纳税年度", en="the tax year"),
    "hired_on": Words(zh="聘用日期", en="the day of hire"),
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
            words = Words(
                zh=f"首次申报期 {first[0]} 至 {first[1]} 已过，可在 {opens} 至 {closes} 补报"
                f"（第 {place} 次，共 {len(several) - 1} 次机会）",
                en=f"the window {first[0]} to {first[1]} is over; it may be made up from {opens} "
                f"to {closes} (chance {place} of {len(several) - 1})",
            )
            return WindowFound(line=line, state=MAKE_UP, opens=opens, closes=closes, reason=words)
        state = OPEN if opens <= on else NOT_YET
        told = _told(opens, closes, yearly=False)
        return WindowFound(line=line, state=state, opens=opens, closes=closes, reason=told)
    last = several[-1]
    words = Words(
        zh=f"最后一个申报期 {last[0]} 至 {last[1]} 已过，规则没有写再次补报",
        en=f"the last window, {last[0]} to {last[1]}, is over; no other one is stated",
    )
    return WindowFound(line=line, state=MISSED, opens=None, closes=None, reason=words)


def _told(opens: date, closes: date, *, yearly: bool) -> Words:
    each = ("每年", "each year: ") if yearly else ("", "")
    return Words(
        zh=f"{each[0]}申报期：{opens} 至 {closes}", en=f"{each[1]}window {opens} to {closes}"
    )


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
        words = Words(
            zh="前一步何时结束不能确定，这一步从那时起算",
            en="when the step before it ends is not known, and it begins there",
        )
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
