"""How long the shell takes to answer `--help`: at most 0.3 s, so that it feels immediate."""

import statistics
import subprocess
import sys
import time

LIMIT_SECONDS = 0.3
RUNS = 10


def seconds_to_help() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "jinque", "--help"], check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    seconds_to_help()  # the first run compiles
    median = statistics.median(seconds_to_help() for _ in range(RUNS))
    print(f"jinque --help: median {median:.3f} s of {RUNS} runs, limit {LIMIT_SECONDS} s")
    sys.exit(median > LIMIT_SECONDS)


if __name__ == "__main__":
    main()
