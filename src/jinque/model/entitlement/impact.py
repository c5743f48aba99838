"""What a change of rules would do to people who do not exist."""

from dataclasses import dataclass
from datetime import date

from jinque.locale import Sentence
from jinque.model.entitlement.answer import Amount
from jinque.model.person import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """People of one state before and one state after, and what they would get.

    Attributes:
        examples: the first few of them by name.
    """

    before: Outcome
    after: Outcome
    people: int
    examples: tuple[str, ...]
    money_before: Amount
    money_after: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMoved:
    """A condition that keeps out another number of people than before."""

    line: str
    words: Sentence
    out_before: int
    out_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What changes from one rule set to another.

    Attributes:
        moves: every pair of states with the people in it, those that stay among them.
        before, after: the net sums of all together.
        gain, loss: people surely better or worse off.
        lines: conditions that keep out more or fewer people.
        changed: lines of the files that differ.
    """

    old: str
    new: str
    on: date
    people: int
    moves: tuple[Move, ...]
    before: Amount
    after: Amount
    gain: int
    loss: int
    lines: tuple[LineMoved, ...]
    changed: tuple[str, ...]
