import pytest

from jinque.criteria import ask
from jinque.model.person import YES_OR_NO, Fact, Person
from tests.said import en, zh


@pytest.mark.parametrize("fact", Fact)
def test_every_fact_has_a_question_in_both_languages(fact: Fact) -> None:
    question = ask(fact, "技师").question

    assert zh(question).endswith("？")
    assert "{" not in zh(question) + en(question)


@pytest.mark.parametrize("fact", sorted(YES_OR_NO))
def test_every_yes_or_no_fact_is_a_field_of_a_person(fact: Fact) -> None:
    assert fact.value in Person.__dataclass_fields__
