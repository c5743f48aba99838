"""Posts that name a major; numbers counted in the source document by eye."""

import pytest

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.model.occupation import MajorLikeness


def test_only_shanghai_names_majors_in_41_of_its_62_posts(workspace: api.Workspace) -> None:
    shares = {each.edition: each for each in api.majors(workspace).shares}

    assert {name: (each.majors, each.posts) for name, each in shares.items()} == {
        "dalian": (0, 312),
        "skilled-trades": (0, 58),
        "wenzhou-2020": (0, 288),
        "shanghai-foreign": (41, 62),
    }


def test_posts_for_foreign_nationals_are_left_out_and_counted(workspace: api.Workspace) -> None:
    answer = api.major(workspace, "软件工程")

    assert answer.posts == ()
    assert answer.terms == ()
    assert answer.left_out == 24


def test_the_very_major_is_told_from_its_class(workspace: api.Workspace) -> None:
    posts = api.major(workspace, "软件工程", foreign=True).posts
    same = [each for each in posts if each.likeness is MajorLikeness.SAME]

    assert {each.printed for each in same} == {"软件工程"}
    assert [each.post.id.rpartition(":")[2] for each in same] == ["31", "34", "36", "38", "45"]
    assert {each.printed for each in posts if each not in same} == {"计算机"}


def test_a_major_of_nine_posts_is_found_in_nine(workspace: api.Workspace) -> None:
    posts = api.major(workspace, "金融学", foreign=True).posts
    same = [each.post.id for each in posts if each.likeness is MajorLikeness.SAME]

    assert len(same) == 9
    assert [each.printed for each in posts if each.post.id not in same] == ["经济学"]


def test_a_class_that_is_asked_for_has_its_majors(workspace: api.Workspace) -> None:
    posts = api.major(workspace, "计算机类", foreign=True).posts

    printed = {(each.printed, each.likeness) for each in posts}
    assert ("计算机", MajorLikeness.SAME) in printed
    assert ("软件工程", MajorLikeness.SAME_CLASS) in printed


def test_no_major_is_inferred_from_an_occupation(workspace: api.Workspace) -> None:
    posts = api.major(workspace, "护理学", foreign=True).posts

    assert {each.post.edition for each in posts} == {"shanghai-foreign"}
    assert all(each.printed in each.clause for each in posts)


def test_terms_are_counted_from_clauses_that_print_them(workspace: api.Workspace) -> None:
    terms = api.major(workspace, "金融学", foreign=True).terms
    frm = next(each for each in terms if each.name == "金融风险管理师（FRM）")

    assert frm.posts == 3
    assert all("FRM" in use.clause for use in frm.uses)


def test_names_of_one_tool_count_together(workspace: api.Workspace) -> None:
    terms = api.major(workspace, "软件工程", foreign=True).terms
    tools = [each.name for each in terms if each.kind.value == "tool"]

    assert len({name.lower() for name in tools}) == len(tools)


@pytest.mark.parametrize("name", ["", "  ", "工" * 101])
def test_a_name_that_is_none_is_refused(workspace: api.Workspace, name: str) -> None:
    with pytest.raises(InvalidOptionError):
        api.major(workspace, name)


def test_an_unknown_major_has_no_posts(workspace: api.Workspace) -> None:
    answer = api.major(workspace, "量子烹饪", foreign=True)

    assert (answer.posts, answer.entries, answer.left_out) == ((), (), 0)
