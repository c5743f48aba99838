"""What the fields of a question may hold, and what is told of those that cannot be read."""

import pytest

from tests.unit.web.asking import ALL_KNOWN, ELECTRICIAN, JSON, Send


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"obtained_on": "2022-11-31"}, "obtained_on"),
        ({"years_worked": "三年"}, "years_worked"),
        ({"observes_law": "perhaps"}, "observes_law"),
        ({"appraisal_2024": "good"}, "appraisal_2024"),
        ({"skill_level": ""}, "skill_level"),
        ({"place": "长" * 101}, "place"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    send: Send, wrong: dict[str, str], field: str
) -> None:
    page = send("/ladder/check", {**ELECTRICIAN, **wrong})
    twin = send("/ladder/check.json", {**ELECTRICIAN, **wrong})

    assert (page.status_code, twin.status_code) == (400, 400)
    assert f'<a href="#f-{field}">' in page.text
    assert f'id="f-{field}"' in page.text
    assert (twin.json()["error"]["code"], twin.json()["error"]["where"]) == (
        "option_invalid",
        field,
    )


@pytest.mark.parametrize(
    ("fields", "where"),
    [({"skill_level": "大师"}, "大师"), ({**ELECTRICIAN, "salary": "9"}, "salary")],
)
def test_what_the_rules_do_not_know_is_refused(
    send: Send, fields: dict[str, object], where: str
) -> None:
    answer = send("/ladder/check.json", fields)

    assert (answer.status_code, answer.json()["error"]["where"]) == (400, where)


def test_json_says_true_false_and_none_at_all(send: Send) -> None:
    fields = {**ALL_KNOWN, "observes_law": True, "award": [], "years_worked": 3}
    answer = send("/ladder/check.json", fields, JSON).json()

    assert answer["given"]["observes_law"] == ["yes"]
    assert answer["answers"][0]["status"] == "may_apply"
    assert "award" not in [each["fact"] for each in answer["questions"]]


@pytest.mark.parametrize("body", ["[]", "{", '{"place": {"city": "杭州"}}'])
def test_a_body_that_is_no_object_of_fields_is_refused(send: Send, body: str) -> None:
    answer = send("/ladder/check.json", body, JSON)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "option_invalid")
