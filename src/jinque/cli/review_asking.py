"""From the words of a command to what is asked of a review."""

from collections.abc import Iterable

from jinque.cli.review_options import ReviewOptions
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model.review import Draft
from jinque.model.review_decision import Action, Settlement


def settlement(options: ReviewOptions, draft: Draft) -> Settlement:
    """Return what a command asks for.

    WHAT is an issue or a post for a decision about a row, and names the column, the fact or the
    relation for one about the whole.

    Raises:
        WrongCallError: WHAT is missing.
    """
    action, what = Action(options.action), needed(options.what, "WHAT")
    keys = {issue.key for edition in draft.editions for issue in edition.issues}
    is_issue = action is Action.ACCEPT or what in keys
    is_of_row = action in {Action.ACCEPT, Action.CORRECT, Action.REJECT}
    is_relation = action is Action.RELATE
    return Settlement(
        action=action,
        reason=options.reason,
        issue=what if is_of_row and is_issue else None,
        post=what if is_of_row and not is_issue else None,
        field=options.field if is_of_row else (None if is_relation else what),
        value=what if is_relation else options.value,
        edition=options.edition,
        other=options.other,
        named=options.named,
    )


def needed(value: str | None, name: str) -> str:
    """Return an argument that the action cannot do without.

    Raises:
        WrongCallError: it is missing.
    """
    if value is None:
        raise WrongCallError(
            f"缺少 {name}。",
            f"{name} is missing.",
            where=name,
            hint_zh="用 jinque review --help 查看每个动作要写什么。",
            hint_en="`jinque review --help` tells what each action takes.",
        )
    return value


def no_action(action: str, known: Iterable[str]) -> InvalidOptionError:
    """Tell an action that there is not."""
    named = list(known)
    return InvalidOptionError(
        f"没有“{action}”这个动作。",
        f"There is no action “{action}”.",
        where="review",
        hint_zh=f"可用：{'、'.join(named)}。",
        hint_en=f"Choose from: {', '.join(named)}.",
    )
