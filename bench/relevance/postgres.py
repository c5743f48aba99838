"""PostgreSQL full text, as the second peer: a server of our own in a temporary folder."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.relevance.rows import Texts
from jinque.search.words import Word, read_words, terms

WEIGHTS = "{0.008, 0.083, 0.25, 1.0}"
"""Of D, C, B and A: ours, over that of the name."""
_LABELS = "ABCD"
_FARTHEST = 16_383
_GAP = 2


class Postgres:
    """A `tsvector` of the pairs of characters that we index too, GIN, phrases, `ts_rank`."""

    name = "PostgreSQL (tsvector of pairs)"

    def __init__(self, rows: Iterable[Texts], url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)
        run = self._connection.execute
        run("DROP TABLE IF EXISTS held")
        run("CREATE UNLOGGED TABLE held (id text, whole text, tokens tsvector)")
        with self._connection.cursor().copy("COPY held FROM STDIN") as copy:
            for row in rows:
                copy.write_row((row.id, row.name.split("\n")[0], vector(row)))
        run("CREATE INDEX ON held USING gin (tokens)")
        run("VACUUM ANALYZE held")

    def ask(self, query: str, limit: int) -> list[str]:
        """Return identifiers of rows, best first: those of just this name, then by rank."""
        wanted = " & ".join(f"({_phrase(word)})" for word in read_words(query))
        found = self._connection.execute(
            "SELECT id FROM held, "
            "CAST(%s AS tsquery) AS wanted WHERE tokens @@ wanted "
            "ORDER BY whole = %s DESC, ts_rank(%s, tokens, wanted) DESC, id LIMIT %s",
            (wanted, query, WEIGHTS, limit),
        )
        return [identifier for (identifier,) in found]

    @property
    def size_bytes(self) -> int:
        """The table and its index."""
        found = self._connection.execute("SELECT pg_total_relation_size('held')").fetchone()
        return int(found[0]) if found else 0

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def vector(row: Texts) -> str:
    """Return a `tsvector` literal; positions jump between cells, so that no phrase spans two."""
    positions: dict[str, list[str]] = {}
    at = 0
    for label, field in zip(_LABELS, row.fields, strict=True):
        for cell in field.split("\n"):
            for token in terms(cell).split():
                at = min(at + 1, _FARTHEST)
                positions.setdefault(token, []).append(f"{at}{label}")
            at += _GAP
    return " ".join(f"{_quoted(token)}:{','.join(each)}" for token, each in positions.items())


def _phrase(word: Word) -> str:
    *before, last = word.tokens
    return " <-> ".join([*map(_quoted, before), _quoted(last) + (":*" if word.is_open else "")])


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server on loopback that ends with the block; give the address of its database.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    programs = _programs()
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    if user:
        shutil.chown(folder, user, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cluster = folder / "cluster"

    def run(program: str, arguments: Sequence[str]) -> None:
        command = [str(programs / program), "-D", str(cluster), *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, user=user, group=user, cwd=folder, stdout=quiet)

    run("initdb", ["-U", "bench", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync"])
    options = (
        f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
        "-c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=1GB -c jit=off"
    )
    run("pg_ctl", ["-w", "-l", str(folder / "log"), "-o", options, "start"])
    try:
        yield f"postgresql://bench@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", ["-m", "immediate", "stop"])


def _programs() -> Path:
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not installed:
        raise FileNotFoundError("PostgreSQL is not installed: there is no initdb")
    return installed[-1].parent
