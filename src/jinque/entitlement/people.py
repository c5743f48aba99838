"""Made-up people for trying a change of rules: every value that a rule turns on, and its borders.

Nobody real is behind them; the same seed makes the same people.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

from jinque.entitlement.ages import born_by_words
from jinque.entitlement.days import WorkingDays, add_months
from jinque.entitlement.evaluate import Evaluator, facts_of
from jinque.entitlement.judge import judge_applicant
from jinque.entitlement.kernel import looks_of
from jinque.model.criterion import Criterion
from jinque.model.entitlement.answer import Applicant, FactValue, Listing, PartialDay
from jinque.model.entitlement.criteria import (
    AgeLimit,
    ChoiceAmong,
    DayWithin,
    InsuredMonths,
    ListedPost,
    MajorIs,
    NumberWithin,
    RelatedYears,
)
from jinque.model.entitlement.rules import (
    Benefit,
    Condition,
    Deduction,
    FactAsked,
    RuleLine,
    RuleSet,
)
from jinque.model.person import Education, Outcome, Person, Title

_LEVELS = (
    Education(level="大专", degree="", is_full_time=True),
    Education(level="本科", degree="学士", is_full_time=True),
    Education(level="本科", degree="学士", is_full_time=False),
    Education(level="硕士", degree="硕士", is_full_time=True),
    Education(level="博士", degree="博士", is_full_time=True),
)
_TITLES = ("助理级", "中级", "副高级")
_MOST_MONTHS = 48
_ADULT, _RETIRED = 20, 60
_AMOUNTS = (0, 1_000_00, 12_000_00, 40_000_00, 120_000_00, 400_000_00, 800_000_00)
_YES_SHARE = 0.8
_HALF = 0.5
_FAILS_SHARE = 0.1
"""Of those who miss a condition by chance, how many stay so."""
_MOST_DRAWS = 30


def made_up_people(
    sets: Sequence[RuleSet], on: date, count: int, seed: int
) -> tuple[Applicant, ...]:
    """Return people who tell everything that some rule sets turn on.

    Args:
        sets: whose rules are looked through for facts and borders.
        on: the day asked about.
        count: how many.
        seed: of the draw.
    """
    draw = random.Random(seed)  # noqa: S311 - made-up people, no secret
    maker = _Maker(sets, on)
    return tuple(maker.make(draw, f"P{number:05d}") for number in range(1, count + 1))


class _Maker:
    def __init__(self, sets: Sequence[RuleSet], on: date) -> None:
        self._on = on
        self._rules = sets[0]
        self._evaluator = Evaluator(sets[0], on, WorkingDays(()))
        self._conditions = sets[0].lines_of(Condition, on)
        criteria = [each for rules in sets for each in criteria_of(rules)]
        looks = {
            name for rules in sets for each in criteria_of(rules) for name in looks_of(each, rules)
        }
        self._facts = {fact.id: fact for rules in sets for fact in facts_of(rules).values()}
        looks |= {rule.fact for rules in sets for rule in _rules(rules, Deduction)}
        looks |= {rule.share_of for rules in sets for rule in _rules(rules, Benefit)}
        self._wanted = sorted(looks & self._facts.keys() - {"applied_on"})
        self._values = {name: self._borders(name, criteria) for name in self._wanted}
        self._majors = [
            name for each in criteria if isinstance(each, MajorIs) for name in each.names
        ]
        self._labels = [
            label for each in criteria if isinstance(each, ListedPost) for label in each.labels
        ]
        self._editions = list(
            dict.fromkeys(used.edition for rules in sets for used in rules.catalogues)
        )

    def make(self, draw: random.Random, name: str) -> Applicant:
        """Make a person by chance; most of what they then miss is drawn again until it is met.

        Without that hardly anybody would meet ten conditions at once, and no change would show.
        """
        person = self._drawn(draw, name)
        for line in self._conditions:
            if draw.random() < _FAILS_SHARE:
                continue
            for _ in range(_MOST_DRAWS):
                if self._meets(line, person):
                    break
                person = self._again(line, person, draw)
        return person

    def _meets(self, line: RuleLine, person: Applicant) -> bool:
        rule = line.rule
        if not isinstance(rule, Condition):
            return True
        at = self._evaluator.circumstances(person, with_points=False)
        return judge_applicant(rule.criterion, person, at).bearing is not Outcome.NOT_MET

    def _again(self, line: RuleLine, person: Applicant, draw: random.Random) -> Applicant:
        """Draw again what a condition looks at."""
        rule = line.rule
        looks = looks_of(rule.criterion, self._rules) if isinstance(rule, Condition) else ()
        fresh = self._drawn(draw, person.name)
        facts = {name: (fresh if name in looks else person).facts[name] for name in self._wanted}
        _agree_months(facts)
        is_study = any(name.startswith("person.") for name in looks)
        return Applicant(
            person=fresh.person if is_study else person.person,
            facts=facts,
            listings=fresh.listings if "listing" in looks else person.listings,
            name=person.name,
        )

    def _drawn(self, draw: random.Random, name: str) -> Applicant:
        facts = {fact: self._value(fact, draw) for fact in self._wanted}
        _agree_months(facts)
        education = draw.choice(_LEVELS)
        majors = (draw.choice(self._majors),) if self._majors and draw.random() < _YES_SHARE else ()
        titles = (Title(level=draw.choice(_TITLES)),) if draw.random() < _HALF else ()
        return Applicant(
            person=Person(
                educations=(replace(education, majors=majors),), titles=titles, certificates=()
            ),
            facts=facts,
            listings=tuple(self._listing(edition, draw) for edition in self._editions),
            name=name,
        )

    def _listing(self, edition: str, draw: random.Random) -> Listing:
        is_listed = draw.random() < _YES_SHARE
        return Listing(
            edition=edition,
            outcome=Outcome.MET if is_listed else Outcome.NOT_MET,
            label=draw.choice(self._labels) if is_listed and self._labels else None,
            index=draw.randrange(1001) if is_listed else None,
        )

    def _borders(self, name: str, criteria: Sequence[Criterion]) -> list[FactValue]:
        """Return the values of a fact at which some rule turns, and those beside them."""
        found: list[FactValue] = []
        for each in criteria:
            if isinstance(each, NumberWithin) and each.fact == name:
                ends = (each.at_least, each.above, each.at_most, each.below)
                found += [
                    max(0, end + step) for end in ends if end is not None for step in (-1, 0, 1)
                ]
            if isinstance(each, ChoiceAmong) and each.fact == name:
                found += each.any_of
            if isinstance(each, RelatedYears) and each.fact == name:
                found += range(each.at_least + 3)
            if isinstance(each, InsuredMonths) and name.startswith("insured_months"):
                found += [max(0, each.at_least + step) for step in (-1, 0, 1)]
            if isinstance(each, AgeLimit) and name == "born":
                found += _birthdays(each, self._on)
            if isinstance(each, DayWithin) and each.fact == name:
                ends_of_days = [day for day in (each.not_before, each.before) if day]
                found += [day + timedelta(step) for day in ends_of_days for step in (-1, 0)]
        return found

    def _value(self, name: str, draw: random.Random) -> FactValue:
        borders = self._values[name]
        if borders and draw.random() < _HALF:
            return draw.choice(borders)
        return self._any(self._facts[name], draw)

    def _any(self, fact: FactAsked, draw: random.Random) -> FactValue:
        if fact.id == "tax_year":
            return self._on.year - draw.randrange(1, 4)
        if fact.kind == "amount":
            return draw.choice(_AMOUNTS)
        if fact.kind == "partial_day":
            day = self._on - timedelta(days=draw.randrange(_ADULT * 365, _RETIRED * 365))
            return PartialDay(year=day.year, month=day.month, day=day.day)
        if fact.kind == "day":
            return add_months(self._on, -draw.randrange(_MOST_MONTHS))
        if fact.kind in ("choice", "text"):
            return draw.choice(fact.values) if fact.values else "外地"
        return draw.random() < _HALF if fact.kind == "yes_no" else draw.randrange(_MOST_MONTHS + 1)


def criteria_of(rules: RuleSet) -> Iterator[Criterion]:
    """Yield every criterion of a set, the parts of groups one by one."""
    for line in rules.lines:
        yield from _parts(line.rule)


def _parts(node: object) -> Iterator[Criterion]:
    if isinstance(node, Criterion):
        yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _parts(each)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _parts(getattr(node, field.name))


def _rules(rules: RuleSet, kind: type) -> list:  # type: ignore[type-arg]
    return [line.rule for line in rules.lines if isinstance(line.rule, kind)]


def _birthdays(each: AgeLimit, on: date) -> list[FactValue]:
    ends = [*born_by_words(each, each.on or on), each.born_from, each.born_until]
    days = [end + timedelta(step) for end in ends if end for step in (-1, 0, 1)]
    return [PartialDay(year=day.year, month=day.month, day=day.day) for day in days]


def _agree_months(facts: dict[str, FactValue]) -> None:
    """Make the months of insurance possible: the run and the back-paid ones within all."""
    run, total = (facts.get(f"insured_months_{name}") for name in ("continuous", "total"))
    back = facts.get("insured_months_back_paid")
    if not isinstance(run, int):
        return
    if isinstance(total, int):
        facts["insured_months_total"] = max(total, run)
    if isinstance(back, int):
        facts["insured_months_back_paid"] = 0 if back % 2 else min(back, run)
