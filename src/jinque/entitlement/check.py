"""Contradictions inside a rule set, and claims that its sources do not carry."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from jinque.entitlement.ages import born_by_words
from jinque.entitlement.evaluate import facts_of
from jinque.model import Words
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


def _fault(code: str, where: str, path: str, words: Words, *, is_error: bool = True) -> RuleFault:
    return RuleFault(code=code, is_error=is_error, message=words, file=where, path=path)


def _ids(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for one, other in combinations(rules.lines, 2):
        if one.id == other.id and day_ranges_meet(one, other):
            words = Words(
                zh=f"编号“{one.id}”在同一天有两行：{_quoted(one)} 和 {_quoted(other)}",
                en=f"two lines are called “{one.id}” on one day: {_quoted(one)}, {_quoted(other)}",
            )
            yield _fault("line_twice", where, one.id, words)


def _periods(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for line in rules.lines:
        if line.effective_from and line.effective_to and line.effective_to <= line.effective_from:
            words = Words(
                zh=f"{line.id} 的止日 {line.effective_to} 不晚于起日 {line.effective_from}",
                en=f"{line.id} ends {line.effective_to}, not after it begins {line.effective_from}",
            )
            yield _fault("period", where, line.id, words)
        if line.effective_from is None:
            words = Words(
                zh=f"{line.id} 的起始日期未载明", en=f"no source states from when {line.id} holds"
            )
            yield _fault("period_not_stated", where, line.id, words, is_error=False)


def _single(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for kind in _SINGLE:
        lines = [line for line in rules.lines if isinstance(line.rule, kind)]
        for one, other in combinations(lines, 2):
            if day_ranges_meet(one, other):
                yield _contradiction(where, one, other)


def _contradiction(where: str, one: RuleLine, other: RuleLine) -> RuleFault:
    words = Words(
        zh=f"同一天有两行互相矛盾的规则：{_quoted(one)} 与 {_quoted(other)}",
        en=f"two lines contradict each other on one day: {_quoted(one)} and {_quoted(other)}",
    )
    return _fault("contradiction", where, f"{one.id}, {other.id}", words)


def _quoted(line: RuleLine) -> str:
    told = line.citation.quote or line.citation.told
    return f"{line.citation.clause or '（条款未载明）'}“{told}”"


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
                words = Words(
                    zh=f"{_quoted(line)} 并印周岁和出生日期，却没有写年龄计算到哪一天（on），"
                    "无法核对；请写 on，不一致的还要写 governs",
                    en=f"{_quoted(line)} prints an age and birth dates but not the day as of which "
                    "age counts (on); write it, and governs where the two part",
                )
                yield _fault("age_parts", where, line.id, words)
                continue
            by_words = born_by_words(age, age.on)
            if by_words != printed:
                words = Words(
                    zh=f"{_quoted(line)} 里周岁与出生日期不一致：按“{age.years}周岁”"
                    f"（截至 {age.on}）是 {_range(by_words)}，按所印出生日期是 {_range(printed)}。"
                    "请写 governs: words 或 birth_date，说明以哪个为准",
                    en=f"in {_quoted(line)} words and birth dates part: {age.years} years (as of "
                    f"{age.on}) is {_range(by_words)}, the printed dates are {_range(printed)}; "
                    "say by governs which of them holds",
                )
                yield _fault("age_parts", where, line.id, words)


def _range(days: tuple[date | None, date | None]) -> str:
    return f"[{days[0] or '…'}, {days[1] or '…'}]"


def _bounds(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    """Find conditions that nobody can meet, alone or together with another one."""
    for line in rules.lines:
        for each in _of_kind(line.rule, NumberWithin):
            if _is_empty(*_ends([each])):
                words = Words(
                    zh=f"{_quoted(line)} 谁也达不到：上下限相反",
                    en=f"nobody can meet {_quoted(line)}: its bounds cross",
                )
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
        wrong: list[tuple[str, str]] = []
        if isinstance(rule, Deduction):
            wrong = _wrong_deduction(rule, benefits, known)
        elif isinstance(rule, Benefit):
            wrong = _amount_fact(rule.share_of, known) if rule.share_of else []
            wrong += _wrong_group(rule, groups)
        elif isinstance(rule, Exclusion):
            members = [each for each in benefits.values() if each.group == rule.group]
            if len(members) < 2:  # noqa: PLR2004 - one excludes nothing
                wrong = [(f"“{rule.group}”组不到两项待遇", f"group {rule.group} is no group")]
        for zh, en in wrong:
            yield _fault("reference", where, line.id, Words(zh=zh, en=en))


def _wrong_deduction(
    rule: Deduction, benefits: Mapping[str, Benefit], known: Mapping[str, FactAsked]
) -> list[tuple[str, str]]:
    wrong = _amount_fact(rule.fact, known)
    if rule.benefit not in benefits:
        return [(f"没有待遇“{rule.benefit}”", f"no benefit {rule.benefit}"), *wrong]
    if not benefits[rule.benefit].is_money:
        return [(f"“{rule.benefit}”不是金额", f"{rule.benefit} is no money"), *wrong]
    return wrong


def _wrong_group(rule: Benefit, groups: set[str]) -> list[tuple[str, str]]:
    if not rule.group or rule.group in groups:
        return []
    zh = f"“{rule.group}”组没有写明只能享受一项的条款（exclusion）"
    return [(zh, f"no line says that only one of group {rule.group} may be had")]


def _amount_fact(fact: str, known: Mapping[str, FactAsked]) -> list[tuple[str, str]]:
    found = known.get(fact)
    if found is not None and found.kind == "amount":
        return []
    return [(f"没有金额事实“{fact}”", f"there is no amount fact {fact}")]


def _references(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    has_points = any(isinstance(line.rule, Points) for line in rules.lines)
    for line in rules.lines:
        if not has_points and list(_of_kind(line.rule, PointsReach)):
            words = Words(zh=f"{line.id} 要求积分，但没有积分表", en=f"{line.id}: no points table")
            yield _fault("reference", where, line.id, words)
        if not rules.catalogues and list(_of_kind(line.rule, ListedPost)):
            words = Words(
                zh=f"{line.id} 要求列入目录，但没有写用哪个目录（catalogues）；将按所说的任何目录",
                en=f"{line.id} asks for a listing, but no catalogue is named: any that is told "
                "counts",
            )
            yield _fault("catalogue_not_named", where, line.id, words, is_error=False)
        rule = line.rule
        if isinstance(rule, Quota) and not has_points and not rule.ranked_by:
            words = Words(
                zh=f"{line.id} 有名额，但没有写怎样排序",
                en=f"{line.id}: nothing says who ranks first",
            )
            yield _fault("quota_unranked", where, line.id, words, is_error=False)


def _windows(rules: RuleSet, where: str) -> Iterator[RuleFault]:
    for line in rules.lines:
        rule = line.rule
        if isinstance(rule, Window) and not rule.is_yearly and rule.closes < rule.opens:
            words = Words(
                zh=f"{_quoted(line)}：截止 {rule.closes} 早于开始 {rule.opens}",
                en=f"{_quoted(line)}: it closes {rule.closes} before it opens {rule.opens}",
            )
            yield _fault("contradiction", where, line.id, words)
        if isinstance(rule, Step | Period) and (rule.promised_days or 0) > (rule.days or 0):
            words = Words(
                zh=f"{_quoted(line)}：承诺 {rule.promised_days} 日多于规定 {rule.days or 0} 日",
                en=f"{_quoted(line)}: more days promised than allowed",
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
            words = Words(
                zh=f"写了 force: in_force，但出处“{source.title}”缺少：{'、'.join(lacks)}",
                en=f"force is in_force, but the source {source.title} lacks: {', '.join(lacks)}",
            )
            yield _fault("force_unproved", where, source.id, words)
    for line in rules.lines:
        if not line.citation.quote:
            words = Words(
                zh=f"写了 force: in_force，但 {line.id} 只有转述，没有原文（quote）",
                en=f"force is in_force, but {line.id} has no verbatim quote",
            )
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
                words = Words(
                    zh=f"{line.id} 的 {name} 是 {value}，所引原文“{quote}”里没有这个数",
                    en=f"{name} of {line.id} is {value}, which its quote “{quote}” does not print",
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
