"""What rules come to for the people of a roster."""

from dataclasses import dataclass

from jinque.model.entitlement.answer import Amount, Entitlement
from jinque.model.roster import RosterPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntitled:
    """One person beside one rule set, by the best of the posts that are worth reading.

    Attributes:
        post: identifier of that post.
        found: the whole answer.
    """

    who: RosterPerson
    post: str
    found: Entitlement


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTotals:
    """What a rule set comes to for a whole roster.

    Attributes:
        met, unknown, not_met: people by recognition; None for numbers that point at somebody.
        net: the sums of all of them together; None where few have any.
    """

    rules: str
    name: str
    met: int | None
    unknown: int | None
    not_met: int | None
    net: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterGiven:
    """What being listed gives the people of a roster.

    Attributes:
        facts: headings of the file that were read as facts of rules.
        unread: cells that could not be read as what their heading says, with their places.
    """

    people: tuple[PersonEntitled, ...]
    totals: tuple[SetTotals, ...]
    facts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
