"""Contradictions inside a rule set, and claims that its sources do not carry."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from jinque.entitlement.ages import born_by_words
from jinque.entitlement.evaluate import facts_of
from jinque.locale import Sentence, joined, say, say_in
from jinque.model.criterion import AllOf, Criterion
from jinque.model.entitlement.criteria import (
    AgeLimit,
    Governs,
    InsuredMonths,
    ListedPost,
    NumberWithin,
    PointsReach,
)
from jinque.model.entitlement.rules import (
    Authority,
    Benefit,
    CatalogueDay,
    Condition,
    Deduction,
    Exclusion,
    FactAsked,
    Filer,
    Force,
    Period,
    Points,
    Quota,
    Rule,
    RuleFault,
    RuleLine,
    RuleSet,
    Step,
    Trust,
    Window,
    day_ranges_meet,
)

Kind = TypeVar("Kind")

_SINGLE = (CatalogueDay, Quota, Period, Filer)
"""Kinds of which only one line may hold on a day."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TEN_THOUSAND = 10_000


def check_rules(rules: RuleSet, where: str) -> tuple[RuleFault, ...]:
    """Return every contradiction and doubt of a rule set that was read.

    Args:
        rules: the set.
        where: name of its file.
    """
    found: list[RuleFault] = []
    for check in _CHECKS:
        found += check(rules, where)
    return tuple(found)


def _fault(
    code: str, where: str, path: str, words: Sentence, *, is_error: bool = True
) -> RuleFault:
    return RuleFault(code=code, is_error=is_error, message=words, file=where, path=path)


def _ids(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for one, other in combinations(rules.lines, 2):
        if one.id == other.id and day_ranges_meet(one, other):
            words = say(
                "two lines are called “{id}” on one day: {quoted}, {quoted_other}",
                id=one.id,
                quoted=_quoted(one),
                quoted_other=_quoted(other),
            )
            yield _fault("line_twice", where, one.id, words)


def _periods(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for line in rules.lines:
        if line.effective_from and line.effective_to and line.effective_to <= line.effective_from:
            words = say(
                "{id} ends {effective_to}, not after it begins {effective_from}",
                id=line.id,
                effective_to=line.effective_to,
                effective_from=line.effective_from,
            )
            yield _fault("period", where, line.id, words)
        if line.effective_from is None:
            words = say("no source states from when {id} holds", id=line.id)
            yield _fault("period_not_stated", where, line.id, words, is_error=False)


def _single(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for kind in _SINGLE:
        lines = [line for line in rules.lines if isinstance(line.rule, kind)]
        for one, other in combinations(lines, 2):
            if day_ranges_meet(one, other):
                yield _contradiction(where, one, other)


def _contradiction(where: str, one: RuleLine, other: RuleLine) -> RuleFault:
    words = say(
        "two lines contradict each other on one day: {quoted} and {quoted_other}",
        quoted=_quoted(one),
        quoted_other=_quoted(other),
    )
    return _fault("contradiction", where, f"{one.id}, {other.id}", words)


def _quoted(line: RuleLine) -> Sentence:
    told = line.citation.quote or line.citation.told
    clause = line.citation.clause or say("(clause not stated)")
    return say_in("rule", "{clause} “{told}”", clause=clause, told=told)


def _authorities(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    general = [
        line for line in rules.lines if isinstance(line.rule, Authority) and line.rule.when is None
    ]
    for one, other in combinations(general, 2):
        if day_ranges_meet(one, other) and one.rule != other.rule:
            yield _contradiction(where, one, other)


def _ages(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    """Compare the words of an age with the birth dates printed beside them."""
    for line in rules.lines:
        for age in _of_kind(line.rule, AgeLimit):
            printed = (age.born_from, age.born_until)
            if age.years is None or printed == (None, None) or age.governs:
                continue
            if age.on is None:
                words = say(
                    "{quoted} prints an age and birth dates but not the day as of which "
                    "age counts (on); write it, and governs where the two part",
                    quoted=_quoted(line),
                )
                yield _fault("age_parts", where, line.id, words)
                continue
            by_words = born_by_words(age, age.on)
            if by_words != printed:
                words = say(
                    "in {quoted} words and birth dates part: {years} years (as of {on}) is "
                    "{range}, the printed dates are {range_printed}; say by governs which "
                    "of them holds",
                    quoted=_quoted(line),
                    years=age.years,
                    on=age.on,
                    range=_range(by_words),
                    range_printed=_range(printed),
                )
                yield _fault("age_parts", where, line.id, words)


def _range(days: tuple[date | None, date | None]) -> str:
    return f"[{days[0] or '…'}, {days[1] or '…'}]"


def _bounds(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    """Find conditions that nobody can meet, alone or together with another one."""
    for line in rules.lines:
        for each in _of_kind(line.rule, NumberWithin):
            if _is_empty(*_ends([each])):
                words = say("nobody can meet {quoted}: its bounds cross", quoted=_quoted(line))
                yield _fault("impossible", where, line.id, words)
    demands = [
        (line, each)
        for line in rules.lines
        if isinstance(line.rule, Condition)
        for each in _demanded(line.rule.criterion)
        if isinstance(each, NumberWithin)
    ]
    for (one, first), (other, second) in combinations(demands, 2):
        is_new = not (_is_empty(*_ends([first])) or _is_empty(*_ends([second])))
        is_one = first.fact == second.fact and is_new and day_ranges_meet(one, other)
        if is_one and _is_empty(*_ends([first, second])):
            yield _contradiction(where, one, other)


def _demanded(criterion: Criterion) -> Iterator[Criterion]:
    """Yield what a condition demands in any case."""
    if isinstance(criterion, AllOf):
        for part in criterion.parts:
            yield from _demanded(part)
    else:
        yield criterion


def _ends(several: Iterable[NumberWithin]) -> tuple[int, int | None]:
    low, high = 0, None
    for each in several:
        least = [
            value
            for value in (each.at_least, None if each.above is None else each.above + 1)
            if value is not None
        ]
        most = [
            value
            for value in (each.at_most, None if each.below is None else each.below - 1)
            if value is not None
        ]
        low = max([low, *least])
        high = min([*most, *([high] if high is not None else [])], default=None)
    return low, high


def _is_empty(low: int, high: int | None) -> bool:
    return high is not None and high < low


def _benefits(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    benefits = {line.rule.id: line.rule for line in rules.lines if isinstance(line.rule, Benefit)}
    groups = {line.rule.group for line in rules.lines if isinstance(line.rule, Exclusion)}
    known = facts_of(rules)
    for line in rules.lines:
        rule = line.rule
        wrong: list[Sentence] = []
        if isinstance(rule, Deduction):
            wrong = _wrong_deduction(rule, benefits, known)
        elif isinstance(rule, Benefit):
            wrong = _amount_fact(rule.share_of, known) if rule.share_of else []
            wrong += _wrong_group(rule, groups)
        elif isinstance(rule, Exclusion):
            members = [each for each in benefits.values() if each.group == rule.group]
            if len(members) < 2:  # noqa: PLR2004 - one excludes nothing
                wrong = [say("group {group} is no group", group=rule.group)]
        for message in wrong:
            yield _fault("reference", where, line.id, message)


def _wrong_deduction(
    rule: Deduction, benefits: Mapping[str, Benefit], known: Mapping[str, FactAsked]
) -> list[Sentence]:
    wrong = _amount_fact(rule.fact, known)
    if rule.benefit not in benefits:
        return [say("no benefit {benefit}", benefit=rule.benefit), *wrong]
    if not benefits[rule.benefit].is_money:
        return [say("{benefit} is no money", benefit=rule.benefit), *wrong]
    return wrong


def _wrong_group(rule: Benefit, groups: set[str]) -> list[Sentence]:
    if not rule.group or rule.group in groups:
        return []
    return [say("no line says that only one of group {group} may be had", group=rule.group)]


def _amount_fact(fact: str, known: Mapping[str, FactAsked]) -> list[Sentence]:
    found = known.get(fact)
    if found is not None and found.kind == "amount":
        return []
    return [say("there is no amount fact {fact}", fact=fact)]


def _references(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    has_points = any(isinstance(line.rule, Points) for line in rules.lines)
    for line in rules.lines:
        if not has_points and list(_of_kind(line.rule, PointsReach)):
            words = say("{id}: no points table", id=line.id)
            yield _fault("reference", where, line.id, words)
        if not rules.catalogues and list(_of_kind(line.rule, ListedPost)):
            words = say(
                "{id} asks for a listing, but no catalogue is named: any that is told counts",
                id=line.id,
            )
            yield _fault("catalogue_not_named", where, line.id, words, is_error=False)
        rule = line.rule
        if isinstance(rule, Quota) and not has_points and not rule.ranked_by:
            words = say("{id}: nothing says who ranks first", id=line.id)
            yield _fault("quota_unranked", where, line.id, words, is_error=False)


def _windows(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for line in rules.lines:
        rule = line.rule
        if isinstance(rule, Window) and not rule.is_yearly and rule.closes < rule.opens:
            words = say(
                "{quoted}: it closes {closes} before it opens {opens}",
                quoted=_quoted(line),
                closes=rule.closes,
                opens=rule.opens,
            )
            yield _fault("contradiction", where, line.id, words)
        if isinstance(rule, Step | Period) and (rule.promised_days or 0) > (rule.days or 0):
            words = say(
                "{quoted}: {promised_days} days promised, more than the {days} allowed",
                quoted=_quoted(line),
                promised_days=rule.promised_days,
                days=rule.days or 0,
            )
            yield _fault("contradiction", where, line.id, words)


def _force(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    """Refuse a set that calls itself in force without the issuer's own checked words."""
    if rules.force is not Force.IN_FORCE:
        return
    for source in rules.sources:
        lacks = [
            name
            for name, is_there in (
                ("trust: official", source.trust is Trust.OFFICIAL),
                ("checked_on", source.checked_on is not None),
                ("text", bool(source.text)),
            )
            if not is_there
        ]
        if lacks:
            words = say(
                "force is in_force, but the source {title} lacks: {lacks}",
                title=source.title,
                lacks=joined(lacks),
            )
            yield _fault("force_unproved", where, source.id, words)
    for line in rules.lines:
        if not line.citation.quote:
            words = say("force is in_force, but {id} has no verbatim quote", id=line.id)
            yield _fault("force_unproved", where, line.id, words)


def _figures(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    """Doubt a figure of a rule that its own quote does not print."""
    for line in rules.lines:
        quote = line.citation.quote
        if not quote:
            continue
        printed = {float(each) for each in _NUMBER.findall(quote)}
        printed |= {each * _TEN_THOUSAND for each in printed}
        for name, value in _rule_figures(line.rule):
            if float(value) not in printed and not _is_spelt(value, quote):
                words = say(
                    "{name} of {id} is {value}, which its quote “{quote}” does not print",
                    id=line.id,
                    name=name,
                    value=value,
                    quote=quote,
                )
                yield _fault("figure_not_in_quote", where, line.id, words, is_error=False)


_SPELT = "零一二三四五六七八九十"


def _is_spelt(value: float, quote: str) -> bool:
    whole = int(value)
    is_small = whole == value and 0 < whole < len(_SPELT)
    return is_small and (_SPELT[whole] in quote or (whole == 2 and "两" in quote))  # noqa: PLR2004


def _rule_figures(rule: Rule) -> Iterator[tuple[str, float]]:
    if isinstance(rule, Step | Period):
        counts = (("days", rule.days), ("promised_days", rule.promised_days))
        yield from ((name, value) for name, value in counts if value is not None)
    elif isinstance(rule, Quota):
        yield "at_most", rule.at_most
    elif isinstance(rule, Benefit):
        yield from (("amount", tier.high / 100) for tier in rule.tiers)
    elif isinstance(rule, Condition):
        yield from _condition_figures(rule)


def _condition_figures(rule: Condition) -> Iterator[tuple[str, float]]:
    for insured in _of_kind(rule, InsuredMonths):
        yield "at_least", insured.at_least
    for number in _of_kind(rule, NumberWithin):
        if number.fact == "contract_months" and number.at_least is not None:
            yield "at_least", number.at_least
    for age in _of_kind(rule, AgeLimit):
        if age.years is not None and age.governs is not Governs.BIRTH_DATE:
            yield "years", age.years


def _of_kind(node: object, kind: type[Kind]) -> Iterator[Kind]:
    """Yield every part of a rule that is of a kind of criterion."""
    if isinstance(node, kind):
        yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _of_kind(each, kind)
    elif is_dataclass(node) and not isinstance(node, type):
        for each in fields(node):
            yield from _of_kind(getattr(node, each.name), kind)


_CHECKS: tuple[Callable[[RuleSet, str], Iterator[RuleFault]], ...] = (
    _ids,
    _periods,
    _single,
    _authorities,
    _ages,
    _bounds,
    _benefits,
    _references,
    _windows,
    _force,
    _figures,
)
