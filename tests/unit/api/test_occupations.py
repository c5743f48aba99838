"""What each occupation is called, and who names it, read off the lists and documents by eye."""

import pytest

from jinque import api
from jinque.errors import InvalidOptionError, UnknownOccupationError
from jinque.model import CorrespondenceKind, OccupationAnswer, OccupationPost, Standing
from tests.said import zh


def _posts(posts: tuple[OccupationPost, ...]) -> list[tuple[str, int]]:
    """Name posts by edition and the line on which they begin."""
    return [(p.post.edition_id, p.post.citation.span.line_start) for p in posts]


def _codes(answer: OccupationAnswer) -> list[str]:
    return [entry.found.entry.code for entry in answer.entries]


def test_old_code_leads_to_the_present_one_and_says_why(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "2-02-10-09").entries

    assert (entry.found.entry.code, entry.found.entry.name) == (
        "2-02-38-01",
        "人工智能工程技术人员",
    )
    assert entry.found.via is not None
    assert entry.found.via.code_2015 == "2-02-10-09"
    assert "2-02-38-01" in zh(entry.found.via.reason)
    assert [step.name for step in entry.above] == [
        "专业技术人员",
        "工程技术人员",
        "数字技术工程技术人员",
    ]
    assert (entry.found.entry.is_green, entry.found.entry.is_digital) == (False, True)


@pytest.mark.parametrize(
    "typed",
    ["2-02-10-09", "2-02-38-01", "人工智能工程技术人员", "２－０２－３８－０１", "2—02—38—01"],
)
def test_every_way_to_ask_gives_the_same_posts(workspace: api.Workspace, typed: str) -> None:
    [entry] = api.occupation(workspace, typed).entries

    assert _posts(entry.posts) == [("dalian", 694), ("dalian", 1626), ("dalian", 2753)]


def test_code_of_two_occupations_leads_to_both(workspace: api.Workspace) -> None:
    answer = api.occupation(workspace, "2-02-07-13")

    assert _codes(answer) == ["2-02-07-13", "2-02-38-05"]
    assert [entry.found.entry.name for entry in answer.entries] == [
        "铸造工程技术人员",
        "智能制造工程技术人员",
    ]
    assert answer.entries[0].posts == ()
    assert len(answer.entries[1].posts) == 3


def test_posts_of_all_catalogues_stand_together(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "多工序数控机床操作调整工").entries

    assert _posts(entry.posts)[-1] == ("skilled-trades", 38)
    assert [edition for edition, _ in _posts(entry.posts)] == ["dalian"] * 3 + ["skilled-trades"]
    assert [p.post.name for p in entry.proposed] == ["多工序数控机床操作调整工"]
    assert entry.proposed[0].post.serial == 507


def test_catalogue_that_names_no_place_is_given_none(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "6-25-02-04").entries

    assert [(p.post.name, p.place) for p in entry.posts] == [("晶体加工工", None)]


def test_post_that_names_the_class_covers_its_occupations(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "2-05-01-01").entries

    assert _posts(entry.class_posts) == [("dalian", 3016)]


def test_class_printed_as_an_occupation_covers_its_occupations(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "催化裂化工").entries

    assert [p.post.name for p in entry.class_posts] == ["石油炼制生产人员"]
    assert [p.post.edition_id for p in entry.proposed] == ["zhejiang-2022-77"]


def test_special_need_is_proposed_and_not_linked(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "助产士").entries

    assert entry.posts == ()
    assert _posts(entry.proposed) == [("dalian", 2726)]


def test_misprinted_name_is_linked_to_its_code_and_found_by_the_misprint(
    workspace: api.Workspace,
) -> None:
    for typed in ("6-01-05-02", "水产品精制工"):
        [entry] = api.occupation(workspace, typed).entries

        assert entry.found.entry.name == "水产制品精制工"
        assert [p.post.name for p in entry.posts] == ["水产品精制工"]


def test_name_of_like_spelling_is_proposed_and_not_followed(workspace: api.Workspace) -> None:
    [former] = api.occupation(workspace, "盆景工").entries

    assert (former.found.entry.classification, former.found.via) == ("2015", None)
    assert [entry.name for entry in former.counterparts] == ["盆景师"]


def test_reused_code_says_what_it_is_in_either_edition(workspace: api.Workspace) -> None:
    answer = api.occupation(workspace, "2-07-03-00")
    now, before = answer.entries

    assert [(m.classification, m.name) for m in answer.meanings] == [
        ("2022", "检察官"),
        ("2015", "律师"),
    ]
    assert [(row.code_2015, row.name_2015) for row in now.correspondences] == [
        ("2-07-02-00", "检察官")
    ]
    assert now.elsewhere is not None
    assert (now.elsewhere.classification, now.elsewhere.name) == ("2015", "律师")
    assert (before.found.entry.code, before.found.entry.name) == ("2-07-04-00", "律师")
    assert now.posts == ()
    assert [p.post.name for p in before.posts] == ["律师"]


def test_code_of_one_occupation_says_nothing_of_two(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "2-02-10-08").entries

    assert entry.elsewhere is None
    assert entry.found.via is None or entry.found.via.kind is CorrespondenceKind.SAME


def test_one_edition_alone_is_shown_as_it_is(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "2-07-03-00", edition="2015").entries
    [group] = api.occupation(workspace, "2-07", edition="2015").entries

    assert (entry.found.entry.classification, entry.found.entry.name) == ("2015", "律师")
    assert [p.post.name for p in entry.posts] == ["律师"]
    assert [branch.entry.name for branch in group.below][:3] == ["法官", "检察官", "律师"]
    assert [branch.posts for branch in group.below][:3] == [0, 0, 1]


def test_one_edition_alone_has_the_posts_that_print_the_other_code(
    workspace: api.Workspace,
) -> None:
    [entry] = api.occupation(workspace, "6-18-01-07", edition="2015").entries

    assert {post.post.edition_id for post in entry.posts} == {"dalian", "skilled-trades"}


def test_code_of_a_draft_notice_joins_nothing(workspace: api.Workspace) -> None:
    trainer = api.occupation(workspace, "人工智能训练师").entries
    typed = api.occupation(workspace, "4-04-05-04")

    assert [entry.found.entry.code for entry in trainer] == ["4-04-05-05"]
    assert [entry.found.entry.name for entry in typed.entries] == [
        "数据库运行管理员",
        "建筑信息模型技术员",
    ]


@pytest.mark.parametrize("edition", ["1999", ""])
def test_edition_that_is_not_here_is_refused(workspace: api.Workspace, edition: str) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        api.occupation(workspace, "律师", edition=edition)

    assert caught.value.where == "edition"


def test_class_counts_the_posts_below_it(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "2-02-38").entries
    counts = {branch.entry.code: branch.posts for branch in entry.below}

    assert len(counts) == 13
    assert (counts["2-02-38-01"], counts["2-02-38-05"], counts["2-02-38-13"]) == (3, 3, 0)


def test_counts_of_a_branch_add_up(workspace: api.Workspace) -> None:
    for code in ("2-02-38", "2-05-08", "6-12-05"):
        [entry] = api.occupation(workspace, code).entries
        [above] = api.occupation(workspace, code[:4]).entries
        counts = {branch.entry.code: branch.posts for branch in above.below}

        assert counts[code] == len(entry.posts) + sum(branch.posts for branch in entry.below)


def test_every_answer_says_what_the_lists_lack(workspace: api.Workspace) -> None:
    [entry] = api.occupation(workspace, "律师").entries

    assert any("2015年版没有完整名单" in zh(words) for words in entry.limits)
    assert any("工种只列来源印出的" in zh(words) for words in entry.limits)


@pytest.mark.parametrize(
    ("typed", "day", "standing"),
    [
        ("网络主播", "2024-06-30", Standing.NOT_YET),
        ("网络主播", "2024-07-15", Standing.UNDECIDED),
        ("网络主播", "2024-08-01", Standing.HOLDS),
        ("网络主播", "2018-01-01", Standing.NOT_YET),
        ("人工智能工程技术人员", "2018-01-01", Standing.NOT_YET),
        ("人工智能工程技术人员", "2019-04-10", Standing.UNDECIDED),
        ("人工智能工程技术人员", "2022-03-01", Standing.HOLDS),
        ("铸造工程技术人员", "2018-01-01", Standing.UNATTESTED),
        ("小学教育教师", "2022-03-01", Standing.HOLDS),
        ("小学教育教师", "2025-01-01", Standing.NO_LONGER),
        ("盆景工", "2025-01-01", Standing.UNATTESTED),
    ],
)
def test_standing_on_a_day(
    workspace: api.Workspace, typed: str, day: str, standing: Standing
) -> None:
    answer = api.occupation(workspace, typed, day)

    assert (answer.day, answer.entries[0].standing) == (day, standing)
    assert answer.day_note is not None


@pytest.mark.parametrize("day", ["gestern", "2024-13-01", "2014-06-01"])
def test_day_that_is_none_or_too_early_is_refused(workspace: api.Workspace, day: str) -> None:
    with pytest.raises(InvalidOptionError):
        api.occupation(workspace, "律师", day)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("人工智能", "2-02-38-01 人工智能工程技术人员"),
        ("家畜饲羊员", "5-03-02-01 家畜饲养员"),
        ("2-02-38-77", "2-02-38 数字技术工程技术人员"),
        ("护士", "内科护士"),
        ("", "2-02-38-01"),
        ("　", "2-02-38-01"),
        ("工" * 10_000, "2-02-38-01"),
    ],
)
def test_unknown_occupation_suggests_near_ones(
    workspace: api.Workspace, typed: str, near: str
) -> None:
    with pytest.raises(UnknownOccupationError) as caught:
        api.occupation(workspace, typed)

    assert near in zh(caught.value.hint)


def test_post_carries_its_link(workspace: api.Workspace) -> None:
    link = api.show(workspace, "dalian:装备制造:1").link

    assert link is not None
    assert (link.code, link.edition) == ("2-02-07-13", "2015")
    assert api.show(workspace, "wenzhou-majors-1:电子信息类:1").link is None
