"""A criterion bound to the post that prints it."""

from dataclasses import replace

from jinque.model.criterion import AllOf, AnyOf, Criterion
from jinque.model.criterion_listed import Background, Majors, Tool
from jinque.model.criterion_person import ExperienceYears, YearsByDegree

RELATED = "相关"
"""What the heading of a column, or the words of a clause, say of work that is related."""


def bind(criterion: Criterion, quote: str, heading: str, occupations: tuple[str, ...]) -> Criterion:
    """Return the criterion with what only the post tells.

    Args:
        criterion: as read.
        quote: its printed words; 等 makes a list of tools an open one, 相关 one of majors.
        heading: of the column in which they stand; years under 相关经历 are of related work.
        occupations: names and codes of the post's occupation, work in which surely is related.
    """
    if isinstance(criterion, AnyOf | AllOf):
        parts = tuple(bind(part, quote, heading, occupations) for part in criterion.parts)
        return replace(criterion, parts=parts)
    if isinstance(criterion, ExperienceYears | YearsByDegree):
        return _to_work(criterion, heading, occupations)
    if isinstance(criterion, Tool) and "等" in quote:
        return replace(criterion, is_open=True)
    if isinstance(criterion, Majors | Background) and RELATED in quote:
        return replace(criterion, is_open=True)
    return criterion


def _to_work(
    criterion: ExperienceYears | YearsByDegree, heading: str, occupations: tuple[str, ...]
) -> Criterion:
    """Bind years to the work that is asked for.

    Work in the post's occupation is related (相关) work; where the words name other work or a
    kind of institution, only work of those very words surely counts.
    """
    printed = criterion.bound_to
    own = (printed.replace(RELATED, ""),) if printed else ()
    if RELATED in printed or (RELATED in heading and not printed):
        bound_to = printed or heading.removesuffix("要求")
        return replace(criterion, bound_to=bound_to, occupations=(*occupations, *filter(None, own)))
    return replace(criterion, occupations=own)
