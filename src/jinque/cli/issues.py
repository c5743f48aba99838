"""`jinque issues`."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import SEVERITIES, counted, place_of_issue
from jinque.model import Issue

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def show_issues(session: Session, edition_id: str, *, as_json: bool) -> None:
    """Print what the reading of an edition found."""
    from jinque import api

    with opened(session) as workspace:
        issues = api.issues(workspace, edition_id)
    if as_json:
        write_json(api.issues_dict(issues))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    for issue in issues:
        print_issue(session, screen, issue)
        screen.print()
    counts = Counter(issue.severity.value for issue in issues)
    total = counted(session, counts, SEVERITIES)
    none = session.say("没有发现问题。", "Nothing was found.")
    screen.print(plain(session.say(f"合计：{total}", f"In all: {total}") if issues else none))


def print_issue(session: Session, screen: "Console", issue: Issue, indent: int = 0) -> None:
    """Print an issue, `indent` columns in: severity, code, place, and the sentence below them."""
    from rich.padding import Padding
    from rich.text import Text

    from jinque.cli.screen import plain

    severity = session.of(SEVERITIES[issue.severity.value])
    head = Text("  ").join(
        [
            plain(severity, STYLES[issue.severity.value]),
            plain(issue.code, "bold"),
            plain(place_of_issue(session, issue), "dim"),
        ]
    )
    screen.print(Padding(head, (0, 0, 0, indent)))
    screen.print(Padding(plain(session.of(issue.message)), (0, 0, 0, indent + 2)))
    if issue.settled:
        reason, day = issue.settled.reason, issue.settled.decided_on
        settled = session.say(
            f"审核时已接受：{reason}（{day}）", f"Accepted in a review: {reason} ({day})"
        )
        screen.print(Padding(plain(settled, "green"), (0, 0, 0, indent + 2)))
