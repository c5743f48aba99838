"""The fresh reading of requirements: whole, verbatim, of the stated size."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden.test_requirements_gold import entries as older

GOLD = Path(__file__).parents[2] / "bench" / "gold"
READINGS = ("reading_1", "reading_2", "settled")
_AIMED = ("tool", "industry_experience", "any_of", "certificate")
_FEWEST = 110
_BLOCKS = {"education", "experience", "ability", "other"}
_NAMES = ("names", "any_of", "issuers", "countries", "waived_for_roles")
_PLACED = {"kind", "quote", "block"}
_NEW_KINDS = {"all_of": _PLACED | {"parts"}, "full_time": _PLACED | {"full_time"}}

Row = dict[str, Any]


@cache
def rows(name: str) -> list[Row]:
    lines = (GOLD / f"criteria_fresh_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _all(criteria: list[Row]) -> Iterator[Row]:
    for criterion in criteria:
        yield criterion
        yield from _all(criterion.get("parts", []))


def test_texts_stand_once_each_with_a_name_and_a_block() -> None:
    texts = rows("texts")

    assert len({text["id"] for text in texts}) == len(texts)
    assert {text["block"] for text in texts} == _BLOCKS
    assert all(text["name"] and text["text"] for text in texts)


@pytest.mark.parametrize("name", READINGS)
def test_each_reading_has_all_texts_and_quotes_them(name: str) -> None:
    texts, read = rows("texts"), rows(name)

    assert [entry["id"] for entry in read] == [text["id"] for text in texts]
    for text, entry in zip(texts, read, strict=True):
        assert all(doubt["quote"] in text["text"] and doubt["why"] for doubt in entry["doubts"])
        assert entry["none_stated"] == ([text["block"]] if text["text"] == "无" else [])
        for criterion in _all(entry["criteria"]):
            assert criterion["block"] == text["block"]
            assert criterion["quote"] in text["text"], entry["id"]
            printed = [
                each for key in _NAMES for each in criterion.get(key, ()) if isinstance(each, str)
            ]
            assert all(each in criterion["quote"] for each in printed), entry["id"]


@pytest.mark.parametrize("name", READINGS)
def test_kinds_have_the_fields_of_the_older_set(name: str) -> None:
    fields = {c["kind"]: c.keys() for entry in older() for c in _all(entry["criteria"])}

    for entry in rows(name):
        for criterion in _all(entry["criteria"]):
            kind = criterion["kind"]
            assert criterion.keys() == (fields.get(kind) or _NEW_KINDS[kind]), entry["id"]


def test_evidence_is_a_whole_sentence_unless_it_is_a_part() -> None:
    for text, entry in zip(rows("texts"), rows("settled"), strict=True):
        sentences = {sentence.strip() for sentence in re.split("[；;。]", text["text"])}
        evidence = {c["words"] for c in entry["criteria"] if c["kind"] == "evidence"}
        assert evidence <= sentences, entry["id"]


def test_each_aimed_kind_has_enough_instances() -> None:
    counts = Counter(
        each["kind"]
        for entry in rows("settled")
        for criterion in entry["criteria"]
        for each in (criterion, *criterion.get("parts", ()))
    )

    assert all(counts[kind] >= _FEWEST for kind in _AIMED), counts


def test_every_difference_is_settled_in_writing() -> None:
    written = (GOLD / "criteria_fresh_differences.md").read_text(encoding="utf-8")

    for first, second, settled in zip(*(rows(name) for name in READINGS), strict=True):
        if not _same(first, second) or not _same(first, settled):
            assert f"| {first['id'].split(':')[1]} |" in written


def _same(left: Row, right: Row) -> bool:
    return _bare(left["criteria"]) == _bare(right["criteria"])


def _bare(criteria: list[Row]) -> list[str]:
    """Return criteria without quotes and order."""
    bare = []
    for criterion in criteria:
        kept = {k: sorted(v, key=str) if k in _NAMES else v for k, v in criterion.items()}
        kept.pop("quote")
        if "parts" in kept:
            kept["parts"] = _bare(kept["parts"])
        bare.append(json.dumps(kept, ensure_ascii=False, sort_keys=True))
    return sorted(bare)
