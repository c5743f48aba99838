"""Catalogues side by side: pages, twins and files, against the comparison itself."""

import csv
import io
import re

import pytest
from python_calamine import CalamineWorkbook

from jinque import api
from tests.unit.web.conftest import Ask

PAGES = ["/compare", "/compare/places", "/compare/industries", "/compare/charts", "/diff"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_and_its_twin_answer(ask: Ask, page: str) -> None:
    answer = ask(page)

    assert answer.status_code == 200
    assert answer.text.startswith("<!doctype html>")
    assert ask(f"{page}.json").json() == ask(page, accept="application/json").json()


def test_no_rank_stands_without_its_words(ask: Ask) -> None:
    page = ask("/compare").text

    assert "本目录内位次百分位" in page
    assert "不互相换算" in page


def test_occupations_of_several_catalogues_come_first(ask: Ask) -> None:
    answer = ask("/compare.json").json()
    sizes = [row["editions"] for row in answer["rows"]]

    assert sizes == sorted(sizes, reverse=True)
    assert sum(size > 1 for size in sizes) == answer["several"]


def test_filters_narrow_and_their_counts_are_true(ask: Ask) -> None:
    answer = ask("/compare.json").json()
    for filter_ in answer["filters"]:
        for option in filter_["options"]:
            held = ask(f"/compare.json?{filter_['name']}={option['value']}").json()
            assert held["total"] == option["count"], option


def test_words_are_found_in_names_and_codes(ask: Ask) -> None:
    assert ask("/compare.json?q=疫苗").json()["rows"][0]["code"] == "6-12-05-03"
    assert ask("/compare.json?q=6-12-05-03").json()["total"] == 1


def test_every_page_together_lists_every_occupation_once(ask: Ask) -> None:
    first = ask("/compare.json").json()
    pages = range(1, first["paging"]["pages"] + 1)
    rows = [row for page in pages for row in ask(f"/compare.json?page={page}").json()["rows"]]

    assert len(rows) == first["of"]
    assert len({(row["code"], row["name"]) for row in rows}) == first["of"]


def test_what_is_by_name_alone_is_marked(ask: Ask) -> None:
    rows = ask("/compare.json?edition=wenzhou-2020&group=2-02").json()["rows"]
    page = ask("/compare?edition=wenzhou-2020&group=2-02").text

    named = [each for row in rows for each in row["listings"] if each["is_by_name"]]
    assert len(named) == 5
    assert page.count("只按名称</span>") == 5


def test_no_hits_offer_a_way_out(ask: Ask) -> None:
    page = ask("/compare?q=量子厨师").text

    assert "没有职业符合这些条件" in page
    assert '<a href="/compare">' in page


def test_two_places_stand_side_by_side(ask: Ask) -> None:
    answer = ask("/compare/places.json?left=dalian&right=skilled-trades").json()

    assert (answer["left"]["id"], answer["right"]["id"]) == ("dalian", "skilled-trades")
    for pairs in answer["pairs"].values():
        assert sum(each["left"] for each in pairs) == 312
        assert sum(each["right"] for each in pairs) == 58
    both = [{each["edition"] for each in row["listings"]} for row in answer["shared"]]
    assert all(editions >= {"dalian", "skilled-trades"} for editions in both)


def test_one_side_chosen_takes_another_for_the_other(ask: Ask) -> None:
    answer = ask("/compare/places.json?right=dalian").json()

    assert answer["right"]["id"] == "dalian"
    assert answer["left"]["id"] != "dalian"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/compare/places.json?left=nowhere", 404, "edition_unknown"),
        ("/compare/places.json?left=zhejiang-2022-77", 400, "option_invalid"),
        ("/compare.json?page=999", 400, "option_invalid"),
        ("/compare/industries.json?page=999", 400, "option_invalid"),
    ],
)
def test_what_cannot_be_compared_is_told(ask: Ask, path: str, status: int, code: str) -> None:
    answer = ask(path)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_industries_hold_every_post(ask: Ask) -> None:
    pages = range(1, ask("/compare/industries.json").json()["paging"]["pages"] + 1)
    addresses = (f"/compare/industries.json?page={page}" for page in pages)
    rows = [row for address in addresses for row in ask(address).json()["rows"]]

    assert sum(row["posts"] for row in rows) == 720


def test_the_workbook_has_a_line_for_each_listing(ask: Ask) -> None:
    answer = ask("/compare.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["目录构成", "职业对照", "行业对照", "说明"]
    assert len(book.get_sheet_by_name("职业对照").to_python()) == 721


@pytest.mark.parametrize("name", ["groups", "requirements", "index", "pay"])
def test_a_chart_stands_on_the_page_with_its_words_and_numbers(ask: Ask, name: str) -> None:
    page = ask("/compare/charts").text
    chart = next(c for c in ask("/compare/charts.json").json()["charts"] if c["name"] == name)
    numbers = ask(f"/charts/{name}.csv")

    (alt,) = re.findall(rf'src="/charts/{name}\.svg\?lang=zh" alt="([^"]+)"', page)
    assert alt == chart["alt"]["zh"]
    rows = list(csv.reader(io.StringIO(numbers.content.decode("utf-8-sig"))))[1:]
    assert rows == [["" if v is None else str(v) for v in row] for row in chart["rows"]]


def test_the_heat_map_has_the_numbers_of_the_profiles(ask: Ask, workspace: api.Workspace) -> None:
    rows = ask("/compare/charts.json").json()["charts"][0]["rows"]
    profiles = api.compare(workspace).profiles

    for place, profile in enumerate(profiles, start=1):
        counts = {share.value or "未对应到职业编码": share.posts for share in profile.groups}
        assert {row[0]: row[place] for row in rows if row[place]} == counts


def test_a_picture_is_drawn_in_the_language_and_kept(ask: Ask) -> None:
    drawn = ask("/charts/pay.svg?lang=en")
    again = ask("/charts/pay.svg?lang=en", if_none_match=drawn.headers["etag"])

    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert "median pay" in drawn.text
    assert (again.status_code, again.content) == (304, b"")


def test_a_chart_of_one_catalogue_is_another_file(ask: Ask) -> None:
    assert ask("/charts/groups.csv?edition=dalian").text.count("大连市") == 2
    assert "温州市" not in ask("/charts/groups.csv?edition=dalian").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/charts/groups.gif", 404),
        ("/charts/nothing.svg", 404),
        ("/charts/pay.svg?edition=dalian", 404),
        ("/charts/groups.svg?edition=nowhere", 404),
        ("/charts/groups.svg?" + "&".join(["edition=dalian"] * 21), 400),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_an_error(ask: Ask, path: str, status: int) -> None:
    assert ask(path, accept="application/json").status_code == status
