"""Laws of judging many people at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinque.criteria import judge
from jinque.criteria.columns import OUTCOMES
from jinque.criteria.columns_judge import ColumnJudge
from jinque.matching.arrow import people_columns, people_table, person_of
from jinque.model.criterion import Criterion
from jinque.model.person import Outcome, Person
from tests.people_strategies import CRITERIA, LEAVES, ON, PEOPLE

# There are some thirty kinds; the long profile still draws thousands of cases.
_CASES_OF_A_KIND = max(settings().max_examples // 8, 10)


def _in_columns(criteria: list[Criterion], people: list[Person]) -> list[list[Outcome]]:
    judge_of_columns = ColumnJudge(ON)
    found: list[list[Outcome]] = [[] for _ in criteria]
    half = len(people) // 2
    for block in (people[:half], people[half:]):
        table = people_table((str(row), person) for row, person in enumerate(block))
        columns = people_columns(table.combine_chunks().to_batches()[0]) if block else None
        for place, criterion in enumerate(criteria):
            if columns:
                states = judge_of_columns.states(criterion, columns)
                found[place] += [OUTCOMES[state] for state in states]
    return found


@pytest.mark.parametrize("kind", range(len(LEAVES)))
@settings(max_examples=_CASES_OF_A_KIND)
@given(data=st.data())
def test_each_kind_judges_columns_as_it_judges_each_person(kind: int, data: st.DataObject) -> None:
    criteria = [data.draw(LEAVES[kind])]
    people = data.draw(st.lists(PEOPLE, min_size=1, max_size=6))

    found = _in_columns(criteria, people)

    assert found == [[judge(criteria[0], person, ON).outcome for person in people]]


@given(
    criteria=st.lists(CRITERIA, min_size=1, max_size=4),
    people=st.lists(PEOPLE, min_size=1, max_size=6),
)
def test_groups_judge_columns_as_they_judge_each_person(
    criteria: list[Criterion], people: list[Person]
) -> None:
    found = _in_columns(criteria, people)

    expected = [[judge(each, person, ON).outcome for person in people] for each in criteria]
    assert found == expected


@given(person=PEOPLE)
def test_a_person_written_as_a_row_is_read_back(person: Person) -> None:
    [row] = people_table([("1", person)]).to_pylist()

    assert person_of(row) == person
