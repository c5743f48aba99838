"""SQLite FTS5 with its trigram tokenizer, as the first peer."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from bench.relevance.rows import Texts

SHORTEST = 3
"""Characters below which the trigram index finds nothing; such words are looked for by LIKE."""
WEIGHTS = "12.0, 3.0, 1.0, 0.1"


class Fts5:
    """All four fields with our weights, `bm25`, words joined by AND.

    A word of fewer than three characters cannot be matched by trigrams, and so every row is read.
    """

    name = "SQLite FTS5 (trigram)"

    def __init__(self, rows: Iterable[Texts], folder: Path) -> None:
        self._file = folder / "fts5.db"
        self._database = sqlite3.connect(self._file)
        self._database.execute(
            "CREATE VIRTUAL TABLE held USING fts5 "
            "(id UNINDEXED, name, other_name, text, context, tokenize='trigram')"
        )
        self._database.executemany(
            "INSERT INTO held VALUES (?, ?, ?, ?, ?)", ((row.id, *row.fields) for row in rows)
        )
        self._database.execute("INSERT INTO held (held) VALUES ('optimize')")
        self._database.commit()

    def ask(self, query: str, limit: int) -> list[str]:
        """Return identifiers of rows, best first."""
        words = query.split()
        long = " ".join('"' + word.replace('"', '""') + '"' for word in words if _is_long(word))
        short = [f"%{word}%" for word in words if not _is_long(word)]
        where = ["held MATCH ?"] if long else []
        where += ["(name || other_name || text || context) LIKE ?"] * len(short)
        order = f"bm25(held, 0.0, {WEIGHTS})" if long else "name NOT LIKE ?"
        given = [*([long] if long else []), *short, *([] if long else short[:1]), limit]
        found = self._database.execute(
            f"SELECT id FROM held WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?",
            given,
        )
        return [identifier for (identifier,) in found]

    @property
    def size_bytes(self) -> int:
        """The file, which holds the texts as well."""
        return self._file.stat().st_size

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST
