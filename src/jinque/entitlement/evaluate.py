"""One applicant beside one rule set: recognition, sums, authority, days, what is left unsaid."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jinque.criteria import all_of
from jinque.entitlement.circumstances import Circumstances, ask_fact, name_of, yuan
from jinque.entitlement.days import Stops, WorkingDays
from jinque.entitlement.judge import judge_applicant
from jinque.entitlement.procedure import find_window, period_due, steps_due
from jinque.entitlement.sums import (
    amount_words,
    count_points,
    groups_in_force,
    take_best,
    worth_of,
)
from jinque.locale import NOTHING as NO_WORDS
from jinque.locale import Sentence, Words, joined, phrases, say, say_in
from jinque.model.criterion import Criterion
from jinque.model.entitlement.answer import (
    NOTHING,
    Amount,
    Applicant,
    BenefitFound,
    Entitlement,
    Judged,
    LineFinding,
    Listing,
    Question,
    RoadStep,
    SumStep,
)
from jinque.model.entitlement.rules import (
    Authority,
    Benefit,
    CatalogueDay,
    CatalogueUsed,
    Condition,
    CountingDay,
    Exclusion,
    FactAsked,
    Material,
    Points,
    RuleLine,
    RuleSet,
    Window,
    kinds_without_lines,
)
from jinque.model.person import Outcome
from jinque.parameters.entitlement.facts import load_facts

EXPECTED_KINDS = (
    "authority",
    "filer",
    "window",
    "catalogue_day",
    "step",
    "material",
    "renewal",
    "revocation",
    "remedy",
    "basis",
)
"""Kinds of rules of which a reader is told when the set has none (未载明)."""

COUNTING_FACTS = {
    CountingDay.HIRE: "hired_on",
    CountingDay.SECOND_HIRE: "second_hired_on",
    CountingDay.TAX_YEAR: "tax_year",
}
_NO_DAY = say("the day of application (none is stated)")
DAY_NAMES = {
    CountingDay.HIRE: say("the day of hire"),
    CountingDay.APPLICATION: say("the day of application"),
    CountingDay.SECOND_HIRE: say("the day of joining a second employer"),
    CountingDay.TAX_YEAR: say("the tax year"),
}


class Evaluator:
    """Evaluates applicants against one rule set as of a day.

    Args:
        rules: the set.
        on: the day asked about; it is the day of application where the applicant tells none.
        days: the calendar.
    """

    def __init__(self, rules: RuleSet, on: date, days: WorkingDays) -> None:
        self.rules, self._on, self._days = rules, on, days
        self._facts: Mapping[str, FactAsked] = facts_of(rules)

    def day_of(self, applicant: Applicant) -> date:
        """Return the day of application."""
        told = applicant.facts.get("applied_on")
        return told if isinstance(told, date) else self._on

    def circumstances(self, applicant: Applicant, *, with_points: bool = True) -> Circumstances:
        """Return what judgements rest on beside the applicant: day, listing, points."""
        on = self.day_of(applicant)
        at = Circumstances(on=on, facts=self._facts)
        at = choose_listing(self.rules, applicant, at)
        points = self.rules.lines_of(Points, on) if with_points else ()
        if not points:
            return at
        found, _ = count_points(points, lambda each: judge_applicant(each, applicant, at))
        return replace(at, points=found)

    def point_facts(self, applicant: Applicant) -> frozenset[str]:
        """Return the facts that the points turn on."""
        at = self.circumstances(applicant, with_points=False)
        lines = self.rules.lines_of(Points, at.on)
        return count_points(lines, lambda each: judge_applicant(each, applicant, at))[1]

    def conditions(self, applicant: Applicant) -> tuple[LineFinding, ...]:
        """Return what is found of every condition."""
        at = self.circumstances(applicant)
        return tuple(
            LineFinding(line=line, judged=judge_applicant(line.rule.criterion, applicant, at))
            for line in self.rules.lines_of(Condition, at.on)
            if isinstance(line.rule, Condition)
        )

    def entitle(self, applicant: Applicant, stops: Stops = ()) -> Entitlement:
        """Return what the rules come to.

        Args:
            applicant: the person and what they tell; nothing of it is kept.
            stops: times in which the clock of the procedure stood still.
        """
        at = self.circumstances(applicant)
        rules, on = self.rules, at.on
        findings = self.conditions(applicant)
        recognition = all_of(each.judged.bearing for each in findings)
        benefits, gross, net = self._benefits(applicant, at, findings, recognition)
        authorities = self._when(Authority, applicant, at)
        windows = tuple(
            find_window(line, rules, applicant, on) for line in rules.lines_of(Window, on)
        )
        steps = steps_due(rules, on, self._days, stops)
        earliest = _earliest(findings, recognition)
        return Entitlement(
            rules=rules,
            on=on,
            recognition=recognition,
            findings=findings,
            authorities=authorities,
            benefits=benefits,
            gross=gross,
            net=net,
            points=at.points,
            windows=windows,
            steps=steps,
            period=period_due(rules, on, self._days, stops),
            materials=self._when(Material, applicant, at),
            not_stated=kinds_without_lines(rules, on, self._expected()),
            missing=_missing(findings, benefits, authorities),
            road=_road(findings),
            earliest_date=earliest,
            listing=at.listing,
        )

    def _expected(self) -> Iterable[str]:
        asks_listing = bool(self.rules.catalogues)
        return [kind for kind in EXPECTED_KINDS if asks_listing or kind != "catalogue_day"]

    def _when(self, kind: type, applicant: Applicant, at: Circumstances) -> tuple[LineFinding, ...]:
        """Return the lines of a kind that are for the applicant, or may be.

        A line without a criterion is for those whom no other one is for.
        """
        found, others = [], []
        for line in self.rules.lines_of(kind, at.on):
            when: Criterion | None = getattr(line.rule, "when", None)
            if when is None:
                others.append(line)
                continue
            judged = judge_applicant(when, applicant, at)
            if judged.bearing is not Outcome.NOT_MET:
                found.append(LineFinding(line=line, judged=judged))
        if kind is Authority:
            states = [each.judged.bearing for each in found]
            rest = Outcome.MET if not states else Outcome.UNKNOWN
            if Outcome.MET in states:
                return tuple(found)
        else:
            rest = Outcome.MET
        everybody = Judged(outcome=rest, bearing=rest, reason=say("for all others"))
        return (*(LineFinding(line=line, judged=everybody) for line in others), *found)

    def _benefits(
        self,
        applicant: Applicant,
        at: Circumstances,
        findings: Sequence[LineFinding],
        recognition: Outcome,
    ) -> tuple[tuple[BenefitFound, ...], Amount, Amount]:
        found = [
            self._benefit(line, line.rule, applicant, at, findings, recognition)
            for line in self.rules.lines_of(Benefit, at.on)
            if isinstance(line.rule, Benefit)
        ]
        groups = groups_in_force(self.rules.lines_of(Exclusion, at.on))
        taken, net = take_best(found, groups)
        gross = NOTHING
        for each in taken:
            gross = gross.plus(each.gross)
        return taken, gross, net

    def _benefit(
        self,
        line: RuleLine,
        benefit: Benefit,
        applicant: Applicant,
        at: Circumstances,
        findings: Sequence[LineFinding],
        recognition: Outcome,
    ) -> BenefitFound:
        judged = self._given(benefit, applicant, at, findings, recognition)
        worth = worth_of(
            line,
            benefit,
            self.rules,
            applicant,
            lambda each: judge_applicant(each, applicant, at),
        )
        first = SumStep(
            reason=_printed_words(benefit, worth.printed),
            line=line,
            left=worth.printed,
            turns_on=worth.turns_on,
        )
        judged = replace(judged, turns_on=judged.turns_on | worth.turns_on)
        missing = [
            ask_fact(fact, at)
            for fact in sorted(worth.turns_on)
            if fact in self._facts
            and fact not in applicant.facts
            and judged.bearing is not Outcome.NOT_MET
        ]
        return BenefitFound(
            line=line,
            judged=replace(judged, missing=tuple(dict.fromkeys([*judged.missing, *missing]))),
            gross=worth.printed.if_met(judged.bearing),
            net=worth.left.if_met(judged.bearing),
            steps=(first, *worth.steps) if benefit.is_money else (),
            taken=judged.bearing,
        )

    def _given(
        self,
        benefit: Benefit,
        applicant: Applicant,
        at: Circumstances,
        findings: Sequence[LineFinding],
        recognition: Outcome,
    ) -> Judged:
        """Return whether a benefit is given: recognition, and what it asks beyond."""
        looks = frozenset[str]().union(*(each.judged.turns_on for each in findings))
        if "points" in looks:
            looks |= self.point_facts(applicant)
        if benefit.when is None:
            reason = say("comes with recognition")
            return Judged(outcome=recognition, bearing=recognition, reason=reason, turns_on=looks)
        own = judge_applicant(benefit.when, applicant, at)
        outcome = all_of((recognition, own.bearing))
        return Judged(
            outcome=outcome,
            bearing=outcome,
            reason=own.reason,
            missing=own.missing,
            turns_on=looks | own.turns_on,
        )


def facts_of(rules: RuleSet) -> dict[str, FactAsked]:
    """Return the facts that a set may name, its own ones before those of the vocabulary."""
    return {fact.id: fact for fact in (*load_facts(), *rules.facts)}


def choose_listing(rules: RuleSet, applicant: Applicant, at: Circumstances) -> Circumstances:
    """Find the listing of the catalogue that counts, by the day whose catalogue counts.

    With two days the better listing counts (the person may use either).
    """
    lines = rules.lines_of(CatalogueDay, at.on)
    day = lines[0].rule if lines else None
    wanted = [day.day, day.or_day] if isinstance(day, CatalogueDay) else [None]
    found = [_listing_of(rules, applicant, at, each) for each in wanted if each or day is None]
    order = (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)
    best = min(found, key=lambda each: order.index(_state(each)))
    looks = frozenset[str]().union(*(each.listing_facts for each in found))
    return replace(best, listing_facts=looks)


def _state(at: Circumstances) -> Outcome:
    return at.listing.outcome if at.listing else Outcome.UNKNOWN


def _listing_of(
    rules: RuleSet, applicant: Applicant, at: Circumstances, day: CountingDay | None
) -> Circumstances:
    fact = COUNTING_FACTS.get(day) if day else None
    looks = frozenset({"listing", *([fact] if fact else [])})
    told = applicant.facts.get(fact) if fact else at.on
    name = DAY_NAMES[day] if day else _NO_DAY
    counting = _counting_day(told)
    if fact and counting is None:
        used = rules.catalogues
        missing: tuple[Question, ...] = (ask_fact(fact, at),)
        why = say(
            "the catalogue of {name} counts; {fact} is not told",
            name=name,
            fact=Words(zh=name_of(fact, at), en=fact),
        )
    else:
        used = tuple(each for each in rules.catalogues if counting and each.holds_on(counting))
        missing = ()
        why = say("the catalogue of {name} ({counting})", counting=counting, name=name)
    if not rules.catalogues:
        used = tuple(CatalogueUsed(edition=each.edition) for each in applicant.listings)
        missing = ()
        why = say("no catalogue is named: any counts")
    return _of_catalogues(used, applicant, replace(at, listing_facts=looks), why, missing)


def _counting_day(told: object) -> date | None:
    if isinstance(told, date):
        return told
    is_year = isinstance(told, int) and date.min.year <= told <= date.max.year
    return date(told, 12, 31) if is_year and isinstance(told, int) else None


def _of_catalogues(
    used: Sequence[CatalogueUsed],
    applicant: Applicant,
    at: Circumstances,
    why: Sentence,
    missing: tuple[Question, ...],
) -> Circumstances:
    """Return the listing of the editions that count; where they part, it is not known."""
    held = {each.edition: each for each in applicant.listings}
    names = joined(each.edition for each in used) if used else say_in("editions", "none")
    told = [held[each.edition] for each in used if each.edition in held]
    why = say("{why}: {names}", names=names, why=why)
    if not used:
        said = say("{why}; the rule file names no catalogue in force on that day", why=why)
        return replace(at, listing=None, listing_reason=said, listing_missing=missing)
    untold = [each.edition for each in used if each.edition not in held]
    best = _best(told)
    if missing:
        best = told[-1] if not untold and _agree(told) else None
    elif untold:
        # What is not told may list the post as well, under another label.
        is_met = best is not None and best.outcome is Outcome.MET
        best = replace(best, label=None, index=None) if best and is_met else None
        missing = tuple(map(_ask, untold))
    if best is None:
        said = say("{why}; whether it lists a post that is matched is not told", why=why)
        return replace(at, listing=None, listing_reason=said, listing_missing=missing)
    words = _listed_words(best)
    said = say("{why}; {words}", why=why, words=words)
    return replace(at, listing=best, listing_reason=said, listing_missing=missing)


def _best(told: Sequence[Listing]) -> Listing | None:
    order = (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)
    return min(told, key=lambda each: order.index(each.outcome), default=None)


def _agree(told: Sequence[Listing]) -> bool:
    return len({(each.outcome, each.label, each.index) for each in told}) == 1


def _ask(edition: str) -> Question:
    words = say("Does the catalogue “{edition}” list a post that you match?", edition=edition)
    return Question(fact="listing", question=words, about=edition)


def _listed_words(listing: Listing) -> Sentence:
    post = listing.name or listing.post
    if listing.outcome is Outcome.MET:
        label = say(", shortage {label}", label=listing.label) if listing.label else NO_WORDS
        return say("lists {post}, matched{label}", post=post, label=label)
    if listing.outcome is Outcome.NOT_MET:
        return say("lists no post that is matched")
    return say("whether {post} is matched is open", post=post)


def _printed_words(benefit: Benefit, amount: Amount) -> Sentence:
    parts = [amount_words(amount)]
    if benefit.times > 1:
        unit = {"month": say("months"), "year": say("years")}.get(benefit.per, say("times"))
        most = say("at most ") if benefit.times_low < benefit.times else NO_WORDS
        parts.append(
            say_in("payments", "{most}{times} {unit}", most=most, times=benefit.times, unit=unit)
        )
    if benefit.cap is not None:
        parts.append(say("at most {sum} CNY", sum=yuan(benefit.cap)))
    return say("as the rules print: {parts}", parts=phrases(parts))


def _earliest(findings: Sequence[LineFinding], recognition: Outcome) -> date | None:
    """Return the first day on which time alone has met what is unmet; None where it never does."""
    if recognition is not Outcome.NOT_MET:
        return None
    days = [
        each.judged.earliest_date for each in findings if each.judged.bearing is Outcome.NOT_MET
    ]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _missing(
    findings: Iterable[LineFinding],
    benefits: Iterable[BenefitFound],
    authorities: Iterable[LineFinding],
) -> tuple[Question, ...]:
    several = [each.judged for each in findings if each.judged.bearing is Outcome.UNKNOWN]
    several += [each.judged for each in benefits]
    several += [each.judged for each in authorities]
    return tuple(dict.fromkeys(question for each in several for question in each.missing))


def _road(findings: Iterable[LineFinding]) -> tuple[RoadStep, ...]:
    """Return what is unmet, what time alone settles last, each with its day."""
    steps = []
    for each in findings:
        if each.judged.bearing is not Outcome.NOT_MET:
            continue
        rule = each.line.rule
        name = rule.name if isinstance(rule, Condition) else say("condition")
        day = each.judged.earliest_date
        when = say("time alone does not bring it")
        if day:
            when = say("from {day} at the earliest", day=day)
        words = say("{name}: {reason}; {when}", name=name, reason=each.judged.reason, when=when)
        steps.append(RoadStep(words=words, line=each.line, day=day))
    return tuple(sorted(steps, key=lambda step: (step.day is not None, step.day or date.min)))
