"""Measure each way of coding in a process of its own, so that memory is its own.

python -m bench.titles [PART [WAY …]]
python -m bench.titles --part fresh [calibrate|test]
"""

import argparse
import multiprocessing

from bench.titles.coders import CODERS
from bench.titles.fresh import PARTS, measure_fresh
from bench.titles.report import measure


def main() -> None:
    parser = argparse.ArgumentParser(description="how well titles are coded")
    parser.add_argument("--part", help="`fresh`, or a part of the gold set")
    parser.add_argument("words", nargs="*", help="the part, unless --part names it; then the ways")
    asked = parser.parse_args()
    words: list[str] = asked.words
    if asked.part == "fresh":
        for half in words or [PARTS[-1]]:
            measure_fresh(half)
        return
    part: str = asked.part or (words.pop(0) if words else "test")
    spawn = multiprocessing.get_context("spawn")
    for name in words or list(CODERS):
        process = spawn.Process(target=measure, args=(name, part))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
