"""What industry and description say about a code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jinque.coding.script import simplify
from jinque.text import fold

_PAIR = 2
_GENERAL = frozenset(
    ("工程", "程技", "技术", "术人", "人员", "专业", "业人", "服务", "务员", "制造", "造工")
)
"""Pairs that half of all names share: they say nothing about the work."""
_DESCRIPTION_FAVOUR = 0.16
_LONGEST_DESCRIPTION = 2000


@dataclass(frozen=True)
class Context:
    """The text beside a title.

    Attributes:
        description: as given.
        pairs: code -> pairs of characters of its name, with how rare each is.
    """

    description: str
    pairs: Mapping[str, Mapping[str, float]]

    def favour(self, code: str) -> float:
        """Return what the description adds to the likeness of the texts of a code."""
        return _DESCRIPTION_FAVOUR * self.share(code) if self.description else 0.0

    def share(self, code: str) -> float:
        """Return which share of a code's name the description holds, 0 to 1."""
        pairs = self.pairs.get(code, {})
        whole = sum(pairs.values())
        shared = sum(weight for pair, weight in pairs.items() if pair in self._described)
        return shared / whole if whole else 0.0

    def shared(self, code: str) -> tuple[str, ...]:
        """Return the pairs of a code's name that the description holds, in order of the name."""
        if not self.description:
            return ()
        pairs = self.pairs.get(code, {})
        return tuple(pair for pair, weight in pairs.items() if weight and pair in self._described)

    @cached_property
    def _described(self) -> frozenset[str]:
        text = simplify(fold(self.description[:_LONGEST_DESCRIPTION]))
        return frozenset(text[at : at + _PAIR] for at in range(len(text) - 1))


def pairs_of(name: str) -> dict[str, float]:
    """Return the pairs of characters of a name with how much they say, in printed order."""
    text = fold(name)
    pairs = (text[at : at + _PAIR] for at in range(len(text) - 1))
    return {pair: 0.0 if pair in _GENERAL else 1.0 for pair in pairs}
