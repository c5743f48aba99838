"""As what a graduate of a technical school counts when entering for an examination."""

from dataclasses import dataclass

from jinque.model.cited_rule import CitedRule, RulesInForce
from jinque.model.finding import Outcome
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalence:
    """A class of a technical school and the education level it counts as."""

    graduate_of: str
    counts_as: str
    only_for: str
    rule: CitedRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAnswer:
    """As what a graduate of a technical school counts when entering for an examination.

    Attributes:
        equivalence: of the class asked for.
        others: of the other classes.
        exam: as asked; None when not given.
        is_listed: MET when the rules name the examination, UNKNOWN when they do not, since their
            list is open (等), or when none was given.
        listed: the examinations that they name.
        rules: the rules that say so.
    """

    equivalence: Equivalence
    others: tuple[Equivalence, ...]
    exam: str | None
    is_listed: Outcome
    listed: tuple[str, ...]
    document: RulesInForce
    rules: tuple[CitedRule, ...]
    notice: Words
