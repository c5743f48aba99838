"""The alias table and what is made of it."""

from collections import Counter

from jinque.classification import load_classification
from jinque.coding import NO_CODE, read_lexicon
from jinque.parameters import load_aliases, load_calibration
from jinque.text import fold


def test_every_alias_means_a_code_of_the_classification() -> None:
    codes = set(load_classification("2022").by_code)

    assert set() == set(load_aliases().by_code) - codes


def test_no_alias_stands_below_two_codes() -> None:
    aliases = load_aliases()
    titles = [fold(title) for below in aliases.by_code.values() for title in below]
    titles += map(fold, aliases.without_code)

    assert [title for title, times in Counter(titles).items() if times > 1] == []


def test_every_occupation_is_known_by_its_name() -> None:
    by_code = load_classification("2022").by_code
    known = {(known.folded, known.code) for known in read_lexicon()}
    occupations = [each for each in by_code.values() if each.code.count("-") == 3]
    missing = [each.name for each in occupations if (fold(each.name), each.code) not in known]

    assert all(name.startswith("其他") for name in missing)


def test_titles_without_a_code_are_known() -> None:
    assert any(known.code == NO_CODE for known in read_lexicon())


def test_probabilities_from_which_a_title_is_coded_are_probabilities() -> None:
    calibration = load_calibration()

    assert 0.5 < calibration.coded_from < 1
    assert 0.5 < calibration.exact < calibration.borne_out < 1
