"""Near posts by the years of work that are still needed (毕业后可走的路)."""

from collections.abc import Iterable
from datetime import date

from jinque.criteria.careers_by_level import years_needed
from jinque.criteria.tenure import worked_years
from jinque.model.assessment import Assessment
from jinque.model.assessment_overview import CareerPath
from jinque.model.criterion import Criterion
from jinque.model.criterion_person import ExperienceYears, ManagementYears, YearsByDegree
from jinque.model.nearness import Distance
from jinque.model.person import Person


def career_paths(
    assessments: Iterable[Assessment], person: Person, on: date
) -> tuple[CareerPath, ...]:
    """Return the near posts against which nothing stands but years, the fewest years first.

    Work that is not told counts for nothing; years of work and of management run side by side.
    Posts that are far from what the person does, aims at or has studied are left out.
    """
    found = [
        CareerPath(assessment=each, years=_years(each, person, on))
        for each in assessments
        if each.nearness.distance is not Distance.FAR and _is_open(each)
    ]
    return tuple(sorted(found, key=lambda path: (path.years, path.assessment.nearness.distance)))


def _is_open(each: Assessment) -> bool:
    return all(_is_years(found.demand.criterion) for found in each.unmet)


def _is_years(criterion: Criterion) -> bool:
    return isinstance(criterion, ExperienceYears | ManagementYears | YearsByDegree)


def _years(each: Assessment, person: Person, on: date) -> int:
    lacking = [_short(found.demand.criterion, person, on) for found in each.findings]
    return max(lacking, default=0)


def _short(criterion: Criterion, person: Person, on: date) -> int:
    work = person.work or ()
    needed, done = 0, worked_years(work, on)
    if isinstance(criterion, ExperienceYears):
        needed = criterion.at_least
    elif isinstance(criterion, ManagementYears):
        needed = criterion.at_least
        done = worked_years([spell for spell in work if spell.is_management], on)
    elif isinstance(criterion, YearsByDegree):
        needed = years_needed(criterion, person) or 0
    return max(0, needed - done)
