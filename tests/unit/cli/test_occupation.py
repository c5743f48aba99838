import pytest

from tests.unit.cli.conftest import Shell


def test_occupation_names_the_present_code_and_why(shell: Shell) -> None:
    outcome = shell("occupation", "2-02-10-09")

    assert outcome.code == 0
    assert outcome.out.startswith("2-02-38-01  人工智能工程技术人员\n")
    parts = ["2-02-10-09", "2 专业技术人员", "改码", "点名这个职业的岗位（3）", "dalian:教育:2"]
    assert [part for part in parts if part not in outcome.out] == []


def test_every_answer_says_that_the_older_list_is_incomplete(shell: Shell) -> None:
    assert "2015年版没有完整名单" in shell("occupation", "律师").out.replace("\n", "")
    english = shell("occupation", "律师", "--lang", "en").out

    assert "no complete list of 2015" in english


def test_occupation_of_2024_says_since_when_and_how_it_stood(shell: Shell) -> None:
    out = shell("occupation", "网络主播", "--as-of", "2024-07-15").out

    assert "2022年版，2024年增补" in out
    assert "2024-07-15  未定" in out


def test_occupation_for_programs_is_one_object(shell: Shell) -> None:
    answer = shell("occupation", "2-02-07-13", "--json").answer

    assert [entry["occupation"]["name"] for entry in answer["entries"]] == [
        "铸造工程技术人员",
        "智能制造工程技术人员",
    ]


def test_two_occupations_of_one_code_are_announced(shell: Shell) -> None:
    assert "对应 2 个条目" in shell("occupation", "2-02-07-13").out


def test_unknown_occupation_is_an_error_that_suggests_one(shell: Shell) -> None:
    outcome = shell("occupation", "人工智能", "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "occupation_unknown")
    assert "人工智能训练师" in outcome.error["hint"]


@pytest.mark.parametrize("day", ["明天", "2014-01-01"])
def test_day_that_is_none_is_refused(shell: Shell, day: str) -> None:
    assert shell("occupation", "律师", "--as-of", day).code == 2


def test_post_shows_its_link_and_its_reason(shell: Shell) -> None:
    out = shell("show", "skilled-trades:集成电路:22").out

    assert "与职业分类大典的关联（推断）" in out
    assert "6-25-02-04（2022）  已关联（名称不同）" in out
    assert "晶片加工工" in out


def test_post_without_a_code_shows_what_its_name_suggests(shell: Shell) -> None:
    out = shell("show", "dalian:卫生:40").out

    assert "未关联（大典未收）" in out
    assert "2-05-08-06 助产士（2015，同名）" in out
