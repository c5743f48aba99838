"""How near a post lies to what a person does, aims at or has studied."""

from dataclasses import dataclass
from enum import IntEnum

from jinque.model.words import Words


class Distance(IntEnum):
    """Steps from a person's occupation to a post; less is nearer.

    Attributes:
        SAME: the same occupation by name or code.
        MINOR_GROUP: the same minor group of the classification (小类), or the post prints the
            person's major.
        LIKE_NAME: the names share words.
        SUB_MAJOR_GROUP: the same sub-major group (中类).
        FAR: nothing of it, or nothing is known.
    """

    SAME = 0
    MINOR_GROUP = 1
    LIKE_NAME = 2
    SUB_MAJOR_GROUP = 3
    FAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """A distance with what it rests on; None where the post is far."""

    distance: Distance
    reason: Words | None = None


FAR = Nearness(distance=Distance.FAR)
