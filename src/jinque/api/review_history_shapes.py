"""The JSON shape of decisions and of the places they are about (docs/reference/json.md)."""

from jinque.dataset.issues import place_dict
from jinque.model.review_decision import Decision


def decision_dict(decision: Decision) -> dict[str, object]:
    """Return a line of the history."""
    target = decision.target
    return {
        "number": decision.number,
        "draft": decision.draft_id,
        "action": decision.action.value,
        "by": decision.by,
        "role": decision.role.value,
        "at": decision.at,
        "reason": decision.reason,
        "field": target and target.field,
        "printed": target.printed if target else "",
        "issue": target and target.issue,
        "place": target and target.place and place_dict(target.place),
        "lines": [target.line_start, target.line_end] if target and target.line_start else None,
        "value": decision.value,
        "other": decision.other,
        "named": decision.named,
        "undoes": decision.undoes,
        "undone_by": decision.undone_by,
        "is_void": decision.is_void,
    }
