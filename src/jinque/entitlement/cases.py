"""Runs the cases of a rule set and says where they part from what the rules come to."""

from collections.abc import Callable, Mapping

from jinque.entitlement.circumstances import yuan
from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator
from jinque.entitlement.procedure import STATE_NAMES
from jinque.entitlement.ranking import rank
from jinque.locale import Translator
from jinque.model.entitlement.answer import Amount, BenefitFound, Deadline, Entitlement
from jinque.model.entitlement.cases import Case, CaseFile, CaseRun, Difference
from jinque.model.entitlement.rules import Benefit, RuleSet, Step
from jinque.model.person import Outcome
from jinque.text import fold

OUTCOME_NAMES = {Outcome.MET: "符合", Outcome.NOT_MET: "不符合", Outcome.UNKNOWN: "待定"}
_ENGLISH = {"met": "符合", "not_met": "不符合", "unknown": "待定"}
_NOT_KNOWN = "不能确定"
_CHINESE = Translator("zh")


def run_cases(rules: RuleSet, cases: CaseFile, days: WorkingDays) -> tuple[CaseRun, ...]:
    """Run every case of a file against a rule set."""
    return tuple(
        CaseRun(
            rule_set=rules.id,
            file=cases.file,
            case=case,
            differences=_differences(rules, case, days),
        )
        for case in cases.cases
    )


def _differences(rules: RuleSet, case: Case, days: WorkingDays) -> tuple[Difference, ...]:
    evaluator = Evaluator(rules, case.on, days)
    found = evaluator.entitle(case.applicant)
    told = _told(found)
    if case.group:
        places = rank(evaluator, case.group)
        told |= {
            f"次序 {one.name}": OUTCOME_NAMES[place]
            for one, place in zip(case.group, places, strict=True)
        }
    differences = []
    for what, expected in case.expected.items():
        actual = told.get(what, "没有这一项")
        if _plain(expected) != _plain(actual):
            differences.append(Difference(what=what, expected=expected, found=actual))
    return tuple(differences)


def _plain(text: str) -> str:
    return fold(_ENGLISH.get(text, text)).replace(",", "").removesuffix("元")


def _told(found: Entitlement) -> dict[str, str]:
    """Return everything that a case may expect, in the words of case files."""
    told = {
        "认定": OUTCOME_NAMES[found.recognition],
        "净额": amount_text(found.net),
        "总额": amount_text(found.gross),
        "机关": "、".join(_names(found)),
        "申报期": "、".join(_CHINESE(STATE_NAMES[each.state]) for each in found.windows)
        or "未载明",
        "积分": "未载明" if found.points is None else _points(found.points),
        "最早": str(found.earliest_date) if found.earliest_date else _NOT_KNOWN,
        "未载明": "、".join(found.not_stated) or "无",
    }
    for each in found.findings:
        clause = each.line.citation.clause or each.line.id
        told[f"条款 {clause}"] = OUTCOME_NAMES[each.judged.bearing]
        told[f"条款 {each.line.id}"] = OUTCOME_NAMES[each.judged.bearing]
    for step in (*found.steps, *([found.period] if found.period else [])):
        rule = step.line.rule
        name = rule.name.zh if isinstance(rule, Step) else "全程"
        told[f"期满 {name}"] = _day(step.by_rule)
        told[f"承诺 {name}"] = _day(step.by_promise)
    for benefit in found.benefits:
        told |= _of_benefit(benefit)
    return told


def _of_benefit(each: BenefitFound) -> Mapping[str, str]:
    rule = each.line.rule
    if not isinstance(rule, Benefit):
        return {}
    return {
        f"享受 {rule.id}": OUTCOME_NAMES[each.taken],
        f"享受 {rule.name.zh}": OUTCOME_NAMES[each.taken],
        f"各项 {rule.id}": amount_text(each.net),
        f"各项 {rule.name.zh}": amount_text(each.net),
    }


def _names(found: Entitlement) -> list[str]:
    names = []
    for each in found.authorities:
        name: object = getattr(each.line.rule, "name", None)
        words = getattr(name, "zh", "")
        names.append(words if each.judged.bearing is Outcome.MET else f"{words}（待定）")
    return names or ["未载明"]


def _day(deadline: Deadline | None) -> str:
    if deadline is None:
        return "未载明"
    return str(deadline.day) if deadline.day else _NOT_KNOWN


def _points(amount: Amount) -> str:
    return _range(amount, str)


def amount_text(amount: Amount) -> str:
    """Return a sum in yuan as case files write it: `88000`, `0 至 50000`, `0 至 不明`."""
    return _range(amount, lambda fen: yuan(fen).replace(",", ""))


def _range(amount: Amount, shown: Callable[[int], str]) -> str:
    if amount.is_exact:
        return shown(amount.low)
    return f"{shown(amount.low)} 至 {'不明' if amount.high is None else shown(amount.high)}"
