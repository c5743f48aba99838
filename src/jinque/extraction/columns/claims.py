"""Which roles a column may have, each with how surely and why.

The rules and their numbers are in docs/explanation/columns.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from jinque.extraction.columns import wording
from jinque.extraction.columns.naming import Named, Naming, named_roles
from jinque.extraction.columns.telling import STRICT, alone_share_of, share_of
from jinque.model import Words
from jinque.parameters import load_vocabulary

SURE = 0.75
"""Confidence from which a role is not asked about."""
LEAST = 0.4
"""Confidence from which a heading that merely holds a known one is believed."""

_AGREES = 0.5
_OTHER_LOOK = 0.8
_ENOUGH_CELLS = 5
_ENOUGH_UNMISTAKABLE = 2
_UNMISTAKABLE = ("code", "shortage", "requirements")
_SHARED_HEADING = 0.7
_PROPOSED = 0.3
_MARGIN = 0.2


class Rank(IntEnum):
    """What a claim rests on, the strongest last."""

    CELLS = 0
    HEADING = 1
    SETTLED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A role that a column may have.

    Attributes:
        column: position in its table.
        is_safe: may be given without asking first.
    """

    column: int
    role: str
    confidence: float
    reasons: tuple[Words, ...]
    rank: Rank
    is_safe: bool


def claims_of(
    column: int, heading: str, texts: Sequence[str], settled: Mapping[str, str | None]
) -> tuple[Claim, ...]:
    """Return the roles that heading and cells speak for, the likeliest first.

    Args:
        column: position in its table.
        heading: as printed.
        texts: cells below it in printed order.
        settled: key of a heading -> role that a person gave it.
    """
    named = named_roles(heading, settled)
    by_heading = [_named(column, heading, one, texts, len(named)) for one in named]
    if any(one.how is Naming.SETTLED for one in named):
        return tuple(by_heading)
    roles = {claim.role for claim in by_heading}
    by_cells = [claim for claim in _told(column, texts) if claim.role not in roles]
    return tuple(sorted([*by_heading, *by_cells], key=lambda claim: -claim.confidence))


def _named(column: int, heading: str, named: Named, texts: Sequence[str], roles: int) -> Claim:
    """Weigh what a heading says against what the cells say."""
    role, base = named.role, named.how.value * (1 if roles == 1 else _SHARED_HEADING)
    share, other = share_of(role, texts), _other_look(role, texts)
    reasons = [wording.by_heading(named, heading)]
    if share is not None:
        reasons.append(wording.by_cells(role, share, len(texts)))
    if other:
        reasons.append(wording.like_another(other))
    is_against = bool(other) or (role in STRICT and share is not None and share < _AGREES)
    confidence = base
    if named.how is not Naming.SETTLED and is_against:
        confidence = base * (_AGREES + (share or 0) * (not other))
    elif share is not None and share >= _AGREES:
        confidence = 1 - (1 - base) * (1 - load_vocabulary().cell_weights[role] * share)
    return Claim(
        column=column,
        role=role,
        confidence=confidence,
        reasons=tuple(reasons),
        rank=Rank.SETTLED if named.how is Naming.SETTLED else Rank.HEADING,
        is_safe=named.how is not Naming.CONTAINED or (confidence >= LEAST and roles == 1),
    )


def _told(column: int, texts: Sequence[str]) -> Iterator[Claim]:
    """Yield what the cells say by themselves; it is safe where no other role comes near."""
    weights = load_vocabulary().cell_weights
    shares = {role: alone_share_of(role, texts) for role in weights}
    weighed = {role: _weight(role, len(texts)) * share for role, share in shares.items()}
    best, second, *_ = sorted(weighed.values(), reverse=True)
    for role, confidence in weighed.items():
        if confidence >= _PROPOSED:
            yield Claim(
                column=column,
                role=role,
                confidence=confidence,
                reasons=(wording.by_cells(role, shares[role], len(texts)),),
                rank=Rank.CELLS,
                is_safe=confidence == best >= max(SURE, second + _MARGIN),
            )


def _weight(role: str, cells: int) -> float:
    """Return how much cells tell by themselves; a few tell less, but for codes and labels."""
    enough = _ENOUGH_UNMISTAKABLE if role in _UNMISTAKABLE else _ENOUGH_CELLS
    return load_vocabulary().cell_weights[role] * min(1, cells / enough)


def _other_look(role: str, texts: Sequence[str]) -> str | None:
    """Return the strict role, another one, that most cells look like."""
    shares = ((one, alone_share_of(one, texts)) for one in STRICT if one != role)
    best, share = max(shares, key=lambda entry: entry[1])
    is_other = share >= _OTHER_LOOK and (share_of(role, texts) or 0) < share
    return best if is_other else None
