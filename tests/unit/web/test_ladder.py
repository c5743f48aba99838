"""The pages of the ladder that are about nobody."""

import re

import pytest

from tests.unit.web.conftest import Ask

PAGES = [
    "/ladder",
    "/ladder?place=上海",
    "/ladder?occupation=电工",
    "/ladder/rules",
    "/ladder/occupations?q=电工",
    "/ladder/occupations/756",
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_to_apply_is_not_to_hold(ask: Ask, page: str, language: str) -> None:
    mark = "&" if "?" in page else "?"
    text = ask(f"{page}{mark}lang={language}").text

    says = {"zh": "可以申报评审不等于取得职称", "en": "is not to hold the title"}
    assert says[language] in text


@pytest.mark.parametrize("page", PAGES)
def test_the_twin_is_what_the_same_page_answers_as_json(ask: Ask, page: str) -> None:
    path, mark, query = page.partition("?")

    assert ask(f"{path}.json{mark}{query}").json() == ask(page, accept="application/json").json()


def test_the_ladder_has_the_levels_and_years_of_the_rules(ask: Ask) -> None:
    pairs = ask("/ladder.json").json()["ladder"]["pairs"]

    told = [(pair["skill"], pair["to_title"]["years"], pair["title"]) for pair in pairs]
    assert told == [
        ("首席技师", None, "正高级"),
        ("特级技师", None, "正高级"),
        ("高级技师", 4, "副高级"),
        ("技师", 3, "中级"),
        ("高级工", 2, "助理级"),
    ]
    assert [pair["to_skill"]["is_open"] for pair in pairs] == [True, False, False, False, False]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_drawing_has_a_name_and_says_all_in_words(ask: Ask, language: str) -> None:
    text = ask(f"/ladder?lang={language}").text
    [svg] = re.findall(r'<svg class="ladder".*?</svg>', text, re.DOTALL)
    [told] = re.findall(r'<desc id="ladder-told">(.*?)</desc>', svg, re.DOTALL)

    assert 'role="img" aria-labelledby="ladder-title ladder-told"' in svg
    assert re.search(r'<title id="ladder-title">\S', svg)
    levels = [
        "高级工",
        "技师",
        "高级技师",
        "特级技师",
        "首席技师",
        "助理级",
        "中级",
        "副高级",
        "正高级",
    ]
    assert [level for level in levels if level not in told] == []


def test_the_list_below_the_drawing_says_the_same(ask: Ask) -> None:
    text = re.sub(r"<[^>]+>", " ", ask("/ladder").text)
    said = " ".join(text.split())

    assert "技师 → 到 中级 工作满 3 年， 三（二）1（2）" in said
    assert "正高级 → 到 首席技师 三（四）1（4） 参加首席技师职业技能评价的" in said


def test_both_readings_of_the_first_day_are_shown(ask: Ask) -> None:
    text = ask("/ladder/rules").text

    assert "2022-12-17" in text
    assert "则为2022-12-18" in text
    assert "未写废止" in text


def test_all_rules_are_listed_with_their_paragraph(ask: Ask) -> None:
    answer = ask("/ladder/rules.json").json()

    rules = [each for group in answer["groups"] for each in group["rules"]]
    assert answer["total"] == len({each["rule"]["id"] for each in rules}) == 58
    assert [each["rule"]["id"] for each in rules if each["clause_order"] is None] == ["R43"]


def test_the_rules_are_translated_for_readers_of_english(ask: Ask) -> None:
    text = ask("/ladder/rules?lang=en").text

    assert "Our translation" in text
    assert "full 3 years of technical or skilled work" in text


def test_a_place_without_rules_is_told_so(ask: Ask) -> None:
    answer = ask("/ladder.json?place=上海").json()

    assert (answer["ladder"], answer["known_places"]) == (None, ["浙江"])
    assert "没有收录“上海”的贯通规则" in ask("/ladder?place=上海").text
    assert ask("/ladder/rules?place=上海").status_code == 404


def test_the_start_page_leads_to_the_ladder(ask: Ask) -> None:
    groups = ask("/index.json").json()["groups"]

    led = [g["key"] for g in groups if "/ladder" in [each["href"] for each in g["beginnings"]]]
    assert led == ["seekers", "employers", "pupils"]
