"""Answers about recognition and benefit as JSON objects (docs/reference/rules.md#json)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from jinque.entitlement.procedure import STATE_NAMES
from jinque.entitlement.sums import amount_words
from jinque.entitlement.wording import (
    COMPUTED_NOTICE,
    FORCE_NAMES,
    KIND_NAMES,
    TRUST_NAMES,
    say_rule,
)
from jinque.locale import NOTHING, Sentence, both, printed, say, say_in
from jinque.model.entitlement.answer import (
    Amount,
    BenefitFound,
    Deadline,
    Entitlement,
    Judged,
    LineFinding,
    Question,
    StepDue,
    WindowFound,
)
from jinque.model.entitlement.cases import ConformanceReport
from jinque.model.entitlement.impact import Impact
from jinque.model.entitlement.rules import (
    KIND_OF_RULE,
    Benefit,
    FactAsked,
    RuleFault,
    RuleLine,
    RuleSet,
)
from jinque.model.person import Outcome

Json = dict[str, object]

__all__ = [
    "COMPUTED_NOTICE",
    "FORCE_NAMES",
    "KIND_NAMES",
    "KIND_OF_RULE",
    "TRUST_NAMES",
    "amount_dict",
    "amount_words",
    "authority_lines",
    "benefit_name",
    "conformance_dict",
    "day_lines",
    "deadline_words",
    "entitlement_dict",
    "fact_dict",
    "faults_dict",
    "impact_dict",
    "line_dict",
    "outcome_words",
    "rule_set_dict",
    "rule_set_lines_dict",
    "say_rule",
    "state_words",
    "taken_words",
]


def rule_set_dict(rules: RuleSet) -> Json:
    """Return a rule set in short: what it is, of where, how far it is to be trusted."""
    return {
        "id": rules.id,
        "name": _words(rules.name),
        "place": rules.place,
        "subject": rules.subject.value,
        "force": rules.force.value,
        "force_words": _words(FORCE_NAMES[rules.force.value]),
        "trust": rules.trust.value,
        "trust_words": _words(TRUST_NAMES[rules.trust.value]),
        "effective_from": _day(rules.effective_from),
        "effective_to": _day(rules.effective_to),
        "sources": [
            {
                "id": each.id,
                "title": each.title,
                "number": each.number,
                "issuer": each.issuer,
                "issued_on": each.issued_on,
                "address": each.address,
                "trust": each.trust.value,
                "checked_on": _day(each.checked_on),
            }
            for each in rules.sources
        ],
        "catalogues": msgspec.to_builtins(rules.catalogues),
        "notes": [_words(each) for each in rules.notes],
        "lines": len(rules.lines),
    }


def rule_set_lines_dict(rules: RuleSet, facts: Iterable[FactAsked]) -> Json:
    """Return a rule set with every line and the facts that it turns on."""
    return {
        **rule_set_dict(rules),
        "lines": [line_dict(line, rules) for line in rules.lines],
        "facts": [fact_dict(each) for each in facts],
    }


def line_dict(line: RuleLine, rules: RuleSet) -> Json:
    """Return one line: its kind, our reading, the words that it rests on, its time."""
    kind = KIND_OF_RULE[type(line.rule)]
    return {
        "id": line.id,
        "kind": kind,
        "kind_words": _words(KIND_NAMES[kind]),
        "reading": _words(say_rule(line, rules)),
        "clause": line.citation.clause or None,
        "quote": line.citation.quote or None,
        "told": line.citation.told or None,
        "source": line.citation.source.id,
        "source_line": line.citation.line,
        "effective_from": _day(line.effective_from),
        "effective_to": _day(line.effective_to),
    }


def fact_dict(fact: FactAsked) -> Json:
    """Return a fact with its question."""
    return {
        "fact": fact.id,
        "kind": fact.kind,
        "names": list(fact.names),
        "question": _words(fact.question),
        "values": list(fact.values),
    }


def entitlement_dict(found: Entitlement) -> Json:
    """Return what a rule set comes to for somebody, clause by clause; amounts in fen."""
    rules = found.rules
    return {
        "rules": rule_set_dict(rules),
        "on": found.on.isoformat(),
        "recognition": found.recognition.value,
        "earliest_date": _day(found.earliest_date),
        "findings": [_finding(each, rules) for each in found.findings],
        "to_judge": [each.line.id for each in found.to_judge],
        "authorities": [_finding(each, rules) for each in found.authorities],
        "benefits": [_benefit(each, rules) for each in found.benefits],
        "gross": amount_dict(found.gross),
        "net": amount_dict(found.net),
        "points": msgspec.to_builtins(found.points),
        "windows": [_window(each, rules) for each in found.windows],
        "steps": [_step(each, rules) for each in found.steps],
        "period": _step(found.period, rules) if found.period else None,
        "materials": [_finding(each, rules) for each in found.materials],
        "not_stated": [
            {"kind": kind, "words": _words(KIND_NAMES[kind])} for kind in found.not_stated
        ],
        "missing": [_question(each) for each in found.missing],
        "road": [
            {
                "words": _words(each.words),
                "line": each.line.id if each.line else None,
                "day": _day(each.day),
            }
            for each in found.road
        ],
        "listing": msgspec.to_builtins(found.listing),
        "notice": _words(COMPUTED_NOTICE),
    }


def amount_dict(amount: Amount) -> Json:
    """Return a sum in fen with its words; `high` null is no known end."""
    return {"low_fen": amount.low, "high_fen": amount.high, "words": _words(amount_words(amount))}


def faults_dict(faults: Iterable[RuleFault]) -> list[Json]:
    """Return faults of rule files in order."""
    return [
        {
            "code": each.code,
            "is_error": each.is_error,
            "file": each.file,
            "line": each.line,
            "path": each.path,
            "message": _words(each.message),
        }
        for each in faults
    ]


def conformance_dict(report: ConformanceReport) -> Json:
    """Return what came of running cases."""
    return {
        "passed": report.passed,
        "cases": len(report.runs),
        "failed": [
            {
                "rules": each.rule_set,
                "file": each.file,
                "line": each.case.line,
                "case": each.case.name,
                "differences": msgspec.to_builtins(each.differences),
            }
            for each in report.runs
            if not each.passed
        ],
        "unmatched": list(report.unmatched),
        "faults": faults_dict(report.faults),
    }


def impact_dict(found: Impact) -> Json:
    """Return what a change of rules does to made-up people."""
    return {
        "old": found.old,
        "new": found.new,
        "on": found.on.isoformat(),
        "people": found.people,
        "is_synthetic": True,
        "changed": list(found.changed),
        "moves": [
            {
                "before": each.before.value,
                "after": each.after.value,
                "people": each.people,
                "examples": list(each.examples),
                "money_before": amount_dict(each.money_before),
                "money_after": amount_dict(each.money_after),
            }
            for each in found.moves
        ],
        "before": amount_dict(found.before),
        "after": amount_dict(found.after),
        "gain": found.gain,
        "loss": found.loss,
        "lines": [
            {
                "line": each.line,
                "words": _words(each.words),
                "out_before": each.out_before,
                "out_after": each.out_after,
            }
            for each in found.lines
        ],
    }


_OUTCOME_WORDS = {
    Outcome.MET: say("met"),
    Outcome.NOT_MET: say("not met"),
    Outcome.UNKNOWN: say("incomplete"),
}
_TO_JUDGE = say("people judge")
_TAKEN = {
    Outcome.MET: say("taken"),
    Outcome.NOT_MET: say("not taken"),
    Outcome.UNKNOWN: say_in("shapes", "open"),
}


def outcome_words(judged: Judged) -> Sentence:
    """Return what an outcome is called; what no fact settles is for people to judge."""
    if judged.outcome is Outcome.UNKNOWN and not judged.missing:
        return _TO_JUDGE
    return _OUTCOME_WORDS[judged.outcome]


def state_words(outcome: Outcome) -> Sentence:
    """Return what a state of recognition is called."""
    return _OUTCOME_WORDS[outcome]


def taken_words(each: BenefitFound) -> Sentence:
    """Return whether a benefit is taken, and what excludes it."""
    said = _TAKEN[each.taken]
    if not each.rivals or each.taken is Outcome.MET:
        return said
    rivals = "、".join(each.rivals)
    return say("{said} (only one with {rivals})", rivals=rivals, said=said)


def benefit_name(each: BenefitFound) -> Sentence:
    """Return what a benefit is called."""
    rule = each.line.rule
    return rule.name if isinstance(rule, Benefit) else printed(each.line.id)


def authority_lines(found: Entitlement) -> tuple[Sentence, ...]:
    """Return who decides, and by which authorisation."""
    lines = []
    for each in found.authorities:
        said = say_rule(each.line, found.rules)
        told = say("Decided by: {said}", said=said)
        if each.judged.bearing is not Outcome.MET:
            told = say("Perhaps decided by: {said}", said=said)
        lines.append(told)
    return tuple(lines) or (say("Decided by: not stated"),)


def day_lines(found: Entitlement) -> tuple[Sentence, ...]:
    """Return windows and steps with their days, by rule and by promise."""
    lines = [
        say("{state_names}: {reason}", state_names=STATE_NAMES[each.state], reason=each.reason)
        for each in found.windows
    ]
    for step in (*found.steps, *([found.period] if found.period else [])):
        said = say_rule(step.line, found.rules)
        lines.append(
            say(
                "{said}; by rule {deadline_words}{by_promise}",
                said=said,
                deadline_words=deadline_words(step.by_rule),
                by_promise=say(
                    ", promised {deadline_words}", deadline_words=deadline_words(step.by_promise)
                )
                if step.by_promise
                else NOTHING,
            )
        )
    return tuple(lines)


def deadline_words(deadline: Deadline | None) -> Sentence:
    """Return the day of a deadline, or why there is none and what was counted so far."""
    if deadline is None:
        return say("not stated")
    if deadline.day is None:
        return say("not known ({reason})", reason=deadline.reason)
    return printed(deadline.day.isoformat())


def _finding(each: LineFinding, rules: RuleSet) -> Json:
    judged = each.judged
    return {
        **line_dict(each.line, rules),
        "outcome": judged.outcome.value,
        "bearing": judged.bearing.value,
        "reason": _words(judged.reason),
        "missing": [_question(one) for one in judged.missing],
        "earliest_date": _day(judged.earliest_date),
        "is_derived": judged.is_derived,
    }


def _benefit(each: BenefitFound, rules: RuleSet) -> Json:
    rule = each.line.rule
    return {
        **_finding(LineFinding(line=each.line, judged=each.judged), rules),
        "benefit": rule.id if isinstance(rule, Benefit) else None,
        "gross": amount_dict(each.gross),
        "net": amount_dict(each.net),
        "taken": each.taken.value,
        "excludes": list(each.rivals),
        "sum_steps": [
            {
                "reason": _words(step.reason),
                "line": step.line.id,
                "left": amount_dict(step.left),
            }
            for step in each.steps
        ],
    }


def _window(each: WindowFound, rules: RuleSet) -> Json:
    return {
        **line_dict(each.line, rules),
        "state": each.state,
        "opens": _day(each.opens),
        "closes": _day(each.closes),
        "reason": _words(each.reason),
    }


def _step(each: StepDue, rules: RuleSet) -> Json:
    return {
        **line_dict(each.line, rules),
        "begins_after": _day(each.begins_after),
        "by_rule": _deadline(each.by_rule),
        "by_promise": _deadline(each.by_promise),
    }


def _deadline(each: Deadline | None) -> Json | None:
    if each is None:
        return None
    return {
        "day": _day(each.day),
        "counted": each.counted,
        "of": each.of,
        "until": _day(each.until),
        "reason": _words(each.reason),
    }


def _question(each: Question) -> Json:
    return {"fact": each.fact, "about": each.about, "question": _words(each.question)}


def _words(words: Sentence) -> Json:
    return dict(both(words))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
