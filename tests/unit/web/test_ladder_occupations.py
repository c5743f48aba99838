"""The occupations of the table, and one with its ladder."""

import pytest

from tests.unit.web.conftest import Ask


def test_all_occupations_can_be_paged_through(ask: Ask) -> None:
    answer = ask("/ladder/occupations.json?page=18").json()

    assert (answer["of"], answer["total"], answer["paging"]["pages"]) == (883, 883, 18)
    assert answer["rows"][-1]["serial"] == 883
    assert answer["rows"][-1]["is_group"]


def test_occupations_are_found_by_a_part_of_the_name_and_by_series(ask: Ask) -> None:
    named = ask("/ladder/occupations.json?q=焊工").json()
    cultural = ask("/ladder/occupations.json?series=群众文化").json()

    assert all("焊工" in row["name"] for row in named["rows"])
    assert [row["serial"] for row in cultural["rows"]] == list(range(877, 883))


def test_a_name_that_is_not_listed_gets_near_ones_and_the_note(ask: Ask) -> None:
    answer = ask("/ladder/occupations.json?q=电工长").json()
    text = ask("/ladder/occupations?q=电工长").text

    assert "电工" in [near["name"] for near in answer["near"]]
    assert answer["note"]["id"] == "R43"
    assert "不等于不能申报" in text


def test_an_occupation_leads_to_its_row_and_to_the_form(ask: Ask) -> None:
    text = ask("/ladder/occupations/756").text

    assert 'href="/posts/zhejiang-2022-77' in text
    assert 'href="/ladder?occupation=%E7%94%B5%E5%B7%A5#ask"' in text
    assert 'value="电工"' in ask("/ladder?occupation=电工").text


def test_a_row_of_the_table_leads_back_to_its_ladder(ask: Ask) -> None:
    post = ask("/ladder/occupations/756.json").json()["mapping"]["post"]

    assert 'href="/ladder/occupations/756"' in ask(f"/posts/{post}").text
    assert ask("/posts/dalian:装备制造:1.json").json()["ladder_href"] is None


def test_alternatives_are_kept_and_left_open(ask: Ask) -> None:
    series = ask("/ladder/occupations/756.json").json()["mapping"]["series"]

    assert [each["name"] for each in series] == ["工程技术", "实验技术"]
    assert "选哪一个系列，原文没有规定" in ask("/ladder/occupations/756").text


@pytest.mark.parametrize("page", ["/ladder/occupations/0", "/ladder/occupations/884"])
def test_a_number_that_is_not_in_the_table_is_unknown(ask: Ask, page: str) -> None:
    assert ask(page).status_code == 404
