"""The self-check of the site: a form or JSON in, one context out, nothing of it kept."""

import json
import logging

import pytest

from jinque.model.matching import SELF_CHECK_NOTICE
from jinque.web.forms import split_names
from jinque.web.visit import unforeseen
from tests.said import zh
from tests.unit.web.asking import FORM, JSON, Send
from tests.unit.web.conftest import Ask

POST = "/assess/posts/dalian:新一代信息技术:1"
DEVELOPER = {
    "nationality": "中国",
    "educations.1.level": "本科",
    "educations.1.degree": "学士",
    "educations.1.majors": "软件工程",
    "work.1.occupation": "计算机软件工程技术人员",
    "work.1.begun_on": "2018-07",
    "on": "2025-11-20",
}
SETTLED = {**DEVELOPER, "work.1.is_management": "yes", "has.languages.英语": "精通"}
AS_JSON = {
    "nationality": "中国",
    "educations": [{"level": "本科", "degree": "学士", "majors": ["软件工程"]}],
    "work": [{"occupation": "计算机软件工程技术人员", "begun_on": "2018-07"}],
    "on": "2025-11-20",
}
GRADUATE = {
    "nationality": "中国",
    "educations.1.level": "硕士",
    "educations.1.degree": "硕士",
    "educations.1.majors": "护理学",
    "is_graduate_of_year": "yes",
    "work": "无",
    "on": "2025-11-20",
}


def test_the_start_asks_six_questions(ask: Ask) -> None:
    questions = ask("/assess.json").json()["questions"]

    assert [each["key"] for each in questions] == [
        *("nationality", "education", "majors", "graduate", "aim", "work")
    ]


def test_a_post_leads_to_its_own_check(ask: Ask) -> None:
    page = ask("/assess?post=dalian:新一代信息技术:1").text

    assert 'action="/assess/posts/dalian:' in page
    assert 'value="计算机软件工程技术人员"' in page


def test_a_check_against_an_unknown_post_says_so(ask: Ask, send: Send) -> None:
    assert ask("/assess?post=dalian:x:99").status_code == 404
    assert send("/assess/posts/dalian:x:99", DEVELOPER).status_code == 404


def test_the_next_question_changes_a_verdict(send: Send) -> None:
    before = send(f"{POST}.json", DEVELOPER).json()
    asked = {field["name"] for each in before["questions"] for field in each["fields"]}
    after = send(f"{POST}.json", SETTLED).json()

    assert before["post"]["verdict"] == "incomplete"
    assert {"work.1.is_management", "has.languages.英语"} & asked
    assert after["post"]["verdict"] == "matches"


def test_no_is_an_answer_about_a_name(send: Send) -> None:
    held = {**SETTLED, "has.languages.英语": "不会", "has.languages.日语": "no"}
    answer = send(f"{POST}.json", held).json()

    assert answer["post"]["verdict"] == "does_not_match"


def test_form_and_json_get_the_same_answer(send: Send) -> None:
    form = send("/assess.json", DEVELOPER).json()
    body = send("/assess", AS_JSON, JSON).text
    twin = send("/assess.json", AS_JSON, JSON).json()

    assert body.startswith("<!doctype html>")
    assert twin["given"] == {**form["given"]}
    assert twin == form


def test_json_may_have_the_chinese_keys_of_a_file(send: Send) -> None:
    body = {
        "国籍": "中国",
        "教育经历": [{"学历": "本科", "学位": "学士", "专业": ["软件工程"]}],
        "工作": [{"职业": "计算机软件工程技术人员", "开始": "2018-07"}],
        "on": "2025-11-20",
    }

    assert send("/assess.json", body, JSON).json() == send("/assess.json", AS_JSON, JSON).json()


def test_a_finding_tells_printed_words_and_reading_apart(send: Send) -> None:
    findings = send(f"{POST}.json", DEVELOPER).json()["findings"]
    years = next(each for each in findings if each["kind"] == "experience_years")

    assert years["quote"].startswith("3年及以上")
    assert years["reading"]["zh"] == "工作满 3 年"
    assert years["line_start"] > 0
    assert years["mark"] == "met"


def test_a_clause_leads_to_its_line_of_the_post(send: Send) -> None:
    page = send(POST, DEVELOPER).text

    assert (
        "/posts/dalian:%E6%96%B0%E4%B8%80%E4%BB%A3%E4%BF%A1%E6%81%AF%E6%8A%80%E6%9C%AF:1#L" in page
    )


@pytest.mark.parametrize("path", ["/assess", POST])
def test_the_notice_stands_on_every_page_and_its_twin(send: Send, path: str) -> None:
    page = send(path, DEVELOPER)
    twin = send(f"{path}.json", DEVELOPER)

    assert zh(SELF_CHECK_NOTICE) in page.text
    assert twin.json()["notice"]["zh"] == zh(SELF_CHECK_NOTICE)
    assert [each.headers["cache-control"] for each in (page, twin)] == ["no-store", "no-store"]


def test_posts_without_requirements_are_counted_apart(send: Send) -> None:
    answer = send("/assess.json", DEVELOPER).json()
    counts = {each["verdict"]: each["count"] for each in answer["counts"]}

    assert counts["no_stated_requirements"] == answer["no_stated"]["total"] == 346
    assert sum(counts.values()) - 346 == answer["total"] == 374
    assert "另有 346 个岗位" in send("/assess", DEVELOPER).text


def test_posts_come_by_nearness_then_verdict(send: Send) -> None:
    answer = send("/assess.json", {**DEVELOPER, "show": "all"}).json()
    order = ["matches", "incomplete", "not_yet", "does_not_match"]
    rows = [
        (row["distance"], order.index(row["verdict"]))
        for group in answer["groups"]
        for row in group["rows"]
    ]

    assert len(rows) == 374
    assert rows == sorted(rows)


@pytest.mark.parametrize(
    ("group", "keys"),
    [("place", {"大连市", "上海市"}), ("verdict", {"incomplete", "does_not_match"})],
)
def test_posts_can_be_grouped(send: Send, group: str, keys: set[str]) -> None:
    answer = send("/assess.json", {**DEVELOPER, "group": group}).json()

    assert keys <= {each["key"] for each in answer["groups"]}


def test_filters_narrow_the_list(send: Send) -> None:
    chosen = {**DEVELOPER, "places": "大连市", "verdicts": "does_not_match", "show": "all"}
    answer = send("/assess.json", chosen).json()
    rows = [row for group in answer["groups"] for row in group["rows"]]

    assert rows
    assert {(row["place"], row["verdict"]) for row in rows} == {("大连市", "does_not_match")}


def test_a_graduate_sees_ways_by_the_years_still_needed(send: Send) -> None:
    answer = send("/assess.json", GRADUATE).json()
    years = [each["years"] for each in answer["paths"]]

    assert years
    assert years == sorted(set(years))
    assert "毕业后可走的路" in send("/assess", GRADUATE).text


def test_a_wanted_major_is_answered_apart(send: Send) -> None:
    answer = send("/assess.json", {**GRADUATE, "educations.1.majors": "金融学"}).json()

    assert answer["wanted_asked"] == ["金融学"]
    assert answer["wanted_lists"]


def test_a_form_comes_back_with_its_errors(send: Send) -> None:
    answer = send("/assess", {**DEVELOPER, "work.1.begun_on": "2022-13"})

    assert answer.status_code == 400
    assert 'href="#f-work.1.begun_on"' in answer.text
    assert 'value="2022-13"' in answer.text
    assert 'value="软件工程"' in answer.text


def test_a_major_without_its_level_counts_as_of_unknown_level(send: Send) -> None:
    answer = send("/assess", {"educations.1.majors": "护理学"})

    assert answer.status_code == 200
    assert "层次未知" in answer.text or "是什么学历层次" in answer.text


def test_no_work_and_some_work_contradict_each_other(send: Send) -> None:
    answer = send("/assess.json", {**DEVELOPER, "work": "无"}).json()

    assert answer["error"]["where"] == "work"


def test_json_that_cannot_be_read_is_an_error(send: Send) -> None:
    answer = send("/assess.json", {**AS_JSON, "work": [{"begun_on": "2022-13"}]}, JSON)

    assert answer.status_code == 400
    assert answer.json()["error"]["where"] == "work.1.begun_on"


@pytest.mark.parametrize("body", ["[1]", "{", '"a"', "[" * 5_000, '{"a":' * 8])
def test_a_body_that_is_no_question_is_an_error(send: Send, body: str) -> None:
    assert send("/assess.json", body, JSON).status_code == 400


@pytest.mark.parametrize(
    "fields",
    [
        {"work.x.y": "1", "work.1.begun_on.z": "2"},
        {"educations": "本科", "educations.1.level": "硕士"},
        {"has.": "yes", "has.x": "no", "has.tools.": "yes"},
        {".": "a", "..": "b", "work.-1.begun_on": "2020"},
        {"educations.99999999999.level": "本科"},
    ],
)
def test_hostile_fields_are_refused_or_ignored(send: Send, fields: dict[str, str]) -> None:
    assert send("/assess", fields).status_code in (200, 400)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("规培证、PMP；CET-6\nC", ["规培证", "PMP", "CET-6", "C"]),
        ("注册土木工程师（岩土、水利）、规培证", ["注册土木工程师（岩土、水利）", "规培证"]),
        ("没关（a、b\nc", ["没关（a、b", "c"]),
        (" 、；\n ", []),
    ],
)
def test_names_are_parted(typed: str, names: list[str]) -> None:
    assert split_names(typed) == names


def test_very_many_fields_are_answered(send: Send) -> None:
    many = {f"work.{number}.begun_on": "x" for number in range(1, 1500)}
    answer = send("/assess", many)

    assert answer.status_code == 400
    assert answer.text.count('<li><a href="#') <= 25


@pytest.mark.parametrize("kind", [FORM, JSON])
def test_too_many_words_are_refused_in_words(send: Send, kind: str) -> None:
    answer = send("/assess.json", {"place": "长" * 70_000}, kind)

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "source_too_large"


def test_an_empty_form_is_answered(send: Send) -> None:
    answer = send("/assess.json", {})

    assert answer.status_code == 200
    assert [each["count"] for each in answer.json()["counts"]] == [0, 374, 0, 0, 346]


def test_opening_the_address_of_an_answer_leads_to_the_form(ask: Ask) -> None:
    answer = ask(POST)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/assess?post=")


def test_the_word_file_holds_every_clause_and_the_notice(send: Send) -> None:
    from io import BytesIO

    from docx import Document

    answer = send(POST.replace("posts", "sheet"), DEVELOPER)
    file = Document(BytesIO(answer.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    told = "\n".join([line.text for line in file.paragraphs] + cells)
    findings = send(f"{POST}.json", DEVELOPER).json()["findings"]

    assert [each["quote"] for each in findings if each["quote"] not in told] == []
    assert file.sections[0].footer.paragraphs[0].text == zh(SELF_CHECK_NOTICE)
    assert answer.headers["cache-control"] == "no-store"
    assert file.core_properties.author == ""


def test_nothing_told_is_logged(send: Send, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    marked = {**DEVELOPER, "work.1.occupation": "标记岗位甲乙丙", "certificates": "标记证书甲乙丙"}
    told = [send(path, marked).status_code for path in ("/assess", POST)]

    assert told == [200, 200]
    assert "甲乙丙" not in json.dumps([record.getMessage() for record in caplog.records])
    assert "甲乙丙" not in caplog.text


def test_a_fault_of_ours_is_logged_without_what_was_told(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match="甲乙丙") as caught:
        int("标记甲乙丙")
    told = unforeseen(caught.value, "self-check")

    assert told.code == "machine_failed"
    assert "ValueError" in caplog.text
    assert "甲乙丙" not in caplog.text
