"""What was judged of one person, for all who are alike in what the criterion looks at.

A judge asks a person for one fact after the other, and which it asks for next rests on those before
alone. So the answers stand in a tree for each criterion: whoever gives the same facts in turn comes
to the same answer, and the judge is not asked again.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, cast

from jinque.criteria.judge import judge
from jinque.criteria.judgement import Judgement
from jinque.model.criterion import Criterion
from jinque.model.person import Person

_MOST = 200_000
"""Answers kept; beyond that all are dropped and gathered anew."""


@dataclass(slots=True)
class _Asked:
    """A fact that is asked for, and what comes behind each value of it."""

    name: str
    behind: "dict[object, _Asked | Judgement]" = field(default_factory=dict)


class _Watched:
    """A person, with the facts that were asked for, each once and in turn."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._asked: dict[str, object] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the person has
        value = getattr(self._person, name)
        self._asked.setdefault(name, value)
        return value


class Remembered:
    """Judges as of one day, as `judge` does.

    Args:
        on: the day.
    """

    def __init__(self, on: date) -> None:
        self._on = on
        self._kept = 0
        # A criterion is known by where it lies, and is held so that nothing else lies there.
        self._trees: dict[int, tuple[Criterion, _Asked | Judgement]] = {}

    def __call__(self, criterion: Criterion, person: Person) -> Judgement:
        """Return what `judge` says of a person on the day."""
        _, at = self._trees.get(id(criterion), (None, None))
        while isinstance(at, _Asked):
            at = at.behind.get(getattr(person, at.name))
        return at or self._judged(criterion, person)

    def _judged(self, criterion: Criterion, person: Person) -> Judgement:
        watched = _Watched(person)
        found = judge(criterion, cast("Person", watched), self._on)
        asked = list(watched.__dict__["_asked"].items())
        if self._kept >= _MOST:
            self._trees.clear()
            self._kept = 0
        self._kept += 1
        if not asked:
            self._trees[id(criterion)] = (criterion, found)
            return found
        first, _ = asked[0]
        _, root = self._trees.setdefault(id(criterion), (criterion, _Asked(first)))
        node = cast("_Asked", root)
        for (_, value), (following, _) in pairwise(asked):
            node = cast("_Asked", node.behind.setdefault(value, _Asked(following)))
        node.behind[asked[-1][1]] = found
        return found
