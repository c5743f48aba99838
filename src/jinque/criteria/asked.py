"""The lowest education level and the fewest years that a post asks, from its reading."""

from collections.abc import Callable, Iterable

from jinque.model.criterion import AllOf, AnyOf, Criterion
from jinque.model.criterion_person import (
    AcademicDegree,
    EducationLevel,
    ExperienceYears,
    YearsByDegree,
)
from jinque.model.post_criteria import PostReading
from jinque.parameters.criteria_words import load_criteria_words

DEGREE = "学位"

# Where a degree stands among the levels in a list or on an axis; they are not the same.
_BESIDE = {"学士": "本科", "硕士": "硕士", "博士": "博士"}


def lowest_education(reading: PostReading) -> str | None:
    """Return the lowest education level that may do; None where the reading has none.

    Where only an academic degree is asked it is returned with its word: `学士学位`.
    """
    asked = [each.criterion for each in reading.criteria]
    rank = _least_for_all(asked, _education)
    if rank is not None:
        return load_criteria_words().education_levels[rank]
    degree = _least_for_all(asked, _degree)
    return None if degree is None else load_criteria_words().degrees[degree] + DEGREE


def fewest_years(reading: PostReading) -> int | None:
    """Return the fewest years of work that may do, whatever the degree; None without any."""
    return _least_for_all((each.criterion for each in reading.criteria), _years)


def education_rank(level: str) -> int:
    """Return the place of a level in a list, the lowest 0; a degree stands behind its level."""
    known = load_criteria_words().education_levels
    plain = _BESIDE.get(level.removesuffix(DEGREE), "") if level.endswith(DEGREE) else level
    place = known.index(plain) if plain in known else len(known)
    return 2 * place + (plain != level)


def _least_for_all(
    criteria: Iterable[Criterion], least: Callable[[Criterion], int | None]
) -> int | None:
    """Return what meets all criteria at once: the most of what is least for each."""
    found = [_least(criterion, least) for criterion in criteria]
    return max((each for each in found if each is not None), default=None)


def _least(criterion: Criterion, least: Callable[[Criterion], int | None]) -> int | None:
    if isinstance(criterion, AllOf):
        return _least_for_all(criterion.parts, least)
    if isinstance(criterion, AnyOf):
        found = [_least(part, least) for part in criterion.parts]
        return min((each for each in found if each is not None), default=None)
    return least(criterion)


def _education(criterion: Criterion) -> int | None:
    if not isinstance(criterion, EducationLevel):
        return None
    known = load_criteria_words().education_levels
    return known.index(criterion.at_least) if criterion.at_least in known else None


def _degree(criterion: Criterion) -> int | None:
    if not isinstance(criterion, AcademicDegree):
        return None
    known = load_criteria_words().degrees
    return known.index(criterion.at_least) if criterion.at_least in known else None


def _years(criterion: Criterion) -> int | None:
    if isinstance(criterion, ExperienceYears):
        return criterion.at_least
    if isinstance(criterion, YearsByDegree):
        return min(rule.at_least for rule in criterion.rules)
    return None


YEAR_BANDS = ((0, 0, "0"), (1, 2, "1–2"), (3, 4, "3–4"), (5, 9, "5–9"), (10, 99, "10+"))
"""Fewest and most full years of a band, and its name."""


def year_band(years: int) -> str:
    """Return the band of `YEAR_BANDS` that holds a number of full years, 0 to 99."""
    return next(name for low, high, name in YEAR_BANDS if low <= years <= high)
