"""Files about a person: what they may say, and what is refused with its place and a remedy."""

import json
from datetime import date
from pathlib import Path

import pytest

from jinque.api import example_person, read_person
from jinque.errors import InvalidPersonError
from jinque.model.person import Education, Fact, LanguageHeld, Person, Skill, Title, WorkSpell
from jinque.parameters.person_values import load_person_words
from tests.said import en, zh


def _refused(text: str, name: str = "p.yaml") -> InvalidPersonError:
    with pytest.raises(InvalidPersonError) as caught:
        read_person(text, name)
    return caught.value


def test_the_example_is_read() -> None:
    person = read_person(example_person(), "example.yaml")

    assert person.nationality == "中国"
    assert person.educations is not None
    assert person.educations[0].majors == ("软件工程",)
    assert person.titles == ()


@pytest.mark.parametrize("text", ["", "# 什么都没写\n", "证书:\n", "{}"])
def test_what_is_not_said_is_unknown(text: str) -> None:
    assert read_person(text, "p.yaml") == Person()


def test_english_and_chinese_keys_say_the_same() -> None:
    chinese = "教育经历:\n  - 学历: 本科\n    学位: 学士\n    全日制: 是\n    毕业年份: 2020\n"
    english = "educations:\n  - {level: 本科, degree: 学士, is_full_time: yes, year: 2020}\n"
    told = Education(level="本科", degree="学士", is_full_time=True, year=2020)

    assert read_person(chinese, "a").educations == read_person(english, "b").educations == (told,)


def test_json_says_the_same_as_yaml() -> None:
    body = {"work": [{"begun_on": "2020-07-01", "is_management": True}], "certificates": []}
    person = read_person(json.dumps(body), "p.json")

    assert person.work == (WorkSpell(begun_on=date(2020, 7, 1), is_management=True),)
    assert person.certificates == ()


@pytest.mark.parametrize("none", ["[]", "无", "没有", "none"])
def test_none_at_all_can_be_said(none: str) -> None:
    person = read_person(f"证书: {none}\n", "p.yaml")

    assert person.certificates == ()
    assert person.open_lists == frozenset()


def test_a_list_of_names_may_lack_some_unless_it_says_so() -> None:
    some = read_person("证书: [规培证]\n", "p.yaml")
    all_of_them = read_person("证书: [规培证, 没有其他]\n", "p.yaml")

    assert some.certificates == all_of_them.certificates == ("规培证",)
    assert some.open_lists == frozenset({Fact.CERTIFICATES})
    assert all_of_them.open_lists == frozenset()


def test_a_list_of_records_is_complete_unless_it_says_so() -> None:
    text = "工作经历:\n  - 开始: 2020-01\n"

    assert read_person(text, "p.yaml").open_lists == frozenset()
    assert read_person(text + "  - 还有其他\n", "p.yaml").open_lists == {Fact.WORK}


def test_what_is_not_held_can_be_named() -> None:
    assert read_person("没有的: 规培证、PMP\n", "p.yaml").denied == ("规培证", "PMP")


def test_a_month_counts_from_its_first_to_its_last_day() -> None:
    person = read_person("工作经历:\n  - {开始: 2020-02, 结束: 2024-02}\n", "p.yaml")

    assert person.work == (WorkSpell(begun_on=date(2020, 2, 1), ended_on=date(2024, 2, 29)),)


def test_short_forms_stand_for_records() -> None:
    person = read_person("语言: [英语]\n职称: 副高\n技能等级: 二级/技师\n", "p.yaml")

    assert person.languages == (LanguageHeld(language="英语"),)
    assert person.titles == (Title(level="副高级"),)
    assert person.skills == (Skill(level="技师"),)


@pytest.mark.parametrize(
    ("typed", "level"),
    [("大学本科", "本科"), ("硕士研究生", "硕士"), ("高职", "大专"), ("专科", "专科")],
)
def test_other_names_of_levels_are_known(typed: str, level: str) -> None:
    person = read_person(f"教育经历: [{typed}]\n", "p.yaml")

    assert person.educations == (Education(level=level),)


@pytest.mark.parametrize(
    ("typed", "degree"), [("工学学士", "学士"), ("无", ""), ("master", "硕士")]
)
def test_degrees_are_read(typed: str, degree: str) -> None:
    person = read_person(f"教育经历:\n  - 学历: 本科\n    学位: {typed}\n", "p.yaml")

    assert person.educations == (Education(level="本科", degree=degree),)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("nationalty: 中国\n", "p.yaml:1", "是否想写 nationality"),
        ("国藉: 中国\n", "p.yaml:1", "是否想写 国籍"),
        ("工作地区: x\n姓名: 王某\n", "p.yaml:2", "自查用不着"),
        ("工作经历:\n  - 开始: 2022-13-01\n", "p.yaml:2", "日历上没有这一天"),
        ("工作经历:\n  - 开始: 2022-02-30\n", "p.yaml:2", "“2022-02-30”不对"),
        ("工作经历:\n  - 开始: 1822-02-03\n", "p.yaml:2", "1900"),
        ("工作经历:\n  - 开始: 2022-05\n    结束: 2021-01\n", "p.yaml:2", "结束早于开始"),
        ("教育经历:\n  - 学历: 大学问\n", "p.yaml:2", "可写：初中"),
        ("应届毕业生: 大概\n", "p.yaml:1", "请写 是 或 否"),
        ("国籍: [中国]\n", "p.yaml:1", "这里应是一个值"),
        ("国籍：中国\n", "p.yaml:1", "冒号用英文的"),
        ("证书: [无, 规培证]\n", "p.yaml:1", "既列了内容，又写了无"),
        ("国籍: 中国\nnationality: 中国\n", "p.yaml:2", "重复"),
        ("国籍: 中国\n国籍: 法国\n", "p.yaml:2", "写了两次"),
        ("国籍: " + "长" * 300, "p.yaml:1", "最多 200 个字"),
        ("证书: " + "a、" * 300, "p.yaml:1", "最多 200 项"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, where: str, said: str) -> None:
    fault = _refused(text)

    assert fault.where == where
    assert said in zh(fault.message)
    assert en(fault.message)
    assert zh(fault.hint)
    assert en(fault.hint)


def test_every_fault_is_told_at_once() -> None:
    fault = _refused("应届毕业生: 大概\n工作地区: [a]\n国藉: 中国\n")

    assert [line in zh(fault.message) for line in ("第 1 行", "第 2 行", "第 3 行")] == [True] * 3


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("国籍: 中国\n\t工作地区: 大连\n", "制表符"),
        ("语言: 英语\n证书：[a\n国籍: b", "英文冒号"),
        ("国籍: &a 中国\n工作地区: *a\n", "引用"),
        ("证书: [a\n国籍: b\n", "缩进"),
    ],
)
def test_what_is_no_yaml_has_a_remedy(text: str, hint: str) -> None:
    assert hint in zh(_refused(text).hint)


@pytest.mark.parametrize("text", ['{"国籍": }', '{"国籍": "中国",', '{"a": 1, "a": 2}'])
def test_what_is_no_json_is_refused(text: str) -> None:
    assert _refused(text, "p.json").code == "person_invalid"


@pytest.mark.parametrize("text", ["[" * 20_000, "x" * 70_000, '{"a":' * 9_000], ids=len)
def test_a_hostile_file_is_refused(text: str) -> None:
    assert _refused(text).code == "person_invalid"


def test_bytes_of_either_encoding_are_read() -> None:
    text = "国籍: 中国\n"

    assert read_person(text.encode("gb18030"), "p.yaml").nationality == "中国"
    assert read_person(text.encode("utf-8-sig"), "p.yaml").nationality == "中国"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InvalidPersonError):
        read_person(b"\xff\xfe\x00\x01\xff", "p.yaml")


def test_every_key_is_documented() -> None:
    text = Path("docs/reference/person.md").read_text(encoding="utf-8")
    keys = [key for shape in load_person_words().shapes.values() for key in shape]

    assert [key for key in keys if f"`{key}`" not in text] == []


def test_work_without_a_beginning_leaves_the_list_open() -> None:
    person = read_person("工作经历:\n  - 职业: 护士\n", "p.yaml")

    assert person.work == ()
    assert person.open_lists == {Fact.WORK}


def test_an_education_without_its_level_is_kept() -> None:
    person = read_person("教育经历:\n  - 专业: [临床医学]\n", "p.yaml")

    assert person.educations == (Education(majors=("临床医学",)),)
