"""A rule file is refused, with the place of the slip, rather than read in part."""

from pathlib import Path

import pytest

from jinque.errors import InvalidCorpusError
from jinque.model.criterion import AllOf, AnyOf, Evidence, HoldsLevel, Negated, Open
from jinque.model.ladder import Ladder
from jinque.parameters import load_ladders, read_ladder

_FILE = Path(__file__).parents[1] / "ladder" / "data" / "district.yaml"
_TEXT = _FILE.read_text(encoding="utf-8")
_MINIMAL = """
id: a
edition_id: a
places: [甲]
skill_levels: [一, 二]
title_levels: [三]
table: {rule: X, note_rule: X, series_rule: X}
commencement: {rule: X, counted_from: 2030-01-01, days: 0, basis: {zh: 甲, en: a}}
rules:
  - {id: X, kind: scope, clause: 一, line: 1, quote: 甲, english: a, criterion: {criterion}}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("years: 1", "jahre: 1"),
        ("from_levels: [中级工]", "from_levels: [特级工]"),
        ("conditions: [A, T]", "conditions: [A, Z]"),
        ("id: S1", "id: S2"),
        ("kind: direct", "kind: indirect"),
        ("{appraised_years: 2}", "{appraised_month: 2}"),
        ("{appraised_years: 2}", "{appraised_years: 2, states: observes_law}"),
        ("{appraised_years: 2}", "{states: place}"),
        ("{appraised_years: 2}", "{skill_from: 特级工}"),
        ("{appraised_years: 2}", "{skill: [特级工]}"),
        ("places: [海角区]", "places: 海角区"),
        ("table: {rule: T", "table: {rule: Z"),
        ("skill_levels: [中级工, 高级工, 技师]", ""),
        ("rules:", "rules: ]"),
    ],
)
def test_slip_of_the_pen_is_refused(old: str, new: str) -> None:
    assert old in _TEXT

    with pytest.raises(InvalidCorpusError) as raised:
        read_ladder(_TEXT.replace(old, new), where="甲.yaml")

    assert raised.value.where == "甲.yaml"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("{skill: [一]}", HoldsLevel),
        ("{title_from: 三}", HoldsLevel),
        ("{title: [三]}", HoldsLevel),
        ("{not: {states: observes_law}}", Negated),
        ("{all_of: [{skill: [一]}, {states: observes_law}]}", AllOf),
        ("{any_of: [{skill: [一]}]}", AnyOf),
        ("{open: {part: {skill: [一]}, reason: {zh: 甲, en: a}}}", Open),
        ("{evidence: {zh: 甲, en: a}}", Evidence),
    ],
)
def test_every_kind_of_demand_can_be_written(written: str, kind: type) -> None:
    ladder = read_ladder(_MINIMAL.replace("{criterion}", written), where="甲.yaml")

    assert isinstance(ladder.rules[0].criterion, kind)


def test_levels_from_one_up_are_written_by_the_lowest() -> None:
    text = _MINIMAL.replace("{criterion}", "{skill_from: 二}")

    criterion = read_ladder(text, where="甲.yaml").rules[0].criterion

    assert isinstance(criterion, HoldsLevel)
    assert criterion.levels == ("二",)
    assert criterion.order == ("一", "二")


@pytest.mark.parametrize("ladder", load_ladders(), ids=lambda ladder: ladder.id)
def test_every_rule_is_told_in_both_languages(ladder: Ladder) -> None:
    assert [rule.id for rule in ladder.rules if not (rule.quote and rule.english)] == []


@pytest.mark.parametrize("ladder", load_ladders(), ids=lambda ladder: ladder.id)
def test_every_other_name_of_a_level_leads_to_one(ladder: Ladder) -> None:
    levels = {*ladder.skill_order, *ladder.title_order}

    assert {*ladder.level_names.values()} <= levels
