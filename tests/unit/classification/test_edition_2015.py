"""The list of 2015: counts, certainty, additions, gaps; and that every row has a source."""

from collections import Counter

import pytest

from jinque.classification import is_confirmed, load_classification
from jinque.classification.witnesses import certainty_of
from jinque.model import Certainty, Level, Occupation
from tests.said import en, zh


def _entries() -> list[Occupation]:
    return list(load_classification("2015").by_code.values())


def _printed() -> list[Occupation]:
    return [entry for entry in _entries() if entry.edition == "2015"]


def test_levels_have_the_official_numbers_but_for_one_occupation() -> None:
    levels = Counter(entry.level for entry in _printed())

    assert levels == {
        Level.MAJOR: 8,
        Level.SUB_MAJOR: 75,
        Level.MINOR: 434,
        Level.OCCUPATION: 1480,
    }


def test_major_groups_have_the_official_totals_but_for_the_first() -> None:
    occupations = [entry for entry in _printed() if entry.level is Level.OCCUPATION]

    totals = Counter(entry.code[0] for entry in occupations)

    assert [totals[str(group)] for group in range(1, 9)] == [22, 451, 25, 278, 52, 650, 1, 1]


def test_every_code_stands_below_its_parent() -> None:
    classification = load_classification("2015")

    orphans = [
        code
        for code in classification.by_code
        if any(above not in classification.by_code for above in classification.above(code))
    ]

    # The draft notice put one addition under a residual class that no occupation stood in before.
    assert orphans == []


def test_every_entry_has_a_source_and_a_certainty() -> None:
    assert [entry.code for entry in _entries() if not entry.attested_by] == []
    assert [entry.code for entry in _entries() if entry.certainty is None] == []
    assert {entry.certainty for entry in load_classification("2022").by_code.values()} == {None}


def test_inferred_entries_are_the_least_certain() -> None:
    inferred = {entry.code for entry in _entries() if "inferred-2022" in entry.attested_by}
    occupations = {code for code in inferred if code.count("-") == 3}

    assert {load_classification("2015").by_code[code].certainty for code in occupations} == {
        Certainty.D
    }
    assert {"1-04-01-04", "2-02-05-03", "2-02-05-08", "2-01-06-01", "2-01-10-00"} <= occupations


@pytest.mark.parametrize(
    ("code", "name", "effective_from"),
    [
        ("2-02-10-09", "人工智能工程技术人员", "2019-04"),
        ("2-02-07-13", "智能制造工程技术人员", "2020-02/2020-03"),
        ("2-02-10-15", "区块链工程技术人员", "2020-07"),
        ("4-04-05-04", "建筑信息模型技术员", "2019-04"),
        ("4-04-05-05", "人工智能训练师", "2020-02/2020-03"),
        ("4-07-03-04", "企业人力资源管理师", "2019/2022"),
        ("1-01-00-00", "中国共产党机关负责人", "2015"),
    ],
)
def test_entry_says_since_when_it_holds(code: str, name: str, effective_from: str) -> None:
    entry = load_classification("2015").by_code[code]

    assert (entry.name, entry.effective_from) == (name, effective_from)


@pytest.mark.parametrize(
    ("code", "with_it", "without_it"),
    [
        # The standard and Dalian: without Dalian the standard alone, at a place that moved.
        ("2-07-03-00", Certainty.A, Certainty.C),
        # The standard and Dalian, and the same pair in 2022.
        ("2-02-24-00", Certainty.A, Certainty.B),
        # The standard, a list and Dalian.
        ("4-04-05-01", Certainty.A, Certainty.A),
        # A national occupational standard prints the code as well.
        ("2-02-10-09", Certainty.A, Certainty.B),
        # Dalian alone prints the code; a notice has the name.
        ("2-02-10-15", Certainty.B, Certainty.C),
        # Dalian alone; the rest is inferred.
        ("2-02-05-01", Certainty.B, Certainty.D),
        # Nothing of Dalian.
        ("2-07-01-00", Certainty.C, Certainty.C),
    ],
)
def test_document_is_no_witness_for_itself(
    code: str, with_it: Certainty, without_it: Certainty
) -> None:
    entry = load_classification("2015").by_code[code]

    assert (entry.certainty, certainty_of(entry)) == (with_it, with_it)
    assert certainty_of(entry, "dalian") is without_it
    assert is_confirmed(entry, "dalian") is (without_it in (Certainty.A, Certainty.B))


def test_leaving_a_witness_out_never_makes_an_entry_surer() -> None:
    order = list(Certainty)

    for entry in _entries():
        for witness in {place.partition(":")[0] for place in entry.attested_by}:
            least = order.index(certainty_of(entry, witness))
            assert least >= order.index(certainty_of(entry)), (entry.code, witness)


def test_limits_name_the_known_gaps() -> None:
    limits = load_classification("2015").limits

    for gap in ("1-04-01", "2-02-05", "2-01-06", "2-01-10", "1,480", "1481"):
        assert gap in zh(limits), gap
        assert gap in en(limits), gap
