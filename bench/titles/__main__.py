"""Measure each way of coding in a process of its own, so that memory is its own.

python -m bench.titles [PART [WAY …]]
"""

import multiprocessing
import sys

from bench.titles.coders import CODERS
from bench.titles.report import measure


def main() -> None:
    part = sys.argv[1] if len(sys.argv) > 1 else "test"
    spawn = multiprocessing.get_context("spawn")
    for name in sys.argv[2:] or list(CODERS):
        process = spawn.Process(target=measure, args=(name, part))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
