"""How long a person waits: for help, for a search, for the site after a warm start.

Each figure is the median of some runs, beside `python -c pass` in the same run, which is the least
that any Python program takes. Aims: help within 0.3 s, the site within 3 s.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable

RUNS = 7
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "jinque --help": ("-m", "jinque", "--help"),
    "jinque catalogues": ("-m", "jinque", "catalogues"),
    "jinque search 护士": ("-m", "jinque", "search", "护士"),
}


def seconds_to_run(arguments: tuple[str, ...]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - started


def seconds_to_serve() -> float:
    """Start the site and wait for its first page."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "jinque", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        said = ""
        while server.stdout and not (address := re.search(r"http://\S+", said)):
            said += server.stdout.readline()
        answered = 0.0
        while address and not answered:
            try:
                urllib.request.urlopen(address[0], timeout=5).close()  # noqa: S310 - our own
                answered = time.perf_counter() - started
            except OSError:
                time.sleep(0.01)
        server.terminate()
    return answered


def median(measure: Callable[[], float]) -> float:
    measure()  # the first run compiles and fills the record
    return statistics.median(measure() for _ in range(RUNS))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JINQUE_DATA_DIR"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        figures = {
            name: median(lambda arguments=arguments: seconds_to_run(arguments))  # type: ignore[misc]
            for name, arguments in COMMANDS.items()
        }
        figures["jinque serve, first page"] = median(seconds_to_serve)
    least = figures["python -c pass"]
    for name, seconds in figures.items():
        print(f"{name:26} {seconds:6.3f} s   {seconds / least:6.1f} x python -c pass")


if __name__ == "__main__":
    main()
