"""JSON Lines: one compact object a line, Chinese as it is."""

import json
from collections.abc import Iterator

from jinque.dataset.rows import rows
from jinque.model import Edition


def to_jsonl(edition: Edition, kind: str) -> Iterator[str]:
    """Yield one line for each row, every line ended by a newline and none of them blank."""
    for row in rows(edition, kind):
        yield (json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n")
