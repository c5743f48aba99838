"""The root of the classification, and the box that leads from it to an occupation."""

from urllib.parse import unquote

import pytest

from tests.unit.web.conftest import Ask


def test_the_eight_major_groups_lead_down(ask: Ask) -> None:
    majors = ask("/occupations.json").json()["majors"]

    assert [each["code"] for each in majors] == list("12345678")
    assert 'href="/occupations/2"' in ask("/occupations").text


@pytest.mark.parametrize("typed", ["2-02-10-09", "助产士", "a/b"])
def test_what_is_typed_leads_to_its_own_address(ask: Ask, typed: str) -> None:
    answer = ask(f"/occupations?q= {typed}")

    assert answer.status_code == 303
    assert unquote(answer.headers["location"]) == f"/occupations/{typed}"


def test_the_twin_leads_to_a_twin(ask: Ask) -> None:
    assert ask("/occupations.json?q=2-02").headers["location"] == "/occupations/2-02.json"


def test_the_root_leads_to_the_coding_of_free_titles(ask: Ask) -> None:
    assert 'href="/code"' in ask("/occupations").text
