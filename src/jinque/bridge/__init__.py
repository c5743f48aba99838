"""The ladder between skill levels and professional titles, both ways, answered clause by clause."""

from jinque.bridge.answering import answer
from jinque.bridge.exams import exam_equivalence
from jinque.bridge.nearness import near_names
from jinque.bridge.rulebook import Rulebook, open_rulebook
from jinque.bridge.validity import rules_in_force
from jinque.bridge.wording import STATUS_NAMES

__all__ = [
    "STATUS_NAMES",
    "Rulebook",
    "answer",
    "exam_equivalence",
    "near_names",
    "open_rulebook",
    "rules_in_force",
]
