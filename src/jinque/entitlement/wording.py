"""What a rule says in a few words; the printed words always stand beside it."""

from collections.abc import Callable, Mapping
from typing import Any

from jinque.criteria.wording import describe
from jinque.entitlement.circumstances import yuan
from jinque.entitlement.evaluate import DAY_NAMES, facts_of
from jinque.entitlement.judge import bounds_words
from jinque.entitlement.sums import amount_words
from jinque.model import Words
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
    "authority": Words(zh="由谁认定", en="who decides"),
    "filer": Words(zh="由谁申报", en="who files"),
    "window": Words(zh="申报期", en="window"),
    "catalogue_day": Words(zh="按哪一天的目录", en="which day's catalogue"),
    "condition": Words(zh="条件", en="condition"),
    "points": Words(zh="积分", en="points"),
    "quota": Words(zh="名额", en="quota"),
    "benefit": Words(zh="待遇", en="benefit"),
    "exclusion": Words(zh="不可兼得", en="exclusion"),
    "deduction": Words(zh="扣除", en="deduction"),
    "step": Words(zh="办理步骤", en="step"),
    "period": Words(zh="办理期限", en="period"),
    "renewal": Words(zh="保持资格", en="renewal"),
    "revocation": Words(zh="取消", en="revocation"),
    "remedy": Words(zh="不服怎么办", en="remedy"),
    "material": Words(zh="材料", en="material"),
    "route": Words(zh="申报途径", en="route"),
    "basis": Words(zh="依据", en="legal basis"),
}
FILER_NAMES = {
    "person": Words(zh="个人申报", en="the person files"),
    "employer": Words(zh="用人单位申报", en="the employer files"),
    "person_then_employer": Words(
        zh="个人填报，用人单位提交", en="the person fills in, the employer submits"
    ),
}
COUNTED_NAMES = {
    Counted.WORKING: Words(zh="个工作日", en="working days"),
    Counted.CALENDAR: Words(zh="日", en="calendar days"),
    Counted.MONTHS: Words(zh="个月", en="months"),
}
TRUST_NAMES = {
    "official": Words(zh="发布机关原文", en="the issuer's own text"),
    "press": Words(zh="新闻报道，未与原文核对", en="press, not compared with the text"),
    "repost": Words(zh="转载，未与原文核对", en="repost, not compared with the text"),
    "secondary": Words(zh="二手资料，未与原文核对", en="secondary, not compared with the text"),
    "recalled": Words(zh="凭记忆，未核对", en="from memory, not checked"),
    "synthetic": Words(zh="虚构示例", en="made up"),
}
FORCE_NAMES = {
    "in_force": Words(zh="已与原文核对，所载期间内有效", en="checked; in force as it states"),
    "illustration": Words(
        zh="示例：未与原文核对，不是现行规定", en="illustration: not checked, not rules in force"
    ),
    "synthetic": Words(zh="虚构示例：不是任何城市的规定", en="made up: rules of no city"),
}
COMPUTED_NOTICE = Words(
    zh="按所载规则计算，只供参考：没有核实身份和材料，不是认定决定，不保证发放；以受理机关的决定为准。",
    en="Computed by the rules as recorded, for information: identity and papers are not verified, "
    "it is no decision and no promise of payment; the authority's decision prevails.",
)


def say_rule(line: RuleLine, rules: RuleSet) -> Words:
    """Return what a line says."""
    rule = line.rule
    said = _SAY[KIND_OF_RULE[type(rule)]]
    return said(rule, rules)


def say_demand(criterion: Criterion, rules: RuleSet) -> Words:
    """Return what a criterion asks."""
    said = _DEMANDS.get(type(criterion))
    return describe(criterion) if said is None else said(criterion, rules)


def _demand(rule: object, rules: RuleSet) -> Words:
    when = rule.criterion if isinstance(rule, Condition) else getattr(rule, "when", None)
    if when is None:
        return Words(zh="所有人", en="everybody")
    return say_demand(when, rules)


def fact_words(fact: str, rules: RuleSet) -> Words:
    """Return what a fact is called."""
    known = facts_of(rules).get(fact)
    return Words(zh=known.names[0] if known else fact, en=fact.replace("_", " "))


def _group(zh: str, en: str) -> Callable[[Any, RuleSet], Words]:
    def say(criterion: AllOf | AnyOf, rules: RuleSet) -> Words:
        parts = [say_demand(part, rules) for part in criterion.parts]
        return Words(zh=zh.join(each.zh for each in parts), en=en.join(each.en for each in parts))

    return say


def _not(criterion: Negated, rules: RuleSet) -> Words:
    part = say_demand(criterion.part, rules)
    return Words(zh=f"不得有：{part.zh}", en=f"not: {part.en}")


def _open(criterion: Open, rules: RuleSet) -> Words:
    part = say_demand(criterion.part, rules)
    return Words(zh=f"{part.zh}（{criterion.reason.zh}）", en=f"{part.en} ({criterion.reason.en})")


def _number(criterion: NumberWithin, rules: RuleSet) -> Words:
    known = facts_of(rules).get(criterion.fact)
    is_amount = known is not None and known.kind == "amount"
    name, asked = fact_words(criterion.fact, rules), bounds_words(criterion, is_amount=is_amount)
    unit = ("元", " CNY") if is_amount else ("", "")
    return Words(zh=f"{name.zh}{asked.zh}{unit[0]}", en=f"{name.en} {asked.en}{unit[1]}")


def _choice(criterion: ChoiceAmong, rules: RuleSet) -> Words:
    name = fact_words(criterion.fact, rules)
    values = "、".join(criterion.any_of)
    return Words(zh=f"{name.zh}是{values}", en=f"{name.en}: {values}")


def _day_within(criterion: DayWithin, rules: RuleSet) -> Words:
    name = fact_words(criterion.fact, rules)
    first, last = criterion.not_before, criterion.before
    zh = "，".join([*([f"不早于 {first}"] if first else []), *([f"早于 {last}"] if last else [])])
    en = ", ".join([*([f"from {first}"] if first else []), *([f"before {last}"] if last else [])])
    return Words(zh=f"{name.zh}{zh}", en=f"{name.en} {en}")


_BOUND_NAMES = {
    Bound.AT_MOST: ("周岁以下（含）", "years or younger"),
    Bound.BELOW: ("周岁以下（不含）", "years not yet reached"),
    Bound.AT_LEAST: ("周岁以上（含）", "years or older"),
    Bound.ABOVE: ("周岁以上（不含）", "years exceeded"),
}


def _age(criterion: AgeLimit, _: RuleSet) -> Words:
    zh, en = [], []
    if criterion.years is not None:
        name = _BOUND_NAMES[criterion.bound]
        derived = (
            ("，含本数为推定", ", the number itself derived") if criterion.is_derived else ("", "")
        )
        zh.append(f"{criterion.years} {name[0]}{derived[0]}")
        en.append(f"{criterion.years} {name[1]}{derived[1]}")
    for day, word in (
        (criterion.born_from, ("及以后", "or later")),
        (
            criterion.born_until,
            ("及以前", "or earlier"),
        ),
    ):
        if day:
            zh.append(f"{day} {word[0]}出生")
            en.append(f"born {day} {word[1]}")
    if criterion.governs:
        governs = {
            Governs.WORDS: ("以周岁为准", "the age holds"),
            Governs.BIRTH_DATE: ("以出生日期为准", "the birth date holds"),
        }[criterion.governs]
        zh.append(governs[0])
        en.append(governs[1])
    if criterion.on:
        zh.append(f"计算到 {criterion.on}")
        en.append(f"as of {criterion.on}")
    return Words(zh="，".join(zh), en=", ".join(en))


def _insured(criterion: InsuredMonths, _: RuleSet) -> Words:
    kind = ("连续", "without a break") if criterion.is_continuous else ("累计", "in total")
    back = (
        ("补缴算", "back-paid in") if criterion.counts_back_paid else ("补缴不算", "back-paid out")
    )
    return Words(
        zh=f"社会保险{kind[0]}缴满 {criterion.at_least} 个月（{back[0]}）",
        en=f"{criterion.at_least} months of insurance {kind[1]} ({back[1]})",
    )


def _listed(criterion: ListedPost, _: RuleSet) -> Words:
    zh, en = "目录列有相符的岗位", "the catalogue lists a post that is matched"
    if criterion.labels:
        labels = "、".join(criterion.labels)
        zh, en = f"{zh}，紧缺程度 {labels}", f"{en}, shortage {labels}"
    if criterion.index_at_least is not None:
        index = f"{criterion.index_at_least / 1000:g}"
        zh, en = f"{zh}，紧缺指数不低于 {index}", f"{en}, shortage index {index} or more"
    return Words(zh=zh, en=en)


def _study(criterion: Study, _: RuleSet) -> Words:
    full = {True: ("全日制", "full-time "), False: ("非全日制", "part-time "), None: ("", "")}
    kind = full[criterion.is_full_time]
    parts = [each for each in (criterion.education, criterion.degree) if each]
    return Words(
        zh=f"{kind[0]}{'、'.join(parts)}及以上", en=f"{kind[1]}{', '.join(parts)} or higher"
    )


def _major(criterion: MajorIs, _: RuleSet) -> Words:
    how = {
        MajorReading.EXACT: ("一字不差", "to the character"),
        MajorReading.SAME_CLASS: ("同一专业类也可", "or of the same class"),
        MajorReading.JUDGED: ("是否相近由受理机关判断", "nearness is for the authority"),
    }[criterion.reading]
    names = "、".join(criterion.names)
    codes = f"，代码 {'、'.join(criterion.codes)}" if criterion.codes else ""
    return Words(zh=f"专业 {names}（{how[0]}{codes}）", en=f"major {names} ({how[1]}{codes})")


def _related(criterion: RelatedYears, _: RuleSet) -> Words:
    study = "、".join(f"{level}算 {years} 年" for level, years in criterion.study)
    study_en = ", ".join(f"{level} counts {years}" for level, years in criterion.study)
    return Words(
        zh=f"相关工作满 {criterion.at_least} 年" + (f"（学习折算：{study}）" if study else ""),
        en=f"{criterion.at_least} years of related work" + (f" ({study_en})" if study else ""),
    )


def _points_reach(criterion: PointsReach, _: RuleSet) -> Words:
    return Words(zh=f"积分满 {criterion.at_least} 分", en=f"{criterion.at_least} points")


def _skill_level(criterion: HoldsLevel, _: RuleSet) -> Words:
    lowest = criterion.levels[0]
    return Words(zh=f"具有{lowest}及以上等级", en=f"level {lowest} or higher")


_DEMANDS: Mapping[type, Callable[[Any, RuleSet], Words]] = {
    AllOf: _group("，并且", ", and "),
    AnyOf: _group("，或者", ", or "),
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


def _authority(rule: Authority, rules: RuleSet) -> Words:
    by = f"（{rule.authorised_by}）" if rule.authorised_by else ""
    whom = _demand(rule, rules)
    if rule.when is None:
        return Words(zh=f"{rule.name.zh}{by}", en=f"{rule.name.en}{by}")
    return Words(
        zh=f"{rule.name.zh}{by}，适用于：{whom.zh}", en=f"{rule.name.en}{by}, for: {whom.en}"
    )


def _filer(rule: Filer, _: RuleSet) -> Words:
    said = FILER_NAMES[rule.who]
    if rule.how is None:
        return said
    return Words(zh=f"{said.zh}：{rule.how.zh}", en=f"{said.en}: {rule.how.en}")


def _window(rule: Window, _: RuleSet) -> Words:
    first, last = rule.opens.isoformat(), rule.closes.isoformat()
    if rule.is_yearly:
        first, last = first[5:], last[5:]
        of = {"tax_year": ("纳税年度", "the tax year"), "hired_on": ("聘用年", "the year of hire")}
        zh, en = of.get(rule.year_of, ("每年", "each year"))
        after = f"后第 {rule.years_after} 年" if rule.years_after else ""
        after_en = f", {rule.years_after} later" if rule.years_after else ""
        return _with_make_ups(
            rule,
            Words(zh=f"{zh}{after} {first} 至 {last}", en=f"{en}{after_en}: {first} to {last}"),
        )
    return _with_make_ups(rule, Words(zh=f"{first} 至 {last}", en=f"{first} to {last}"))


def _with_make_ups(rule: Window, said: Words) -> Words:
    if not rule.make_ups:
        return said
    return Words(
        zh=f"{said.zh}；错过的可在以后的申报期补报 {rule.make_ups} 次",
        en=f"{said.en}; may be made up {rule.make_ups} time(s) in a later window",
    )


def _catalogue_day(rule: CatalogueDay, _: RuleSet) -> Words:
    name = DAY_NAMES[rule.day]
    if rule.or_day is None:
        return Words(zh=f"{name.zh}有效的目录", en=f"the catalogue in force on {name.en}")
    other = DAY_NAMES[rule.or_day]
    return Words(
        zh=f"{name.zh}或{other.zh}有效的目录", en=f"the catalogue of {name.en} or of {other.en}"
    )


def _condition(rule: Condition, rules: RuleSet) -> Words:
    said = _demand(rule, rules)
    return Words(zh=f"{rule.name.zh}：{said.zh}", en=f"{rule.name.en}: {said.en}")


def _points(rule: Points, _: RuleSet) -> Words:
    most = max((row.points for row in rule.rows), default=0)
    return Words(zh=f"{rule.name.zh}，最高 {most} 分", en=f"{rule.name.en}, at most {most}")


def _quota(rule: Quota, _: RuleSet) -> Words:
    per = ("每个用人单位", "of each employer") if rule.is_per_employer else ("全部", "in all")
    return Words(zh=f"{per[0]}最多 {rule.at_most} 人", en=f"at most {rule.at_most} {per[1]}")


def benefit_words(rule: Benefit) -> Words:
    """Return what a benefit is, with the sums that are printed for it."""
    if rule.share_of:
        share = f"{rule.share_permille / 10:g}%"
        sums = Words(zh=f"所缴数额的 {share}", en=f"{share} of what was paid")
    elif rule.tiers:
        lows, highs = [t.amount for t in rule.tiers], [t.high for t in rule.tiers]
        sums = amount_words(Amount(low=min(lows), high=max(highs)))
    else:
        return rule.name
    per = {"month": ("每月", "a month"), "year": ("每年", "a year")}.get(rule.per, ("", ""))
    times = ""
    if rule.times > 1:
        times = f" × {'≤' if rule.times_low < rule.times else ''}{rule.times}"
    cap = f"，上限 {yuan(rule.cap)} 元" if rule.cap is not None else ""
    cap_en = f", at most {yuan(rule.cap)} CNY" if rule.cap is not None else ""
    paid = "/".join(f"{each}%" for each in rule.instalments)
    paid_zh = f"，分期 {paid}" if paid else ""
    return Words(
        zh=f"{rule.name.zh}：{per[0]}{sums.zh}{times}{cap}{paid_zh}",
        en=f"{rule.name.en}: {sums.en} {per[1]}{times}{cap_en}"
        + (f", paid {paid}" if paid else ""),
    )


def _deduction(rule: Deduction, rules: RuleSet) -> Words:
    known = facts_of(rules).get(rule.fact)
    name = known.names[0] if known else rule.fact
    cap = f"，最多 {yuan(rule.cap)} 元" if rule.cap is not None else ""
    cap_en = f", at most {yuan(rule.cap)} CNY" if rule.cap is not None else ""
    return Words(
        zh=f"从“{rule.benefit}”中扣除{name}{cap}",
        en=f"{rule.fact} is taken off {rule.benefit}{cap_en}",
    )


def _exclusion(rule: Exclusion, rules: RuleSet) -> Words:
    names = [
        line.rule.name
        for line in rules.lines
        if isinstance(line.rule, Benefit) and line.rule.group == rule.group
    ]
    return Words(
        zh=f"只能享受一项：{'、'.join(each.zh for each in names)}",
        en=f"only one of: {', '.join(each.en for each in names)}",
    )


def days_words(rule: Step | Period | Remedy) -> Words:
    """Return the days of a step by rule and by promise, or that none are stated."""
    if rule.days is None:
        return Words(zh="期限未载明", en="days not stated")
    unit = COUNTED_NAMES[rule.counted]
    zh, en = f"{rule.days} {unit.zh}", f"{rule.days} {unit.en}"
    promised = getattr(rule, "promised_days", None)
    if promised is not None:
        zh, en = f"{zh}，承诺 {promised} {unit.zh}", f"{en}, {promised} promised"
    return Words(zh=zh, en=en)


def _step(rule: Step, _: RuleSet) -> Words:
    told = days_words(rule)
    stops = "、".join(rule.stops_for)
    zh = f"{rule.name.zh}：{told.zh}" + (f"；{stops}的时间不计算" if stops else "")
    en = f"{rule.name.en}: {told.en}" + (f"; stopped by {stops}" if stops else "")
    if not rule.is_counted:
        zh, en = f"{zh}（不计入办理期限）", f"{en} (not part of the period)"
    return Words(zh=zh, en=en)


def _period(rule: Period, _: RuleSet) -> Words:
    told = days_words(rule)
    notice = (
        ("公示时间计入", "notice counted")
        if rule.counts_notice
        else (
            "公示时间不计入",
            "notice not counted",
        )
    )
    return Words(zh=f"全程 {told.zh}，{notice[0]}", en=f"in all {told.en}, {notice[1]}")


def _remedy(rule: Remedy, _: RuleSet) -> Words:
    told = days_words(rule)
    organ = rule.organ or Words(zh="受理机关未载明", en="organ not stated")
    return Words(
        zh=f"{rule.name.zh}：{organ.zh}，{told.zh}", en=f"{rule.name.en}: {organ.en}, {told.en}"
    )


def _revocation(rule: Revocation, _: RuleSet) -> Words:
    reach = rule.reach or Words(zh="后果未载明", en="reach not stated")
    return Words(zh=f"{rule.ground.zh}：{reach.zh}", en=f"{rule.ground.en}: {reach.en}")


def _renewal(rule: Renewal, _: RuleSet) -> Words:
    return rule.how


def _material(rule: Material, rules: RuleSet) -> Words:
    if rule.when is None:
        return rule.name
    whom = _demand(rule, rules)
    return Words(zh=f"{rule.name.zh}（{whom.zh}）", en=f"{rule.name.en} ({whom.en})")


def _route(rule: Route, _: RuleSet) -> Words:
    return rule.how


def _basis(rule: Basis, _: RuleSet) -> Words:
    return Words(zh=rule.title, en=rule.title)


_SAY: Mapping[str, Callable[[Any, RuleSet], Words]] = {
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
