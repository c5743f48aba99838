"""The part of a criterion that can be decided: without what only people can judge."""

from dataclasses import replace
from functools import cache

from jinque.model.criterion import AllOf, AnyOf, Criterion, Evidence
from jinque.model.criterion_listed import Approval, Licence, WorkPlace
from jinque.model.criterion_person import InScope


@cache
def decidable(criterion: Criterion) -> Criterion | None:
    """Return what is left where everything that only people can judge is taken as met.

    Left to people are evidence, approvals, readiness for a place, being in a county, and the
    condition printed behind a right to practise.

    Returns:
        None where nothing is left: the criterion binds nobody by itself.
    """
    if isinstance(criterion, Evidence | Approval | WorkPlace):
        return None
    if isinstance(criterion, InScope) and criterion.region:
        return None
    if isinstance(criterion, Licence):
        return replace(criterion, condition="")
    if isinstance(criterion, AnyOf | AllOf):
        return _group(criterion)
    return criterion


def _group(criterion: AnyOf | AllOf) -> Criterion | None:
    parts = [decidable(part) for part in criterion.parts]
    left = tuple(part for part in parts if part is not None)
    is_free = len(left) < len(parts) if isinstance(criterion, AnyOf) else not left
    return None if is_free else replace(criterion, parts=left)
