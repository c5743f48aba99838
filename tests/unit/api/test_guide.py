"""An occupation in plain words; expected values read in the source documents."""

import pytest

from jinque import api
from jinque.errors import UnknownOccupationError


def test_each_catalogue_keeps_its_own_label(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "疫苗制品工").entries

    assert [(each.post.edition, each.label) for each in entry.listings] == [
        ("dalian", "★★"),
        ("skilled-trades", "比较急需紧缺"),
    ]


def test_pay_comes_with_what_the_catalogue_does_not_state(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "疫苗制品工").entries
    pay = {each.post.edition: (each.pay_cny_10k_year, each.unstated) for each in entry.listings}

    assert pay["skilled-trades"] == (9.8, ("place", "year"))
    assert pay["dalian"][0] is None


def test_what_is_done_is_quoted(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "疫苗制品工").entries

    assert entry.listings[0].abilities == (
        "具备制备基础液和疫苗培养基，配制化学药品及其他原辅料等的能力",
        "具备消毒、灭菌并去除热原质的能力",
    )
    assert entry.listings[1].abilities == ()


def test_a_printed_description_is_quoted(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "疫苗制品工").entries

    described = entry.listings[1].description
    assert described is not None
    assert described.startswith("使用专用设备和器皿等，生产细菌性疫苗")
    assert entry.listings[0].description is None


def test_education_and_years_are_those_printed(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "2-02-10-03").entries

    assert {each.education for each in entry.listings} == {"本科"}
    assert [each.years for each in entry.listings] == [3, 3, 5, 3]


def test_rows_of_title_tables_are_no_listings(workspace: api.Workspace) -> None:
    (entry,) = api.guide(workspace, "电工").entries

    assert entry.listings == ()


def test_an_unknown_occupation_is_told(workspace: api.Workspace) -> None:
    with pytest.raises(UnknownOccupationError):
        api.guide(workspace, "量子厨师")
