"""Rows of a comparison that a reader wants to see."""

from collections.abc import Iterable

from jinque.model.comparison_choice import ComparisonChoice
from jinque.model.place_profile import IndustryRow, OccupationRow
from jinque.text import fold

NO_GROUP = "none"
_SEVERAL = 2


def chosen_occupations(
    rows: Iterable[OccupationRow], choice: ComparisonChoice
) -> tuple[OccupationRow, ...]:
    """Return the occupations that pass every filter, in their order."""
    return tuple(row for row in rows if _passes(row, choice))


def chosen_industries(
    rows: Iterable[IndustryRow], choice: ComparisonChoice
) -> tuple[IndustryRow, ...]:
    """Return the industries that pass the words and the catalogue, in their order."""
    words = fold(choice.words)
    return tuple(
        row
        for row in rows
        if words in fold(row.name or "") and choice.edition in ("", row.edition.id)
    )


def _passes(row: OccupationRow, choice: ComparisonChoice) -> bool:
    group = row.group[0] if row.group else NO_GROUP
    return (
        choice.group in ("", group)
        and (not choice.edition or choice.edition in row.editions)
        and (not choice.are_shared or len(row.editions) >= _SEVERAL)
        and _has_words(row, fold(choice.words))
    )


def _has_words(row: OccupationRow, words: str) -> bool:
    names = (row.name, *(listing.post.name for listing in row.listings))
    codes = (row.code, *(listing.post.code for listing in row.listings))
    return any(words in fold(name) for name in names) or any(
        code.startswith(words) for code in codes if code
    )
