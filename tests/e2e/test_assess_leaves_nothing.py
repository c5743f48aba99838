"""What is left of a self-check when the server has stopped: nothing, in no file of ours."""

import json
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from tests.e2e import shell
from tests.e2e.assess_form import MARKER, POST

FORMS = (MARKER.encode(), quote(MARKER).encode(), json.dumps(MARKER)[1:-1].encode())
FIELDS = {"work.1.occupation": MARKER, "work.1.begun_on": "2020-01", "certificates": MARKER}
PATHS = ("/assess", "/assess.json", POST, POST.replace("posts", "sheet"))


def _answered(address: str) -> list[int]:
    bodies = [
        *(Request(address + path, urlencode(FIELDS).encode()) for path in PATHS),  # noqa: S310 - ours
        Request(  # noqa: S310 - ours
            f"{address}/assess.json",
            json.dumps({"tools": [MARKER]}).encode(),
            {"content-type": "application/json"},
        ),
    ]
    return [urlopen(body, timeout=60).status for body in bodies]  # noqa: S310 - ours


def test_a_marker_in_the_answers_is_in_no_file_afterwards(
    corpus_record: Path, tmp_path: Path
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    log, temporary = tmp_path / "log.txt", tmp_path / "temporary"
    temporary.mkdir()
    settings = {"PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary)}
    with (
        log.open("w") as out,
        subprocess.Popen(
            [shell.PROGRAM, "serve", "--port", "0"],
            env=shell.environment(record, **settings),
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        told = _answered(_address(log))
        server.send_signal(signal.SIGINT)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    left = [path.name for path in files if any(form in path.read_bytes() for form in FORMS)]

    assert told == [200] * 5
    assert len(files) > 1
    assert left == []


def _address(log: Path) -> str:
    for _ in range(600):
        time.sleep(0.1)
        found = re.search(r"http://[^\s]+?:\d+", log.read_text(encoding="utf-8"))
        if found and _is_up(found[0]):
            return found[0]
    raise AssertionError(log.read_text(encoding="utf-8"))


def _is_up(address: str) -> bool:
    try:
        urlopen(f"{address}/about", timeout=30).close()  # noqa: S310 - ours
    except OSError:
        return False
    return True
