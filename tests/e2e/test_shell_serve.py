import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e import shell

PATIENCE_SECONDS = 60


@dataclass
class Site:
    process: "subprocess.Popen[str]"
    said: str
    address: str


@contextmanager
def _serving(record: Path, *options: str) -> Iterator[Site]:
    """Start the site on a free port and wait for its first answer."""
    with subprocess.Popen(
        [shell.PROGRAM, "serve", "--port", "0", *options],
        env=shell.environment(record, PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said = _said_until_the_address(process)
            found = re.search(r"http://\S+", said)
            assert found is not None, said
            _first_answer(found[0])
            yield Site(process, said, found[0])
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)


def _said_until_the_address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "http://" in line:
            break
    return said


def _first_answer(address: str) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=10).read()  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < last, "the site does not answer"
            time.sleep(0.02)
        else:
            return


def test_it_says_what_was_read_then_the_address_and_answers(corpus_record: Path) -> None:
    with _serving(corpus_record) as site:
        answer = urllib.request.urlopen(site.address, timeout=10)  # noqa: S310 - our own address

        assert answer.status == 200
        assert "6 个目录：岗位 720、职称对应 883、清单条目 77" in site.said
        assert "读入时发现：" in site.said
        assert site.said.index("目录") < site.said.index("http://127.0.0.1:")


@pytest.mark.parametrize("wished", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_when_asked_to(corpus_record: Path, wished: signal.Signals) -> None:
    with _serving(corpus_record) as site:
        os.killpg(site.process.pid, wished)
        rest, _ = site.process.communicate(timeout=20)

    assert site.process.returncode == 0
    assert rest == ""


def test_a_port_in_use_is_told_with_what_to_do(corpus_record: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        ended = shell.run(corpus_record, "serve", "--port", port)

    assert ended.code == 3
    assert f"端口 {port} 已被占用" in ended.err
    assert "--port" in ended.err


def test_an_address_of_another_machine_is_refused(corpus_record: Path) -> None:
    ended = shell.run(corpus_record, "serve", "--host", "192.0.2.1", "--port", "0")

    assert ended.code == 2
    assert "--host" in ended.err


def test_an_office_says_that_nobody_can_sign_in_yet_and_asks_for_signing_in(
    corpus_record: Path, tmp_path: Path
) -> None:
    with _serving(shell.copy(corpus_record, tmp_path), "--office") as site:
        answer = urllib.request.urlopen(f"{site.address}office", timeout=20)  # noqa: S310 - ours

        assert "jinque account add" in site.said
        assert answer.url == f"{site.address}office/sign-in?to=%2Foffice"
