import pytest

from jinque.classification import sub_major_of
from jinque.comparison.compare import Key, occupation_of
from jinque.locale import Words
from jinque.model import Likeness, Link, LinkCandidate, LinkStatus
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


def _named(edition: str, *codes: str) -> Link:
    candidates = tuple(
        LinkCandidate(code=c, name="名", edition=edition, likeness=Likeness.SAME_NAME, reason=WHY)
        for c in codes
    )
    return Link(
        post_id=POST.id,
        code=None,
        edition=None,
        status=LinkStatus.PROPOSED,
        reason=WHY,
        candidates=candidates,
    )


def test_a_name_of_2015_leads_to_what_it_is_attested_to_be_today() -> None:
    assert occupation_of(POST, _named("2015", "4-02-02-01"))[0].code == "4-02-02-01"
    assert occupation_of(POST, _named("2015", "2-07-03-00"))[0].code == "2-07-04-00"


@pytest.mark.parametrize("code", ["4-09-10-03", "2-08-04-00", "4-14-04-00", "7-00-00-00"])
def test_a_code_of_2015_that_nothing_leads_on_from_is_no_code_of_2022(code: str) -> None:
    assert occupation_of(POST, link(code, "2015"))[0].code is None
    assert occupation_of(POST, _named("2015", code))[0].code is None


def test_two_catalogues_of_two_editions_meet_in_one_occupation_and_not_by_a_reused_code() -> None:
    before, _ = occupation_of(POST, link("2-07-03-00", "2015"))
    now, _ = occupation_of(POST, link("2-07-04-00", "2022"))
    other, _ = occupation_of(POST, link("2-07-03-00", "2022"))

    assert before == now != other
