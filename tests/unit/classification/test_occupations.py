"""The numbers are those of the official totals and of the list's own description."""

from collections import Counter

import pytest

from jinque.classification import EDITIONS, load_classification
from jinque.corpus import sources
from jinque.model import Level, Occupation
from tests.said import en, zh


def _occupations_2022() -> list[Occupation]:
    entries = load_classification("2022").by_code.values()
    return [entry for entry in entries if entry.level is Level.OCCUPATION]


def test_levels_of_2022_have_their_official_numbers() -> None:
    levels = Counter(entry.level for entry in load_classification().by_code.values())

    assert levels == {
        Level.MAJOR: 8,
        Level.SUB_MAJOR: 79,
        Level.MINOR: 450,
        Level.OCCUPATION: 1676,
        Level.WORK_TYPE: 3,
    }


def test_major_groups_of_2022_have_their_official_totals() -> None:
    printed = [entry for entry in _occupations_2022() if entry.edition == "2022"]

    totals = Counter(entry.code[0] for entry in printed)

    assert [totals[str(group)] for group in range(1, 9)] == [25, 492, 36, 356, 54, 671, 4, 1]


def test_marks_of_2022_have_their_official_totals() -> None:
    printed = [entry for entry in _occupations_2022() if entry.edition == "2022"]

    assert sum(entry.is_green for entry in printed) == 134
    assert sum(entry.is_digital for entry in printed) == 97
    assert sum(entry.is_green and entry.is_digital for entry in printed) == 23


@pytest.mark.parametrize(
    ("year", "since", "count"), [("2024", "2024-07", 19), ("2025", "2025-07", 17)]
)
def test_additions_hold_from_the_month_of_their_notice(year: str, since: str, count: int) -> None:
    added = [entry for entry in _occupations_2022() if entry.edition == year]

    assert [since] * count == [entry.effective_from for entry in added]


def test_addition_without_a_known_date_has_none() -> None:
    undated = [entry for entry in _occupations_2022() if entry.effective_from is None]

    assert [(e.code, e.name, e.edition) for e in undated] == [
        ("6-03-03-03", "烟机设备机械修理工", "")
    ]


def test_every_code_of_2022_stands_below_its_parent() -> None:
    classification = load_classification("2022")

    orphans = [
        code
        for code in classification.by_code
        if any(above not in classification.by_code for above in classification.above(code))
    ]

    assert orphans == []


def test_tree_is_walked_down_and_up() -> None:
    classification = load_classification()

    below = [entry.name for entry in classification.below("2-08-02")]

    assert below == ["高级中学教师", "中等职业学校教师", "初级中学教师", "小学教师"]
    assert classification.above("2-08-02-04") == ("2", "2-08", "2-08-02")
    assert classification.below("9-99") == ()


@pytest.mark.parametrize("edition", EDITIONS)
def test_entry_knows_its_edition_and_level(edition: str) -> None:
    classification = load_classification(edition)

    for code, entry in classification.by_code.items():
        assert (code, edition) == (entry.code, entry.classification)
        assert len(code.split("-")) == tuple(Level).index(entry.level) + 1
        assert entry.attested_by, code


def test_edition_of_2015_says_that_it_is_incomplete() -> None:
    classification = load_classification("2015")

    assert not classification.is_complete
    assert "没有完整名单" in zh(classification.limits)
    assert "no complete list" in en(classification.limits)


@pytest.mark.parametrize("edition", EDITIONS)
def test_catalogue_prints_what_it_is_said_to_attest(edition: str) -> None:
    texts = {
        profile.edition_id: source.data.decode("utf-8").split("\n")
        for source in sources()
        for profile in source.profiles
    }
    cited = [
        (entry, place.partition(":"))
        for entry in load_classification(edition).by_code.values()
        for place in entry.attested_by
        if ":" in place
    ]

    for entry, (catalogue, _, line) in cited:
        # A cell a line, or a row a line; a name may wrap, and blanks may stand in it.
        first = int(line) - 1
        words = "".join("".join(texts[catalogue][first : first + 3]).split())
        assert entry.code in texts[catalogue][first]
        assert entry.name in words.replace("[bookmark:_GoBack]", "")
    # Of the 312 rows of Dalian 24 print no code, and 6 a code that is no entry's under this name.
    assert len(cited) == {"2015": 312 - 24 - 6, "2022": 3}[edition]


def test_name_that_the_printed_edition_had_is_kept_beside_the_present_one() -> None:
    entry = load_classification().by_code["4-10-05-03"]

    assert (entry.name, entry.former_names) == ("婚姻家庭辅导师", ("婚姻家庭咨询师",))
