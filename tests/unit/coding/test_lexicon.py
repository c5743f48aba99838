"""The alias table and what is made of it."""

from collections import Counter

from jinque.classification import correspondences, load_classification
from jinque.coding import NO_CODE, read_lexicon
from jinque.model import CorrespondenceKind
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


def test_names_of_2015_mean_their_successors_only_where_that_is_attested() -> None:
    known = {(known.text, known.code) for known in read_lexicon()}

    attested = {
        ("道路客运汽车驾驶员", "4-02-02-01"),
        ("物业管理员", "4-06-01-01"),
        ("劝募员", "3-01-01-05"),
        ("糕点面包烘焙工", "6-02-01-01"),
        ("育婴员", "4-10-01-01"),
    }
    assert attested <= known


def test_names_of_2015_that_were_given_up_mean_nothing() -> None:
    official = {(each.text, each.code) for each in read_lexicon() if each.is_official}
    codes = {
        code
        for text, code in official
        for row in correspondences()
        if row.name_2015 == text
        and row.kind
        in (
            CorrespondenceKind.LIKELY_RENAMED,
            CorrespondenceKind.SPLIT,
            CorrespondenceKind.GONE,
            CorrespondenceKind.UNKNOWN,
        )
        and (row.code_2015 or "").count("-") == 3
    }

    assert codes == set()
