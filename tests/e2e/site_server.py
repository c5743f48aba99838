"""The site in a server process of its own, over a record that already holds the corpus."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e import shell

PATIENCE_SECONDS = 60

# One of each kind of page, in the states that look different.
PAGES = {
    "start": "/",
    "catalogues": "/catalogues",
    "edition": "/editions/dalian",
    "edition filtered": "/editions/dalian?shortage=★★★★★&degree=硕士",
    "edition without hits": "/editions/dalian?shortage=★&degree=博士",
    "edition of lists": "/editions/wenzhou-majors-1",
    "edition of long cells": "/editions/shanghai-foreign",
    "issues": "/editions/wenzhou-2020/issues",
    "clauses": "/editions/zhejiang-2022-77/clauses",
    "post": "/posts/dalian:卫生:3",
    "post of blocks": "/posts/shanghai-foreign:集成电路:1",
    "post of a list": "/posts/wenzhou-majors-1:电子信息类:1",
    "occupation": "/occupations/2-02-10-09",
    "occupations of one code": "/occupations/2-07-03-00?as_of=2024-07-15",
    "occupation of 2015": "/occupations/2-02-05-03?classification=2015",
    "occupations": "/occupations",
    "occupations of 2015": "/occupations?classification=2015",
    "convert": "/convert",
    "converted codes": "/convert?codes=2-07-03-00 律师%0A2-07-03-00%0A2-07-01-00 法官&to=2022",
    "convert refused": "/convert?codes=x&to=1999",
    "search for a code": "/search?q=2-07-03-00",
    "code": "/code",
    "coded titles": "/code?titles=前端开发工程师%0A通信系统研发人才%0A兼职",
    "code refused": "/code?titles=" + "工" * 201,
    "class of occupations": "/occupations/2-02-38",
    "self-check": "/assess",
    "self-check of a post": "/assess?post=dalian:卫生:3",
    "self-check of a roster": "/assess/roster",
    "ladder": "/ladder",
    "ladder of no place": "/ladder?place=上海",
    "ladder rules": "/ladder/rules",
    "ladder occupations": "/ladder/occupations?q=焊",
    "ladder occupation not listed": "/ladder/occupations?q=电工长",
    "ladder occupation": "/ladder/occupations/756",
    "search": "/search?q=护理",
    "search for everything": "/search",
    "search without hits": "/search?q=量子纠缠厨师&place=大连市",
    "about": "/about",
    "openapi": "/openapi",
    "error": "/posts/dalian:装备制造:999",
}


@contextmanager
def serving(record: Path, factory: str = "create_app") -> Iterator[str]:
    """Serve the record on a free port; gives the address without a slash at the end."""
    port = _free_port()
    server = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port)]
    with subprocess.Popen(
        [*server, "--factory", f"jinque.web:{factory}"],
        env=shell.environment(record),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/about")
            yield address
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < last, "the site does not answer"
            time.sleep(0.05)
        else:
            return
