"""Damaged files of every format: none may crash the reader, hang it, or take a gigabyte.

    python bench/fuzz.py [FILES]

Each format is read by a process of its own with 1 GiB of address space; a file that ends the
process is counted and named, and the next process goes on behind it.
"""

import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from jinque.documents import read  # noqa: E402
from jinque.errors import JinqueError, NothingFoundError  # noqa: E402
from jinque.extraction import extract, profiles_for  # noqa: E402
from tests.rendering.mutations import mutate, seeds  # noqa: E402

FILES = 6000
MEMORY = 2**30
MOST_SECONDS = 10
_SHARES = {"xls": 0.25, "pdf": 0.6, "ofd": 0.6}
"""Of formats that are read in a process of their own; 1 for all others."""


def damaged(kind: str, number: int) -> bytes:
    return mutate(seeds()[kind], random.Random(f"{kind}-{number}"))  # noqa: S311


def outcome(kind: str, number: int) -> str:
    """Read one file; `read` or the code of the error, anything else is a crash."""
    try:
        document = read(damaged(kind, number), name=f"目录.{kind}")
        profiles = profiles_for(document, source_name="目录", edition_id=None, known=())
        extract(document, source_name="目录", profiles=profiles)
    except NothingFoundError:
        return "read"
    except JinqueError as error:
        return error.code
    except Exception as fault:  # noqa: BLE001 - this is what is looked for
        return f"CRASH {type(fault).__name__}: {fault}"
    return "read"


def child(kind: str, first: int, end: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(first, end):
        begun = time.monotonic()
        signal.alarm(MOST_SECONDS + 1)
        result = outcome(kind, number)
        signal.alarm(0)
        print(json.dumps([number, result, time.monotonic() - begun]), flush=True)


def run(kind: str, count: int) -> tuple[Counter[str], float]:
    """Return how often each outcome was seen, and the seconds of the slowest file."""
    seen: Counter[str] = Counter()
    slowest = 0.0
    first = 0
    while first < count:
        command = [sys.executable, __file__, kind, str(first), str(count)]
        lines = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
        )
        for line in lines.stdout.splitlines():
            number, result, seconds = json.loads(line)
            seen[result] += 1
            slowest = max(slowest, seconds)
            first = number + 1
        if first < count:
            seen["HANG" if -lines.returncode == signal.SIGALRM else "CRASH of the process"] += 1
            print(f"  {kind} file {first} ended the process: {lines.returncode}")
            first += 1
    return seen, slowest


def main() -> int:
    if len(sys.argv) == 4:  # noqa: PLR2004
        child(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
        return 0
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    weights = {kind: _SHARES.get(kind, 1.0) for kind in seeds()}
    faults = total = 0
    for kind, weight in weights.items():
        count = max(1, round(files * weight / sum(weights.values())))
        seen, slowest = run(kind, count)
        total += sum(seen.values())
        faults += sum(n for name, n in seen.items() if name.startswith(("CRASH", "HANG")))
        faults += slowest > MOST_SECONDS
        shown = ", ".join(f"{name} {n}" for name, n in seen.most_common())
        print(f"{kind:5} {count:5} files, slowest {slowest:5.2f} s: {shown}")
    print(f"{total} files, {faults} crashes or hangs, memory bound {MEMORY // 2**20} MiB")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
