"""Questions to the bridge, written short."""

from datetime import date

from jinque.model.ladder import BridgeRequest, Direction
from jinque.model.person import Person


def ask_bridge(
    person: Person,
    on: date,
    *,
    occupation: str | None = None,
    direction: Direction = Direction.SKILL_TO_TITLE,
) -> BridgeRequest:
    return BridgeRequest(direction=direction, person=person, occupation=occupation, on=on)
