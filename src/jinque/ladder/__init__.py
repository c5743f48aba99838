"""The ladder between skill levels and professional titles, both ways, answered clause by clause."""

from jinque.ladder.answer import answer
from jinque.ladder.rules import Rulebook, exam_equivalence, open_rulebook, rules_in_force
from jinque.ladder.wording import STATUS_NAMES, near_names

__all__ = [
    "STATUS_NAMES",
    "Rulebook",
    "answer",
    "exam_equivalence",
    "near_names",
    "open_rulebook",
    "rules_in_force",
]
