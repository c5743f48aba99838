"""Who may still sign a draft where an office asks for two people.

A draft carries two signatures: an approval, and the publication, which is the last one. Whoever
uploaded, settled or undid anything of it gives neither; whoever approved it does not publish it.
In an office where nobody is left for the approval, the publication by a person who did nothing
of the draft is the second signature, and no approval is asked for.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jinque.errors import FourEyesError
from jinque.locale import Sentence, joined, say
from jinque.model.account import Role
from jinque.model.decision import RIGHTS, SETTLING, Action, Actor, Decision, Right
from jinque.store import Record
from jinque.store.accounts import every

_OF_HANDS = frozenset({*SETTLING, Action.UPLOAD, Action.UNDO})


def hands_in(draft_id: str, history: Sequence[Decision]) -> frozenset[str]:
    """Return who uploaded, settled or undid anything of a draft, also what was undone later.

    What was decided in an earlier draft of the same file, and is still in force, counts too.
    """
    return frozenset(
        each.by
        for each in history
        if each.action in _OF_HANDS and (each.draft_id == draft_id or each.is_in_force)
    )


def approvers_of(draft_id: str, history: Sequence[Decision]) -> frozenset[str]:
    """Return who ever approved a draft, also where it changed since."""
    return frozenset(
        each.by for each in history if each.action is Action.APPROVE and each.draft_id == draft_id
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatories:
    """The accounts of an office, as far as a draft is concerned.

    Attributes:
        hands: names of those who had a hand in the draft.
        approved: names of those who ever approved it.
        accounts: role by name of every account that can sign in; empty in a record that is used
            from the shell alone.
    """

    hands: frozenset[str]
    approved: frozenset[str]
    accounts: dict[str, Role]

    @classmethod
    def of(cls, record: Record, hands: Collection[str], approved: Collection[str]) -> "Signatories":
        """Look the accounts of a record up."""
        with record.database.reading() as connection:
            rows = every(connection)
        accounts = {row["name"]: Role(row["role"]) for row in rows if row["is_active"]}
        return cls(hands=frozenset(hands), approved=frozenset(approved), accounts=accounts)

    @property
    def may_approve(self) -> tuple[str, ...]:
        """Names of those who may still approve it and leave somebody to publish it."""
        return tuple(
            name
            for name in self._holders(Right.APPROVE, self.hands)
            if any(other != name for other in self.may_publish)
        )

    @property
    def may_publish(self) -> tuple[str, ...]:
        """Names of those whose publication is a signature of its own."""
        return self._holders(Right.PUBLISH, self.hands | self.approved)

    def needs_approval(self, publisher: str) -> bool:
        """Tell whether somebody beside the publisher is there who could approve."""
        others = self._holders(Right.APPROVE, self.hands | {publisher})
        return not self.accounts or bool(others)

    def check_approval_by(self, actor: Actor, draft_id: str) -> None:
        """Refuse an approval by whoever may not give it.

        Raises:
            FourEyesError: the actor had a hand in the draft, or is the only one who may publish.
        """
        if actor.name in self.hands:
            raise FourEyesError(
                say(
                    "{name} uploaded or decided something of this draft and cannot approve it "
                    "as well.",
                    name=actor.name,
                ),
                where=draft_id,
                hint=self._who(self.may_approve),
            )
        others = [name for name in self.may_publish if name != actor.name]
        if self.accounts and not others:
            raise FourEyesError(
                say(
                    "If {name} approves this draft, nobody is left to publish it.", name=actor.name
                ),
                where=draft_id,
                hint=self._alone(actor.name),
            )

    def check_publication_by(self, actor: Actor, draft_id: str) -> None:
        """Refuse a publication by whoever may not be the last signature.

        Raises:
            FourEyesError: the actor had a hand in the draft, or approved it.
        """
        if actor.name in self.hands:
            message = say(
                "{name} uploaded or decided something of this draft and cannot publish it as well.",
                name=actor.name,
            )
        elif actor.name in self.approved:
            message = say(
                "{name} approved this draft and cannot publish it as well.", name=actor.name
            )
        else:
            return
        raise FourEyesError(message, where=draft_id, hint=self._who(self.may_publish))

    def _alone(self, name: str) -> Sentence:
        if name in self.may_publish:
            return say("Publish it straight away: your publication is the second signature.")
        return self._who(())

    def _holders(self, right: Right, without: Collection[str]) -> tuple[str, ...]:
        return tuple(
            name
            for name, role in self.accounts.items()
            if right in RIGHTS[role] and name not in without
        )

    def _who(self, names: Sequence[str]) -> Sentence:
        if names:
            return say("Those who still may: {names}.", names=joined(names))
        return say(
            "Nobody else may: give another person an account or a role (jinque account add, "
            "jinque account role)."
        )
