"""Every edition of the corpus, read once, and the verified rows to compare it with."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jinque.corpus import sources
from jinque.documents import read
from jinque.extraction import Reading, extract

TRUTH = Path(__file__).parent / "truth"

TRUTH_FILES = {
    "dalian": "000",
    "skilled-trades": "001",
    "wenzhou-2020": "002",
    "wenzhou-majors-1": "002_lists",
    "shanghai-foreign": "003",
    "zhejiang-2022-77": "004",
}

TruthRow = dict[str, Any]


@cache
def truth_rows(edition_id: str) -> list[TruthRow]:
    lines = (TRUTH / f"{TRUTH_FILES[edition_id]}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def read_corpus() -> dict[str, Reading]:
    return {
        reading.edition.id: reading
        for source in sources()
        for reading in extract(
            read(source.data, name=source.name), source_name=source.name, profiles=source.profiles
        )
    }


@pytest.fixture(scope="session")
def readings() -> dict[str, Reading]:
    return read_corpus()


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Decoded text by checksum, cut with nothing of ours."""
    import hashlib

    return {
        hashlib.sha256(source.data).hexdigest(): source.data.decode("utf-8") for source in sources()
    }
