"""The whole ladder for one person: every rung, the one that decides, the one above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.bridge.direct import direct_routes
from jinque.bridge.rulebook import Rulebook
from jinque.bridge.steps import deciding, promotion, rungs
from jinque.model.bridge import BridgeRequest, Step
from jinque.model.rule import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """The rungs of an answer; fields as in `BridgeAnswer`, `above` is its `next_step`."""

    steps: tuple[Step, ...]
    direct: tuple[Step, ...]
    promotion: Step | None
    step: Step | None
    above: Step | None

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that a reader looks at first."""
        found = (self.step, self.above, self.promotion, *self.direct)
        return tuple(step for step in found if step)


def climb_all(book: Rulebook, request: BridgeRequest) -> Climb:
    """Judge every rung and route for the person, and say which decides."""
    is_skill = request.direction is Direction.SKILL_TO_TITLE
    ladder, person = book.ladder, request.person
    order = ladder.title_levels if is_skill else ladder.skill_levels
    named = person.skills if is_skill else person.titles
    steps = tuple(sorted(rungs(book, request), key=lambda each: order.index(each.to_level)))
    direct = direct_routes(book, request) if is_skill else ()
    levels = [entry.level for entry in named or ()]
    step = deciding((*direct, *steps), levels, order)
    if step is None and named is not None and steps:
        step = steps[0]
    higher = [each for each in steps if step and _is_above(each, step, order)]
    return Climb(
        steps=steps,
        direct=direct,
        promotion=None if is_skill else promotion(book, request),
        step=step,
        above=higher[0] if higher else None,
    )


def _is_above(one: Step, other: Step, order: Sequence[str]) -> bool:
    return order.index(one.to_level) > order.index(other.to_level)
