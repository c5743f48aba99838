"""The site beside Datasette over the same rows: requests per second and the slowest per cent.

    python bench/site.py [SECONDS]

Both serve on loopback with one worker; 32 connections of one client ask for the post page, the
edition page and the search, going through many addresses of each. Each round begins with one visit
to every address (that is what "first" shows); "again" is the steady state. The client is a process
of its own on the same cores, so the figures are for comparing and not for planning a server.
"""

import asyncio
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

from jinque import api
from jinque.model import Kind

CONNECTIONS = 32
SECONDS = 6.0
QUERIES = ("护士", "工程师", "焊工", "软件", "前端", "医师", "设计", "电子商务", "模具", "会计")
AIM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round of requests took.

    Attributes:
        rate: requests per second.
        p99_ms: within which 99 of 100 were answered.
    """

    rate: float
    p99_ms: float


def fill(path: Path, workspace: api.Workspace) -> list[str]:
    """Put all rows into a table with a full-text index, as Datasette wants it; return the posts."""
    rows = [
        api.to_json(post)
        for summary in api.catalogues(workspace)
        for post in api.edition(workspace, summary.id).edition.posts
    ]
    flat = [
        {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
            for name, value in row.items()
        }
        for row in rows
    ]
    columns = ", ".join(f'"{name}"' for name in flat[0])
    marks = ", ".join("?" for _ in flat[0])
    with sqlite3.connect(path) as database:
        database.execute(f"CREATE TABLE rows ({columns}, PRIMARY KEY (id))")
        database.executemany(
            f"INSERT INTO rows VALUES ({marks})",
            [tuple(row.values()) for row in flat],
        )
        database.execute("CREATE INDEX of_edition ON rows (edition)")
        database.execute(
            "CREATE VIRTUAL TABLE rows_fts USING fts5 (name, requirements, cells, "
            "tokenize='trigram', content='rows')"
        )
        database.execute("INSERT INTO rows_fts (rows_fts) VALUES ('rebuild')")
    return [str(row["id"]) for row in rows if row["kind"] == Kind.POST]


@contextmanager
def serving(command: Sequence[str]) -> Iterator[str]:
    """Run a server on a free port, which is put behind the command; give its address."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", *command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _await(f"http://127.0.0.1:{port}/")
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


async def ask(host: str, paths: Sequence[str], seconds: float) -> Round:
    """Ask for the paths in turn over all connections; 0 seconds asks for each path once."""
    times: list[float] = []
    turn = iter(paths) if not seconds else _for_ever(paths)
    end = time.perf_counter() + (seconds or 3600)

    async def connection() -> None:
        name, port = host.split(":")
        reader, writer = await asyncio.open_connection(name, int(port))
        for path in turn:
            begun = time.perf_counter()
            if begun > end:
                break
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n\r\n".encode()
            )
            await _answer(reader)
            times.append(time.perf_counter() - begun)
        writer.close()

    begun = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    took_s = time.perf_counter() - begun
    return Round(rate=len(times) / took_s, p99_ms=sorted(times)[int(len(times) * 0.99)] * 1000)


def _for_ever(paths: Sequence[str]) -> Iterator[str]:
    while True:
        yield from paths


async def _answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise ValueError(head.decode())
    if b"content-length:" in head:
        length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        await reader.readexactly(length)
        return
    while size := int((await reader.readline()).split(b";")[0], 16):
        await reader.readexactly(size + 2)
    await reader.readline()


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rows.db"
        with api.open_workspace() as workspace:
            posts = fill(table, workspace)
            editions = [each.id for each in api.catalogues(workspace)]
        ours = {
            "post page": [f"/posts/{quote(each)}" for each in posts],
            "edition page": [f"/editions/{quote(each)}" for each in editions],
            "search": [f"/search?q={quote(each)}" for each in QUERIES],
        }
        theirs = {
            "post page": [f"/rows/rows/{_tilde(each)}" for each in posts],
            "edition page": [f"/rows/rows?edition={quote(each)}&_size=50" for each in editions],
            "search": [f"/rows/rows?_search={quote(each)}&_size=20" for each in QUERIES],
        }
        with serving(["jinque", "serve"]) as jinque:
            mine = {name: _rounds(jinque, paths, seconds) for name, paths in ours.items()}
        with serving(["datasette", str(table)]) as datasette:
            peer = {name: _rounds(datasette, paths, seconds) for name, paths in theirs.items()}
    _print(mine, peer)


def _tilde(key: str) -> str:
    """Return a key as Datasette writes it in an address."""
    return quote(key, safe="").replace("%", "~").replace("~2D", "-")


def _rounds(host: str, paths: Sequence[str], seconds: float) -> tuple[Round, Round]:
    return asyncio.run(ask(host, paths, 0)), asyncio.run(ask(host, paths, seconds))


def _print(mine: dict[str, tuple[Round, Round]], peer: dict[str, tuple[Round, Round]]) -> None:
    print(f"{CONNECTIONS} connections, one worker each; requests per second and p99 in ms")
    print(f"{'':24}{'Jinque':>18}{'Datasette':>18}{'ratio':>8}")
    for name, rounds in mine.items():
        for which, own, other in zip(("first", "again"), rounds, peer[name], strict=True):
            print(
                f"{name + ', ' + which:24}{own.rate:>9,.0f}{own.p99_ms:>9.1f}"
                f"{other.rate:>9,.0f}{other.p99_ms:>9.1f}{own.rate / other.rate:>8.1f}"
            )
    print(f"Aim: {AIM} times Datasette.")


if __name__ == "__main__":
    main()
