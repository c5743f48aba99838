"""The JSON shapes of the ladder and of what it answers (docs/reference/json.md)."""

from collections.abc import Iterable

from jinque.api.ladder_parts import (
    day,
    document_dict,
    facts,
    finding_dict,
    row_dict,
    rule_dict,
    words,
)
from jinque.bridge import Rulebook, rules_in_force
from jinque.model.bridge import BridgeAnswer, Remark, Step
from jinque.model.exam import Equivalence, ExamAnswer
from jinque.model.rule import LadderRule


def bridge_dict(answer: BridgeAnswer) -> dict[str, object]:
    """Return the answer to one question; sentences in both languages."""
    return {
        "status": answer.status.value,
        "headline": words(answer.headline),
        "notice": words(answer.notice),
        "direction": answer.request.direction.value,
        "on": answer.request.on.isoformat(),
        "occupation": answer.request.occupation,
        "row": answer.row and row_dict(answer.row),
        "near": [
            {"name": near.name, "serial": near.serial, "reason": words(near.reason)}
            for near in answer.near
        ],
        "groups": [row_dict(row) for row in answer.groups],
        "step": answer.step and _step(answer.step),
        "next_step": answer.next_step and _step(answer.next_step),
        "steps": _steps(answer.steps),
        "direct": _steps(answer.direct),
        "promotion": answer.promotion and _step(answer.promotion),
        "remarks": [_remark(remark) for remark in answer.remarks],
        "missing": facts(answer.missing),
        "document": answer.document and document_dict(answer.document),
    }


def ladder_dict(book: Rulebook) -> dict[str, object]:
    """Return the rules of a place: levels of both sides, every rule, from when they hold."""
    return {
        "id": book.ladder.id,
        "places": list(book.ladder.places),
        "skill_levels": list(book.ladder.skill_levels),
        "title_levels": list(book.ladder.title_levels),
        "document": document_dict(rules_in_force(book)),
        "rules": [_ladder_rule(book, rule) for rule in book.ladder.rules],
        "mappings": len(book.rows),
    }


def exam_dict(answer: ExamAnswer) -> dict[str, object]:
    """Return as what education a class of a technical school counts, and for what only."""
    return {
        "equivalence": _equivalence(answer.equivalence),
        "others": [_equivalence(each) for each in answer.others],
        "exam": answer.exam,
        "is_listed": answer.is_listed.value,
        "listed": list(answer.listed),
        "rules": [rule_dict(rule) for rule in answer.rules],
        "document": document_dict(answer.document),
        "notice": words(answer.notice),
    }


def _steps(steps: Iterable[Step]) -> list[dict[str, object]]:
    return [_step(step) for step in steps]


def _step(step: Step) -> dict[str, object]:
    return {
        "status": step.status.value,
        "outcome": step.outcome.value,
        "from_levels": list(step.from_levels),
        "to_level": step.to_level,
        "earliest_date": day(step.earliest_date),
        "rule": rule_dict(step.rule),
        "findings": [finding_dict(finding) for finding in step.findings],
        "missing": facts(step.missing),
    }


def _remark(remark: Remark) -> dict[str, object]:
    return {
        "code": remark.code,
        "words": words(remark.words),
        "rule": remark.rule and rule_dict(remark.rule),
        "outcome": remark.outcome and remark.outcome.value,
        "missing": facts(remark.missing),
    }


def _equivalence(each: Equivalence) -> dict[str, object]:
    return {
        "graduate_of": each.graduate_of,
        "counts_as": each.counts_as,
        "only_for": each.only_for,
        "rule": rule_dict(each.rule),
    }


def _ladder_rule(book: Rulebook, rule: LadderRule) -> dict[str, object]:
    return {
        **rule_dict(book.cited[rule.id]),
        "from_levels": list(rule.from_levels),
        "from_printed": rule.from_printed or None,
        "to_level": rule.to_level,
        "years": rule.years,
        "award": rule.award or None,
        "conditions": list(rule.conditions),
        "open_conditions": list(rule.open_conditions),
    }
