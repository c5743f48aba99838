"""`jinque bridge`: what a person may apply for, and when, clause by clause."""

import sys
from typing import TYPE_CHECKING

from jinque.cli.bridge_options import BridgeOptions
from jinque.cli.exits import DONE
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session

if TYPE_CHECKING:
    from jinque.model.bridge import BridgeAnswer


def ask_bridge(session: Session, given: BridgeOptions) -> int:
    """Answer the question that the options ask; return the exit code."""
    if given.rules:
        _show_rules(session, given)
    elif given.school_class is not None:
        _show_exam(session, given, given.school_class)
    else:
        _show_answer(session, given)
    return DONE


def _show_answer(session: Session, given: BridgeOptions) -> None:
    from jinque import api
    from jinque.cli.bridge_request import request_of

    request = request_of(given)
    with opened(session) as workspace:
        answer = api.bridge(workspace, request)
    if given.as_json:
        write_json(api.bridge_dict(answer))
    else:
        _print(session, answer)


def _show_exam(session: Session, given: BridgeOptions, school_class: str) -> None:
    """Answer for a class of a technical school; where there are no rules, say so."""
    from jinque import api
    from jinque.cli.bridge_rules import print_exam
    from jinque.cli.screen import console

    with opened(session) as workspace:
        answer = api.exam_equivalence(workspace, given.place, school_class, given.exam)
    if answer is None:
        _show_answer(session, given)
    elif given.as_json:
        write_json(api.exam_dict(answer))
    else:
        print_exam(session, console(sys.stdout), answer)


def _show_rules(session: Session, given: BridgeOptions) -> None:
    """Show the rules of a place; where there are none, say so."""
    from jinque import api
    from jinque.cli.bridge_rules import print_rules
    from jinque.cli.screen import console

    with opened(session) as workspace:
        book = api.ladder(workspace, given.place)
    if book is None:
        _show_answer(session, given)
    elif given.as_json:
        write_json(api.ladder_dict(book))
    else:
        rules = book.cited.values()
        document = api.rules_in_force(book)
        print_rules(session, console(sys.stdout), rules, len(book.rows), document)


def _print(session: Session, answer: "BridgeAnswer") -> None:
    from jinque.cli.bridge_answer import print_answer
    from jinque.cli.screen import console

    print_answer(session, console(sys.stdout), answer)
