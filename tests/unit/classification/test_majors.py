"""Majors by name, and how a held one stands to a printed one."""

import pytest

from jinque.classification.majors import find_majors, majors, relation
from jinque.model.occupation import MajorLikeness
from tests.said import zh

SAME, SAME_CLASS = MajorLikeness.SAME, MajorLikeness.SAME_CLASS
OTHER, UNKNOWN = MajorLikeness.OTHER, MajorLikeness.UNKNOWN


@pytest.mark.parametrize(
    ("printed", "held", "kind"),
    [
        ("软件工程", "软件工程", SAME),
        ("软件工程", "软件工程（嵌入式方向）", SAME),
        ("软件工程专业", "软件工程", SAME),
        ("统计", "统计学", SAME),
        ("计算机", "计算机科学与技术", SAME),
        ("医学类", "临床医学", SAME),
        ("光学工程", "光学工程", SAME),
        ("计算机", "软件工程", SAME_CLASS),
        ("化学", "应用化学", SAME_CLASS),
        ("管理学", "工商管理", SAME_CLASS),
        ("护理学", "护理", SAME_CLASS),
        ("计算机", "法学", OTHER),
        ("自动化", "机械电子工程", OTHER),
        ("医学类", "法学", OTHER),
        ("光学工程", "光电信息科学与工程", UNKNOWN),
        ("药学", "大数据", UNKNOWN),
        ("生物医学工程", "具身智能", UNKNOWN),
        ("法律", "法学", UNKNOWN),
    ],
)
def test_a_held_major_stands_to_a_printed_one(printed: str, held: str, kind: MajorLikeness) -> None:
    assert relation(printed, held).kind is kind


def test_a_related_major_says_which_class_it_shares() -> None:
    assert "计算机类" in zh(relation("计算机", "软件工程").reason)


def test_a_major_of_several_levels_is_found_on_each() -> None:
    levels = {each.level for each in find_majors("信用管理")}

    assert {"本科", "高职专科"} <= levels


def test_every_major_says_which_list_has_it() -> None:
    lists = {name for each in majors() for name in each.attested_by}

    assert lists == {"moe-2025", "moe-2021", "chsi-2026", "chsi-2025-12"}


def test_a_name_stands_once_on_a_level() -> None:
    names = [(each.level, each.name) for each in majors()]

    assert len(names) == len(set(names)) == 2334


@pytest.mark.parametrize("typed", ["", "（）", "专业", "   "])
def test_a_name_without_a_name_finds_nothing(typed: str) -> None:
    assert find_majors(typed) == ()
