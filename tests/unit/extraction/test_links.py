"""How made-up rows are linked; names and codes are those of the official lists."""

from dataclasses import replace

import pytest

from jinque.extraction import Reading
from jinque.extraction.links import link_posts
from jinque.model import Issue, Likeness, Link, LinkStatus, Status
from jinque.model.post import Correction
from tests.said import zh
from tests.unit.extraction.made import read_made

_HEAD = "某市紧缺职业目录\n序号\t职业代码\t岗位名称\n"
_BY_2022 = "备注：依据《中华人民共和国职业分类大典（2022年版）》。\n"
_BY_2015 = "备注：依据《中华人民共和国职业分类大典（2015年版）》。\n"
_ABSENT = "备注：无代码的职业尚未收录入《中华人民共和国职业分类大典（2022年版）》。\n"


def _read(code: str, name: str, note: str = "") -> tuple[Link, set[str]]:
    """Read a catalogue of one row; return its link and the codes of its issues."""
    [reading] = read_made(f"{_HEAD}1\t{code}\t{name}\n{note}")
    [link] = reading.edition.links
    return link, {issue.code for issue in _of_post(reading.report.issues)}


def _of_post(issues: tuple[Issue, ...]) -> list[Issue]:
    return [issue for issue in issues if issue.post_id]


def test_code_and_name_that_agree_are_linked_without_an_issue() -> None:
    link, issues = _read("2-02-38-01", "人工智能工程技术人员", _BY_2022)

    assert (link.status, link.code, link.edition) == (LinkStatus.AGREES, "2-02-38-01", "2022")
    assert (link.candidates, issues) == ((), set())


@pytest.mark.parametrize("name", ["军官（警官）", "军官(警官)", "军官 （警官）"])
def test_width_and_blanks_make_no_difference(name: str) -> None:
    link, _ = _read("7-01-00-00", name, _BY_2022)

    assert link.status is LinkStatus.AGREES


@pytest.mark.parametrize(
    ("code", "name", "code_2022"),
    [
        ("2-02-10-09", "人工智能工程技术人员", "2-02-38-01"),
        ("2-02-07-13", "智能制造工程技术人员", "2-02-38-05"),
    ],
)
def test_code_of_the_other_edition_is_linked_with_an_issue_and_the_present_code(
    code: str, name: str, code_2022: str
) -> None:
    link, issues = _read(code, name, _BY_2022)

    assert (link.status, link.code, link.edition) == (LinkStatus.OTHER_EDITION, code, "2015")
    assert [(c.code, c.likeness) for c in link.candidates] == [(code_2022, Likeness.SAME_NAME)]
    assert issues == {"code_of_other_edition"}


def test_code_of_2022_in_a_catalogue_of_2015_belongs_to_the_other_edition() -> None:
    link, issues = _read("2-02-18-01", "建筑和市政设计工程技术人员", _BY_2015)

    assert (link.status, link.edition) == (LinkStatus.OTHER_EDITION, "2022")
    assert [(c.code, c.edition) for c in link.candidates] == [("2-02-18-02", "2015")]
    assert issues == {"code_of_other_edition"}


def test_name_one_character_apart_is_linked_to_the_code_with_an_issue() -> None:
    link, issues = _read("6-18-01-07", "多工序数控机床操控调整工", _BY_2022)

    assert (link.status, link.code, link.edition) == (
        LinkStatus.NAME_DIFFERS,
        "6-18-01-07",
        "2022",
    )
    assert "多工序数控机床操作调整工" in zh(link.reason)
    assert "不合并" in zh(link.reason)
    assert issues == {"code_name_differs"}


def test_name_that_stands_at_another_code_is_proposed_beside_the_printed_one() -> None:
    link, issues = _read("2-05-08-01", "助产士", _BY_2022)

    assert (link.status, link.code) == (LinkStatus.NAME_DIFFERS, "2-05-08-01")
    assert "内科护士" in zh(link.reason)
    assert [(c.code, c.likeness) for c in link.candidates] == [("2-05-08-06", Likeness.SAME_NAME)]
    assert issues == {"code_name_differs"}


@pytest.mark.parametrize(
    ("code", "name", "class_code"),
    [
        ("2-05-08", "护理人员", "2-05-08"),
        # The standard has another name for it; 2022 has the printed one.
        ("2-05-01", "临床和口腔医师", "2-05-01"),
        # No edition has this code: it is a minor group with -00 behind it.
        ("6-10-01-00", "石油炼制生产人员", "6-10-01"),
    ],
)
def test_class_is_linked_with_an_issue(code: str, name: str, class_code: str) -> None:
    link, issues = _read(code, name, _BY_2015)

    assert (link.status, link.code, link.edition) == (LinkStatus.NAMES_CLASS, class_code, "2015")
    assert issues == {"code_names_class"}


def test_code_that_the_complete_edition_lacks_is_not_linked() -> None:
    link, issues = _read("2-02-38-77", "人工智能工程技术人员", _BY_2022)

    assert (link.status, link.code, link.edition) == (LinkStatus.CODE_UNKNOWN, None, None)
    assert [c.code for c in link.candidates] == ["2-02-38-01", "2-02-10-09"]
    assert issues == {"code_unknown"}


def test_code_that_the_list_of_2015_lacks_is_not_linked() -> None:
    link, issues = _read("5-01-01-77", "种粮大户", _BY_2015)

    assert (link.status, link.code) == (LinkStatus.CODE_UNKNOWN, None)
    assert issues == {"code_unknown"}


@pytest.mark.parametrize(
    ("code", "name"), [("1-04-01-05", "某某负责人"), ("4-99-00-00", "无人机驾驶员")]
)
def test_code_in_a_known_gap_of_the_list_cannot_be_checked(code: str, name: str) -> None:
    link, issues = _read(code, name, _BY_2015)

    assert (link.status, link.code, link.edition) == (LinkStatus.UNCHECKED, code, "2015")
    assert issues == {"code_unchecked"}


@pytest.mark.parametrize(
    ("code", "name", "now"),
    [
        ("2-07-01-00", "法官", "2-07-02-00"),
        ("2-07-02-00", "检察官", "2-07-03-00"),
        ("2-02-18-05", "供水排水工程技术人员", "2-02-18-04"),
    ],
)
def test_entry_without_a_second_source_never_decides_alone(code: str, name: str, now: str) -> None:
    link, issues = _read(code, name)

    assert (link.status, link.code) == (LinkStatus.UNCONFIRMED, None)
    assert now in [candidate.code for candidate in link.candidates]
    assert issues == {"code_unconfirmed"}


def test_entry_without_a_second_source_is_linked_where_the_edition_is_known() -> None:
    link, issues = _read("2-07-01-00", "法官", _BY_2015)

    assert (link.status, link.code, link.edition) == (LinkStatus.AGREES, "2-07-01-00", "2015")
    assert "未经第二来源证实" in zh(link.reason)
    assert "监察人员" in zh(link.reason)
    assert issues == set()


REUSED = [
    ("2-07-03-00", "商务律师"),
    ("4-05-04-01", "保险经纪人"),
    ("2-02-07-13", "数控工程师"),
    ("2-07-02-00", "法务"),
    ("4-05-05-01", "当铺柜员"),
    ("4-07-05-03", "楼宇主管"),
    ("4-13-04-01", "健身教练"),
    ("4-02-07-10", "骑手"),
    ("2-08-04-00", "早教老师"),
    ("4-04-05-04", "标注员"),
]


@pytest.mark.parametrize(("code", "name"), REUSED)
@pytest.mark.parametrize("note", ["", _BY_2015, _BY_2022])
def test_code_that_means_two_occupations_is_never_joined_by_itself(
    code: str, name: str, note: str
) -> None:
    link, issues = _read(code, name, note)

    assert (link.status, link.code, link.edition) == (LinkStatus.CODE_REUSED, None, None)
    assert "两版所指不同" in zh(link.reason)
    assert issues == {"code_name_differs"}


def test_code_of_2015_says_what_it_means_today() -> None:
    link, _ = _read("4-05-04-01", "保险代理人", _BY_2015)

    assert (link.status, link.code, link.edition) == (LinkStatus.AGREES, "4-05-04-01", "2015")
    assert "4-05-03-01" in zh(link.reason)
    assert "典当业务员" in zh(link.reason)


_ROWS_OF_2015 = [
    ("4-05-04-01", "保险代理人"),
    ("4-05-05-01", "典当业务员"),
    ("4-07-05-04", "消防设施操作员"),
    ("4-01-02-02", "电子商务师"),
    ("2-07-01-00", "法官"),
]


def _read_rows(rows: list[tuple[str, str]], note: str = "") -> Reading:
    body = "".join(f"{n}\t{code}\t{name}\n" for n, (code, name) in enumerate(rows, start=1))
    [reading] = read_made(f"{_HEAD}{body}{note}")
    return reading


def test_edition_that_nobody_states_is_told_by_the_rows_with_their_counts() -> None:
    reading = _read_rows(_ROWS_OF_2015)
    fact = reading.edition.metadata.classification_edition

    assert (fact.value, fact.status) == ("2015", Status.INFERRED)
    assert "只合2015年版及其增补的 4 个" in fact.basis_zh
    assert {link.status for link in reading.edition.links} == {LinkStatus.AGREES}
    assert {link.edition for link in reading.edition.links} == {"2015"}


def test_stated_edition_that_the_rows_contradict_is_an_issue_and_the_rows_decide() -> None:
    reading = _read_rows(_ROWS_OF_2015, _BY_2022)
    codes = [issue.code for issue in reading.report.issues]

    assert codes.count("classification_edition_contradicted") == 1
    assert reading.edition.metadata.classification_edition.value == "2022"
    assert {link.edition for link in reading.edition.links} == {"2015"}


def test_two_rows_of_another_edition_do_not_overrule_the_statement() -> None:
    reading = _read_rows(_ROWS_OF_2015[:2], _BY_2022)
    codes = [issue.code for issue in reading.report.issues]

    assert "classification_edition_contradicted" not in codes
    assert codes.count("code_of_other_edition") == 2


def test_mixed_editions_are_said_and_each_row_is_looked_up_in_both() -> None:
    rows = [
        *_ROWS_OF_2015[:2],
        ("2-02-38-01", "人工智能工程技术人员"),
        ("2-07-03-00", "检察官"),
    ]
    reading = _read_rows(rows)
    issues = [x.code for x in reading.report.issues]

    assert issues.count("classification_editions_mixed") == 1
    assert [link.edition for link in reading.edition.links] == ["2015", "2015", "2022", "2022"]
    assert {link.status for link in reading.edition.links} == {LinkStatus.AGREES}


def test_work_type_that_no_source_prints_is_linked_below_its_occupation() -> None:
    link, issues = _read("4-01-06-02-07", "直播运营", _BY_2022)

    assert (link.status, link.code) == (LinkStatus.UNCHECKED, "4-01-06-02-07")
    assert "4-01-06-02 互联网营销师" in zh(link.reason)
    assert issues == {"code_unchecked"}


def test_work_type_below_nothing_is_not_linked() -> None:
    link, _ = _read("4-01-77-02-07", "直播运营", _BY_2022)

    assert link.status is LinkStatus.CODE_UNKNOWN


@pytest.mark.parametrize(("code", "edition"), [("2-02-38-01", "2022"), ("2-02-10-09", "2015")])
def test_catalogue_that_states_no_edition_is_looked_up_in_each(code: str, edition: str) -> None:
    link, _ = _read(code, "人工智能工程技术人员")

    assert (link.status, link.edition) == (LinkStatus.AGREES, edition)


def test_special_need_stays_without_a_code() -> None:
    link, issues = _read("—", "资深软件架构师（特需）")

    assert (link.status, link.code, link.candidates) == (LinkStatus.NO_CODE_STATED, None, ())
    assert issues == set()


def test_special_need_that_the_classification_has_is_reported_and_stays_without_a_code() -> None:
    link, issues = _read("—", "助产士（特需）")

    assert (link.status, link.code) == (LinkStatus.NO_CODE_STATED, None)
    assert [c.code for c in link.candidates] == ["2-05-08-06"]
    assert issues == {"no_code_but_listed"}


def test_dash_that_a_note_explains_is_a_statement() -> None:
    link, _ = _read("—", "细胞质检工", _ABSENT)

    assert link.status is LinkStatus.NO_CODE_STATED


def test_dash_that_nothing_explains_is_none() -> None:
    link, _ = _read("—", "细胞质检工", _BY_2022)

    assert link.status is LinkStatus.UNMATCHED


def test_name_without_a_code_is_proposed_and_not_linked() -> None:
    link, issues = _read("", "养老护理员")

    assert (link.status, link.code) == (LinkStatus.PROPOSED, None)
    assert [(c.code, c.edition) for c in link.candidates] == [("4-10-01-05", "2022")]
    assert issues == set()


def test_former_name_without_a_code_is_proposed_with_its_present_name() -> None:
    link, _ = _read("", "婚姻家庭咨询师")

    assert [(c.code, c.name, c.likeness, c.edition) for c in link.candidates] == [
        ("4-10-05-03", "婚姻家庭咨询师", Likeness.SAME_NAME, "2015"),
        ("4-10-05-03", "婚姻家庭辅导师", Likeness.FORMER_NAME, "2022"),
    ]


def test_near_name_without_a_code_is_proposed_and_reported() -> None:
    link, issues = _read("", "石灰锻烧工")

    assert [(c.code, c.likeness) for c in link.candidates] == [("6-15-01-03", Likeness.NEAR_NAME)]
    assert issues == {"name_one_character_apart"}


def test_occupation_is_never_near_another() -> None:
    link, _ = _read("", "家畜饲养员")

    assert [c.name for c in link.candidates] == ["家畜饲养员"]


def test_entry_of_a_running_list_has_no_link() -> None:
    [reading] = read_made("甲目录\n一、专业\n（一）护理类。包括助产士、内科护士、外科护士等。\n")

    assert len(reading.edition.posts) == 3
    assert reading.edition.links == ()


def test_a_code_that_a_person_confirmed_is_told_apart_from_a_printed_one() -> None:
    [reading] = read_made(f"{_HEAD}1\t—\t助产士（特需）\n{_BY_2022}")
    given = Correction(
        field="code",
        printed="—",
        value="2-05-08-06",
        reason="大典有此职业",
        decided_on="2026-11-21",
    )
    post = replace(reading.edition.posts[0], code="2-05-08-06", corrections=(given,))
    [link] = link_posts([post], (), reading.edition.metadata)

    assert (link.status, link.code, link.edition) == (LinkStatus.CONFIRMED, "2-05-08-06", "2022")
    assert "大典有此职业" in zh(link.reason)
    assert link.candidates == ()


def test_a_confirmed_code_that_no_list_has_is_still_unknown() -> None:
    [reading] = read_made(f"{_HEAD}1\t—\t助产士（特需）\n{_BY_2022}")
    given = Correction(
        field="code", printed="—", value="2-99-99-99", reason="误", decided_on="2026-11-21"
    )
    post = replace(reading.edition.posts[0], code="2-99-99-99", corrections=(given,))
    [link] = link_posts([post], (), reading.edition.metadata)

    assert (link.status, link.code) == (LinkStatus.CODE_UNKNOWN, None)
