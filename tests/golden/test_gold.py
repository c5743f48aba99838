"""The gold set keeps its promises: codes, levels, splits, sources, reasons, and its README."""

import csv
import hashlib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jinque.classification import load_classification
from jinque.model import Level
from tests.golden.conftest import truth_rows

GOLD = Path(__file__).parents[2] / "bench" / "gold"
GoldRow = dict[str, str]

COLUMNS = [
    "id", "title", "source", "industry", "description", "code", "level", "acceptable", "certainty",
    "reason", "second_code", "split",
]  # fmt: skip
SPLITS = ("train", "dev", "test")
LEVELS = ("major", "sub_major", "minor", "occupation")
EDITION_OF = {
    "wenzhou": "wenzhou-2020",
    "shanghai": "shanghai-foreign",
    "dalian": "dalian",
    "skilled": "skilled-trades",
}


@cache
def gold_rows() -> tuple[GoldRow, ...]:
    with (GOLD / "titles.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def test_the_columns_are_the_documented_ones() -> None:
    readme = (GOLD / "README.md").read_text(encoding="utf-8")

    assert list(gold_rows()[0]) == COLUMNS
    assert all(f"| `{column}` |" in readme for column in COLUMNS)


def test_there_are_enough_titles_and_none_twice() -> None:
    titles = [row["title"] for row in gold_rows()]

    assert len(titles) >= 420
    assert sum(row["source"] == "advert" for row in gold_rows()) >= 230
    assert len(set(titles)) == len(titles)
    assert len({row["id"] for row in gold_rows()}) == len(titles)


def test_every_code_is_in_the_classification() -> None:
    known = load_classification("2022").by_code

    for row in gold_rows():
        second = [] if row["second_code"] in ("", "none") else [row["second_code"]]
        for code in [*_codes(row["code"]), *_codes(row["acceptable"]), *second]:
            assert code in known, f"{row['id']} {row['title']}: {code}"


def test_the_level_is_that_of_the_code() -> None:
    for row in gold_rows():
        expected = Level.of(row["code"]).value if row["code"] else "none"
        assert expected == row["level"], row["title"]


def test_acceptable_codes_neither_repeat_nor_stand_above_the_code() -> None:
    for row in gold_rows():
        acceptable = _codes(row["acceptable"])
        assert len(set(acceptable)) == len(acceptable), row["title"]
        assert not any(f"{row['code']}-".startswith(f"{code}-") for code in acceptable)


def test_every_row_says_why_and_how_sure() -> None:
    assert all(row["reason"].strip() for row in gold_rows())
    assert {row["certainty"] for row in gold_rows()} == {"sure", "fair", "doubtful"}


def test_the_split_is_the_stated_hash() -> None:
    for row in gold_rows():
        first_byte = hashlib.sha256(row["title"].encode()).digest()[0]
        expected = "train" if first_byte < 102 else "dev" if first_byte < 153 else "test"
        assert expected == row["split"], row["title"]


@pytest.mark.parametrize("source", EDITION_OF)
def test_the_names_of_each_source_are_complete_and_verbatim(source: str) -> None:
    rows = truth_rows(EDITION_OF[source])
    has_codes = source in ("dalian", "skilled")

    expected = {row["name"] for row in rows if not (has_codes and row["code"])}
    assert expected == {row["title"] for row in gold_rows() if row["source"] == source}


def test_every_tenth_title_is_read_twice() -> None:
    for row in gold_rows():
        assert row["id"].endswith("0") == bool(row["second_code"]), row["id"]


def test_the_readme_counts_what_the_file_holds() -> None:
    readme = (GOLD / "README.md").read_text(encoding="utf-8")

    for line in _expected_lines():
        assert line in readme.splitlines(), line


def _codes(joined: str) -> list[str]:
    return joined.split(";") if joined else []


def _expected_lines() -> list[str]:
    rows = gold_rows()
    lines = [_source_line(source) for source in (*EDITION_OF, "advert", "all")]
    for counts in (
        Counter(row["code"][:1] or "none" for row in rows),
        Counter(row["level"] for row in rows),
        Counter(row["certainty"] for row in rows),
    ):
        lines += [f"| {name} | {count} |" for name, count in counts.items()]
    return lines + [_agreement_line(depth) for depth in range(1, 5)]


def _source_line(source: str) -> str:
    splits = [row["split"] for row in gold_rows() if source in (row["source"], "all")]
    return (
        " | ".join([f"| {source}", str(len(splits)), *(str(splits.count(s)) for s in SPLITS)])
        + " |"
    )


def _agreement_line(depth: int) -> str:
    twice = [row for row in gold_rows() if row["second_code"]]
    agreed = sum(
        (row["code"] or "none").split("-")[:depth] == row["second_code"].split("-")[:depth]
        for row in twice
    )
    return f"| {LEVELS[depth - 1]} | {agreed} | {len(twice)} |"
