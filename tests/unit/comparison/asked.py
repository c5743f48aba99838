"""Readings made by hand."""

from jinque.model.criterion import Criterion, PostCriterion, PostReading
from tests.unit.dataset.specimens import citation


def reading(*criteria: Criterion) -> PostReading:
    return PostReading(
        post_id="demo:1",
        criteria=tuple(
            PostCriterion(criterion=each, quote="x", block="other", clause="x", citation=citation())
            for each in criteria
        ),
    )
