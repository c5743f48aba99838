import pytest

from jinque.criteria.study import fewest_years, lowest_education
from jinque.model import Citation, Span
from jinque.model.criterion import (
    AnyOf,
    Criterion,
    EducationLevel,
    ExperienceYears,
    LevelYears,
    PostCriterion,
    PostReading,
    YearsByDegree,
)

CITATION = Citation(
    source_sha256="ab" * 32, span=Span(line_start=1, line_end=1, start=0, end=1), quote="x"
)


def reading(*criteria: Criterion) -> PostReading:
    return PostReading(
        post_id="demo:1",
        criteria=tuple(
            PostCriterion(criterion=each, quote="x", block="other", clause="x", citation=CITATION)
            for each in criteria
        ),
    )


@pytest.mark.parametrize(
    ("criterion", "years"),
    [
        (ExperienceYears(at_least=5), 5),
        (
            YearsByDegree(
                rules=(
                    LevelYears(levels=("本科",), at_least=3),
                    LevelYears(levels=("研究生",), at_least=0),
                )
            ),
            0,
        ),
        (EducationLevel(at_least="本科"), None),
    ],
)
def test_years_are_the_fewest_that_may_do(criterion: Criterion, years: int | None) -> None:
    assert fewest_years(reading(criterion)) == years


def test_the_lowest_level_is_found_among_alternatives() -> None:
    either = AnyOf(parts=(EducationLevel(at_least="硕士"), EducationLevel(at_least="大专")))

    assert lowest_education(reading(either)) == "大专"
