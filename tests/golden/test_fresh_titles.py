"""The fresh titles keep their promises: codes, kinds, split, strangeness, and their page."""

import csv
from functools import cache
from pathlib import Path

from bench.titles.fresh import calibration_half
from jinque.classification import load_classification
from jinque.model import Level

BENCH = Path(__file__).parents[2] / "bench"
FreshRow = dict[str, str]


@cache
def rows() -> tuple[FreshRow, ...]:
    with (BENCH / "titles" / "fresh.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def page() -> str:
    return (BENCH / "titles" / "fresh.md").read_text(encoding="utf-8")


def _codes(joined: str) -> list[str]:
    return joined.split(";") if joined else []


def test_the_columns_are_the_documented_ones() -> None:
    assert all(f"`{column}`" in page() for column in rows()[0])


def test_no_title_stands_twice_or_in_the_gold_set() -> None:
    titles = [row["title"] for row in rows()]
    with (BENCH / "gold" / "titles.csv").open(encoding="utf-8", newline="") as lines:
        gold = {row["title"] for row in csv.DictReader(lines)}

    assert len(set(titles)) == len(titles) >= 560
    assert not gold & set(titles)


def test_most_titles_are_no_official_names() -> None:
    names = {each.name for each in load_classification("2022").by_code.values()}
    official = sum(row["official"] == "yes" for row in rows())

    assert official <= 0.2 * len(rows())
    assert not [row["title"] for row in rows() if row["title"] in names and not row["official"]]


def test_every_code_is_in_the_classification_and_its_level_is_said() -> None:
    known = load_classification("2022").by_code

    for row in rows():
        held = [
            code for column in ("code", "acceptable", "plausible") for code in _codes(row[column])
        ]
        assert all(code in known for code in held), row["title"]
        levels = {Level.of(code).value for code in _codes(row["code"])} or {"none"}
        assert levels == {row["level"]}, row["title"]


def test_each_kind_holds_what_it_says() -> None:
    for row in rows():
        assert row["kind"] in ("one", "several", "none")
        assert bool(row["plausible"]) == (row["kind"] == "several"), row["title"]
        assert row["code"] or row["kind"] != "one", row["title"]
        assert not set(_codes(row["code"])) & set(_codes(row["acceptable"])), row["title"]


def test_a_class_of_several_holds_every_reading() -> None:
    for row in rows():
        if row["kind"] == "several" and row["code"]:
            assert all(each.startswith(row["code"] + "-") for each in _codes(row["plausible"]))


def test_the_halves_are_those_of_the_seed() -> None:
    calibrate = {row["title"] for row in rows() if row["split"] == "calibrate"}

    assert calibration_half(row["title"] for row in rows()) == calibrate
    assert len(rows()) - len(calibrate) >= 280


def test_the_page_counts_the_readings_that_agree() -> None:
    agreed = sum(row["first_code"] == row["second_code"] for row in rows())

    assert f"{agreed} of {len(rows())} first codes agree" in page()
