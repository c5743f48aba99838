"""Small editions with one known change each."""

from dataclasses import replace

import pytest

from jinque.comparison import diff
from jinque.locale import NOTHING, both, printed
from jinque.model import (
    Link,
    LinkStatus,
    Marker,
    Post,
    PublishedEdition,
    Requirements,
    Shortage,
)
from jinque.model.comparison import Change, ChangeKind, PairedBy, told_value
from tests.unit.dataset.specimens import post, published

ASKED = Requirements(education="本科", experience="3年以上工作经验；有管理经验", ability="无")
WELDER = post(requirements=ASKED)


def changes(later: Post) -> tuple[Change, ...]:
    (pair,) = diff(published(WELDER), published(later)).changed
    return pair.changes


def test_a_post_that_prints_the_same_at_another_serial_is_unchanged() -> None:
    later = replace(WELDER, id="next:装备制造:9", serial=9, order=9)

    found = diff(published(WELDER), published(later))

    assert [pair.later.id for pair in found.unchanged] == ["next:装备制造:9"]
    assert not found.changed


def test_a_stronger_label_is_an_upgrade() -> None:
    later = replace(WELDER, shortage=Shortage(printed="★★★★", scale="stars_5", value=4, index=None))

    assert changes(later) == (
        Change(kind=ChangeKind.UPGRADED, field="shortage", former="★★★", later="★★★★"),
    )


def test_a_weaker_label_is_a_downgrade() -> None:
    later = replace(WELDER, shortage=Shortage(printed="★", scale="stars_5", value=1, index=None))

    assert [change.kind for change in changes(later)] == [ChangeKind.DOWNGRADED]


@pytest.mark.parametrize(
    "shortage", [None, Shortage(printed="非常紧缺", scale="words_3", value=3, index=None)]
)
def test_labels_of_two_scales_are_never_called_up_or_down(shortage: Shortage | None) -> None:
    assert [change.kind for change in changes(replace(WELDER, shortage=shortage))] == [
        ChangeKind.RELABELLED
    ]


def test_a_requirement_changes_by_the_clause() -> None:
    asked = replace(ASKED, experience="5年以上工作经验；有管理经验")

    (change,) = changes(replace(WELDER, requirements=asked))

    assert change.field == "requirements.experience"
    assert (change.removed, change.added) == (("3年以上工作经验",), ("5年以上工作经验",))


def test_a_block_that_says_none_is_not_one_that_is_missing() -> None:
    (change,) = changes(replace(WELDER, requirements=replace(ASKED, ability=None)))

    assert (change.field, change.former, change.later) == ("requirements.ability", "无", None)


def test_a_code_that_differs_is_recoded_under_the_same_name() -> None:
    (change,) = changes(replace(WELDER, code="6-18-02-05"))

    assert (change.kind, change.former, change.later) == (
        ChangeKind.RECODED,
        "6-18-02-04",
        "6-18-02-05",
    )


def test_a_name_that_differs_is_renamed_under_the_same_code_and_industry() -> None:
    (pair,) = diff(published(WELDER), published(replace(WELDER, name="电焊工"))).changed

    assert pair.paired_by is PairedBy.INDUSTRY_CODE
    assert [change.kind for change in pair.changes] == [ChangeKind.RENAMED]


def test_a_post_in_another_industry_has_moved() -> None:
    assert [change.kind for change in changes(replace(WELDER, industry="船舶"))] == [
        ChangeKind.MOVED
    ]


def test_pay_and_marks_are_compared() -> None:
    later = replace(WELDER, pay_cny_10k_year=12.5, markers=(Marker.GREEN,))

    assert [(each.kind, each.later) for each in changes(later)] == [
        (ChangeKind.PAY_CHANGED, "12.5"),
        (ChangeKind.MARKS_CHANGED, "green"),
    ]


def test_which_of_two_moved_cannot_be_told() -> None:
    twice = [replace(WELDER, industry=name, id=name) for name in ("船舶", "石化")]

    found = diff(published(WELDER), published(*twice))

    assert (len(found.removed), len(found.added)) == (1, 2)


def test_names_one_character_apart_are_shown_and_never_paired() -> None:
    former, later = post("设备操作员", code=None), post("设备操控员", code=None)

    found = diff(published(former), published(later))

    assert (found.removed, found.added) == ((former,), (later,))
    assert [(each.former, each.later) for each in found.near] == [(former, later)]


def test_editions_without_a_scale_have_not_one_scale() -> None:
    assert not diff(published(WELDER), published(WELDER)).is_one_scale


@pytest.mark.parametrize(
    ("former", "later", "near"),
    [
        ("设备操作员", "设备操控员", 1),
        ("设备操作员", "设备操作人员", 1),
        ("设备操作员", "备设操作员", 1),
        ("设备操作员", "设备维修员", 0),
    ],
)
def test_near_is_one_edit(former: str, later: str, near: int) -> None:
    found = diff(published(post(former, code=None)), published(post(later, code=None)))

    assert len(found.near) == near


def test_marks_are_told_in_words() -> None:
    change = Change(
        kind=ChangeKind.MARKS_CHANGED, field="markers", former=None, later="digital、green"
    )

    assert told_value(change, change.former) is None
    assert both(told_value(change, change.later) or NOTHING) == {
        "zh": "数字职业、绿色职业",
        "en": "digital, green",
    }


def _linked(code: str, name: str, edition: str, serial: int = 1) -> PublishedEdition:
    row = post(name, code=code, serial=serial, industry=f"行业{edition}", section=(edition,))
    link = Link(
        post_id=row.id,
        code=code,
        edition=edition,
        status=LinkStatus.AGREES,
        reason=printed("同"),
    )
    return published(row, links=(link,))


def test_a_code_that_the_classification_gave_to_another_occupation_pairs_nothing() -> None:
    found = diff(_linked("2-07-03-00", "律师", "2015"), _linked("2-07-03-00", "检察官", "2022"))

    assert (len(found.removed), len(found.added), found.changed) == (1, 1, ())


def test_a_post_that_the_classification_renumbered_is_one_post() -> None:
    former = _linked("2-07-03-00", "律师", "2015")
    later = _linked("2-07-04-00", "律师（公职）", "2022")

    (pair,) = diff(former, later).changed

    assert pair.paired_by is PairedBy.CODE
    assert [(c.kind, c.former, c.later) for c in pair.changes if c.field == "code"] == [
        (ChangeKind.RECODED, "2-07-03-00", "2-07-04-00")
    ]


def test_a_post_whose_occupation_was_renamed_keeps_its_code_and_is_one_post() -> None:
    former = _linked("4-09-10-03", "盆景工", "2015")
    later = _linked("4-09-10-03", "盆景师", "2022")

    (pair,) = diff(former, later).changed

    assert {change.kind for change in pair.changes} == {ChangeKind.RENAMED, ChangeKind.MOVED}


def test_codes_without_a_link_are_compared_as_printed() -> None:
    found = diff(published(WELDER), published(replace(WELDER, name="电焊技师")))

    assert [pair.paired_by for pair in found.changed] == [PairedBy.INDUSTRY_CODE]
