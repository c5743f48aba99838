import pytest

from tests.unit.web.conftest import Ask


def test_an_old_code_shows_the_present_one_and_why(ask: Ask) -> None:
    text = ask("/occupations/2-02-10-09").text

    assert "<h1>人工智能工程技术人员" in text
    assert "由“2-02-10-09”找到" in text
    assert 'href="/posts/dalian:%E6%95%99%E8%82%B2:2"' in text
    assert "2015年版没有完整名单" in text


def test_the_twin_has_the_place_in_the_tree_and_the_posts(ask: Ask) -> None:
    [entry] = ask("/occupations/2-02-10-09.json").json()["entries"]

    assert [step["name"] for step in entry["above"]] == [
        "专业技术人员",
        "工程技术人员",
        "数字技术工程技术人员",
    ]
    assert entry["occupation"]["code"] == "2-02-38-01"
    assert entry["via"]["code_2015"] == "2-02-10-09"
    assert [post["place"] for post in entry["posts"]] == ["大连市"] * 3


@pytest.mark.parametrize("typed", ["人工智能工程技术人员", "２－０２－３８－０１"])
def test_a_name_or_wide_digits_lead_there_too(ask: Ask, typed: str) -> None:
    [entry] = ask(f"/occupations/{typed}.json").json()["entries"]

    assert entry["occupation"]["code"] == "2-02-38-01"


def test_a_code_of_two_occupations_shows_both(ask: Ask) -> None:
    text = ask("/occupations/2-02-07-13").text

    assert "对应 2 个条目" in text
    assert "铸造工程技术人员" in text
    assert "智能制造工程技术人员" in text


def test_a_day_shows_how_the_occupation_stood(ask: Ask) -> None:
    answer = ask("/occupations/4-13-01-10.json?as_of=2024-07-15").json()

    assert (answer["day"], answer["entries"][0]["standing"]) == ("2024-07-15", "undecided")
    assert "未定" in ask("/occupations/4-13-01-10?as_of=2024-07-15").text


def test_every_post_that_names_a_place_not_stated_says_so(ask: Ask) -> None:
    text = ask("/occupations/6-25-02-04").text

    assert "晶体加工工" in text
    assert "原文未印城市" in text
    assert "只差一字或字序，不合并" in text


def test_a_post_leads_to_its_occupation(ask: Ask) -> None:
    text = ask("/posts/skilled-trades:集成电路:22").text

    assert 'href="/occupations/6-25-02-04"' in text
    assert "已关联（名称不同）" in text


def test_an_entry_of_a_running_list_has_no_link(ask: Ask) -> None:
    answer = ask("/posts/wenzhou-majors-1:电子信息类:1.json").json()

    assert answer["link"] is None
    assert "与职业分类大典的关联" not in ask("/posts/wenzhou-majors-1:电子信息类:1").text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/occupations/人工智能.json", 404, "occupation_unknown"),
        ("/occupations/9-99-99-99.json", 404, "occupation_unknown"),
        ("/occupations/律师.json?as_of=明天", 400, "option_invalid"),
        ("/occupations/律师.json?as_of=2010-01-01", 400, "option_invalid"),
    ],
)
def test_what_cannot_be_answered_is_an_error(ask: Ask, path: str, status: int, code: str) -> None:
    answer = ask(path)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_near_occupation_can_be_followed(ask: Ask) -> None:
    assert 'href="/occupations/2-02-38-01"' in ask("/occupations/人工智能").text


def test_the_page_speaks_english(ask: Ask) -> None:
    text = ask("/occupations/2-02-10-09?lang=en").text

    assert "the same name has code 2-02-38-01 in 2022" in text
    assert "There is no complete list of 2015" in text
