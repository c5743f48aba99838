import pytest

from jinque.criteria import all_of, any_of, negate
from jinque.model.person import Outcome

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (MET, MET, MET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (MET, NOT_MET, NOT_MET, MET),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NOT_MET, NOT_MET, UNKNOWN),
        (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
    ],
)
def test_truth_tables_are_those_of_kleene(
    one: Outcome, other: Outcome, both: Outcome, either: Outcome
) -> None:
    assert both == all_of([one, other]) == all_of([other, one])
    assert either == any_of([one, other]) == any_of([other, one])


def test_of_nothing_all_holds_and_any_does_not() -> None:
    assert (all_of([]), any_of([])) == (MET, NOT_MET)


def test_the_unknown_negated_is_unknown() -> None:
    assert [negate(MET), negate(NOT_MET), negate(UNKNOWN)] == [NOT_MET, MET, UNKNOWN]
