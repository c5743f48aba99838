"""Heading and cells weighed together: which column is what, each role given once."""

from collections.abc import Iterator, Mapping, Sequence

from jinque.extraction.columns import wording
from jinque.extraction.columns.claims import Claim, Rank, claims_of
from jinque.extraction.columns.column import Column
from jinque.extraction.columns.naming import key
from jinque.extraction.columns.telling import STRICT, alone_share_of
from jinque.model import Cell, Words
from jinque.text import drop_blanks

_LEFT_OVER = 0.6
"""Confidence of a name found because no other column can hold names."""

_MOST_SURE = 0.99
_LONGEST_NAME = 30
_LEAST_DISTINCT = 0.6
_LEAST_GIVEN = 2
_STRICT_LOOK = 0.5

Settled = Mapping[str, str | None]
"""Key of a heading -> the role that a person gave it, None for no meaning."""


def judge(
    header: Sequence[Cell], cells: Sequence[Sequence[str]], settled: Settled
) -> tuple[Column, ...]:
    """Return the columns below a header row.

    Args:
        header: the header row.
        cells: for each column, filled cells below it in printed order.
        settled: what a person said of headings.
    """
    headings = [drop_blanks(cell.text) for cell in header]
    claims = [
        claim
        for place, (heading, texts) in enumerate(zip(headings, cells, strict=True))
        for claim in claims_of(place, heading, texts, settled)
    ]
    given = _give(claims)
    name = _left_over(given, headings, cells, settled)
    if name:
        given[name.column] = name
    return tuple(
        _column(place, cell, claims, given, headings, settled) for place, cell in enumerate(header)
    )


def _give(claims: Sequence[Claim]) -> dict[int, Claim]:
    """Give each role once: to what a person settled, to headings, to cells; then from the left."""
    given: dict[int, Claim] = {}
    taken: set[str] = set()
    order = sorted(claims, key=lambda one: (-one.rank, -round(one.confidence, 1), one.column))
    for claim in order:
        if claim.is_safe and claim.column not in given and claim.role not in taken:
            given[claim.column] = claim
            taken.add(claim.role)
    return given


def _left_over(
    given: Mapping[int, Claim],
    headings: Sequence[str],
    cells: Sequence[Sequence[str]],
    settled: Settled,
) -> Claim | None:
    """Return the only column that can hold the names, where none does so far."""
    roles = {claim.role for claim in given.values()}
    if "name" in roles or len(roles) < _LEAST_GIVEN:
        return None
    possible = [
        place
        for place, (heading, texts) in enumerate(zip(headings, cells, strict=True))
        if place not in given and key(heading) not in settled and _may_be_names(texts)
    ]
    if len(possible) != 1:
        return None
    return Claim(
        column=possible[0],
        role="name",
        confidence=_LEFT_OVER,
        reasons=(wording.left_over(),),
        rank=Rank.CELLS,
        is_safe=True,
    )


def _may_be_names(texts: Sequence[str]) -> bool:
    """Tell whether cells are short, mostly different words and no numbers or codes."""
    is_short = bool(texts) and max(map(len, texts)) <= _LONGEST_NAME
    is_varied = len(set(texts)) >= _LEAST_DISTINCT * len(texts)
    return (
        is_short
        and is_varied
        and all(
            alone_share_of(role, texts) < _STRICT_LOOK
            for role in (*STRICT, "education", "experience")
        )
    )


def _shown(claim: Claim) -> float:
    """Return a confidence in hundredths; only what a person settled is certain."""
    return 1.0 if claim.rank is Rank.SETTLED else min(_MOST_SURE, round(claim.confidence, 2))


def _column(
    place: int,
    cell: Cell,
    claims: Sequence[Claim],
    given: Mapping[int, Claim],
    headings: Sequence[str],
    settled: Settled,
) -> Column:
    own = [claim for claim in claims if claim.column == place]
    held = given.get(place)
    proposals = [claim.role for claim in own if held is None or claim.role != held.role]
    is_settled = key(headings[place]) in settled
    holders = {claim.role: headings[claim.column] for claim in given.values()}
    nothing = wording.settled_as_none() if is_settled else wording.unknown()
    return Column(
        heading=headings[place],
        role=held.role if held else None,
        confidence=_shown(held) if held else 0.0,
        reasons=held.reasons if held else tuple(_why_none(own, holders)) or (nothing,),
        proposals=tuple(proposals),
        span=cell.span,
        is_settled=is_settled,
    )


def _why_none(claims: Sequence[Claim], holders: Mapping[str, str]) -> Iterator[Words]:
    """Yield what speaks for roles that were not given, and which columns have them instead."""
    for claim in claims:
        yield from claim.reasons
    for claim in claims:
        if claim.role in holders:
            yield wording.taken(claim.role, holders[claim.role])
