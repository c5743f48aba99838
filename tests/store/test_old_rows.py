"""What the first build of 0.1 stored is read as the same edition, and makes no new version."""

import json
from pathlib import Path
from typing import Any

from jinque.store.rows import content_of, published_of
from tests.store.samples import sample_reading

STORED: dict[str, Any] = json.loads((Path(__file__).parent / "row_of_0_1.json").read_text("utf-8"))


def test_a_row_that_an_earlier_build_stored_is_read_as_the_same_edition() -> None:
    edition, report = sample_reading()
    row = {
        **STORED["columns"],
        "edition_id": STORED["edition_id"],
        "version": 1,
        "published_at": "2026-03-02T02:00:00+00:00",
        "source_sha256": edition.source_sha256,
        "is_builtin": False,
    }

    published = published_of(row)  # type: ignore[arg-type]

    assert (published.edition, published.report) == (edition, report)


def test_an_unchanged_reading_has_the_checksum_that_it_had() -> None:
    assert content_of(*sample_reading()).sha256 == STORED["sha256"]
