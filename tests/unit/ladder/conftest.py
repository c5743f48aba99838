"""A rule book of a made-up district, and the built-in one."""

from pathlib import Path

import pytest

from jinque.ladder import Rulebook, open_rulebook
from jinque.model import Edition, Profile
from jinque.model.ladder import Ladder
from jinque.parameters import load_ladders, read_ladder
from tests.golden.conftest import read_corpus
from tests.unit.extraction.made import read_made

_DATA = Path(__file__).parent / "data"
_PROFILE = Profile(
    edition_id="haijiao",
    title="海角区职业与职称系列对应关系表",
    clause_parts=("海角区技能人才与专业技术人才贯通办法",),
)


@pytest.fixture(scope="session")
def district_ladder() -> Ladder:
    text = (_DATA / "district.yaml").read_text(encoding="utf-8")
    return read_ladder(text, where="district.yaml")


@pytest.fixture(scope="session")
def district_edition() -> Edition:
    [reading] = read_made((_DATA / "district.txt").read_text(encoding="utf-8"), _PROFILE)
    return reading.edition


@pytest.fixture(scope="session")
def district(district_ladder: Ladder, district_edition: Edition) -> Rulebook:
    return open_rulebook(district_ladder, district_edition)


@pytest.fixture(scope="session")
def zhejiang() -> Rulebook:
    [ladder] = load_ladders()
    return open_rulebook(ladder, read_corpus()["zhejiang-2022-77"].edition)
