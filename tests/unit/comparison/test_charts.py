"""Charts of small editions made by hand: words, tables and pictures hold the same numbers."""

from dataclasses import replace

import pytest

from jinque.api.comparison import chart_file
from jinque.comparison import charts, compare
from jinque.locale import Sentence
from jinque.model import Band, Post, PublishedEdition, Scale, Shortage
from jinque.model.comparison import Chart, Comparison
from jinque.model.criterion import EducationLevel, ExperienceYears, PostReading
from tests.said import zh
from tests.unit.comparison.asked import reading
from tests.unit.dataset.specimens import metadata, post, published, stated

BANDS = (
    Band(label="一般", lower=0.0, upper=0.5, includes_lower=True, includes_upper=False),
    Band(label="紧缺", lower=0.5, upper=1.0, includes_lower=True, includes_upper=True),
)
SCALE = Scale(code="words_2", labels=("一般", "紧缺"), order=stated("紧缺"), bands=BANDS)


def rated(serial: int, label: str, index: float | None, pay: float | None) -> Post:
    value = SCALE.labels.index(label) + 1
    shortage = Shortage(printed=label, scale="words_2", value=value, index=index)
    return post(f"岗位{serial}", serial=serial, code=None, shortage=shortage, pay_cny_10k_year=pay)


def catalogue(*posts: Post) -> PublishedEdition:
    return published(*posts, metadata=metadata(place=stated("甲市"), scale=SCALE))


def compared(*editions: PublishedEdition) -> Comparison:
    asked = reading(EducationLevel(at_least="本科"), ExperienceYears(at_least=3))
    posts = [each for edition in editions for each in edition.edition.posts]
    return compare(editions, {each.id: replace(asked, post_id=each.id) for each in posts})


def chart(name: str, *editions: PublishedEdition) -> Chart:
    return next(each for each in charts(compared(*editions)) if each.name == name)


FULL = catalogue(
    rated(1, "紧缺", 0.75, 12.5), rated(2, "一般", 0.31, 9.0), rated(3, "一般", 0.33, 10.0)
)


def test_a_catalogue_without_index_and_pay_has_no_such_charts() -> None:
    made = charts(compared(catalogue(rated(1, "紧缺", None, None))))

    assert [each.name for each in made] == ["groups", "requirements"]


def test_nothing_to_compare_has_no_charts() -> None:
    assert charts(compared()) == ()


def test_the_index_is_counted_by_bar_and_label() -> None:
    assert chart("index", FULL).rows == ((0.3, 0.35, "一般", 2), (0.75, 0.8, "紧缺", 1))


def test_the_largest_index_stands_in_the_last_bar() -> None:
    found = chart("index", catalogue(rated(1, "紧缺", 1.0, None)))

    assert found.rows == ((0.95, 1.0, "紧缺", 1),)


def test_pay_stands_post_by_post() -> None:
    assert [row[3:] for row in chart("pay", FULL).rows] == [
        ("紧缺", 12.5),
        ("一般", 9.0),
        ("一般", 10.0),
    ]


def test_an_industry_has_its_lowest_and_highest() -> None:
    (row,) = chart("requirements", FULL).rows

    place, *rest = row

    assert isinstance(place, Sentence)
    assert zh(place) == "甲市"
    assert rest == ["装备制造", 3, 3, "本科", "本科", "本科", 3, 3, 3, 3]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("groups", ["3 个岗位", "100%"]),
        ("requirements", ["本科–本科", "3–3 年"]),
        ("index", ["0.31", "0.33", "0.75", "一般（0–0.5） 2"]),
        ("pay", ["9–10", "9.5", "12.5"]),
    ],
)
def test_the_alternative_text_has_the_numbers(name: str, numbers: list[str]) -> None:
    alt = zh(chart(name, FULL).alt)

    assert [number for number in numbers if number not in alt] == []


@pytest.mark.parametrize("name", ["groups", "requirements", "index", "pay"])
def test_the_svg_holds_chinese_as_text_and_asks_no_host(name: str) -> None:
    made = chart(name, FULL)
    svg = chart_file(made, "svg", "zh").decode()

    assert "甲市" in svg
    assert zh(made.title) in svg
    assert "Noto Sans CJK SC" in svg
    assert svg.replace("http://www.w3.org/", "").count("http") == 0


def test_the_svg_speaks_the_language_asked_for() -> None:
    made = chart("pay", FULL)

    assert "median 9.5" in chart_file(made, "svg", "en").decode()
    assert "中位数 9.5" in chart_file(made, "svg", "zh").decode()


def test_the_png_is_a_png() -> None:
    assert chart_file(chart("index", FULL), "png", "zh").startswith(b"\x89PNG\r\n\x1a\n")


def test_the_csv_is_the_table() -> None:
    made = chart("index", FULL)
    lines = chart_file(made, "csv", "en").decode("utf-8-sig").splitlines()

    assert lines[0] == "index from (included),index to (not included),label as printed,posts"
    assert lines[1:] == [",".join(map(str, row)) for row in made.rows]


def test_a_reading_without_requirements_draws_no_dumbbells() -> None:
    edition = catalogue(rated(1, "紧缺", None, None))
    bare = {edition.edition.posts[0].id: PostReading(post_id="demo:装备制造:1", criteria=())}

    assert [each.name for each in charts(compare([edition], bare))] == ["groups"]
