"""What the catalogues side by side count, against the verified rows."""

from collections import Counter
from collections.abc import Iterator

import pytest

from jinque import api
from jinque.comparison import charts
from jinque.model.comparison import Comparison, PlaceProfile
from tests.golden.conftest import truth_rows


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Comparison]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("comparison")) as workspace:
        yield api.compare(workspace)


def profile(comparison: Comparison, edition_id: str) -> PlaceProfile:
    return next(each for each in comparison.profiles if each.edition.id == edition_id)


def test_catalogues_with_posts_are_compared_and_no_other(comparison: Comparison) -> None:
    assert [(each.edition.id, each.posts) for each in comparison.profiles] == [
        ("dalian", 312),
        ("skilled-trades", 58),
        ("wenzhou-2020", 288),
        ("shanghai-foreign", 62),
    ]


@pytest.mark.parametrize("edition_id", ["dalian", "skilled-trades", "wenzhou-2020"])
def test_labels_are_counted_as_printed(comparison: Comparison, edition_id: str) -> None:
    printed = Counter(row["shortage_raw"] for row in truth_rows(edition_id))

    labels = profile(comparison, edition_id).labels

    assert {share.value: share.posts for share in labels} == printed


def test_posts_of_special_need_are_counted(comparison: Comparison) -> None:
    marked = sum("特需" in row["markers"] for row in truth_rows("dalian"))

    assert profile(comparison, "dalian").special == marked


def test_years_that_no_degree_changes_are_those_of_the_verified_rows(
    comparison: Comparison,
) -> None:
    plain = [row for row in truth_rows("dalian") if row["experience_kind"] == "years"]
    listings = (each for row in comparison.occupations for each in row.listings)
    years = {each.post.order: each.years for each in listings if each.edition.id == "dalian"}

    assert len(plain) == 293
    assert [years[row["order"]] for row in plain] == [row["experience_min_years"] for row in plain]


def test_every_share_of_a_profile_adds_up(comparison: Comparison) -> None:
    for each in comparison.profiles:
        for shares in (each.groups, each.industries, each.labels, each.educations, each.years):
            assert sum(share.posts for share in shares) == each.posts


def test_every_post_stands_under_one_occupation(comparison: Comparison) -> None:
    listed = [each.post.id for row in comparison.occupations for each in row.listings]

    assert len(listed) == len(set(listed)) == 720


def test_the_index_is_drawn_from_the_verified_rows(comparison: Comparison) -> None:
    printed = Counter(
        (round(row["index"] * 10_000) // 500 / 20, row["shortage_raw"])
        for row in truth_rows("wenzhou-2020")
    )

    (index,) = (each for each in charts(comparison) if each.name == "index")

    assert {(row[0], row[2]): row[3] for row in index.rows} == printed


def test_pay_is_drawn_from_the_verified_rows(comparison: Comparison) -> None:
    printed = [(row["shortage_raw"], row["salary_wan"]) for row in truth_rows("skilled-trades")]

    (pay,) = (each for each in charts(comparison) if each.name == "pay")

    assert [row[3:] for row in pay.rows] == printed


def test_scales_are_told_apart(comparison: Comparison) -> None:
    assert comparison.scales == ("stars_5", "words_3")
