"""The history of a source on a terminal."""

import sys
from collections.abc import Sequence

from jinque.cli.review_words import ACTIONS
from jinque.cli.session import Session
from jinque.model.review_decision import Decision


def print_history(session: Session, history: Sequence[Decision]) -> None:
    """Print every decision about a source, oldest first."""
    from rich.padding import Padding

    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    for each in history:
        state = session.say("（已撤销）", " (undone)") if each.undone_by else ""
        void = session.say("（草稿已作废）", " (draft discarded)") if each.is_void else ""
        action = session.of(ACTIONS[each.action])
        screen.print(plain(f"{each.number}. {each.at}  {each.by}  {action}{state}{void}"))
        told = _told(each)
        if told:
            screen.print(Padding(plain(told, "dim"), (0, 0, 0, 4)))


def _told(decision: Decision) -> str:
    target = decision.target
    parts = [
        target.issue or target.field or "" if target else "",
        f"“{target.printed.strip()}”" if target and target.printed else "",
        f"→ “{decision.value}”" if decision.value and target else "",
        f"#{decision.undoes}" if decision.undoes else "",
        decision.reason,
    ]
    return "  ".join(filter(None, parts))
