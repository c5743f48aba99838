"""`jinque ingest --review` on a terminal: one open issue after the other, in plain questions."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinque.cli import faults
from jinque.cli.review_actor import shell_actor
from jinque.cli.review_print import print_issue
from jinque.cli.session import Session
from jinque.errors import WrongCallError
from jinque.model.review import Draft
from jinque.model.review_decision import Action, Settlement
from jinque.model.review_issue import COLUMN_QUESTIONS, DraftIssue

if TYPE_CHECKING:
    from jinque.api import Workspace

_ACTIONS = {"a": Action.ACCEPT, "c": Action.CORRECT, "r": Action.REJECT}


@dataclass(slots=True)
class Walk:
    """A person's way through the open issues of a draft."""

    session: Session
    workspace: "Workspace"
    draft: Draft

    def go(self) -> Draft:
        """Ask about each open issue, blocking ones first; return the draft behind the walk.

        An empty answer passes an issue over; `q` or the end of the input ends the walk.
        """
        from jinque.cli.screen import console

        screen, passed = console(sys.stdout), set[str]()
        while issue := _next(self.draft, passed):
            screen.print()
            print_issue(self.session, screen, issue)
            answer = self._ask(
                "a 接受，c 更正，r 拒绝，u 撤销上一个，q 结束，回车跳过：",
                "a accept, c correct, r reject, u undo the last, q quit, Enter to skip: ",
            )
            if answer is None or answer == "q":
                break
            if not answer:
                passed.add(issue.key)
                continue
            self._try(issue, answer)
        return self.draft

    def _try(self, issue: DraftIssue, answer: str) -> None:
        from jinque.api import review as verbs

        revision = self.draft.revision
        try:
            if answer == "u":
                self.draft = verbs.undo(
                    self.workspace, self.draft.id, shell_actor(), revision=revision
                )
            elif answer in _ACTIONS and (asked := self._asked(issue, _ACTIONS[answer])):
                self.draft = verbs.settle(
                    self.workspace, self.draft.id, [asked], shell_actor(), revision=revision
                )
        except WrongCallError as fault:
            faults.tell(fault, self.session)

    def _asked(self, issue: DraftIssue, action: Action) -> Settlement | None:
        """Return what the person wants; None when the input ended."""
        is_column = issue.issue.code in COLUMN_QUESTIONS
        if is_column and action is Action.CORRECT:
            return self._role(issue)
        field = value = None
        if action is Action.CORRECT:
            named = [each.role for each in issue.extract.cells if each.role and each.is_marked]
            default = named[0] if named else ""
            field = self._ask(f"栏目 [{default}]：", f"Column [{default}]: ") or default
            value = self._ask("新值：", "New value: ")
        reason = self._ask("理由：", "Why: ")
        if reason is None:
            return None
        return Settlement(action=action, issue=issue.key, field=field, value=value, reason=reason)

    def _role(self, issue: DraftIssue) -> Settlement | None:
        role = self._ask("读作（留空则保留而不取值）：", "Read as (empty: kept unread): ")
        reason = self._ask("理由：", "Why: ")
        if role is None or reason is None:
            return None
        edition = next(each for each in self.draft.editions if issue in each.issues)
        return Settlement(
            action=Action.ROLE,
            edition=edition.edition.id,
            field=issue.issue.quote,
            value=role or None,
            reason=reason,
        )

    def _ask(self, zh: str, en: str) -> str | None:
        """Return a trimmed line of the input; None at its end."""
        sys.stdout.write(self.session.say(zh, en))
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.strip() if line else None


def _next(draft: Draft, passed: set[str]) -> DraftIssue | None:
    waiting = [each for each in draft.open_issues if each.key not in passed]
    return min(waiting, key=lambda each: not each.is_blocking, default=None)
