"""The question about a person: by POST only, answered both ways, kept nowhere."""

import logging

import pytest

from tests.unit.web.asking import ALL_KNOWN, ELECTRICIAN, JSON, Send
from tests.unit.web.conftest import Ask


def test_a_form_and_json_are_answered_alike(send: Send) -> None:
    form = send("/ladder/check.json", ELECTRICIAN).json()
    typed = send("/ladder/check.json", ELECTRICIAN, JSON).json()

    assert form == typed
    assert form["answers"][0]["status"] == "facts_missing"


def test_all_known_and_met_may_apply(send: Send) -> None:
    answer = send("/ladder/check.json", ALL_KNOWN).json()["answers"][0]

    assert (answer["status"], answer["step"]["to_level"]) == ("may_apply", "中级")
    assert {each["outcome"] for each in answer["step"]["findings"]} == {"met"}


def test_too_early_is_told_with_the_day_on_the_diagram(send: Send) -> None:
    early = {**ALL_KNOWN, "on": "2025-10-01"}
    marks = send("/ladder/check.json", early).json()["answers"][0]["marks"]
    text = send("/ladder/check", early).text

    assert marks == [
        {"level": "技师", "mark": "held", "day": ""},
        {"level": "中级", "mark": "not_yet", "day": "2025-11-01"},
    ]
    assert "中级：2025-11-01" in text
    assert "您的位置" in text


def test_the_status_comes_first_in_words(send: Send) -> None:
    text = send("/ladder/check", ELECTRICIAN).text

    assert "<h1>缺少事实<" in text
    assert "是否取得由职称评审委员会评审决定" in text


def test_what_would_settle_it_can_be_added_in_the_form(send: Send) -> None:
    text = send("/ladder/check", ELECTRICIAN).text

    for name in ("in_post_since", "appraisal_2022", "years_worked", "observes_law", "award"):
        assert f'name="{name}"' in text


def test_every_fact_given_is_in_the_next_form_once(send: Send) -> None:
    given = {**ALL_KNOWN, "obtained_on_高级工": "2018-05-01", "title_level": "助理级"}
    text = send("/ladder/check", given).text

    for name in given:
        controls = text.count(f'name="{name}"')
        assert controls == (3 if f'name="{name}" value="yes"' in text else 1), name


def test_both_directions_are_answered_that_one_first_which_was_asked(send: Send) -> None:
    turner = {"place": "舟山市", "occupation": "车工", "title_level": "中级", "on": "2025-11-20"}
    answers = send("/ladder/check.json", turner).json()["answers"]

    assert [(each["direction"], each["is_asked"]) for each in answers] == [
        ("title_to_skill", True),
        ("skill_to_title", False),
    ]
    assert answers[0]["step"]["to_level"] == "技师"


def test_an_award_opens_a_direct_route(send: Send) -> None:
    given = {"place": "浙江", "occupation": "电工", "award": "浙江工匠", "on": "2025-11-20"}
    [route] = send("/ladder/check.json", given).json()["answers"][0]["direct"]

    assert (route["from_levels"], route["to_level"]) == (["浙江工匠"], "中级")


def test_a_place_without_rules_is_told_so(send: Send) -> None:
    answer = send("/ladder/check", {**ELECTRICIAN, "place": "上海"})

    assert "<h1>本规则不适用（地区）<" in answer.text
    assert "没有收录“上海”的贯通规则" in answer.text


def test_an_occupation_that_is_not_listed_gets_the_committee_and_near_names(send: Send) -> None:
    text = send("/ladder/check", {**ELECTRICIAN, "occupation": "电工长"}).text

    assert "<h1>未列明，由评委会确定<" in text
    assert 'href="/ladder/occupations/756"' in text


def test_the_class_of_a_school_is_marked(send: Send) -> None:
    text = send("/ladder/check", {**ELECTRICIAN, "school_class": "技工院校高级工班"}).text

    assert '大专</strong> <span class="tag">所选</span>' in text


@pytest.mark.parametrize("path", ["/ladder/check", "/ladder/check.json"])
def test_an_answer_is_kept_nowhere(send: Send, path: str) -> None:
    headers = send(path, ELECTRICIAN).headers

    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers


def test_nothing_of_the_person_is_logged(send: Send, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        send("/ladder/check", {**ELECTRICIAN, "obtained_on": "2022-11-31"})

    assert "2022-11" not in caplog.text


def test_the_address_of_an_answer_leads_to_the_form(ask: Ask) -> None:
    answer = ask("/ladder/check?lang=en")

    assert (answer.status_code, answer.headers["location"]) == (303, "/ladder?lang=en")


def test_the_answer_speaks_english(send: Send) -> None:
    text = send("/ladder/check?lang=en", ELECTRICIAN).text

    assert "<h1>Facts missing<" in text
    assert "is not to hold the title" in text
    assert "Our translation" in text
