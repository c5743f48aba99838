"""Names that are found, names that are proposed, names that must not be."""

import pytest

from jinque.classification import entries_formerly_named, entries_named, entries_near

DIFFERENT = [
    ("家畜繁殖员", "家禽繁殖员"),
    ("家畜饲养员", "家禽饲养员"),
    ("磨料制造工", "磨具制造工"),
    ("印泥制作工", "印章制作工"),
    ("染料生产工", "涂料生产工"),
    ("染料生产工", "颜料生产工"),
    ("硫酸生产工", "硝酸生产工"),
    ("盐酸生产工", "磷酸生产工"),
    ("硝酸生产工", "硝酸铵生产工"),
    ("有机硅生产工", "有机氟生产工"),
    ("海盐制盐工", "湖盐制盐工"),
    ("野生动物保护员", "野生植物保护员"),
    ("金属热处理工", "金属材热处理工"),
    ("油制气工", "煤制气工"),
    ("家具制作工", "玩具制作工"),
    ("玩具制作工", "锁具制作工"),
    ("灯具设计师", "皮具设计师"),
    ("玩具设计师", "家具设计师"),
    ("电容器制造工", "电阻器制造工"),
    ("电机制造工", "电池制造工"),
    ("镁冶炼工", "硅冶炼工"),
    ("钛冶炼工", "锂冶炼工"),
    ("水文勘测工", "水文勘测船工"),
    ("内科医师", "外科医师"),
    ("儿科医师", "眼科医师"),
    ("会计专业人员", "审计专业人员"),
    ("种苗繁育员", "种子繁育员"),
    ("计算机硬件工程技术人员", "计算机软件工程技术人员"),
    ("中学教育教师", "小学教育教师"),
]


def _codes(name: str) -> list[tuple[str, str]]:
    return [(entry.classification, entry.code) for entry in entries_named(name)]


def test_name_is_found_in_both_editions_newest_first() -> None:
    assert _codes("人工智能工程技术人员") == [("2022", "2-02-38-01"), ("2015", "2-02-10-09")]


def test_occupation_stands_before_the_class_of_its_name() -> None:
    assert _codes("法官") == [
        ("2022", "2-07-02-00"),
        ("2022", "2-07-02"),
        ("2015", "2-07-01-00"),
        ("2015", "2-07-01"),
    ]


@pytest.mark.parametrize("name", ["军官(警官)", "军官（警官）", " 军官 （警官） "])
def test_name_is_found_whatever_its_width_and_blanks(name: str) -> None:
    assert ("2022", "7-01-00-00") in _codes(name)


def test_name_of_the_first_print_leads_to_the_present_entry() -> None:
    [entry] = entries_formerly_named("婚姻家庭咨询师")

    assert (entry.code, entry.name) == ("4-10-05-03", "婚姻家庭辅导师")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("多工序数控机床操控调整工", "多工序数控机床操作调整工"),
        ("晶体加工工", "晶片加工工"),
        ("浸渍纸层压板板工", "浸渍纸层压板工"),
        ("航空附件装配", "航空附件装配工"),
        ("水墨墨汁制造工", "墨水墨汁制造工"),
        ("石灰锻烧工", "石灰煅烧工"),
    ],
)
def test_name_that_no_entry_has_is_near_one_that_differs_in_a_character(
    name: str, near: str
) -> None:
    assert near in {entry.name for entry in entries_near(name)}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_occupations_are_never_near(one: str, other: str) -> None:
    assert entries_named(one)
    assert entries_near(one) == ()
    assert entries_near(other) == ()


@pytest.mark.parametrize("name", ["锁工", "瓷工", "盆景工", "骨科医师"])
def test_short_name_is_near_nothing(name: str) -> None:
    assert entries_near(name) == ()


def test_two_characters_apart_is_not_near() -> None:
    assert entries_near("多工序数控机床操控修理工") == ()


@pytest.mark.parametrize("name", ["", "　", "工" * 10_000])
def test_odd_names_are_answered(name: str) -> None:
    assert (entries_named(name), entries_formerly_named(name), entries_near(name)) == ((), (), ())
