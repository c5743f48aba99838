from jinque.classification import sub_major_of
from jinque.comparison.compare import Key, occupation_of
from jinque.model import Likeness, Link, LinkCandidate, LinkStatus, Words
from tests.unit.dataset.specimens import post

WHY = Words(zh="因", en="why")
POST = post("设备操控员")


def link(code: str | None, edition: str | None, *likenesses: Likeness) -> Link:
    candidates = tuple(
        LinkCandidate(
            code="6-25-02-05", name="半导体芯片制造工", edition="2022", likeness=each, reason=WHY
        )
        for each in likenesses
    )
    return Link(
        post_id=POST.id,
        code=code,
        edition=edition,
        status=LinkStatus.AGREES,
        reason=WHY,
        candidates=candidates,
    )


def test_a_code_of_2015_is_followed_to_2022() -> None:
    key, _ = occupation_of(POST, link("2-02-10-09", "2015"))

    assert key == Key(code="2-02-38-01", name="")


def test_a_name_of_an_entry_leads_to_it_and_says_so() -> None:
    key, is_by_name = occupation_of(POST, link(None, None, Likeness.SAME_NAME))

    assert (key.code, is_by_name) == ("6-25-02-05", True)


def test_a_name_one_character_away_never_leads_to_an_entry() -> None:
    key, is_by_name = occupation_of(POST, link(None, None, Likeness.NEAR_NAME))

    assert (key, is_by_name) == (Key(code=None, name="设备操控员"), False)


def test_the_group_is_the_sub_major_class() -> None:
    assert sub_major_of("2-02-38-01") == ("2-02", "工程技术人员")
