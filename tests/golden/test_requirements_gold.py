"""The hand-made reading of requirements: whole, verbatim and of the stated selection."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jinque.extraction import Reading
from jinque.model import Post
from tests.golden.conftest import truth_rows

GOLD = Path(__file__).parents[2] / "bench" / "gold" / "requirements.jsonl"

_FIELDS: dict[str, dict[str, Any]] = {
    "scope": {},
    "education_level": {"at_least": str},
    "academic_degree": {"at_least": str},
    "full_time": {"full_time": bool},
    "title_level": {"at_least": str},
    "experience_years": {"at_least": int, "in": str},
    "management_years": {"at_least": int},
    "years_by_degree": {"rules": list, "in": str, "waived_for_roles": list},
    "graduate_of_year": {"graduate_of_year": bool},
    "majors": {"names": list, "is_open": bool},
    "background": {"names": list, "is_open": bool},
    "industry_experience": {"any_of": list},
    "certificate": {"names": list, "all": bool | None, "issuers": list, "countries": list},
    "licence": {"names": list, "all": bool | None, "condition": str},
    "language": {"language": str, "level": str},
    "tool": {"names": list, "all": bool | None},
    "award": {"names": list, "all": bool | None},
    "place": {"words": str},
    "approval": {"words": str},
    "evidence": {"words": str},
    "any_of": {"parts": list},
    "all_of": {"parts": list},
}
_SCOPES = {"dalian": "region", "shanghai-foreign": "nationality"}
_PRINTED = ("names", "any_of", "issuers", "countries", "waived_for_roles")

_UNUSUAL = (43, 71, 91, 126, *range(185, 194), 202, 205, 271, 274, 284)
_RARE_KINDS = (
    *(4, 5, 6, 8, 9, 14, 19, 28, 33, 34, 44, 58, 62, 65, 68, 70, 81, 85, 87, 89, 92, 99, 125),
    *(135, 137, 171, 172, 173, 175, 194, 198, 207, 210, 211, 215, 221, 222, 270, 275, 283),
)
_SEED, _SAMPLED, _FEWEST = 2026, 59, 180


@cache
def entries() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def posts(readings: dict[str, Reading]) -> dict[str, Post]:
    return {p.id: p for edition in _SCOPES for p in readings[edition].edition.posts}


def test_every_id_is_a_post_and_stands_once(posts: dict[str, Post]) -> None:
    identifiers = [entry["id"] for entry in entries()]

    assert len(identifiers) == len(set(identifiers)) >= _FEWEST
    assert set(identifiers) <= set(posts)


def test_every_id_names_the_row_of_its_truth_id(posts: dict[str, Post]) -> None:
    for entry in entries():
        post = posts[entry["id"]]
        row = truth_rows(post.edition_id)[post.order - 1]
        assert (entry["truth_id"], row["name"]) == (row["id"], post.name)


def test_selection_is_the_stated_one() -> None:
    rows = truth_rows("dalian")
    health = {row["id"] for row in rows if row["section_path"][-1] == "（四）卫生"}
    regional = {row["id"] for row in rows if row["region"]}
    fixed = health | regional | {f"000-{order:03}" for order in _UNUSUAL}
    rest = [row["id"] for row in rows if row["id"] not in fixed]
    sample = random.Random(_SEED).sample(rest, _SAMPLED)  # noqa: S311 - a draw to repeat
    by_eye = {f"000-{order:03}" for order in _RARE_KINDS}

    expected = fixed | {*sample} | by_eye | {row["id"] for row in truth_rows("shanghai-foreign")}

    assert expected == {entry["truth_id"] for entry in entries()}


def test_every_quote_is_verbatim_in_its_block(readings: dict[str, Reading]) -> None:
    for entry, criterion in _all_criteria():
        assert criterion["quote"] in _block(readings, entry, criterion["block"]), entry["id"]


def test_every_doubt_quotes_the_post_or_the_health_note(readings: dict[str, Reading]) -> None:
    for entry in entries():
        blocks = ("education", "experience", "ability", "other", "note")
        texts = [_block(readings, entry, name) for name in blocks]
        for doubt in entry["doubts"]:
            assert set(doubt) - {"anomaly"} == {"quote", "why"}
            assert doubt["why"]
            assert any(doubt["quote"] in text for text in texts), entry["id"]


def test_every_kind_has_its_fields_and_its_names_are_printed() -> None:
    for entry, criterion in _all_criteria():
        kind, quote = criterion["kind"], criterion["quote"]
        fields = {k: v for k, v in criterion.items() if k not in ("kind", "quote", "block")}
        if kind == "scope":
            assert set(fields) == {_SCOPES[entry["id"].split(":")[0]]}
            continue
        assert _FIELDS[kind].keys() == fields.keys(), entry["id"]
        assert all(isinstance(fields[name], _FIELDS[kind][name]) for name in fields), entry["id"]
        printed = [name for key in _PRINTED for name in fields.get(key, ())]
        assert all(name in quote for name in printed), entry["id"]


def test_blocks_that_print_none_are_the_ones_said(readings: dict[str, Reading]) -> None:
    for entry in entries():
        blocks = ("education", "experience", "ability", "other")
        expected = [name for name in blocks if _block(readings, entry, name) == "无"]
        assert expected == entry["none_stated"]


def test_every_sentence_of_ability_is_read(readings: dict[str, Reading]) -> None:
    for entry in entries():
        quotes = [c["quote"] for c in entry["criteria"] if c["block"] == "ability"]
        for sentence in re.split("[；;。]", _block(readings, entry, "ability")):
            read = any(quote in sentence or sentence.strip() in quote for quote in quotes)
            assert read or not sentence.strip(), (entry["id"], sentence)


def _all_criteria() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for entry in entries():
        for criterion in entry["criteria"]:
            yield entry, criterion
            yield from ((entry, part) for part in criterion.get("parts", ()))


def _block(readings: dict[str, Reading], entry: dict[str, Any], block: str) -> str:
    edition = readings[entry["id"].split(":")[0]].edition
    if block == "note":
        return "".join(note.text for note in edition.notes if note.section)
    post = next(post for post in edition.posts if post.id == entry["id"])
    if block == "scope":
        title = edition.metadata.title.value if post.region is None else post.region
        return str(title)
    return getattr(post.requirements, block) or ""
