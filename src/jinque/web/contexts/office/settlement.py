"""What the form of a decision asks for."""

from jinque.errors import InvalidOptionError
from jinque.model.review_decision import SETTLING, Action, Settlement
from jinque.web.guard import Form


def settlement_of(given: Form) -> Settlement:
    """Return what a form asks for; the review itself checks the rest.

    Raises:
        InvalidOptionError: `action` is none that settles anything.
    """
    action = given.get("action", "")
    if action not in {each.value for each in SETTLING}:
        raise InvalidOptionError(
            "请先选择怎么处理。",
            "Choose first what to do.",
            where="action",
            hint_zh="照原文保留、更正，或不采用。",
            hint_en="Keep it as printed, correct it, or leave it out.",
        )
    kind = Action(action)
    about_row = kind in {Action.CORRECT, Action.REJECT}
    return Settlement(
        action=kind,
        reason=given.get("reason", ""),
        issue=_issue(given, kind),
        post=given.get("post") or None if about_row else None,
        field=given.get("field") or None,
        value=_value(given, kind),
        edition=given.get("edition") or None,
        other=given.get("other") or None,
        named=given.get("named") or None,
    )


def revision_of(given: Form) -> int:
    """Return the revision that a form was made on; 0, which no draft has, where it names none."""
    number = given.get("revision", "")
    return int(number) if number.isdecimal() and number.isascii() else 0


def _issue(given: Form, kind: Action) -> str | None:
    named = given.get("issue") or None
    is_rows_own = bool(given.get("post")) and kind is not Action.ACCEPT
    return None if is_rows_own else named


def _value(given: Form, kind: Action) -> str | None:
    if kind in {Action.ACCEPT, Action.REJECT}:
        return None
    value = given.get("value", "")
    return value or None if kind is Action.ROLE else value
