"""What a rule says in a few words; the printed words always stand beside it."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from jinque.criteria.wording import describe
from jinque.entitlement.circumstances import yuan
from jinque.entitlement.evaluate import DAY_NAMES, facts_of
from jinque.entitlement.judge import bounds_words
from jinque.entitlement.sums import amount_words
from jinque.locale import NOTHING, Said, Sentence, Words, joined, phrases, printed, say, say_in
from jinque.model.criterion import AllOf, AnyOf, Criterion, Evidence, HoldsLevel, Negated, Open
from jinque.model.entitlement.answer import Amount
from jinque.model.entitlement.criteria import (
    AgeLimit,
    Bound,
    ChoiceAmong,
    DayWithin,
    Governs,
    InsuredMonths,
    ListedPost,
    MajorIs,
    MajorReading,
    NumberWithin,
    PointsReach,
    RelatedYears,
    Says,
    Study,
)
from jinque.model.entitlement.rules import (
    KIND_OF_RULE,
    Authority,
    Basis,
    Benefit,
    CatalogueDay,
    Condition,
    Counted,
    Deduction,
    Exclusion,
    Filer,
    Material,
    Period,
    Points,
    Quota,
    Remedy,
    Renewal,
    Revocation,
    Route,
    RuleLine,
    RuleSet,
    Step,
    Window,
)

KIND_NAMES = {
    "authority": say("who decides"),
    "filer": say("who files"),
    "window": say("window"),
    "catalogue_day": say("which day's catalogue"),
    "condition": say("condition"),
    "points": say("points"),
    "quota": say("quota"),
    "benefit": say("benefit"),
    "exclusion": say("exclusion"),
    "deduction": say("deduction"),
    "step": say("step"),
    "period": say("period"),
    "renewal": say("renewal"),
    "revocation": say("revocation"),
    "remedy": say("remedy"),
    "material": say("material"),
    "route": say("route"),
    "basis": say("legal basis"),
}
FILER_NAMES = {
    "person": say("the person files"),
    "employer": say("the employer files"),
    "person_then_employer": say("the person fills in, the employer submits"),
}
COUNTED_NAMES = {
    Counted.WORKING: say("working days"),
    Counted.CALENDAR: say("calendar days"),
    Counted.MONTHS: say("months"),
}
TRUST_NAMES = {
    "official": say("the issuer's own text"),
    "press": say("press, not compared with the text"),
    "repost": say("repost, not compared with the text"),
    "secondary": say("secondary, not compared with the text"),
    "recalled": say("from memory, not checked"),
    "synthetic": say("made up"),
}
FORCE_NAMES = {
    "in_force": say("checked; in force as it states"),
    "illustration": say("illustration: not checked, not rules in force"),
    "synthetic": say("made up: rules of no city"),
}
COMPUTED_NOTICE = say(
    "Computed by the rules as recorded, for information: identity and papers are not "
    "verified, it is no decision and no promise of payment; the authority's decision "
    "prevails."
)


def say_rule(line: RuleLine, rules: RuleSet) -> Sentence:
    """Return what a line says."""
    rule = line.rule
    said = _SAY[KIND_OF_RULE[type(rule)]]
    return said(rule, rules)


def say_demand(criterion: Criterion, rules: RuleSet) -> Sentence:
    """Return what a criterion asks."""
    said = _DEMANDS.get(type(criterion))
    return describe(criterion) if said is None else said(criterion, rules)


def _demand(rule: object, rules: RuleSet) -> Sentence:
    when = rule.criterion if isinstance(rule, Condition) else getattr(rule, "when", None)
    if when is None:
        return say("everybody")
    return say_demand(when, rules)


def fact_words(fact: str, rules: RuleSet) -> Sentence:
    """Return what a fact is called."""
    known = facts_of(rules).get(fact)
    return Words(zh=known.names[0] if known else fact, en=fact.replace("_", " "))


def _group(pair: Said) -> Callable[[Any, RuleSet], Sentence]:
    def told(criterion: AllOf | AnyOf, rules: RuleSet) -> Sentence:
        parts = (say_demand(part, rules) for part in criterion.parts)
        return reduce(lambda first, second: pair.filled(first=first, second=second), parts)

    return told


def _not(criterion: Negated, rules: RuleSet) -> Sentence:
    part = say_demand(criterion.part, rules)
    return say("not: {part}", part=part)


def _open(criterion: Open, rules: RuleSet) -> Sentence:
    part = say_demand(criterion.part, rules)
    return say("{part} ({reason})", part=part, reason=criterion.reason)


def _number(criterion: NumberWithin, rules: RuleSet) -> Sentence:
    known = facts_of(rules).get(criterion.fact)
    is_amount = known is not None and known.kind == "amount"
    name, asked = fact_words(criterion.fact, rules), bounds_words(criterion, is_amount=is_amount)
    unit = say(" CNY") if is_amount else NOTHING
    return say("{name} {asked}{unit}", name=name, asked=asked, unit=unit)


def _choice(criterion: ChoiceAmong, rules: RuleSet) -> Sentence:
    name = fact_words(criterion.fact, rules)
    values = "、".join(criterion.any_of)
    return say("{name}: {values}", values=values, name=name)


def _day_within(criterion: DayWithin, rules: RuleSet) -> Sentence:
    name = fact_words(criterion.fact, rules)
    first, last = criterion.not_before, criterion.before
    bounds = phrases(
        [
            say("from {day}", day=first) if first else "",
            say("before {day}", day=last) if last else "",
        ]
    )
    return say("{name} {bounds}", name=name, bounds=bounds)


_BOUND_NAMES = {
    Bound.AT_MOST: say("{years} years or younger"),
    Bound.BELOW: say("{years} years not yet reached"),
    Bound.AT_LEAST: say("{years} years or older"),
    Bound.ABOVE: say("{years} years exceeded"),
}
_GOVERNS_NAMES = {
    Governs.WORDS: say("the age holds"),
    Governs.BIRTH_DATE: say("the birth date holds"),
}


def _age(criterion: AgeLimit, _: RuleSet) -> Sentence:
    parts: list[Sentence] = []
    if criterion.years is not None:
        parts.append(_BOUND_NAMES[criterion.bound].filled(years=criterion.years))
        if criterion.is_derived:
            parts.append(say("the number itself derived"))
    if criterion.born_from:
        parts.append(say("born {day} or later", day=criterion.born_from))
    if criterion.born_until:
        parts.append(say("born {day} or earlier", day=criterion.born_until))
    if criterion.governs:
        parts.append(_GOVERNS_NAMES[criterion.governs])
    if criterion.on:
        parts.append(say("as of {day}", day=criterion.on))
    return phrases(parts)


def _insured(criterion: InsuredMonths, _: RuleSet) -> Sentence:
    kind = say("without a break") if criterion.is_continuous else say("in total")
    back = say("back-paid in") if criterion.counts_back_paid else say("back-paid out")
    return say(
        "{at_least} months of insurance {kind} ({back})",
        at_least=criterion.at_least,
        kind=kind,
        back=back,
    )


def _listed(criterion: ListedPost, _: RuleSet) -> Sentence:
    message: Sentence = say("the catalogue lists a post that is matched")
    if criterion.labels:
        labels = "、".join(criterion.labels)
        message = say("{message}, shortage {labels}", labels=labels, message=message)
    if criterion.index_at_least is not None:
        index = f"{criterion.index_at_least / 1000:g}"
        message = say("{message}, shortage index {index} or more", index=index, message=message)
    return message


def _study(criterion: Study, _: RuleSet) -> Sentence:
    full = {True: say("full-time "), False: say("part-time "), None: NOTHING}
    kind = full[criterion.is_full_time]
    parts = [each for each in (criterion.education, criterion.degree) if each]
    return say("{kind}{parts} or higher", kind=kind, parts=joined(parts))


def _major(criterion: MajorIs, _: RuleSet) -> Sentence:
    how = {
        MajorReading.EXACT: say_in("major", "to the character"),
        MajorReading.SAME_CLASS: say("or of the same class"),
        MajorReading.JUDGED: say("nearness is for the authority"),
    }[criterion.reading]
    names = "、".join(criterion.names)
    codes = say(", code {codes}", codes=joined(criterion.codes)) if criterion.codes else NOTHING
    return say("major {names} ({how}{codes})", names=names, codes=codes, how=how)


def _related(criterion: RelatedYears, _: RuleSet) -> Sentence:
    study = joined(
        say("{level} counts {years}", level=level, years=years) for level, years in criterion.study
    )
    return say(
        "{at_least} years of related work{study}",
        at_least=criterion.at_least,
        study=say_in("related work", " ({study})", study=study) if criterion.study else NOTHING,
    )


def _points_reach(criterion: PointsReach, _: RuleSet) -> Sentence:
    return say("{at_least} points", at_least=criterion.at_least)


def _skill_level(criterion: HoldsLevel, _: RuleSet) -> Sentence:
    lowest = criterion.levels[0]
    return say("level {lowest} or higher", lowest=lowest)


_DEMANDS: Mapping[type, Callable[[Any, RuleSet], Sentence]] = {
    AllOf: _group(say("{first}, and {second}")),
    AnyOf: _group(say("{first}, or {second}")),
    Negated: _not,
    Open: _open,
    Evidence: lambda criterion, _: criterion.words,
    Says: lambda criterion, rules: fact_words(criterion.fact, rules),
    NumberWithin: _number,
    ChoiceAmong: _choice,
    DayWithin: _day_within,
    AgeLimit: _age,
    InsuredMonths: _insured,
    ListedPost: _listed,
    Study: _study,
    MajorIs: _major,
    RelatedYears: _related,
    PointsReach: _points_reach,
    HoldsLevel: _skill_level,
}


def _authority(rule: Authority, rules: RuleSet) -> Sentence:
    by = NOTHING
    if rule.authorised_by:
        by = say_in("authority", " ({by})", by=rule.authorised_by)
    whom = _demand(rule, rules)
    if rule.when is None:
        return say("{name}{by}", by=by, name=rule.name)
    return say("{name}{by}, for: {whom}", by=by, name=rule.name, whom=whom)


def _filer(rule: Filer, _: RuleSet) -> Sentence:
    said = FILER_NAMES[rule.who]
    if rule.how is None:
        return said
    return say("{said}: {how}", said=said, how=rule.how)


def _window(rule: Window, _: RuleSet) -> Sentence:
    first, last = rule.opens.isoformat(), rule.closes.isoformat()
    if rule.is_yearly:
        first, last = first[5:], last[5:]
        of = {"tax_year": say("the tax year"), "hired_on": say("the year of hire")}
        message = of.get(rule.year_of, say("each year"))
        after = NOTHING
        if rule.years_after:
            after = say(", {years} later", years=rule.years_after)
        told = say(
            "{year}{after}: {first} to {last}", first=first, last=last, year=message, after=after
        )
        return _with_make_ups(rule, told)
    return _with_make_ups(rule, say("{first} to {last}", first=first, last=last))


def _with_make_ups(rule: Window, said: Sentence) -> Sentence:
    if not rule.make_ups:
        return said
    return say(
        "{said}; may be made up {make_ups} time(s) in a later window",
        make_ups=rule.make_ups,
        said=said,
    )


def _catalogue_day(rule: CatalogueDay, _: RuleSet) -> Sentence:
    name = DAY_NAMES[rule.day]
    if rule.or_day is None:
        return say("the catalogue in force on {name}", name=name)
    other = DAY_NAMES[rule.or_day]
    return say("the catalogue of {name} or of {other}", name=name, other=other)


def _condition(rule: Condition, rules: RuleSet) -> Sentence:
    said = _demand(rule, rules)
    return say("{name}: {said}", name=rule.name, said=said)


def _points(rule: Points, _: RuleSet) -> Sentence:
    most = max((row.points for row in rule.rows), default=0)
    return say("{name}, at most {most}", most=most, name=rule.name)


def _quota(rule: Quota, _: RuleSet) -> Sentence:
    per = say("of each employer") if rule.is_per_employer else say("in all")
    return say("at most {at_most} {per}", at_most=rule.at_most, per=per)


def benefit_words(rule: Benefit) -> Sentence:
    """Return what a benefit is, with the sums that are printed for it."""
    if rule.share_of:
        share = f"{rule.share_permille / 10:g}%"
        sums: Sentence = say("{share} of what was paid", share=share)
    elif rule.tiers:
        lows, highs = [t.amount for t in rule.tiers], [t.high for t in rule.tiers]
        sums = amount_words(Amount(low=min(lows), high=max(highs)))
    else:
        return rule.name
    per = {
        "month": say_in("benefit words", " a month"),
        "year": say_in("benefit words", " a year"),
    }.get(rule.per, NOTHING)
    times = ""
    if rule.times > 1:
        times = f" × {'≤' if rule.times_low < rule.times else ''}{rule.times}"
    paid = "/".join(f"{each}%" for each in rule.instalments)
    return say(
        "{name}: {sums}{per}{times}{cap}{paid}",
        name=rule.name,
        sums=sums,
        per=per,
        times=times,
        cap=_cap(rule.cap),
        paid=say(", paid {paid}", paid=paid) if paid else NOTHING,
    )


def _cap(cap: int | None) -> Sentence:
    return NOTHING if cap is None else say(", at most {sum} CNY", sum=yuan(cap))


def _deduction(rule: Deduction, rules: RuleSet) -> Sentence:
    known = facts_of(rules).get(rule.fact)
    name = Words(zh=known.names[0] if known else rule.fact, en=rule.fact)
    cap = NOTHING
    if rule.cap is not None:
        cap = say_in("deduction", ", at most {sum} CNY", sum=yuan(rule.cap))
    return say(
        "{fact} is taken off {benefit}{cap}",
        benefit=rule.benefit,
        fact=name,
        cap=cap,
    )


def _exclusion(rule: Exclusion, rules: RuleSet) -> Sentence:
    names = [
        line.rule.name
        for line in rules.lines
        if isinstance(line.rule, Benefit) and line.rule.group == rule.group
    ]
    return say("only one of: {names}", names=joined(each for each in names))


def days_words(rule: Step | Period | Remedy) -> Sentence:
    """Return the days of a step by rule and by promise, or that none are stated."""
    if rule.days is None:
        return say("days not stated")
    unit = COUNTED_NAMES[rule.counted]
    told: Sentence = say_in("rule days", "{days} {unit}", days=rule.days, unit=unit)
    promised = getattr(rule, "promised_days", None)
    if promised is None:
        return told
    return say("{told}, {promised} {unit} promised", promised=promised, told=told, unit=unit)


def _step(rule: Step, _: RuleSet) -> Sentence:
    told = days_words(rule)
    stops = say("; stopped by {stops}", stops=joined(rule.stops_for)) if rule.stops_for else NOTHING
    message = say("{name}: {told}{stops}", name=rule.name, told=told, stops=stops)
    if not rule.is_counted:
        return say("{message} (not part of the period)", message=message)
    return message


def _period(rule: Period, _: RuleSet) -> Sentence:
    told = days_words(rule)
    notice = say("notice counted") if rule.counts_notice else say("notice not counted")
    return say("in all {told}, {notice}", told=told, notice=notice)


def _remedy(rule: Remedy, _: RuleSet) -> Sentence:
    told = days_words(rule)
    organ = rule.organ or say("organ not stated")
    return say("{name}: {organ}, {told}", name=rule.name, organ=organ, told=told)


def _revocation(rule: Revocation, _: RuleSet) -> Sentence:
    reach = rule.reach or say("reach not stated")
    return say("{ground}: {reach}", ground=rule.ground, reach=reach)


def _renewal(rule: Renewal, _: RuleSet) -> Sentence:
    return rule.how


def _material(rule: Material, rules: RuleSet) -> Sentence:
    if rule.when is None:
        return rule.name
    whom = _demand(rule, rules)
    return say("{name} ({whom})", name=rule.name, whom=whom)


def _route(rule: Route, _: RuleSet) -> Sentence:
    return rule.how


def _basis(rule: Basis, _: RuleSet) -> Sentence:
    return printed(rule.title)


_SAY: Mapping[str, Callable[[Any, RuleSet], Sentence]] = {
    "authority": _authority,
    "filer": _filer,
    "window": _window,
    "catalogue_day": _catalogue_day,
    "condition": _condition,
    "points": _points,
    "quota": _quota,
    "benefit": lambda rule, _: benefit_words(rule),
    "exclusion": _exclusion,
    "deduction": _deduction,
    "step": _step,
    "period": _period,
    "renewal": _renewal,
    "revocation": _revocation,
    "remedy": _remedy,
    "material": _material,
    "route": _route,
    "basis": _basis,
}
