"""The practice set of requirements: well formed, and read as it was written down."""

from collections import Counter

import pytest

from bench.criteria import PRACTICE, PRACTICE_FILE, compare, flat, lines, made_up_readings
from jinque.model.criterion import PostReading

_AIMED = ("tool", "industry_experience", "any_of", "certificate")
_LEAST_TEXTS = 300
_LEAST = 0.98


@pytest.fixture(scope="module")
def readings() -> dict[str, PostReading]:
    return made_up_readings(lines(PRACTICE_FILE))


def test_texts_are_many_and_stand_once_each() -> None:
    rows = lines(PRACTICE_FILE)
    texts = [row["text"] for row in rows]

    assert len(rows) >= _LEAST_TEXTS
    assert len({*texts}) == len(texts)
    assert all(row["id"].startswith(f"{PRACTICE}:") for row in rows)


def test_every_name_stands_in_its_text() -> None:
    for row in lines(PRACTICE_FILE):
        for criterion in flat(row["criteria"]):
            for name in (*criterion.get("names", ()), *criterion.get("any_of", ())):
                assert name in row["text"], row["id"]


@pytest.mark.parametrize("kind", _AIMED)
def test_each_aimed_kind_is_read(readings: dict[str, PostReading], kind: str) -> None:
    counts: Counter[str] = Counter()
    for row in lines(PRACTICE_FILE):
        counts.update(r for r, k, _ in compare(readings[row["id"]], row) if k == kind)

    assert counts["right"] >= _LEAST * (counts["right"] + counts["wrong"])
    assert counts["right"] >= _LEAST * (counts["right"] + counts["missed"])
